import { hasFiles } from '../../schema/control.js';
import type { SchemaNode } from '../../schema/node.js';
import type { RawValues } from '../../submission/values.js';
import { fileFieldOf } from './file-fields.js';

/** A kept file as a form shows it. */
export interface ShownFile {
  /** What the form sends for it. */
  readonly token: string;
  /** Tells it apart from the others of its field. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

const START = 'kept ';

/** As one of the raw values of its field, which stay with their rows. Only the server makes them. */
export function toShownFile({ token, id, name, size }: ShownFile): string {
  return START + JSON.stringify([token, id, name, size]);
}

/** Undefined for any other value. */
export function readShownFile(value: string): ShownFile | undefined {
  if (!value.startsWith(START)) return undefined;
  const [token, id, name, size] = JSON.parse(value.slice(START.length)) as [string, string, string, number]; // why: written above
  return { token, id, name, size };
}

/** What a form shows, with its kept files: a text that was sent for a file is not one of these, whatever it looks like. */
export function withShownFiles(root: SchemaNode, values: RawValues, files: RawValues): RawValues {
  return hasFiles(root) ? Object.assign(Object.create(null), withoutTexts(root, values), files) : values;
}

/** Rows of files stay: their names are there, and nothing is under them. */
function withoutTexts(root: SchemaNode, values: RawValues): RawValues {
  const entries = Object.entries(values).map(
    ([name, texts]) => [name, fileFieldOf(root, name) === undefined ? texts : []] as const,
  );
  return Object.fromEntries(entries);
}

import type { SchemaNode } from '../schema/kinds.js';
import type { Reader, TextContext } from './context.js';
import type { FormValue } from './entries.js';
import { isToolkitField } from './index-entries.js';
import type { Limits } from './limits.js';
import { outlineOf } from './outline.js';
import { toReader } from './reader.js';
import { mayBeAbsent, modelOf } from './readers/object.js';

/** How a form is read in which every field is one text. */
export interface PlainForm {
  /** The names of the fields, which are the keys of the schema. */
  readonly names: readonly string[];
  readonly longestName: number;
  readonly readers: readonly Reader[];
  readonly mayBeAbsent: readonly boolean[];
  /** Held for its shape. */
  readonly model: object;
}

/** `undefined`: forms of the schema have fields of other kinds, or may be left out as a whole. */
export function planPlainForm(root: SchemaNode): PlainForm | undefined {
  if (root.kind !== 'object' || root.optional || root.nullable) return undefined;
  const outline = outlineOf(root);
  const { keys, nodes } = outline;
  if (!outline.isAllPlain || outline.takesText.includes(false) || keys.includes('__proto__')) return undefined;
  return {
    names: keys,
    longestName: Math.max(0, ...keys.map(({ length }) => length)),
    readers: nodes.map(toReader),
    mayBeAbsent: mayBeAbsent(outline),
    model: modelOf(keys),
  };
}

/**
 * Reads a form that sends each of its fields once at most, in the order of the schema, and nothing else, as pages do. Nothing is
 * noted of what was sent, which takes a sixth of the time of a small form.
 * `undefined`: the form is another one, or may be past a limit, and has to be read name by name.
 */
export function readPlainForm(
  plain: PlainForm,
  form: Iterable<readonly [string, FormValue]>,
  limits: Limits,
  context: TextContext,
): object | undefined {
  const texts = plain.longestName <= limits.nameLength ? textsOf(plain, form) : undefined;
  return texts && plain.names.length <= limits.names ? toInput(plain, texts, context) : undefined;
}

/** What was sent, a place for each field. */
function textsOf(
  { names }: PlainForm,
  form: Iterable<readonly [string, FormValue]>,
): (string | undefined)[] | undefined {
  const texts: (string | undefined)[] = [];
  for (const pair of form) {
    const name = pair[0];
    const value = pair[1];
    if (isToolkitField(name)) continue;
    while (texts.length < names.length && names[texts.length] !== name) texts.push(undefined);
    if (texts.length === names.length || typeof value !== 'string') return undefined;
    texts.push(value);
  }
  return texts;
}

function toInput(
  { names, readers, mayBeAbsent: canBeAbsent }: PlainForm,
  texts: readonly (string | undefined)[],
  context: TextContext,
): object {
  const input: Record<string, unknown> = {};
  for (let position = 0; position < names.length; position += 1) {
    const value = toValue(readers[position]!, texts[position], context);
    if (value !== undefined || !canBeAbsent[position]) input[names[position]!] = value;
  }
  return input;
}

function toValue({ fromText, blank, missing }: Reader, text: string | undefined, context: TextContext): unknown {
  if (text === undefined) return missing;
  return text === '' ? blank : fromText!(text, context);
}

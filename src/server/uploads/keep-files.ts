import type { SchemaNode } from '../../schema/node.js';
import type { FormIssue } from '../../shared/issue.js';
import { formatPath } from '../../shared/path.js';
import { isUntouched } from '../../submission/index-entries.js';
import type { RawValues } from '../../submission/values.js';
import { fileFieldOf, type FileField } from './file-fields.js';
import { keepFile } from './keep-file.js';
import { toShownFile } from './shown-file.js';
import { dropStored, posterOf, withFiles } from './posted-files.js';
import type { Spool } from './spool.js';
import { parseStoredName } from './stored-name.js';

export interface KeepSource {
  readonly form: FormData;
  readonly root: SchemaNode;
  /** What was said of the form: a file that something was said of is not kept. */
  readonly issues: readonly FormIssue[];
  readonly spool: Spool;
}

/**
 * Keeps the files of a form that is shown again, those that were kept before too.
 * @returns What the form shows of them, by field.
 */
export async function keepFiles({ form, root, issues, spool }: KeepSource): Promise<RawValues> {
  const shown: Record<string, readonly string[]> = Object.create(null);
  const poster = posterOf(form);
  if (poster === undefined) return shown;
  const refused = new Set(issues.map(({ path }) => formatPath(path)));
  const { form: files, kept, replaced } = await withFiles(form, root);
  // A file may be meant still in the copy of a row.
  const meant = new Set([...kept.values()].map(({ stored }) => stored));
  for (const name of replaced) if (!meant.has(name)) await dropStored(name);
  const [wanted, unwanted] = [new Set<string>(), new Set<string>()];
  const room = { left: Infinity };
  const counts = new Map<string, number>();

  for (const [name, file] of files) {
    const field = typeof file === 'string' || isUntouched(file) ? undefined : fileFieldOf(root, name);
    if (field === undefined || typeof file === 'string') continue;
    const index = counts.get(field.name) ?? 0;
    counts.set(field.name, index + 1);
    const known = kept.get(file);
    if (isRefused(field, index, refused)) {
      if (known !== undefined) unwanted.add(known.stored);
      continue;
    }
    if (known !== undefined) wanted.add(known.stored);
    const waiting = known
      ? { token: known.token, id: parseStoredName(known.stored)?.id ?? '', isMoved: false }
      : await keepFile(poster.context, file, {
          place: { action: poster.action, field },
          path: spool.pathOf(file),
          room,
        });
    if (waiting === undefined) continue;
    if (waiting.isMoved) spool.forget(file);
    shown[field.name] = [...(shown[field.name] ?? []), toShownFile({ ...waiting, name: file.name, size: file.size })];
  }
  for (const name of unwanted) if (!wanted.has(name)) await dropStored(name);
  return shown;
}

/** What is said of a list as a whole, such as that it is too long, is said of none of its files. */
function isRefused({ name, isMultiple }: FileField, index: number, refused: ReadonlySet<string>): boolean {
  return refused.has(isMultiple ? `${name}[${index}]` : name);
}

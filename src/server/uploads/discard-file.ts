import type { Intent } from '../../shared/intent.js';
import type { RawValues } from '../../submission/values.js';
import { logError } from '../log.js';
import { readShownFile } from './shown-file.js';
import { parseStoredName } from './stored-name.js';
import { uploadStore } from './store.js';

/** What a form shows without a kept file, which is deleted unless the copy of a row has it too. */
export async function withoutFile(
  values: RawValues,
  { field, file }: Extract<Intent, { type: 'discard' }>,
): Promise<RawValues> {
  const before = Object.hasOwn(values, field) ? (values[field] ?? []) : [];
  const isMeant = (value: string) => readShownFile(value)?.id === file;
  const after = before.filter((value) => !isMeant(value));
  if (after.length === before.length) return values;
  const left: Record<string, readonly string[]> = Object.assign(Object.create(null), values, { [field]: after });
  if (
    !Object.values(left)
      .flat()
      .some((value) => value.includes(file))
  )
    await dropById(file);
  return left;
}

async function dropById(id: string): Promise<void> {
  try {
    const store = uploadStore();
    const name = (await store.names()).find((each) => parseStoredName(each)?.id === id);
    if (name !== undefined) await store.remove(name);
  } catch (exception) {
    logError('A kept file could not be deleted:', exception);
  }
}

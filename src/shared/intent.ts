/** What a submit button asks a page to do with its form instead of running the action. */
export type Intent =
  | { readonly type: 'insert'; readonly list: string; readonly at?: number; readonly value?: unknown }
  | { readonly type: RowIntent; readonly list: string; readonly at: number }
  /** Lets go of a file that was kept for a field. */
  | { readonly type: 'discard'; readonly field: string; readonly file: string }
  | { readonly type: 'update'; readonly near?: string };

/** What is done to one row: away with it, one place up or down, or another one like it behind it. */
export type RowIntent = (typeof rowIntents)[number];

const rowIntents = ['remove', 'up', 'down', 'duplicate'] as const;

/** As a submit button's value: `["remove","items",1]`, or `["update","kind"]` of a button that stands at that field. */
export function formatIntent(intent: Intent): string {
  if (intent.type === 'discard') return JSON.stringify([intent.type, intent.field, intent.file]);
  if (intent.type === 'update') return JSON.stringify(intent.near ? [intent.type, intent.near] : [intent.type]);
  const { type, list, at = null } = intent;
  const value = type === 'insert' && intent.value !== undefined ? [intent.value] : [];
  const place = at === null && value.length === 0 ? [] : [at];
  return JSON.stringify([type, list, ...place, ...value]);
}

/** Reads what {@link formatIntent} wrote. Anything else, which a client may send, is `undefined`. */
export function parseIntent(text: string): Intent | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts)) return undefined;
  const [type, list, at, value] = parts as unknown[];
  if (type === 'update' && (list ?? at ?? value) === undefined) return { type };
  if (typeof list !== 'string') return undefined;
  if (type === 'discard') {
    return typeof at === 'string' && parts.length === 3 ? { type, field: list, file: at } : undefined;
  }
  if (type === 'update') return at == null && parts.length <= 3 ? { type, near: list } : undefined;
  if (type === 'insert') {
    if (at !== undefined && at !== null && !isPlace(at)) return undefined;
    return { type, list, ...(isPlace(at) && { at }), ...(value !== undefined && { value }) };
  }
  const row = rowIntents.find((known) => known === type);
  return row !== undefined && isPlace(at) && parts.length === 3 ? { type: row, list, at } : undefined;
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

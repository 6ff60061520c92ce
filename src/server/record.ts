import { parse, stringify } from 'devalue';
import type { Condition } from '../shared/condition.js';
import { RECORD_FIELD } from '../shared/wire.js';
import type { RawValues } from '../submission/values.js';
import { createNotes } from './notes.js';
import { createReuse } from './reuse.js';
import { openSealed, seal } from './seal.js';

/** What a page said about a form, sealed into its hidden `_action_form`. */
export interface FormRecord {
  /** Name of the form's own action. */
  readonly action: string;
  /** Key of the form, unique among the forms of that action on the page. */
  readonly form: string;
  readonly redirect?: string;
  readonly whenInvalid?: 'redirect';
  readonly timeZone?: string;
  /** Language of the page, where that is not the site's. */
  readonly locale?: string;
  /** What the page had chosen beforehand, where that must not be taken for a person's choice. */
  readonly initial?: RawValues;
  /** Names of the form's submit buttons. */
  readonly submitters?: readonly string[];
  /** The page shows what is wrong with the form. */
  readonly checked?: true;
  /** Rows that were added since. */
  readonly unchecked?: readonly string[];
  /** The page has words of its own for a success that says nothing. */
  readonly says?: true;
  /** Of a form with an update button: the conditions of what was not shown, and the fields that were told what is wrong. */
  readonly update?: { readonly hidden: readonly Condition[]; readonly told: readonly string[] };
  /** Input that the page fixes. */
  readonly bound?: Readonly<Record<string, unknown>>;
}

/** `none`: a form written by hand. `broken`: there is one, and it was not sealed by us or is too old. */
export type ReadRecord =
  | { readonly status: 'none' }
  | { readonly status: 'broken' }
  | { readonly status: 'intact'; readonly record: FormRecord };

/** Seconds that a page may stay open before its forms have to be sent twice. */
const RECORD_TTL = 30 * 24 * 60 * 60;

/** Seconds that a sealed record is given to other pages that say the same: it is nobody's in particular. */
const SHARED_TTL = 60 * 60;

const read = createNotes<FormData, ReadRecord>('record');
const sealedOf = createReuse();
/** Of a record that pages share, the object, which nothing can change; of one with input that a page fixes, its text. */
const openedOf = createReuse<FormRecord | string>();

export function sealRecord(record: FormRecord): string {
  // Only what is bound may be of kinds that JSON cannot tell apart.
  const key = record.bound === undefined ? JSON.stringify(record) : stringify(record);
  const known = sealedOf.get(key);
  if (known !== undefined) return known;
  const sealed = seal(stringify(record), RECORD_TTL, { purpose: 'record' });
  sealedOf.set(key, sealed, SHARED_TTL);
  return sealed;
}

/** Reads the record of a posted form, once per FormData. */
export function readRecord(form: FormData): ReadRecord {
  let result = read.get(form);
  if (result === undefined) {
    result = openRecord(form.getAll(RECORD_FIELD));
    read.set(form, result);
  }
  return result;
}

function openRecord(values: FormDataEntryValue[]): ReadRecord {
  const [value] = values;
  if (value === undefined) return { status: 'none' };
  if (values.length > 1 || typeof value !== 'string') return { status: 'broken' };
  const known = openedOf.get(value) ?? open(value);
  if (known === undefined) return { status: 'broken' };
  return { status: 'intact', record: typeof known === 'string' ? toRecord(known) : known };
}

function open(sealed: string): FormRecord | string | undefined {
  const opened = openSealed(sealed, { purpose: 'record' });
  if (opened === undefined) return undefined;
  const record = toRecord(opened.text);
  const kept = record.bound === undefined ? deepFreeze(record) : opened.text;
  openedOf.set(sealed, kept, Math.min(SHARED_TTL, opened.ttl));
  return kept;
}

function toRecord(text: string): FormRecord {
  return parse(text) as FormRecord; // why: the seal vouches for it
}

/** For plain data alone: what is inside a date or a map stays open to change. */
function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}

import { parse, stringify } from 'devalue';
import { RECORD_FIELD } from '../shared/wire.js';
import type { RawValues } from '../submission/values.js';
import { seal, unseal } from './seal.js';

/** What a page said about a form, sealed into its hidden `_action_form`. */
export interface FormRecord {
  /** Name of the form's own action. */
  readonly action: string;
  /** Key of the form, unique among the forms of that action on the page. */
  readonly form: string;
  readonly redirect?: string;
  readonly whenInvalid?: 'redirect';
  readonly timeZone?: string;
  /** What the page had chosen beforehand, where that must not be taken for a person's choice. */
  readonly initial?: RawValues;
  /** Names of the form's submit buttons. */
  readonly submitters?: readonly string[];
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

const read = new WeakMap<FormData, Promise<ReadRecord>>();

export function sealRecord(record: FormRecord): Promise<string> {
  return seal(stringify(record), RECORD_TTL, { purpose: 'record' });
}

/** Reads the record of a posted form, once per FormData. */
export function readRecord(form: FormData): Promise<ReadRecord> {
  let result = read.get(form);
  if (result === undefined) {
    result = openRecord(form.getAll(RECORD_FIELD));
    read.set(form, result);
  }
  return result;
}

async function openRecord(values: FormDataEntryValue[]): Promise<ReadRecord> {
  const [value] = values;
  if (value === undefined) return { status: 'none' };
  if (values.length > 1 || typeof value !== 'string') return { status: 'broken' };
  const text = await unseal(value, { purpose: 'record' });
  if (text === undefined) return { status: 'broken' };
  return { status: 'intact', record: parse(text) as FormRecord }; // why: the seal vouches for it
}

import { KEY_FIELD, RECORD_FIELD } from '../../shared/wire.js';
import type { FormView } from '../form/form-view.js';
import type { Attributes } from './merge-attributes.js';
import { printElement } from './print-element.js';

/** The hidden fields of a form: its record, and the one-time key where its action is done once. */
export function printRecord(view: FormView): string {
  const [record, key] = [view.record(), view.key()];
  return (
    printHidden(RECORD_FIELD, record, { id: view.recordId }) + printHidden(KEY_FIELD, key, { autocomplete: 'off' })
  );
}

function printHidden(name: string, value: string | undefined, others: Attributes = {}): string {
  return value === undefined ? '' : printElement('input', { type: 'hidden', name, value, ...others });
}

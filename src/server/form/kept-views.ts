import type { Messages } from '../../shared/messages.js';
import { DISCARD_ATTRIBUTE } from '../../shared/wire-upload.js';
import { inUnits } from '../quantities.js';
import { readShownFile, type ShownFile } from '../uploads/shown-file.js';
import type { KeptView } from './field-view.js';
import { toIntentAttributes } from './intent-attributes.js';

/** The kept files of a field, by what its raw values say. */
export function toKeptViews(field: string, values: readonly string[], messages: Messages, locale: string): KeptView[] {
  return values.flatMap((value) => {
    const file = readShownFile(value);
    return file === undefined ? [] : [toKeptView(field, file, messages, locale)];
  });
}

function toKeptView(field: string, { token, id, name, size }: ShownFile, messages: Messages, locale: string): KeptView {
  return {
    name,
    size,
    label: messages.keptFile.replaceAll(/\{(name|size)\}/g, (_, part) =>
      part === 'name' ? name : inUnits(size, locale),
    ),
    removeLabel: messages.removeFile,
    // Firefox would put back on reload what was there before.
    input: { type: 'hidden', name: field, value: token, autocomplete: 'off' },
    remove: { ...toIntentAttributes({ type: 'discard', field, file: id }), [DISCARD_ATTRIBUTE]: '' },
  };
}

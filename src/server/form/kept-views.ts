import type { Messages } from '../../shared/messages.js';
import { DISCARD_ATTRIBUTE } from '../../shared/wire-upload.js';
import { inUnits } from '../controls/file-limits.js';
import { readShownFile } from '../uploads/shown-file.js';
import type { KeptView } from './field-view.js';
import { toIntentAttributes } from './intent-attributes.js';

/** The kept files of a field, by what its raw values say. */
export function toKeptViews(field: string, values: readonly string[], messages: Messages): KeptView[] {
  return values.map((value) => {
    const { token, id, name, size } = readShownFile(value);
    return {
      name,
      size,
      label: messages.keptFile.replaceAll(/\{(name|size)\}/g, (_, part) => (part === 'name' ? name : inUnits(size))),
      removeLabel: messages.removeFile,
      input: { type: 'hidden', name: field, value: token },
      remove: { ...toIntentAttributes({ type: 'discard', field, file: id }), [DISCARD_ATTRIBUTE]: '' },
    };
  });
}

import { KEY_HEADER } from '../../shared/wire.js';
import { keyNoteOf } from './attempt.js';
import { newKey } from './one-time-key.js';

/** What an answer to the island says of the key: the next one, when the form's own is used or is none of ours. */
export function keyHeaders(form: FormData | undefined): Record<string, string> {
  const note = keyNoteOf(form);
  return note === undefined || note.kept !== undefined ? {} : { [KEY_HEADER]: newKey() };
}

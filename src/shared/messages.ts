import { answerMessages } from './answer-messages.js';
import { silenceMessages } from './silence-messages.js';

/** Texts that the toolkit itself says to people who fill in forms. English by default; every one can be replaced. */
export const defaultMessages = {
  summaryTitle: 'There is a problem',
  titlePrefix: 'Error: ',
  ...silenceMessages,
  ...answerMessages,
  done: 'This was done, but the details cannot be shown right now.',
  unread: 'What you sent has arrived, but the result cannot be shown right now. Reload the page to see it.',
  addRow: 'Add another',
  removeRow: 'Remove',
  moveUp: 'Move up',
  moveDown: 'Move down',
  duplicateRow: 'Duplicate',
  update: 'Update',
  submit: 'Submit',
  tooManyRows: 'There can be no more than {limit}.',
  tooFewRows: 'There must be at least {limit}.',
  uploading: 'Uploading',
  cancelUpload: 'Cancel',
  showSecret: 'Show',
  hideSecret: 'Hide',
  charactersMost: 'At most {limit} characters',
  charactersLeft: '{count} of {limit} characters left',
  charactersOver: '{count} over the limit of {limit} characters',
  fileTooLarge: 'Choose a file of at most {limit}.',
  tooManyFiles: 'Choose at most {limit} files.',
  keptFile: 'Kept: {name} ({size})',
  removeFile: 'Remove',
  fileGone: 'This file is no longer here. Choose it again.',
  wrongFileType: 'Choose a file of one of these types: {types}.',
  bodyTooLarge: 'What you sent is too large. Send at most {limit}.',
  textTooLarge: 'Your text is too long. Send at most {limit} of text.',
  tooManyFields: 'The form has too many fields. Send at most {limit}.',
  listTooLong: 'A list has too many rows. There can be no more than {limit}.',
  formUnreadable: 'The form could not be read. Reload the page and try again.',
  formIncomplete: 'The form did not arrive whole. Send it again.',
  formOutdated: 'This form is out of date. Reload the page and try again.',
  notYet: 'You cannot send this yet.',
  running:
    'This is still being worked on. Wait a moment, then send the same again to see the outcome: it is not done twice.',
  outcomeUnknown: 'It is not known whether this was done. Look whether it was before you send it again.',
  notTaken: 'This could not be taken just now, and nothing was done. Try again in a moment.',
  stale: 'This form was open for too long or was changed on the way. Check it and send it again.',
} as const;

export type MessageKey = keyof typeof defaultMessages;
export type Messages = Readonly<Record<MessageKey, string>>;

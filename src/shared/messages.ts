import { failureMessages } from './failure-messages.js';

/** Texts that the toolkit itself says to people who fill in forms. English by default; every one can be replaced. */
export const defaultMessages = {
  summaryTitle: 'There is a problem',
  titlePrefix: 'Error: ',
  ...failureMessages,
  done: 'This was done, but the details cannot be shown right now.',
  unread: 'What you sent has arrived, but the result cannot be shown right now. Reload the page to see it.',
  notYet: 'You cannot send this yet.',
  stale: 'This form was open for too long or was changed on the way. Check it and send it again.',
} as const;

export type MessageKey = keyof typeof defaultMessages;
export type Messages = Readonly<Record<MessageKey, string>>;

/** Texts that the toolkit itself says to people who fill in forms. English by default; every one can be replaced. */
export const defaultMessages = {
  summaryTitle: 'There is a problem',
  titlePrefix: 'Error: ',
  network: 'The form could not be sent. Check your connection and try again.',
  timeout: 'The server took too long to answer. Try again.',
  unexpected: 'Something went wrong on our side. Try again later.',
  tooLarge: 'What you sent is too large.',
  forbidden: 'This form could not be accepted from here. Reload the page and try again.',
  unreadable: 'The server gave an answer that this page cannot read. Try again.',
  stale: 'This form was open for too long or was changed on the way. Check it and send it again.',
} as const;

export type MessageKey = keyof typeof defaultMessages;
export type Messages = Readonly<Record<MessageKey, string>>;

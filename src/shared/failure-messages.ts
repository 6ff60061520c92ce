/**
 * What the island says where no answer of an action came. Apart from the other texts, because these alone load with
 * the island.
 */
export const failureMessages = {
  network: 'The form could not be sent. Check your connection and try again.',
  timeout: 'The server took too long to answer. Try again.',
  unexpected: 'Something went wrong on our side. Try again later.',
  tooLarge: 'What you sent is too large.',
  forbidden: 'This form could not be accepted from here. Reload the page and try again.',
  unreadable: 'The server gave an answer that this page cannot read. Try again.',
} as const;

/** Why a submission has no answer of an action. */
export type FailureCode = keyof typeof failureMessages;

/**
 * What the island says where no answer of an action came. Apart from the other texts, because these alone load with
 * the island.
 */
export const failureMessages = {
  network: 'The form was not sent. Check your connection and try again.',
  timeout: 'The server took too long. Try again.',
  unexpected: 'Something went wrong on our side. Try again.',
  tooLarge: 'What you sent is too large.',
  forbidden: 'The form was not accepted. Reload the page and try again.',
  unreadable: 'The answer was not readable. Try again.',
} as const;

/** Why a submission has no answer of an action. */
export type FailureCode = keyof typeof failureMessages;

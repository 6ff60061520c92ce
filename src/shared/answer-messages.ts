/** What the island says to an answer that is not an action's. Apart from other texts, because they load when there is one. */
export const answerMessages = {
  unexpected: 'Something went wrong on our side. Try again.',
  tooLarge: 'What you sent is too large.',
  forbidden: 'The form was not accepted. Reload the page and try again.',
  unreadable: 'The answer was not readable. Try again.',
} as const;

/** What is wrong with an answer that is not an action's. */
export type AnswerCode = keyof typeof answerMessages;

import { type AnswerCode, answerMessages } from '../shared/answer-messages.js';
import type { ActionFormError } from './events.js';
import type { Plan } from './plan.js';

/** What is said to an answer that is not an action's. */
export function explain(status: number, texts: Plan['texts']): Pick<ActionFormError, 'status' | 'code' | 'message'> {
  const code = codeOf(status);
  return { status, code, message: texts[code] ?? answerMessages[code] };
}

function codeOf(status: number): AnswerCode {
  if (status === 413) return 'tooLarge';
  if (status === 403) return 'forbidden';
  return status < 500 ? 'unreadable' : 'unexpected';
}

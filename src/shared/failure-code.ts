import type { AnswerCode } from './answer-messages.js';
import type { SilenceCode } from './silence-messages.js';

/** Why a submission has no answer of an action. */
export type FailureCode = SilenceCode | AnswerCode;

import type { MessageKey } from '../shared/messages.js';
import type { Limits, SubmissionLimitError } from '../submission/limits.js';
import { currentLocale } from './locale.js';
import { inDigits } from './quantities.js';
import { runtime } from './runtime.js';
import { withAdvice } from './with-advice.js';

/** People fill in fields and do not name them: of a name that is refused they are told what helps. */
const texts = {
  names: 'tooManyFields',
  files: 'tooManyFiles',
  nameLength: 'formUnreadable',
  depth: 'formUnreadable',
  index: 'listTooLong',
} as const satisfies Record<keyof Limits, MessageKey>;

/**
 * What people are told of a form past a limit.
 *
 * @param locale BCP 47 tag. Default: the language of the request that is being answered.
 */
export function limitText({ limit, allowed, message }: SubmissionLimitError, locale = currentLocale()): string {
  // The first row has the number 0.
  const most = limit === 'index' ? allowed + 1 : allowed;
  const text = runtime().catalogue(locale)[texts[limit]].replace('{limit}', inDigits(most, locale));
  return withAdvice(text, `${message}.`);
}

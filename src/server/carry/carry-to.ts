import type { APIContext } from 'astro';
import type { RawValues } from '../../submission/values.js';
import { isOwnLocation, pagePath, withResult } from '../page-url.js';
import type { FormRecord } from '../record.js';
import type { SerializedResult } from '../serialize.js';
import { logError } from '../log.js';
import { carry, carryWord, type Carried } from './carry.js';
import { messages } from '../locale.js';

/** Characters of a message that a URL may carry. */
const WORD_LENGTH = 1000;

/** What is to be read where the browser goes. */
export interface Outcome extends Pick<Carried, 'key' | 'running'> {
  readonly action: string;
  readonly record?: Pick<FormRecord, 'action' | 'form' | 'says'> | undefined;
  readonly result: SerializedResult;
  readonly message?: string | undefined;
  readonly values?: RawValues;
}

/**
 * The location to send the browser to, with the result on its way there. With neither data nor message nothing is
 * carried: no cookie, no query; unless the browser goes back to the page of a form that has words for that. Other sites get
 * nothing either. A success whose result cannot be kept is a success all the same: what can be told of it in the URL is
 * told there.
 */
export async function carryTo(context: APIContext, location: string, outcome: Outcome): Promise<string> {
  const { result, message, record: form } = outcome;
  if (result.type === 'empty' && message === undefined) {
    const isAwaited = form?.says && location === pagePath(context.url);
    return isAwaited ? carryLittle(context, location, toWord(outcome)) : location;
  }
  const whole = await carryWhole(context, location, outcome);
  if (whole !== undefined) return whole;
  return carryLittle(context, location, { ...toWord(outcome), message: fits(message) ? message : messages().done });
}

/** The same for a failure, which the page can also show in place. Undefined when it cannot be kept. */
export async function carryWhole(context: APIContext, location: string, outcome: Outcome): Promise<string | undefined> {
  if (!isOwnLocation(location, context.url)) return location;
  try {
    return withResult(location, await carry(context, toCarried(outcome)));
  } catch (exception) {
    logError(`The result of the action ${JSON.stringify(outcome.action)} could not be kept:`, exception);
    return undefined;
  }
}

/** The location to send the browser to, with a message for the page there and nothing else. */
export function carryMessage(context: APIContext, location: string, message: string | undefined): string {
  if (!fits(message) || !isOwnLocation(location, context.url)) return location;
  return carryLittle(context, location, { message });
}

function carryLittle(context: APIContext, location: string, word: Carried): string {
  try {
    return withResult(location, carryWord(context, word));
  } catch (exception) {
    logError('A message could not be sealed:', exception);
    return location;
  }
}

function fits(message: string | undefined): message is string {
  return message !== undefined && message.length <= WORD_LENGTH;
}

/** That there was a success of this form, and no more. */
function toWord({ action, record }: Outcome): Carried {
  return { action, ...(record !== undefined && { record: ofForm(record) }) };
}

function ofForm({ action, form, says }: NonNullable<Outcome['record']>): NonNullable<Carried['record']> {
  return { action, form, ...(says && { says }) };
}

function toCarried({ action, record, result, message, values, key, running }: Outcome): Carried {
  return {
    action,
    result,
    ...(record !== undefined && { record: ofForm(record) }),
    ...(message !== undefined && { message }),
    ...(values !== undefined && { values }),
    ...(key !== undefined && { key }),
    ...(running !== undefined && { running }),
  };
}

import type { APIContext } from 'astro';
import type { RawValues } from '../../submission/values.js';
import { isOwnLocation, withResult } from '../page-url.js';
import type { FormRecord } from '../record.js';
import type { SerializedResult } from '../serialize.js';
import { carry, type Carried } from './carry.js';

interface Outcome {
  readonly action: string;
  readonly record: FormRecord | undefined;
  readonly result: SerializedResult;
  readonly message?: string | undefined;
  readonly values?: RawValues;
}

/**
 * The location to send the browser to, with the result on its way there. With neither data nor message nothing is
 * carried: no cookie, no query. Other sites get nothing either.
 */
export async function carryTo(context: APIContext, location: string, outcome: Outcome): Promise<string> {
  const { action, record, result, message, values } = outcome;
  if (result.type === 'empty' && message === undefined) return location;
  if (!isOwnLocation(location, context.url)) return location;
  const carried: Carried = {
    action,
    result,
    ...(record !== undefined && { record: { action: record.action, form: record.form } }),
    ...(message !== undefined && { message }),
    ...(values !== undefined && { values }),
  };
  return withResult(location, await carry(context, carried));
}

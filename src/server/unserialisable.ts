import { DevalueError, stringify } from 'devalue';
import { developerError } from './developer-error.js';

/** What to tell a developer whose handler returned something that cannot be sent, with the path of the culprit. */
export function unserialisable(data: unknown, cause: unknown): Error {
  const error = developerError(
    'What an action returned cannot be sent',
    describe(data),
    data instanceof Response
      ? 'An action answers with data. To go elsewhere, return `redirectTo(path, data)`; for a response of your own, write an endpoint.'
      : 'Return plain data: what JSON has, dates, maps, sets, bigints, URLs, typed arrays. Pick the fields that the page needs.',
    'The handler has run: what it did is done.',
  );
  error.cause = cause;
  return error;
}

function describe(data: unknown): string {
  if (data instanceof Response) return 'data is a Response.';
  try {
    stringify(data, { URL: (value) => value instanceof URL && value.href });
  } catch (exception) {
    if (exception instanceof DevalueError) return `data${exception.path} is ${kindOf(exception.value)}.`;
  }
  return 'reading it throws an exception.';
}

function kindOf(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (value instanceof Promise) return 'a promise';
  if (typeof value !== 'object' || value === null) return typeof value;
  const { constructor } = value;
  if (constructor === Object || typeof constructor !== 'function') return 'an object with symbols as keys';
  return `an instance of ${constructor.name || 'a class without a name'}`;
}

import { types } from 'node:util';
import {
  ActionError as AstroActionError,
  isActionError,
  isInputError,
} from 'astro/actions/runtime/entrypoints/server.js';
import { afterEach, describe, expect, test } from 'vitest';
import { ActionError, inputError, issuesOf } from '../../src/server/action-error.js';
import { fieldErrors } from '../../src/server/field-errors.js';
import { configure, runtime } from '../../src/server/runtime.js';
import { reviveResult, serializeError } from '../../src/server/serialize.js';

describe('ActionError', () => {
  test("is Astro's, both ways", () => {
    const ours = new ActionError({ code: 'GONE', message: 'Too late' });
    const theirs = new AstroActionError({ code: 'GONE' });
    expect(ours).toBeInstanceOf(AstroActionError);
    expect(theirs).toBeInstanceOf(ActionError);
    expect([isActionError(ours), isInputError(ours)]).toEqual([true, false]);
    expect(ours).toMatchObject({ code: 'GONE', status: 410, message: 'Too late' });
    expect(new Error('x')).not.toBeInstanceOf(ActionError);
    expect({ code: 'GONE' }).not.toBeInstanceOf(ActionError);
  });

  test('of a subclass is an instance of the subclass only when it is one', () => {
    class TooLate extends ActionError {}
    expect(new TooLate({ code: 'GONE' })).toBeInstanceOf(TooLate);
    expect(new ActionError({ code: 'GONE' })).not.toBeInstanceOf(TooLate);
  });

  test('with fields is an input error that keeps its code and message', () => {
    const error = new ActionError({
      code: 'CONFLICT',
      message: 'Sold out',
      fields: { 'items[0].sku': ['Sold out', 'Gone'], email: 'Taken', '': 'All wrong', missing: undefined },
    });
    expect(isInputError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'CONFLICT', status: 409, message: 'Sold out' });
    expect({ ...error.fields }).toEqual({ items: ['Sold out', 'Gone'], email: ['Taken'] });
    expect({ ...fieldErrors(error) }).toEqual({
      'items[0].sku': ['Sold out', 'Gone'],
      email: ['Taken'],
      '': ['All wrong'],
    });
  });

  test.each(['__proto__', 'constructor', 'toString', '__proto__.x'])('a field called %s pollutes nothing', (name) => {
    const error = inputError([{ path: name.split('.'), message: 'No', code: 'custom' }]);
    expect(fieldErrors(error)[name]).toEqual(['No']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('survives the wire, says nothing twice, and Astro reads it too', () => {
    const issues = [{ path: ['a', 0], message: 'No', code: 'custom' }];
    const serialized = serializeError(inputError(issues, { code: 'CONFLICT' }));
    expect(JSON.parse((serialized as { body: string }).body)).toEqual({
      type: 'AstroActionInputError',
      code: 'CONFLICT',
      status: 409,
      issues,
    });
    const { error } = reviveResult(serialized);
    expect(error).toMatchObject({ code: 'CONFLICT', status: 409 });
    expect(issuesOf(error)).toEqual(issues);
    expect(isInputError(AstroActionError.fromJson(JSON.parse((serialized as { body: string }).body)))).toBe(true);
  });
});

describe('the stack', () => {
  const { options } = runtime();
  const limit = Error.stackTraceLimit;
  afterEach(() => {
    configure(options, async () => ({}));
    Error.stackTraceLimit = limit;
  });
  const frames = ({ stack = '' }: Error) => stack.split('\n').filter((line) => line.startsWith('    at '));
  const made = () => inputError([{ path: ['name'], message: 'Enter a name', code: 'too_small' }]);

  test.each([true, false])('of an input error is there in development: %j', (dev) => {
    configure({ ...options, dev }, async () => ({}));
    const error = made();
    expect(frames(error).length > 0).toBe(dev);
    expect(error).toMatchObject({
      message: expect.stringContaining('Enter a name'),
      fields: { name: ['Enter a name'] },
    });
    expect(types.isNativeError(error)).toBe(true);
  });

  test('of other errors stays as deep as it was', () => {
    Error.stackTraceLimit = 3;
    made();
    expect(Error.stackTraceLimit).toBe(3);
    expect(frames(new ActionError({ code: 'GONE' })).length).toBeGreaterThan(0);
  });
});

describe('issues that JSON has no word for', () => {
  test.each<[string, object, unknown]>([
    ['a bigint', { maximum: 10n }, { maximum: '10' }],
    ['a function', { params: { run: () => 1 } }, { params: {} }],
  ])('%s: the error is sent all the same', (_, part, sent) => {
    const error = inputError([{ path: ['n'], message: 'Too big', code: 'custom', ...part }]);
    const { issues } = JSON.parse((serializeError(error) as { body: string }).body);
    expect(issues).toEqual([{ path: ['n'], message: 'Too big', code: 'custom', ...(sent as object) }]);
  });

  test.each<[string, () => object]>([
    [
      'one that holds itself',
      () => {
        const params: Record<string, unknown> = {};
        params['self'] = params;
        return { params };
      },
    ],
    [
      'one that throws when it is read',
      () => ({
        get params() {
          throw new Error('hunter2');
        },
      }),
    ],
  ])('%s: what people need of it is sent', (_, part) => {
    const issue = Object.defineProperties(
      { path: ['n'], message: 'No', code: 'custom' },
      Object.getOwnPropertyDescriptors(part()),
    );
    const { body } = serializeError(inputError([issue])) as { body: string };
    expect(JSON.parse(body).issues).toEqual([{ path: ['n'], message: 'No', code: 'custom' }]);
    expect(body).not.toContain('hunter2');
  });
});

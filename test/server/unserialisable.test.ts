import { describe, expect, test } from 'vitest';
import { unserialisable } from '../../src/server/unserialisable.js';

class Money {
  constructor(readonly cents: number) {}
}

describe('data that cannot be sent', () => {
  test.each<[string, unknown, string]>([
    ['a function', { user: { save: () => 1 } }, 'data.user.save is a function.'],
    ['a function alone', () => 1, 'data is a function.'],
    ['in a list', { items: [1, { run: () => 1 }] }, 'data.items[1].run is a function.'],
    ['in a map', { byId: new Map([['a', { save() {} }]]) }, 'data.byId.get("a").save is a function.'],
    ['under an odd key', { 'first name': Symbol('x') }, 'data["first name"] is a symbol.'],
    ['of a class', { total: new Money(5) }, 'data.total is an instance of Money.'],
    ['a promise', { later: Promise.resolve(1) }, 'data.later is a promise.'],
    ['a response', new Response('x'), 'data is a Response.'],
    [
      'that throws when it is read',
      {
        get total() {
          throw new Error('hunter2');
        },
      },
      'reading it throws an exception.',
    ],
  ])('%s: the error names the path', (_, data, text) => {
    const cause = new Error('the cause');
    const error = unserialisable(data, cause);
    expect(error.message).toContain(text);
    expect(error.message).not.toContain('hunter2');
    expect(error.cause).toBe(cause);
  });
});

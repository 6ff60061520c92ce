import { describe, expect, test } from 'vitest';
import { ActionError } from '../../src/server/action-error.js';
import { withError } from '../../src/server/respond.js';

const tooMany = new ActionError({ code: 'TOO_MANY_REQUESTS', retryAfter: 11.2 });

describe('a page that shows an error with a time to come back', () => {
  test.each([
    ['rendered', async () => new Response('the page', { status: 429, headers: { 'x-own': '1' } })],
    ['rendered under another status', async () => new Response('the page', { headers: { 'x-own': '1' } })],
  ])('says it where it was %s', async (_, render) => {
    const shown = withError(await render(), tooMany);
    expect([shown.status, shown.headers.get('retry-after'), shown.headers.get('x-own')]).toEqual([429, '12', '1']);
    expect(await shown.text()).toBe('the page');
  });

  test('says it where its headers cannot be changed', async () => {
    const fetched = await fetch('data:text/plain,the%20page');
    expect(() => fetched.headers.set('x', 'y')).toThrow(TypeError);
    const shown = withError(Object.defineProperty(fetched, 'status', { value: 429 }), tooMany);
    expect([shown.status, shown.headers.get('retry-after')]).toEqual([429, '12']);
    expect(shown.headers.get('content-type')).toBe('text/plain');
    expect(await shown.text()).toBe('the page');
  });
});

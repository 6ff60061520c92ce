import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';
import { foreignPaths, ownPaths } from '../support/locations.js';
import { request } from '../hostile/bodies/requests.js';
import { exchange } from '../hostile/support/exchange.js';
import { Visitor } from '../support/visitor.js';

let app: App;
beforeAll(async () => {
  app = await startTrouble();
});
afterAll(() => app.stop());

const call = (action: string, text: string) =>
  app.fetch(`/_actions/${action}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ text }),
  });

async function post(action: string, text: string, query = '') {
  const visitor = new Visitor(app);
  return visitor.post(await visitor.get(`/?form=${action}${query}`), [['text', text]]);
}

describe("redirectTo() with a visitor's text", () => {
  test.each(ownPaths)('goes to %s, natively and in the island', async (_, text, path) => {
    expect((await post('to', text)).headers.get('location')).toBe(path);
    expect((await call('to', text)).headers.get('x-action-location')).toBe(path);
  });

  test.each(foreignPaths)('goes nowhere for %s, natively and in the island', async (_, text) => {
    const posted = await post('to', text);
    expect([posted.status, posted.headers.get('location')]).toEqual([500, null]);
    const called = await call('to', text);
    expect([called.status, called.headers.get('x-action-location')]).toEqual([500, null]);
    expect(called.headers.get('set-cookie')).toBeNull();
  });
});

describe("safePath() with a visitor's text", () => {
  test.each(foreignPaths)('goes to its fallback for %s', async (_, text) => {
    expect((await post('safe', text)).headers.get('location')).toBe('/safe');
    expect((await call('safe', text)).headers.get('x-action-location')).toBe('/safe');
  });

  test.each(ownPaths)('goes to %s', async (_, text, path) => {
    expect((await post('safe', text)).headers.get('location')).toBe(path);
  });
});

describe("a form's `redirect` from the page's own query", () => {
  test.each(foreignPaths)('is left out for %s', async (_, text) => {
    const query = `&redirect=${encodeURIComponent(text.toWellFormed())}`;
    const { status, headers } = await post('quiet', 'x', query);
    expect(status).toBe(303);
    expect(new URL(headers.get('location')!, app.url).origin).toBe(app.url);
    expect(headers.get('location')).toMatch(/^\/\?form=quiet&redirect=/);
  });

  test('leads to a path of the site', async () => {
    expect((await post('quiet', 'x', '&redirect=/thanks?a=b')).headers.get('location')).toBe('/thanks?a=b');
  });
});

describe("a success without a redirect goes to its page's own path", () => {
  test.each([
    ['two slashes', '//evil.example/?_action=quiet'],
    ['a backslash', '/\\evil.example/?_action=quiet'],
    ['many slashes', '////evil.example//?_action=quiet'],
    ['dot segments', '/.//evil.example/?_action=quiet'],
    ['a whole address', 'http://evil.example//evil.example/?_action=quiet'],
    ['an encoded line break', '/%0d%0aSet-Cookie:%20x=y/?_action=quiet'],
  ])('whatever the request line says: %s', async (_, target) => {
    const sent = request({ path: target, body: 'text=x', more: ['Connection: close'] });
    const { text } = await exchange(Number(new URL(app.url).port), [sent]);
    const location = /\r\nlocation: (.*)\r\n/i.exec(text)?.[1];
    if (location !== undefined) expect(location).toMatch(/^\/(?!\/|\\)/);
    expect(text).not.toMatch(/\r\nset-cookie: x=y/i);
  });
});

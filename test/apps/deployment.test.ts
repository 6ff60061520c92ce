import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';

const env = { ACTION_FORMS_SECRET: 'one-secret-of-at-least-32-characters another-secret-of-32-characters-or-more' };
let app: App;
beforeAll(async () => {
  app = await startApp('test/fixtures/based', { env });
});
afterAll(() => app.stop());

describe('N24: base and trailingSlash: always', () => {
  test('a form posts to its own page and comes back to it', () => postAndReturn(app, '/docs/shop/'));

  test('a failure is the page again, and the texts of the site are used', async () => {
    const visitor = new Visitor(app);
    const failed = await visitor.post(await visitor.get('/docs/shop/'), [['text', '']]);
    expect(failed.status).toBe(400);
    expect(failed.html).toContain('Write something');
    expect(failed.html).toContain('Bitte prüfen');
  });

  test("the island's endpoint answers at its address", () => callEndpoint(app, '/docs/_actions/note/'));
});

describe('N24: base and trailingSlash: never', () => {
  let bare: App;
  beforeAll(async () => {
    bare = await startApp('test/fixtures/based', { env, address: { trailingSlash: 'never' } });
  });
  afterAll(() => bare.stop());

  test('a form posts to its own page and comes back to it', () => postAndReturn(bare, '/docs/shop'));

  test('a failure is the page again', async () => {
    const visitor = new Visitor(bare);
    const failed = await visitor.post(await visitor.get('/docs/shop'), [['text', '']]);
    expect(failed.status).toBe(400);
    expect(failed.html).toContain('Write something');
  });

  test("the island's endpoint answers at its address", () => callEndpoint(bare, '/docs/_actions/note'));
});

describe('a store of the app', () => {
  test('keeps what does not fit in a cookie', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/docs/shop/');
    const before = Number(page.text('writes'));
    const posted = await visitor.post(page, [
      ['text', 'x'.repeat(1000)],
      ['repeat', '50'],
    ]);
    const arrived = await visitor.follow(posted);
    expect(arrived.text('length')).toBe('50000');
    expect(Number(arrived.text('writes'))).toBe(before + 1);
  });
});

describe('N25: behind a TLS proxy with allowedDomains', () => {
  const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'site.example' };
  const post = (headers: Record<string, string>) =>
    app.fetch('/docs/_actions/note/', { method: 'POST', body: new URLSearchParams({ text: 'x' }), headers });

  test.each<[string, Record<string, string>, number]>([
    ["the site's own Origin", { ...proxied, origin: 'https://site.example' }, 200],
    [
      "the site's own Origin and Fetch Metadata",
      { ...proxied, origin: 'https://site.example', 'sec-fetch-site': 'same-origin' },
      200,
    ],
    ['an origin that is trusted', { ...proxied, origin: 'https://app.example', 'sec-fetch-site': 'cross-site' }, 200],
    ['another Origin', { ...proxied, origin: 'https://evil.example' }, 403],
    [
      'forged forwarded headers',
      { ...proxied, 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' },
      403,
    ],
    [
      'a forged scheme of another host',
      {
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'site.example.evil.example',
        origin: 'https://site.example.evil.example',
      },
      403,
    ],
  ])('%s', async (_, headers, status) => {
    expect((await post(headers)).status).toBe(status);
  });

  test('cookies are Secure and carry the __Host- prefix', async () => {
    const headers = { ...proxied, origin: 'https://site.example' };
    const response = await app.fetch('/docs/shop/?_action=note', {
      method: 'POST',
      body: new URLSearchParams({ text: 'x' }),
      headers,
    });
    expect(response.status).toBe(303);
    const cookies = response.headers.getSetCookie();
    expect(cookies).toHaveLength(3);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-action-/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).not.toMatch(/Domain/i);
    }
  });
});

async function postAndReturn(site: App, path: string): Promise<void> {
  const visitor = new Visitor(site);
  const page = await visitor.get(`${path}?page=2`);
  expect(page.html).toContain(`data-action-url="/docs/_actions/note${path.endsWith('/') ? '/' : ''}"`);
  const posted = await visitor.post(page, [['text', 'hello']]);
  expect(posted.status).toBe(303);
  const [pathname, query] = posted.headers.get('location')?.split('?') ?? [];
  expect(pathname).toBe(path);
  expect(query).toMatch(/^page=2&_result=[\w-]{22}$/);
  expect((await visitor.follow(posted)).text('length')).toBe('5');
}

async function callEndpoint(site: App, path: string): Promise<void> {
  const body = new URLSearchParams({ text: 'x' });
  const headers = { 'sec-fetch-site': 'same-origin' };
  expect((await site.fetch(path, { method: 'POST', body, headers })).status).toBe(200);
}

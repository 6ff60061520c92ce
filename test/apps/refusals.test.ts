import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';

let app: App;
beforeAll(async () => {
  app = await startApp('test/fixtures/site');
});
afterAll(() => app.stop());

const URL_ENCODED = 'application/x-www-form-urlencoded';
const own = { 'sec-fetch-site': 'same-origin' };
const runs = async (): Promise<Record<string, number>> => (await app.fetch('/runs.json')).json();
const call = (
  path: string,
  body: BodyInit | undefined,
  type: string | undefined,
  headers: Record<string, string> = own,
) =>
  app.fetch(path, {
    method: 'POST',
    headers: { ...headers, ...(type !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });

describe('requests that no form of the site makes', () => {
  test.each<[string, string, BodyInit | undefined, string | undefined, number]>([
    ['an unknown action', '/_actions/nope', 'a=1', URL_ENCODED, 404],
    ['an action below an action', '/_actions/note.more', 'a=1', URL_ENCODED, 404],
    ['a group instead of an action', '/_actions/item', 'a=1', URL_ENCODED, 404],
    ['an inherited name', '/_actions/__proto__', 'a=1', URL_ENCODED, 404],
    ['an inherited name below', '/_actions/item.constructor', 'a=1', URL_ENCODED, 404],
    ['toString', '/_actions/toString', 'a=1', URL_ENCODED, 404],
    ['no name', '/_actions/', 'a=1', URL_ENCODED, 404],
    ['a native post to an unknown action', '/thank?_action=nope', 'a=1', URL_ENCODED, 404],
    ['a badly encoded name in the query', '/thank?_action=%25E0%25A4%25A', 'a=1', URL_ENCODED, 404],
    ['malformed JSON', '/_actions/json', '{"name":', 'application/json', 400],
    ['malformed multipart', '/_actions/note', 'nonsense', 'multipart/form-data; boundary=x', 400],
    ['multipart without a boundary', '/_actions/note', 'nonsense', 'multipart/form-data', 400],
    ['malformed multipart, native', '/thank?_action=thank', 'nonsense', 'multipart/form-data; boundary=x', 400],
    ['a type that is neither form nor JSON', '/_actions/note', 'text=1', 'text/plain', 415],
    ['JSON for a form action', '/_actions/note', '{"text":"x"}', 'application/json', 415],
    ['a form for a JSON action', '/_actions/json', 'name=x', URL_ENCODED, 415],
    ['no body and no type for a form action', '/_actions/note', undefined, undefined, 415],
    ['a body over the limit', '/_actions/note', `text=${'x'.repeat(1024 * 1024)}`, URL_ENCODED, 413],
    ['a body over the limit, native', '/thank?_action=thank', `text=${'x'.repeat(1024 * 1024)}`, URL_ENCODED, 413],
    ['too many separators', '/_actions/note', '&'.repeat(100_000), URL_ENCODED, 413],
    ['a record that we did not seal', '/_actions/note', 'text=x&_action_form=forged', URL_ENCODED, 400],
    ['two records', '/_actions/note', 'text=x&_action_form=a&_action_form=b', URL_ENCODED, 400],
  ])('%s gets a clear answer, and runs nothing', async (_, path, body, type, status) => {
    const before = await runs();
    const response = await call(path, body, type);
    expect(response.status).toBe(status);
    expect((await response.text()).length).toBeGreaterThan(0);
    expect(await runs()).toEqual(before);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s of an action is a 405 that names POST', async (method) => {
    const response = await app.fetch('/_actions/note', { method, headers: own });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  test('PUT of a page with an action in its query runs nothing', async () => {
    const response = await app.fetch('/thank?_action=thank', {
      method: 'PUT',
      headers: own,
      body: new URLSearchParams({ text: 'x' }),
    });
    expect(response.status).toBe(405);
  });

  test('a streamed body over the limit is refused', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.byteLength;
        if (sent > 8 * 1024 * 1024) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { ...own, 'content-type': URL_ENCODED } };
    const response = await app.fetch('/_actions/note', init as RequestInit).catch(() => undefined);
    // A server may close the connection of a body that it does not want to read on.
    if (response !== undefined) expect(response.status).toBe(413);
    expect((await app.fetch('/')).status).toBe(200);
  });

  test('an endpoint of the app itself may read larger bodies', async () => {
    const response = await call('/runs.json', 'x'.repeat(2 * 1024 * 1024), 'text/plain');
    expect(await response.text()).toBe(`read ${2 * 1024 * 1024}`);
  });

  test('fields that the schema lacks are ignored', async () => {
    const response = await call(
      '/_actions/note',
      'text=x&__proto__=1&constructor.prototype.x=1&more[0]=1',
      URL_ENCODED,
    );
    expect(response.status).toBe(200);
  });

  test('the page can read the body of a post that an action has read', async () => {
    const { html } = await new Visitor(app).post(
      { path: '/body', html: '<form></form>', status: 200, headers: new Headers(), text: () => '' },
      [['text', '']],
      { action: '?_action=note' },
    );
    expect(html).toContain('text=');
  });
});

describe('who may post', () => {
  test.each<[string, Record<string, string>, number]>([
    ['the site itself', { 'sec-fetch-site': 'same-origin' }, 200],
    ['the site itself, by Referer only (w3m, lynx)', { referer: 'SELF/form' }, 200],
    ['a program that gives the Origin (curl)', { origin: 'SELF' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another site with JSON', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }, 403],
    ['a sibling of the site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a program that says nothing', {}, 403],
    ['another Origin', { origin: 'https://evil.example' }, 403],
    ['another Referer', { referer: 'https://evil.example/' }, 403],
  ])('%s', async (_, headers, status) => {
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('SELF', app.url)]),
    );
    const response = await call('/_actions/note', new URLSearchParams({ text: 'x' }), undefined, filled);
    expect(response.status).toBe(status);
  });

  test('api: true lets in programs that say nothing, and nobody else more', async () => {
    expect((await call('/_actions/open', 'text=x', URL_ENCODED, {})).status).toBe(200);
    expect((await call('/_actions/open', 'text=x', URL_ENCODED, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await call('/any?_action=open', 'text=x', URL_ENCODED, {})).status).toBe(303);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('the whole site is guarded: %s of an endpoint', async (method) => {
    const refused = await app.fetch('/runs.json', { method, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(refused.status).toBe(403);
  });
});

describe('carried results', () => {
  test('of another browser, changed or unknown, are ignored', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/thank'), [['text', 'mine']]);
    const location = posted.headers.get('location')!;
    const path = location.slice(0, location.indexOf('#'));

    expect((await new Visitor(app).get(path)).text('message')).toBe('no message');
    const thief = new Visitor(app);
    await thief.post(await thief.get('/thank'), [['text', 'theirs']]);
    for (const [name, value] of visitor.cookies) if (name.startsWith('action-result-')) thief.cookies.set(name, value);
    expect((await thief.get(path)).text('message')).toBe('no message');

    const cookie = [...visitor.cookies.keys()].find((name) => name.startsWith('action-result-'))!;
    const value = visitor.cookies.get(cookie)!;
    visitor.cookies.set(cookie, `${value.slice(0, -4)}AAAA`);
    const shown = await visitor.get(path);
    expect(shown.status).toBe(200);
    expect(shown.text('message')).toBe('no message');
    visitor.cookies.set(cookie, value);
    expect((await visitor.get(path)).text('message')).toContain('mine');
  });

  test.each(['', 'x', '../../etc', 'A'.repeat(22), '%00', '__proto__'])(
    'an id that was never given (%j) is ignored',
    async (id) => {
      const response = await app.fetch(`/arrived?_result=${id}`, {
        headers: { cookie: 'action-binding=x; action-result-__proto__=1' },
      });
      expect(response.status).toBe(200);
    },
  );
});

describe('direct calls', () => {
  test('in frontmatter run on the request that is answered', async () => {
    const page = await new Visitor(app).get('/');
    expect(page.status, app.output()).toBe(200);
    expect(page.text('direct')).toBe('Hello, Ada!');
    expect(page.text('or-throw')).toBe('Hello, Grace!');
    expect(page.text('failed')).toBe('BAD_REQUEST');
  });
});

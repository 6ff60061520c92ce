import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from '../hostile/bodies/requests.js';
import { exchange } from '../hostile/support/exchange.js';
import type { App } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';
import { Visitor } from '../support/visitor.js';

let app: App;
beforeAll(async () => {
  app = await startTrouble();
});
afterAll(() => app.stop());

const URL_ENCODED = 'application/x-www-form-urlencoded';
const runs = async (): Promise<string[]> => (await app.fetch('/runs.json')).json();
const call = (action: string, text = 'x', headers: Record<string, string> = {}) =>
  app.fetch(`/_actions/${action}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams({ text }),
  });

async function visit(action: string, values: [string, string][], { member = false, query = '' } = {}) {
  const visitor = new Visitor(app);
  if (member) visitor.cookies.set('member', 'Ada');
  const page = await visitor.get(`/?form=${action}${query}`);
  return { visitor, posted: await visitor.post(page, values) };
}

/** Only the head of a request, with a body that is announced and never comes. */
const headOnly = (path: string) => send(request({ path, body: '', length: 1000 }));

const send = (...pieces: string[]) =>
  exchange(Number(new URL(app.url).port), pieces, { linger: pieces.length > 1 ? 4000 : 0 });

describe('a guard that refuses', () => {
  test('natively: its status, its message, what was typed, and the handler does not run', async () => {
    const { posted } = await visit('members', [['text', 'a long letter']], { query: '&run=native-refused' });
    expect(posted.status).toBe(401);
    expect(posted.html).toContain('Log in, then send again');
    expect(posted.html).toContain('value="a long letter"');
    expect(posted.html).toContain('<title>Error: a long letter</title>');
    const ran = (await runs()).filter((run) => run.endsWith('native-refused'));
    expect(ran).toEqual(['guard native-refused']);
  });

  test('natively, a repetition of what is done once keeps its key with what was typed: sent again, it gets the outcome', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/?form=onceLimited&run=once-limited');
    const values: [string, string][] = [['text', 'a double click']];
    expect((await visitor.post(page, values)).status).toBe(303);
    const refused = await visitor.post(page, values);
    expect(refused.status).toBe(429);
    expect(refused.html).toContain('value="a double click"');
    const again = await visitor.post(refused, values);
    expect(again.status).toBe(303);
    expect((await visitor.follow(again)).status).toBe(200);
    expect((await runs()).filter((run) => run === 'limited once a double click')).toHaveLength(1);
  });

  test('natively, the schema is not asked about what was typed', async () => {
    const { posted } = await visit('members', [['text', '']]);
    expect(posted.status).toBe(401);
    expect(posted.html).not.toContain('Write something');
  });

  test('natively, `whenInvalid="redirect"` holds', async () => {
    const { visitor, posted } = await visit('members', [['text', 'kept']], { query: '&invalid=redirect' });
    expect(posted.status).toBe(303);
    const arrived = await visitor.follow(posted);
    expect([arrived.status, arrived.html]).toEqual([200, expect.stringContaining('Log in, then send again')]);
    expect(arrived.html).toContain('value="kept"');
  });

  test('in the island: its status and its message', async () => {
    const response = await call('members');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'UNAUTHORIZED', message: 'Log in, then send again' });
  });

  test.each([
    ['the island, refused', '/_actions/members', '401'],
    ['the island, too often', '/_actions/limited', '429'],
    ['the island, sent on', '/_actions/toLogin', '401'],
    ['natively, too often', '/?form=limited&_action=limited', '429'],
    ['natively, sent on', '/?form=toLogin&_action=toLogin', '303'],
  ])('%s: is answered before the body has come', async (_, path, status) => {
    const answer = await headOnly(path);
    expect(answer.statuses.map(String)).toEqual([status]);
  });

  test('keeps its refusal where the body that is read for the page is malformed', async () => {
    const response = await app.fetch('/?form=members&_action=members', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' },
      body: 'nonsense',
    });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('Log in, then send again');
  });

  test('reads no more of a body for the page than the limit', async () => {
    const response = await app.fetch('/?form=members&_action=members', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': URL_ENCODED },
      body: `text=${'x'.repeat(2 * 1024 * 1024)}`,
    });
    expect(response.status).toBe(401);
    expect((await response.text()).length).toBeLessThan(10_000);
  });
});

describe('middleware of the app', () => {
  test.each(['members', 'limited', 'toLogin', 'open', 'thrown'])(
    'may read the body after %s has been answered',
    async (action) => {
      for (const path of [`/_actions/${action}?log`, `/?form=${action}&_action=${action}&log`]) {
        const response = await app.fetch(path, {
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin' },
          body: new URLSearchParams({ text: 'typed' }),
        });
        expect([path, response.headers.get('x-read')]).toEqual([path, 'text=typed']);
      }
    },
  );
});

describe('a guard that lets pass', () => {
  test.each([
    [
      'natively',
      async (run: string) =>
        (await visit('members', [['text', 'x']], { member: true, query: `&run=${run}` })).posted.status,
      303,
    ],
    [
      'in the island',
      async (run: string) => (await call(`members?run=${run}`, 'x', { cookie: 'member=Ada' })).status,
      200,
    ],
    [
      'called directly',
      async (run: string) =>
        (await app.fetch(`/direct?call=members&run=${run}`, { headers: { cookie: 'member=Ada' } })).status,
      200,
    ],
  ] as const)('%s: runs once for a call, before the handler, which gets what it added', async (how, ask, status) => {
    const run = how.replaceAll(' ', '-');
    expect(await ask(run)).toBe(status);
    // The page calls the action twice: once as it is, once as `orThrow`.
    const times = how === 'called directly' ? 2 : 1;
    const ran = (await runs()).filter((name) => name.endsWith(` ${run}`)).toSorted();
    expect(ran).toEqual([...Array(times).fill(`guard ${run}`), ...Array(times).fill(`members ${run}`)]);
  });

  test('what it added is the result of the action', async () => {
    const response = await call('members', 'hello', { cookie: 'member=Ada' });
    expect(await response.text()).toContain('"Ada"');
  });

  test('bad input is an error of the schema as ever', async () => {
    const { posted } = await visit('members', [['text', '']], { member: true });
    expect(posted.status).toBe(400);
    expect(posted.html).toContain('Write something');
  });
});

describe('a guard that sends the visitor on', () => {
  test('natively: a 303 with its message, and no form says that it succeeded', async () => {
    const { visitor, posted } = await visit('toLogin', [['text', 'x']]);
    expect(posted.status).toBe(303);
    const arrived = await visitor.follow(posted);
    expect(posted.headers.get('location')).toMatch(/^\/\?form=open&_result=/);
    expect(arrived.text('message')).toBe('Log in first');
    expect(arrived.html).toMatch(/<p role="status" data-action-status><\/p>/);
    expect(arrived.text('result')).toBe('no result');
  });

  test('in the island: an error, and where to go', async () => {
    const response = await call('toLogin');
    expect(response.status).toBe(401);
    expect(response.headers.get('x-action-location')).toMatch(/^\/\?form=open&_result=/);
    expect(await response.json()).toMatchObject({ code: 'UNAUTHORIZED', message: 'Log in first' });
  });

  test('called directly: an error', async () => {
    const page = await new Visitor(app).get('/direct?call=toLogin');
    expect([page.text('code'), page.text('or-throw')]).toEqual(['UNAUTHORIZED', 'Log in first']);
  });
});

describe('a guard against too many', () => {
  test.each([
    [
      'natively',
      async () =>
        app.fetch('/?form=limited&_action=limited', {
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin' },
          body: new URLSearchParams({ text: 'typed' }),
        }),
    ],
    ['in the island', () => call('limited', 'typed')],
  ])('%s: 429, when to come back, and the form is not read', async (_, ask) => {
    const response = await ask();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('12');
    const said = await response.text();
    expect(said).toContain('Try again later');
    expect(said).not.toContain('typed');
    expect(said).not.toContain('retryAfter');
    expect(await runs()).not.toContain('limited');
  });

  test('the next request on the connection is answered', async () => {
    const body = `text=${'x'.repeat(500_000)}`;
    const first = request({ path: '/?form=limited&_action=limited', body });
    const second = request({ method: 'GET', path: '/runs.json', head: ['Host: x', 'Connection: close'], body: '' });
    const { statuses } = await send(first, second);
    expect(statuses).toEqual([429, 200]);
  });
});

describe('limits of one action', () => {
  test.each([
    ['small', 80, 200],
    ['small', 200, 413],
    ['roomy', 2 * 1024 * 1024, 200],
    ['roomy', 4 * 1024 * 1024, 413],
    ['open', 2 * 1024 * 1024, 413],
  ])('%s takes %i bytes: %i', async (action, length, status) => {
    const response = await call(action, 'x'.repeat(length));
    expect(response.status).toBe(status);
    if (status === 413) expect(await response.text()).toMatch(/too large. Send at most (100 bytes|3 MB|1 MB)/);
    const native = await app.fetch(`/?form=${action}&_action=${action}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ text: 'x'.repeat(length) }),
    });
    expect(native.status).toBe(status === 200 ? 303 : status);
  });

  test('a body that says its length is refused before it has come', async () => {
    expect((await headOnly('/_actions/small')).statuses).toEqual([413]);
  });

  test('a body that does not say its length is refused at the limit', async () => {
    const head = request({ path: '/_actions/small', more: ['Transfer-Encoding: chunked'], length: null, body: '' });
    const { statuses } = await send(head, `c8\r\n${'x'.repeat(200)}\r\n`);
    expect(statuses).toEqual([413]);
  });

  test('names are counted by the limit of the action', async () => {
    const post = (names: number) =>
      app.fetch('/_actions/few', {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams([['text', 'x'], ...Array.from({ length: names - 1 }, (_, at) => [`n${at}`, ''])]),
      });
    expect((await post(2)).status).toBe(204);
    const refused = await post(3);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ message: 'The form has too many fields. Send at most 2.' });
  });
});

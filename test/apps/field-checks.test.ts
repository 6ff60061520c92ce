import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';

const HEADER = 'x-action-validate';

let app: App;
let record: string;
beforeAll(async () => {
  app = await startTrouble();
  record = /name="_action_form" value="([^"]*)"/.exec(await (await app.fetch('/checked')).text())?.[1] ?? '';
});
afterAll(() => app.stop());

type Values = Record<string, string> | [string, string][];

interface Sent {
  readonly headers?: Record<string, string>;
  readonly path?: string;
  readonly to?: App;
}

const check = (action: string, names: string, values: Values, { headers, path, to = app }: Sent = {}) =>
  to.fetch(path ?? `/_actions/${action}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', [HEADER]: names, ...headers },
    body: new URLSearchParams(values),
  });

async function issues(names: string, values: Values): Promise<{ name: string; message: string }[]> {
  const response = await check('checked', names, values);
  expect(response.status).toBe(200);
  const body = (await response.json()) as { issues: { name: string; message: string }[] };
  expect(Object.keys(body)).toEqual(['issues']);
  return body.issues.map(({ name, message }) => ({ name, message }));
}

const runs = async (): Promise<string[]> => (await app.fetch('/runs.json')).json();

describe('what a check of fields is answered with', () => {
  test('the issues of the fields that were asked for, as JSON that is not stored', async () => {
    const response = await check('checked', 'name,email', { name: '', email: 'x' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      // An async check is done last.
      issues: [
        expect.objectContaining({ path: ['email'], name: 'email', message: 'Enter an email address' }),
        expect.objectContaining({ path: ['name'], name: 'name', message: 'Enter a name' }),
      ],
    });
  });

  test.each<[string, string, Values, { name: string; message: string }[]]>([
    ['nothing of other fields', 'name', { name: 'Bo' }, []],
    ['async refinements run', 'name', { name: 'ada' }, [{ name: 'name', message: 'That name is taken' }]],
    [
      'a field of a row',
      'rows[3].sku',
      { 'rows[3].sku': '', 'rows[3].qty': 'x' },
      [{ name: 'rows[3].sku', message: 'Enter a SKU' }],
    ],
    [
      'in the spelling that was asked for',
      'rows.3.sku',
      { 'rows.3.sku': '' },
      [{ name: 'rows.3.sku', message: 'Enter a SKU' }],
    ],
    [
      'what is below a field, under its own name',
      'rows',
      { 'rows[0].sku': 'a' },
      [{ name: 'rows[0].qty', message: 'Enter a number' }],
    ],
    [
      'one of several values, at their name',
      'tags',
      [
        ['tags', 'abc'],
        ['tags', 'abcd'],
      ],
      [{ name: 'tags', message: 'Too long' }],
    ],
    ['with brackets at its end', 'tags%5B%5D', { 'tags[]': 'abcd' }, [{ name: 'tags[]', message: 'Too long' }]],
    ['a key of digits is no row', 'codes.5', { 'codes.5': 'abc' }, [{ name: 'codes.5', message: 'Too long a code' }]],
    ['a name with a comma', 'codes.a%2Cb', { 'codes.a,b': 'abc' }, [{ name: 'codes.a,b', message: 'Too long a code' }]],
    ['a name that the schema lacks', 'nothing', {}, []],
    ['a name that is no path', 'a%5B', {}, []],
    ['a name of every object', '__proto__,constructor', {}, []],
    [
      'without the record, what the page fixes is missing',
      'owner',
      {},
      [{ name: 'owner', message: 'Nobody owns this' }],
    ],
  ])('%s', async (_, names, values, found) => {
    expect(await issues(names, values)).toEqual(found);
  });

  test('what is wrong with the form as a whole, only where it is asked for', async () => {
    const values = { name: 'Bo', email: 'Bo@example.org', _action_form: record };
    expect(await issues('name,', values)).toEqual([{ name: '', message: 'Do not put your name into the address' }]);
    expect(await issues('name', values)).toEqual([]);
  });

  test("the record's bound input and time zone apply", async () => {
    expect(await issues('owner', { _action_form: record })).toEqual([]);
    expect(await issues('at', { at: '2029-12-31T20:00', _action_form: record })).toEqual([]);
    expect(await issues('at', { at: '2029-12-31T20:00' })).toEqual([{ name: 'at', message: 'Too early' }]);
  });
});

describe('what a check never does', () => {
  test('it runs no handler, also when all is right', async () => {
    const values = { name: 'Bo', email: 'cy@example.org', _action_form: record };
    expect(await issues('name,email,', values)).toEqual([]);
    await check('members', 'text', { text: '' });
    await check('checkedOnce', 'text', { text: 'x' });
    expect((await runs()).filter((run) => !run.startsWith('guard'))).toEqual([]);
  });

  test.each(['twice', 'again', 'tw%69ce', 'a%20b.also', 'a%20b.%61lso', 'again/'])(
    'it runs no handler by any name of an action: %s',
    async (name) => {
      const response = await check(name, 'text', {});
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ issues: [{ name: 'text' }] });
      expect((await check(name, 'text', { text: 'x' })).status).toBe(200);
      expect(await runs()).not.toContain('twice');
    },
  );

  test('it uses no one-time key up, and gives none: what was checked is then done, once', async () => {
    const html = await (await app.fetch('/?form=checkedOnce')).text();
    const values = { text: 'x', _action_key: /name="_action_key" value="([^"]*)"/.exec(html)?.[1] ?? 'missing' };
    const checked = await check('checkedOnce', 'text', values);
    expect([checked.status, checked.headers.get('x-action-key')]).toEqual([200, null]);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const send = () =>
      app.fetch('/_actions/checkedOnce', { method: 'POST', headers, body: new URLSearchParams(values) });
    expect([(await send()).status, (await send()).status]).toEqual([204, 204]);
    expect((await runs()).filter((run) => run === 'checkedOnce')).toHaveLength(1);
  });

  test('it says nothing of an exception', async () => {
    const response = await check('checked', 'name', { name: 'Bo', trap: 'throw' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
  });
});

describe('what keeps fields from being checked is an error as for any call', () => {
  test.each<[string, string, string, Values, Sent, number]>([
    ['another site', 'checked', 'name', {}, { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['a guard', 'members', 'text', { text: '' }, {}, 401],
    ['a guard that sends on', 'toLogin', 'text', { text: '' }, {}, 401],
    ['a guard with messages beside fields', 'refusedFields', 'name', {}, {}, 403],
    ['a limit of rate', 'limited', 'text', { text: '' }, {}, 429],
    ['too long a body', 'small', 'text', { text: 'x'.repeat(200) }, {}, 413],
    ['too many names', 'few', 'text', { a: '', b: '', c: '' }, {}, 413],
    ['a forged record', 'checked', 'name', { _action_form: 'forged' }, {}, 400],
    ['an unknown action', 'nothing', 'name', {}, {}, 404],
    ['no schema', 'bare', 'name', { name: '' }, {}, 400],
    ["an action of Astro's own", 'astros', 'name', {}, {}, 400],
    ['too long a header', 'checked', 'n'.repeat(9000), {}, {}, 400],
    ['ten thousand names', 'checked', 'n,'.repeat(5000), {}, {}, 400],
    ['no encoding', 'checked', '%E0%A4%A', {}, {}, 400],
    ['half an encoding', 'checked', 'name,%', {}, {}, 400],
  ])('%s', async (_, action, names, values, sent, status) => {
    const response = await check(action, names, values, sent);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('x-action-location')).toBeNull();
    expect(await response.json()).not.toHaveProperty('issues.0.name', 'name');
  });

  test('an action that takes JSON', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', [HEADER]: 'text', 'content-type': 'application/json' };
    const response = await app.fetch('/_actions/json', { method: 'POST', headers, body: '{"text":"x"}' });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("no form's schema")]);
    expect(await runs()).not.toContain('json');
  });
});

test('a native post cannot ask for it: it is what it always is', async () => {
  const before = (await runs()).filter((run) => run === 'large native').length;
  const response = await check('large', 'text', { text: 'native' }, { path: '/?form=large&_action=large' });
  expect(response.status).toBe(303);
  expect((await runs()).filter((run) => run === 'large native')).toHaveLength(before + 1);
});

describe('where src/fetch.ts runs actions before any middleware', () => {
  let early: App;
  beforeAll(async () => {
    early = await startApp('test/fixtures/fetch-first');
  });
  afterAll(() => early.stop());

  const count = async () => Number(/id="runs">(\d+)/.exec(await (await early.fetch('/')).text())?.[1]);

  test.each([
    ['right', 'x', 204],
    ['wrong', '', 400],
  ])('a field that is %s is checked, and the handler does not run', async (_, text, status) => {
    const before = await count();
    const response = await check('note', 'text', { text }, { to: early });
    expect(response.status).toBe(status);
    if (status === 400) expect(await response.json()).toMatchObject({ issues: [{ name: 'text' }] });
    expect(await count()).toBe(before);
  });
});

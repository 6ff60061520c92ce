import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';

let app: App;
beforeAll(async () => {
  app = await startApp('test/fixtures/fetch-first');
});
afterAll(() => app.stop());

const count = async (what: string): Promise<number> =>
  Number(new RegExp(`id="${what}">(\\d+)`).exec(await (await app.fetch('/')).text())?.[1]);
const runs = () => count('runs');
const post = (path: string, headers: Record<string, string>, text = 'x') =>
  app.fetch(path, { method: 'POST', headers, body: new URLSearchParams({ text }) });

describe('an app whose src/fetch.ts runs actions before any middleware', () => {
  test.each([
    ['RPC', '/_actions/note'],
    ['a native form', '/?_action=note'],
  ])('%s from another site is refused, and the handler does not run', async (_, path) => {
    const before = await runs();
    const response = await post(path, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(await runs()).toBe(before);
  });

  test('JSON from another site is refused too', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' };
    const response = await app.fetch('/_actions/json', { method: 'POST', headers, body: '{"crash":false}' });
    expect(response.status).toBe(403);
  });

  test('the site itself may post, and errors are those of the schema', async () => {
    expect((await post('/_actions/note', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    const refused = await post('/_actions/note', { 'sec-fetch-site': 'same-origin' }, '');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Write something');
  });

  test.each([
    ['RPC', '/_actions/note'],
    ['a native form', '/?_action=note'],
  ])('%s: guards run once for a call, and refuse before the handler', async (_, path) => {
    const before = [await count('guards'), await runs()] as const;
    expect((await post(path, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect([await count('guards'), await runs()]).toEqual([before[0] + 1, before[1] + 1]);
    const refused = await post(path, { 'sec-fetch-site': 'same-origin', 'x-user': 'nobody' });
    expect(refused.status).toBe(401);
    expect([await count('guards'), await runs()]).toEqual([before[0] + 1, before[1] + 1]);
  });

  test('the text of an exception stays on the server', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    const response = await app.fetch('/_actions/json', { method: 'POST', headers, body: '{"crash":true}' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
  });
});

describe('such an app whose src/actions throws while it is loaded', () => {
  let broken: App;
  beforeAll(async () => {
    broken = await startApp('test/fixtures/fetch-first', { env: { ACTIONS: 'broken' } });
  });
  afterAll(() => broken.stop());

  test.each([
    ['RPC', '/_actions/note', { 'sec-fetch-site': 'same-origin' }],
    ['RPC of a program', '/_actions/note', {}],
    ['a native form', '/?_action=note', { 'sec-fetch-site': 'same-origin' }],
    ['a native form of a program', '/?_action=note', {}],
  ] as [string, string, Record<string, string>][])(
    '%s gets a 500 that says nothing of it, and the log the rest',
    async (_, path, headers) => {
      const body = new URLSearchParams({ text: 'x' });
      const response = await broken.fetch(path, { method: 'POST', headers, body });
      const said = [...[...response.headers].flat(), await response.text()].join('\n');
      expect(response.status).toBe(500);
      expect(said).not.toContain('hunter2');
      await expect.poll(() => broken.output(), { timeout: 5000 }).toMatch(/hunter2 in src\/actions/);
    },
  );
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';
import { Visitor } from '../support/visitor.js';

/** What the exceptions of the fixture have in their texts, names, codes and causes. */
const SECRET = 'hunter2';
const MASKED =
  /(?:Something went wrong on our side\. Try again|This was done, but the details cannot be shown right now)\. \((\w{8})\)/;

const forms = [
  'handler',
  'rejection',
  'thrownText',
  'thrownObject',
  'raw',
  'refinement',
  'asyncRefinement',
  'transform',
  'preprocess',
  'messageOf',
  'guard',
  'asyncGuard',
  'addition',
  'returned',
  'returnedDeep',
  'returnedProxy',
  'returnedFunction',
  'returnedResponse',
  'redirected',
  'redirectedData',
];
const json = ['jsonHandler', 'jsonRefinement', 'jsonReturned', 'jsonGuard'];
/** These have run when their data turns out to be unsendable; a caller on the server gets the data itself. */
const sendable = new Set([
  'returned',
  'returnedDeep',
  'returnedProxy',
  'returnedFunction',
  'returnedResponse',
  'redirectedData',
  'jsonReturned',
]);

let app: App;
beforeAll(async () => {
  app = await startTrouble();
});
afterAll(() => app.stop());

/** Everything of an answer that a client can read. */
async function allOf(response: Response): Promise<string> {
  return [response.statusText, ...[...response.headers].flat(), await response.text()].join('\n');
}

function call(action: string, type = 'application/x-www-form-urlencoded', body = 'text=x') {
  return app.fetch(`/_actions/${action}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
    body,
  });
}

/** What is no `Error` has no stack. */
const withoutStack = new Set(['thrownText', 'thrownObject']);

/** The log has the id, the action, the exception and its stack, and every line of it is marked. */
async function expectLogged(id: string | undefined, action: string): Promise<void> {
  const entry = new RegExp(
    `^\\[astro-action-forms\\] Unexpected exception in the action "${action}", id ${id}:\n((?: {2}\\| .*\n)+)`,
    'm',
  );
  await expect.poll(() => app.output(), { timeout: 5000 }).toMatch(entry);
  const logged = entry.exec(app.output())?.[1];
  expect(logged).toMatch(/hunter2|is a Response|reading it throws/);
  if (!withoutStack.has(action)) expect(logged).toMatch(/^ {2}\| +at .+:\d+:\d+\)?$/m);
  expect(app.output()).not.toMatch(/^\[astro-action-forms\] All is well/m);
  expect(app.output()).not.toContain('\u001b[2J');
}

describe('what an exception says stays on the server', () => {
  test.each(forms)('island, %s: a 500 with an id, and the rest in the log', async (action) => {
    const response = await call(action);
    expect(response.status).toBe(500);
    const said = await allOf(response);
    expect(said).not.toContain(SECRET);
    await expectLogged(MASKED.exec(said)?.[1], action);
  });

  test.each(forms)('native, %s: the page again with an id, and the rest in the log', async (action) => {
    const response = await app.fetch(`/?form=${action}&_action=${action}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ text: 'typed' }),
    });
    expect(response.status).toBe(500);
    const said = await allOf(response);
    expect(said).not.toContain(SECRET);
    expect(said).toContain('<title>Error: ');
    // Without a schema nobody knows which fields may be shown again.
    if (action !== 'raw') expect(said).toContain('value="typed"');
    await expectLogged(MASKED.exec(said)?.[1], action);
  });

  test.each([...forms, ...json])('direct, %s: `error` and `orThrow` have an id', async (action) => {
    const response = await app.fetch(`/direct?call=${action}${json.includes(action) ? '&json' : ''}`);
    expect(response.status).toBe(200);
    const said = await allOf(response);
    expect(said).not.toContain(SECRET);
    if (!sendable.has(action)) expect(said.match(new RegExp(MASKED, 'g'))?.length).toBeGreaterThan(1);
  });

  test.each(json)('JSON, %s: a 500 with an id, and the rest in the log', async (action) => {
    const response = await call(action, 'application/json', '{"text":"x"}');
    expect(response.status).toBe(500);
    const said = await allOf(response);
    expect(said).not.toContain(SECRET);
    await expectLogged(MASKED.exec(said)?.[1], action);
  });

  test('an issue that throws when it is read is sent without what throws', async () => {
    const response = await call('jsonIssue', 'application/json', '{"text":"x"}');
    expect(response.status).toBe(400);
    const said = await allOf(response);
    expect(said).toContain('Not this');
    expect(said).not.toContain(SECRET);
  });

  test.each(['values', 'bound'])('%s of a page that throw when they are read', async (where) => {
    const response = await app.fetch(`/values?in=${where}`);
    // A page that has begun to stream is broken off; the status has gone out then.
    const said = await allOf(response).catch(() => 'broken off');
    expect(said).not.toContain(SECRET);
  });
});

describe('src/actions that throws while it is loaded', () => {
  let broken: App;
  beforeAll(async () => {
    broken = await startTrouble({ ACTIONS: 'broken' });
  });
  afterAll(() => broken.stop());

  test.each<[string, string, RequestInit]>([
    ['the island', '/_actions/open', { method: 'POST' }],
    ['a native post', '/?_action=open', { method: 'POST' }],
    ['a program', '/_actions/open', { method: 'POST', headers: {} }],
    ['a page', '/', {}],
  ])('%s gets a 500 with an id, and the log the rest', async (_, path, init) => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
    const response = await broken.fetch(path, { headers, ...init, ...(init.method && { body: 'text=x' }) });
    expect(response.status).toBe(500);
    const said = await allOf(response);
    expect(said).not.toContain(SECRET);
    const id = MASKED.exec(said)?.[1];
    await expect
      .poll(() => broken.output(), { timeout: 5000 })
      .toMatch(
        new RegExp(
          `Unexpected exception in src/actions, while it was loaded, id ${id}:\n {2}\\| .*hunter2 in src/actions`,
        ),
      );
  });
});

describe('data that cannot be sent', () => {
  test('does not ask to try again: the handler has run', async () => {
    const said = await allOf(await call('returned'));
    expect(said).toMatch(/This was done/);
    expect(said).not.toMatch(/Try again/);
  });
});

describe('the page after an exception', () => {
  test('N7: keeps what was typed', async () => {
    const visitor = new Visitor(app);
    const failed = await visitor.post(await visitor.get('/?form=guard'), [['text', 'kept']]);
    expect(failed.status).toBe(500);
    expect(failed.html).toContain('value="kept"');
  });
});

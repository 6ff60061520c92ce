import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';
import { defaultMessages } from '../../src/shared/messages.js';
import { SECRET } from '../fixtures/trouble/src/boom.js';
import { Visitor } from '../support/visitor.js';

let app: App;
/** What clients have been told: heads and bodies. */
const told: string[] = [];
beforeAll(async () => {
  const started = await startTrouble();
  app = {
    ...started,
    async fetch(path, init) {
      const response = await started.fetch(path, init);
      told.push(JSON.stringify([...response.headers]), await response.clone().text());
      return response;
    },
  };
});
afterAll(() => app.stop());
afterEach(async () => {
  await store('works');
  expectNothingDisclosed();
});

function expectNothingDisclosed(): void {
  expect(told.splice(0).join('\n')).not.toContain(SECRET);
}

const store = async (mode: string) => void (await app.fetch(`/mode?store=${mode}`));
const runs = async (): Promise<string[]> => (await app.fetch('/runs.json')).json();
const DONE = 'This was done, but the details cannot be shown right now.';
const logged = (text: RegExp) => expect.poll(() => app.output(), { timeout: 5000 }).toMatch(text);

/** Fills in the form of an action, and posts it while the store is down. */
async function send(mode: string, action: string, text: string, query = '') {
  const visitor = new Visitor(app);
  const page = await visitor.get(`/?form=${action}${query}`);
  await store(mode);
  return { visitor, posted: await visitor.post(page, [['text', text]]) };
}

describe.each(['rejects', 'throws', 'hangs'])('a store that %s', (mode) => {
  test('a success with a message is a success with that message, and ran once', async () => {
    const text = `with-${mode}`;
    const { visitor, posted } = await send(mode, 'large', text);
    expect(posted.status).toBe(303);
    const arrived = await visitor.follow(posted);
    expect(arrived.status).toBe(200);
    expect(arrived.text('message')).toBe(`Thank you, ${text}`);
    expect(arrived.html).toMatch(new RegExp(`role="status"[^>]*>[^<]*Thank you, ${text}`));
    expect(arrived.text('result')).toBe('no result');
    expect(arrived.html).toContain('<title>Trouble</title>');
    expect((await runs()).filter((run) => run === `large ${text}`)).toHaveLength(1);
    await logged(
      mode === 'hangs'
        ? /action "large" could not be kept:\n.*set\(\) took more/
        : /action "large" could not be kept:\n.*in the store/,
    );
  });

  test('a success without a message says that it was done', async () => {
    const { visitor, posted } = await send(mode, 'largeQuiet', `quiet-${mode}`);
    expect(posted.status).toBe(303);
    const arrived = await visitor.follow(posted);
    expect(arrived.status).toBe(200);
    expect(arrived.text('message')).toBe(DONE);
    expect(arrived.html).toContain(`>${DONE}</p>`);
    expect(await visitor.follow(posted)).toMatchObject({ status: 200 });
    expect((await runs()).filter((run) => run === `largeQuiet quiet-${mode}`)).toHaveLength(1);
  });

  test('the island gets the data, and the message for where it goes', async () => {
    await store(mode);
    const response = await app.fetch('/_actions/large', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ text: 'island' }),
    });
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(100_000);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const arrived = await app.fetch(response.headers.get('x-action-location')!, { headers: { cookie } });
    expect(await arrived.text()).toContain('Thank you, island');
  });

  test('a failure that should have been redirected is shown in place', async () => {
    const { posted } = await send(mode, 'largeRefused', 'kept', '&invalid=redirect');
    expect(posted.status).toBe(409);
    expect(posted.html).toContain('value="kept"');
    expect(posted.html).toContain('Taken Taken');
  });

  test('a result that is there already is readable when the store is back', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/?form=large'), [['text', 'later']]);
    await store(mode);
    const meanwhile = await visitor.follow(posted);
    expect(meanwhile.status).toBe(200);
    expect(meanwhile.text('message')).toMatch(/What you sent has arrived/);
    expect(meanwhile.text('result')).toBe('no result');
    expect(meanwhile.html).toContain('<title>Trouble</title>');
    await store('works');
    const arrived = await visitor.follow(posted);
    expect([arrived.text('message'), arrived.text('result')]).toEqual(['Thank you, later', '100000']);
  });

  test('what is done once is not done, natively: the page says so, keeps what was typed, and its key', async () => {
    const text = `once-${mode}`;
    const { visitor, posted } = await send(mode, 'onceNoted', text);
    expect([posted.status, posted.headers.get('retry-after')]).toEqual([503, '2']);
    expect(posted.html).toContain(defaultMessages.notTaken);
    expect(posted.html).toContain(`value="${text}"`);
    expect(await runs()).not.toContain(`once ${text}`);
    await logged(/The store failed for an action with `once`:\n {2}\| /);

    await store('works');
    const again = await visitor.post(posted, [['text', text]]);
    expect(again.status).toBe(303);
    expect((await runs()).filter((run) => run === `once ${text}`)).toHaveLength(1);
  });

  test('what is done once is not done, in the island: a 503 that says when to ask again', async () => {
    const key = /name="_action_key" value="([^"]*)"/.exec(await (await app.fetch('/?form=onceNoted')).text())![1]!;
    await store(mode);
    const call = () =>
      app.fetch('/_actions/onceNoted', {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ text: `island-${mode}`, _action_key: key }),
      });
    const refused = await call();
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('x-action-key')]).toEqual([
      503,
      '2',
      null,
    ]);
    expect(await refused.json()).toMatchObject({ message: defaultMessages.notTaken });
    await store('works');
    expect((await call()).status).toBe(200);
    expect((await runs()).filter((run) => run === `once island-${mode}`)).toHaveLength(1);
  });

  test('what needs no store does not notice', async () => {
    const { visitor, posted } = await send(mode, 'open', 'small');
    expect((await visitor.follow(posted)).text('data')).toBe('small');
  });
});

describe('a message in the URL', () => {
  test('of another browser, changed, or under another id, says nothing', async () => {
    const { visitor, posted } = await send('rejects', 'large', 'mine');
    const location = posted.headers.get('location')!;
    const token = new URL(location, app.url).searchParams.get('_result')!;
    expect(token).toMatch(/^[\w-]{22}\.[\w-]{5}\.1\.[\w-]{8}\.[\w-]+$/);
    const at = (changed: string) => visitor.get(location.replace(token, changed));

    expect((await at(token)).text('message')).toBe('Thank you, mine');
    const thief = new Visitor(app);
    await thief.post(await thief.get('/?form=large'), [['text', 'theirs']]);
    expect((await thief.get(location)).text('message')).toBe('no message');
    await store('works');
    for (const changed of [
      `${token.slice(0, -2)}AA`,
      `${'A'.repeat(22)}${token.slice(22)}`,
      token.slice(0, 22),
      `${token}.x`,
      `${token.slice(0, 22)}.`,
    ]) {
      const shown = await at(changed);
      expect([shown.status, shown.text('message')]).toEqual([200, 'no message']);
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultMessages } from '../../src/shared/messages.js';
import { valueOf, Visitor } from '../support/visitor.js';
import { keyOf, type OnceApp, startOnceApp } from './once-app.js';

let once: OnceApp;
beforeAll(async () => {
  once = await startOnceApp();
});
afterAll(() => once.stop());

type Entry = readonly [string, string];
const entries = (name: string, what = 'data', wait = 0): Entry[] => [
  ['name', name],
  ['what', what],
  ['wait', String(wait)],
];

/** A browser on the page of the form. */
async function open(path = '/') {
  const visitor = new Visitor(once.app);
  return { visitor, page: await visitor.get(path) };
}

describe('N15: a double and a triple click', () => {
  test('run the handler once, and each response is that result', async () => {
    const { visitor, page } = await open();
    const clicks = await Promise.all([1, 2, 3].map(() => visitor.post(page, entries('click', 'redirect', 100))));
    expect(once.runs('click')).toBe(1);
    const arrived = await Promise.all(clicks.map((click) => visitor.follow(click)));
    expect(clicks.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(arrived.map(({ text }) => text('result'))).size).toBe(1);
    for (const { path, text } of arrived) {
      expect(path).toMatch(/^\/done\?x=1&_result=/);
      expect(text('message')).toBe('Thank you, click');
      expect(JSON.parse(text('result'))).toEqual({ run: expect.any(String) });
    }
  });

  test('the same thing sent again on purpose after success runs again', async () => {
    const { visitor, page } = await open();
    const arrived = await visitor.follow(await visitor.post(page, entries('again')));
    await visitor.post(arrived, entries('again'));
    await visitor.post(await visitor.get('/'), entries('again'));
    expect(once.runs('again')).toBe(3);
  });

  test.each(['invalid', 'returned', 'exception', 'unserialisable'])(
    'a handler that ends with an error does so once: %s',
    async (what) => {
      const { visitor, page } = await open();
      const [one, two] = await Promise.all([1, 2].map(() => visitor.post(page, entries(what, what, 50))));
      expect(once.runs(what)).toBe(1);
      expect(two!.status).toBe(one!.status);
      expect(two!.text('act-error')).toBe(one!.text('act-error'));
      const shown = ({ html }: { html: string }) => /<li>[\s\S]*?<\/li>/.exec(html)?.[0];
      expect(shown(one!)).toBeDefined();
      expect(shown(two!)).toBe(shown(one!));
      expect(one!.html).not.toContain('hunter2');
      expect(valueOf(two!.html, 'name')).toBe(what);

      // The page that shows it has another key: who sends it from there means it.
      await visitor.post(two!, entries(what, what));
      expect(once.runs(what)).toBe(2);
    },
  );

  test('a result of 64 KB arrives whole with both', async () => {
    const { visitor, page } = await open();
    const clicks = [await visitor.post(page, entries('big', 'big')), await visitor.post(page, entries('big', 'big'))];
    const [one, two] = await Promise.all(clicks.map(async (click) => (await visitor.follow(click)).text('result')));
    expect(JSON.parse(one!).text).toHaveLength(64 * 1024);
    expect(two).toBe(one);
    expect(once.runs('big')).toBe(1);
  });

  test('what the first one did does not make the second invalid', async () => {
    const { visitor, page } = await open('/register');
    const clicks = await Promise.all([1, 2].map(() => visitor.post(page, [['name', 'unique']])));
    expect(clicks.map(({ status }) => status)).toEqual([303, 303]);
    expect(once.runs('unique')).toBe(1);
  });

  test('what the handler does to cookies reaches the browser with whichever answer it sees', async () => {
    const { visitor, page } = await open();
    const clicks = await Promise.all([1, 2].map(() => visitor.post(page, entries('cookie', 'cookie', 50))));
    const run = once.log().find(({ name }) => name === 'cookie')?.run;
    for (const { headers } of clicks) {
      const lines = headers.getSetCookie().filter((line) => /^(?:basket|draft)=/.test(line));
      expect(lines).toEqual([
        `basket=${run}; Path=/; HttpOnly`,
        expect.stringMatching(/^draft=deleted; Expires=Thu, 01 Jan 1970/),
      ]);
    }
  });

  test('a form written by hand and a button alone have their own keys', async () => {
    const { visitor, page } = await open('/plus?name=button');
    for (const form of [/<form[^>]*data-action-button[\s\S]*?<\/form>/, /<form id="hand"[\s\S]*?<\/form>/]) {
      const html = form.exec(page.html)![0];
      await Promise.all([1, 2].map(() => visitor.post({ ...page, html }, [])));
    }
    expect(once.runs('button')).toBe(2);
  });
});

describe('N16: back', () => {
  test('edited and posted again: the new submission runs', async () => {
    const { visitor, page } = await open();
    await visitor.post(page, entries('first'));
    const posted = await visitor.post(page, entries('second'));
    expect(JSON.parse((await visitor.follow(posted)).text('result'))).toMatchObject({ name: 'second' });
    expect([once.runs('first'), once.runs('second')]).toEqual([1, 1]);
  });

  test('posted again as it was: the stored result, and no second run', async () => {
    const { visitor, page } = await open();
    const posts = [await visitor.post(page, entries('back')), await visitor.post(page, entries('back'))];
    const [one, two] = await Promise.all(posts.map(async (post) => (await visitor.follow(post)).text('result')));
    expect(two).toBe(one);
    expect(once.runs('back')).toBe(1);
  });
});

describe('what does not count as a repetition', () => {
  test.each<[string, (other: string) => string | null]>([
    ['no key', () => null],
    ['another page’s key', (other) => other],
    ['a key that nobody signed', () => 'x'],
  ])('%s: it is not refused', async (title, keyFor) => {
    const { visitor, page } = await open();
    await visitor.post(page, entries(title));
    const key = keyFor(keyOf(await visitor.get('/'))!);
    expect((await visitor.post(page, entries(title), { key })).status).toBe(303);
    expect(once.runs(title)).toBe(2);
  });

  test('another file under the same name', async () => {
    const { visitor, page } = await open();
    const post = (content: string) =>
      visitor.post(page, [...entries('file'), ['file', new File([content], 'a.txt')]], { multipart: true });
    await Promise.all([post('one'), post('one'), post('two')]);
    expect(once.runs('file')).toBe(2);
  });

  test('invalid input uses nothing up: the form keeps its key', async () => {
    const { visitor, page } = await open();
    const failed = await visitor.post(page, entries(''));
    expect(failed.status).toBe(400);
    expect(keyOf(failed)).toBe(keyOf(page));
    await visitor.post(failed, entries('valid'));
    await visitor.post(page, entries('valid'));
    expect(once.runs('valid')).toBe(1);
  });
});

describe('a repetition that waits in vain', () => {
  test.each([
    ['redirect', '/done'],
    ['data', '/'],
  ])('is told that it is still being worked on, asks again by itself, and gets the result: %s', async (what, path) => {
    const { visitor, page } = await open();
    const name = `slow ${what}`;
    const first = visitor.post(page, [...entries(name, what, 3500), ['password', 'hunter2']]);
    await expect.poll(() => once.runs(name)).toBe(1);
    const second = await visitor.post(page, [...entries(name, what, 3500), ['password', 'hunter2']]);
    expect(second.status).toBe(303);
    const waiting = await visitor.follow(second);
    expect([waiting.status, waiting.headers.get('refresh')]).toEqual([200, '2']);
    expect(waiting.html).toContain(defaultMessages.running);
    expect(waiting.headers.get('cache-control')).toBe('private, no-cache');
    expect(valueOf(waiting.html, 'name')).toBe(name);
    expect(waiting.html).not.toContain('hunter2');
    expect(keyOf(waiting)).toBe(keyOf(page));

    const result = (await visitor.follow(await first)).text('result');
    const asked = await visitor.get(waiting.path);
    expect(asked.status).toBe(303);
    const arrived = await visitor.follow(asked);
    expect(arrived.path.split('?')[0]).toBe(path);
    expect(arrived.text('result')).toBe(result);
    expect(arrived.headers.get('refresh')).toBeNull();
    expect(once.runs(name)).toBe(1);
  });

  test('may meet a page that goes on to another one', async () => {
    const { visitor, page } = await open('/?away');
    const first = visitor.post(page, entries('slow away', 'data', 2500));
    await expect.poll(() => once.runs('slow away')).toBe(1);
    const waiting = await visitor.follow(await visitor.post(page, entries('slow away', 'data', 2500)));
    expect([waiting.status, waiting.headers.get('location')]).toEqual([302, expect.stringMatching(/\/done$/)]);
    await first;
  });

  test('shows the form again, with another key, where the handler refused', async () => {
    const { visitor, page } = await open();
    const first = visitor.post(page, entries('slow invalid', 'invalid', 2500));
    await expect.poll(() => once.runs('slow invalid')).toBe(1);
    const waiting = await visitor.follow(await visitor.post(page, entries('slow invalid', 'invalid', 2500)));
    const refused = (await first).text('act-name-error');
    const asked = await visitor.get(waiting.path);
    expect([asked.status, asked.headers.get('refresh')]).toEqual([200, null]);
    expect(asked.text('act-name-error')).toBe(refused);
    expect(refused).toMatch(/^Refused /);
    expect(keyOf(asked)).not.toBe(keyOf(page));
  });
});

describe('a page whose form has a one-time key', () => {
  test.each(['/', '/plus', '/register', '/drop-in', '/drop-in?private'])(
    'is this visitor’s alone: %s',
    async (path) => {
      const { headers, html } = await new Visitor(once.app).get(path);
      expect(headers.get('cache-control')).toBe('private, no-cache');
      expect(keyOf({ html })).toMatch(/^1\./);
      expect(html).toMatch(/name="_action_key"[^>]* autocomplete="off"/);
    },
  );

  test('has another one each time', async () => {
    const visitor = new Visitor(once.app);
    expect(keyOf(await visitor.get('/'))).not.toBe(keyOf(await visitor.get('/')));
  });

  test('that could not be marked has none, and its form works', async () => {
    const { visitor, page } = await open('/late');
    expect(page.headers.get('cache-control')).toBeNull();
    expect(keyOf(page)).toBeUndefined();
    expect((await visitor.post(page, [['name', 'dropped']])).status).toBe(303);
    expect(once.runs('dropped')).toBe(1);
  });
});

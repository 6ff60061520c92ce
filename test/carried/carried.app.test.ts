import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { keeping, PRERENDER, recordOf, runsOf, SAME_ORIGIN, shownIn, type Site, siteWith, textOf } from './site.js';
import { type Shown, TabBrowser } from './tab-browser.js';

const OLD = 'the-secret-that-was-current-before-now-1';
const NEW = 'the-secret-that-is-the-current-one-now-2';
const OTHER = 'the-secret-of-quite-another-site-there-3';
const LONG = 65_536;
const FLIPS = process.env['LONG'] ? 3000 : 300;

let sqlite: Site;
let memory: Site;
let app: App;
let record: string;
beforeAll(async () => {
  [sqlite, memory] = [await siteWith('sqlite'), await siteWith('memory')];
  app = await memory.start();
  record = recordOf(await new TabBrowser(app).visit('/keep'));
});
afterAll(() => Promise.all([sqlite.stop(), memory.stop()]));

async function keep(browser: TabBrowser, token: string, size = 0, sealed = record): Promise<string> {
  const posted = await browser.visit('/keep?_action=keep', keeping(sealed, token, size));
  expect(posted.status, posted.html).toBe(303);
  return posted.location!;
}

describe('a secret that is replaced', () => {
  test('opens what it has sealed for as long as it stands behind the current one, and is refused politely after', async () => {
    const first = await sqlite.start(OLD);
    const browser = new TabBrowser(first);
    const old = recordOf(await browser.visit('/keep'));
    const urls = [await keep(browser, 'short', 0, old), await keep(browser, 'long', LONG, old)];
    await first.stop();

    const second = new TabBrowser(await sqlite.start(`${NEW} ${OLD}`), browser.cookies);
    const shown = await Promise.all(urls.map((url) => second.visit(url)));
    expect(shown.map(shownIn)).toMatchObject([{ token: 'short' }, { token: 'long', length: LONG }]);
    await keep(second, 'with a form of before', 0, old);

    const third = new TabBrowser(await sqlite.start(`${NEW} ${OTHER}`), browser.cookies);
    for (const url of urls) {
      const page = await third.visit(url);
      expect([page.status, shownIn(page)]).toEqual([200, { token: 'nothing', length: -1, message: 'no message' }]);
    }
    const refused = await third.visit('/keep?_action=keep', keeping(old, 'Ada', 0));
    expect(refused.status).toBe(400);
    expect(refused.html).toMatch(/value="Ada"/);
    expect(await runsOf(third)).toBe(0);
    await keep(third, 'with the form that was shown then', 0, recordOf(refused));
  });

  test('opens results of a server with the memory store that has been started again, where they are short', async () => {
    const browser = new TabBrowser(app);
    const url = await keep(browser, 'short');
    const restarted = new TabBrowser(await memory.start(), browser.cookies);
    expect(shownIn(await restarted.visit(url)).token).toBe('short');
  });
});

describe('a failure that is redirected', () => {
  test('is shown with its values under 200 as often as it is asked for, without what is secret', async () => {
    const browser = new TabBrowser(app);
    const before = await runsOf(browser);
    const back = recordOf(await browser.visit('/keep?back'));
    const body = new URLSearchParams({ _action_form: back, token: '', size: 'many', password: 'hunter2' });
    const posted = await browser.visit('/keep?back=&_action=keep', { method: 'POST', body, headers: SAME_ORIGIN });
    expect([posted.status, posted.location]).toEqual([303, expect.stringMatching(/^\/keep\?back=&_result=[\w-]{22}$/)]);
    for (let visit = 0; visit < 2; visit += 1) {
      const page = await browser.visit(posted.location!);
      expect([page.status, page.cacheControl]).toEqual([200, 'private, no-cache']);
      expect(page.html).toMatch(/Enter a token[^]*value="many"[^]*Enter a number/);
      expect(textOf(page, 'code')).toBe('BAD_REQUEST');
      expect(page.html).not.toContain('hunter2');
    }
    expect(await runsOf(browser)).toBe(before);
  });
});

describe('the page arrived at', () => {
  test.each([
    ['says nothing of caches', '', 'private, no-cache'],
    ['lets everybody keep it', '&cache=public,max-age%3D60', 'private, no-cache'],
    ['lets nobody keep it', '&cache=no-store', 'no-store'],
  ])('is the browser’s alone where it %s', async (_, query, cacheControl) => {
    const browser = new TabBrowser(app);
    const url = (await keep(browser, 'mine')) + query;
    const page = await browser.visit(url);
    expect([shownIn(page).token, page.cacheControl]).toEqual(['mine', cacheControl]);
    const stranger = await new TabBrowser(app).visit(url);
    expect([shownIn(stranger).token, stranger.cacheControl]).toEqual(['nothing', cacheControl]);
  });

  test('is as it was where nothing was carried to it', async () => {
    const { cacheControl } = await new TabBrowser(app).visit('/arrived?cache=public,max-age%3D60');
    expect(cacheControl).toBe('public,max-age=60');
  });

  test('may go on to another one', async () => {
    const browser = new TabBrowser(app);
    const page = await browser.visit(`${await keep(browser, 'mine')}&away`);
    expect([page.status, page.location]).toEqual([302, expect.stringMatching(/\/about$/)]);
  });
});

describe('a login', () => {
  test('that gives the browser another session does not lose its result, nor one of before', async () => {
    const browser = new TabBrowser(app);
    const before = await keep(browser, 'before');
    const form = recordOf(await browser.visit('/login'));
    const session = browser.cookies.get('astro-session');
    const body = new URLSearchParams({ _action_form: form, name: 'Ada' });
    const posted = await browser.visit('/login?_action=login', { method: 'POST', body, headers: SAME_ORIGIN });
    expect(session).toBeDefined();
    expect(browser.cookies.get('astro-session')).not.toBe(session);
    const page = await browser.visit(posted.location!);
    expect([textOf(page, 'name'), shownIn(page).message]).toEqual(['Ada', 'Hello, Ada']);
    expect(shownIn(await browser.visit(before)).token).toBe('before');
  });
});

describe('a page that is loaded before anybody has asked for it', () => {
  test('runs nothing, and takes no result away', async () => {
    const browser = new TabBrowser(app);
    const url = await keep(browser, 'mine');
    const before = await runsOf(browser);
    for (const path of [url, '/keep', '/keep?_action=keep&token=x', '/_actions/keep']) {
      const { status } = await browser.visit(path, { headers: PRERENDER });
      expect(status).toBe(path.startsWith('/_actions/') ? 405 : 200);
    }
    expect(await runsOf(browser)).toBe(before);
    expect(shownIn(await browser.visit(url)).token).toBe('mine');
  });
});

describe('what was changed on its way', () => {
  const changes: [title: string, status: number, send: (mine: TabBrowser, url: string) => Promise<Shown>][] = [
    ['the sealed result', 200, (mine, url) => changed(mine, 'action-result-0', 28).visit(url)],
    ['the binding', 200, (mine, url) => withoutFirst(changed(mine, 'action-binding', 0)).visit(url)],
    ['the id in the URL', 200, (mine, url) => mine.visit(replaced(url, '/arrived?_result='.length))],
    ['the record of a form', 400, (mine) => mine.visit('/keep?_action=keep', keeping(replaced(record, 0), 'x', 0))],
  ];

  test(`${FLIPS} times is never shown, run, or answered with a 5xx`, { timeout: 300_000 }, async () => {
    const browser = new TabBrowser(app);
    const url = await keep(browser, 'mine');
    expect(shownIn(await withoutFirst(browser).visit(url)).token).toBe('mine');
    const before = await runsOf(browser);
    const accepted: string[] = [];
    for (let count = 0; count < FLIPS; count += 1) {
      const [title, status, send] = changes[count % changes.length]!;
      const page = await send(browser, url);
      const isShown = status === 200 && shownIn(page).token !== 'nothing';
      if (page.status !== status || isShown) accepted.push(`${title}: ${page.status}`);
    }
    console.info(`carried: ${FLIPS} changes over HTTP, ${accepted.length} accepted or answered otherwise`);
    expect(accepted).toEqual([]);
    expect(await runsOf(browser)).toBe(before);
  });

  function changed(browser: TabBrowser, name: string, from: number): TabBrowser {
    return new TabBrowser(app, new Map(browser.cookies).set(name, replaced(browser.cookies.get(name)!, from)));
  }

  function withoutFirst(browser: TabBrowser): TabBrowser {
    return new TabBrowser(app, new Map([...browser.cookies].filter(([name]) => !name.startsWith('action-b-'))));
  }

  /** One character becomes another, at or behind a place. */
  function replaced(text: string, from: number): string {
    const at = from + Math.floor(Math.random() * (text.length - from));
    const others = [...'ABCDEFabcdef019-_.~!'].filter((char) => char !== text[at]);
    return text.slice(0, at) + others[Math.floor(Math.random() * others.length)]! + text.slice(at + 1);
  }
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { EARLY, keeping, recordOf, runsOf, SAME_ORIGIN, shownIn, type Site, siteWith, textOf } from './site.js';
import { type Shown, TabBrowser } from './tab-browser.js';

const OLD = 'the-secret-that-was-current-before-now-1';
const NEW = 'the-secret-that-is-the-current-one-now-2';
const OTHER = 'the-secret-of-quite-another-site-there-3';
const LONG = 65_536;
/** Some seconds, or some minutes with `LONG=1`. */
const CHANGES = process.env['LONG'] ? 100_000 : 440;
/** Changes of the same texts, made at once. */
const BATCH = 44;
const RESULT = 'action-result-0';
const ID_LENGTH = 22;

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
  test.each(EARLY)('runs nothing, and takes no result away: $sec-purpose', async (headers) => {
    const browser = new TabBrowser(app);
    const url = await keep(browser, 'mine');
    const before = await runsOf(browser);
    for (const path of [url, '/keep', '/keep?_action=keep&token=x', '/_actions/keep']) {
      const { status } = await browser.visit(path, { headers });
      expect(status).toBe(path.startsWith('/_actions/') ? 405 : 200);
    }
    expect(await runsOf(browser)).toBe(before);
    expect(shownIn(await browser.visit(url)).token).toBe('mine');
  });
});

describe('what was changed or swapped on its way', () => {
  const changes: [title: string, status: number, send: (texts: Texts) => Promise<Shown>][] = [
    ['the sealed result', 200, ({ mine, url }) => changed(mine, RESULT, 28).visit(url)],
    ['the binding', 200, ({ mine, url }) => withoutFirst(changed(mine, 'action-binding', 0)).visit(url)],
    ['the id in the URL', 200, ({ mine, url }) => mine.visit(replaced(url, '/arrived?_result='.length))],
    ['the record of a form', 400, ({ mine }) => postWith(mine, replaced(record, 0))],
    ['the result of another action', 200, ({ mine, url, otherAction }) => inPlace(mine, otherAction).visit(url)],
    ['the result of another form', 200, ({ mine, url, otherForm }) => inPlace(mine, otherForm).visit(url)],
    ['the result of another browser', 200, ({ mine, url, theirs }) => inPlace(mine, resultIn(theirs)).visit(url)],
    ['this result in another browser', 200, ({ mine, url, theirs }) => given(theirs, RESULT, mine).visit(url)],
    ['a record as a result', 200, ({ mine, url }) => inPlace(mine, `${nameIn(mine)}.${record}`).visit(url)],
    ['a record as a result in the URL', 200, ({ mine, url }) => mine.visit(`${url}.${nameIn(mine)}.${record}`)],
    ['a result as a record', 400, ({ mine }) => postWith(mine, resultIn(mine).slice(resultIn(mine).indexOf('.') + 1))],
  ];

  test('the same steps without a change are accepted', async () => {
    const { mine, url } = await prepare();
    for (const browser of [withoutFirst(mine), inPlace(mine, resultIn(mine)), given(mine, RESULT, mine)])
      expect(shownIn(await browser.visit(url)).token).toBe('mine');
    expect((await mine.visit(`${url}.${resultIn(mine)}`)).html).toContain('Kept mine');
    expect((await postWith(mine, record)).status).toBe(303);
  });

  test(`${CHANGES} times is never shown, run, or answered with a 5xx`, { timeout: 3_600_000 }, async () => {
    const accepted: string[] = [];
    for (let done = 0; done < CHANGES; done += BATCH) {
      const texts = await prepare();
      const before = await runsOf(texts.mine);
      const numbers = Array.from({ length: Math.min(BATCH, CHANGES - done) }, (_, index) => done + index);
      await Promise.all(numbers.map((number) => attempt(changes[number % changes.length]!, texts)));
      if ((await runsOf(texts.mine)) !== before) accepted.push(`something ran among the first ${done + BATCH}`);
    }
    console.info(`carried: ${CHANGES} changes and swaps over HTTP, ${accepted.length} accepted or answered otherwise`);
    expect(accepted).toEqual([]);

    async function attempt([title, status, send]: (typeof changes)[number], texts: Texts): Promise<void> {
      const page = await send(texts);
      const isShown = status === 200 && shownIn(page).token !== 'nothing';
      if (page.status !== status || isShown) accepted.push(`${title}: ${page.status}`);
    }
  });

  /** What attempts are made of, each time other texts. */
  interface Texts {
    /** A browser with one result in its cookie, and the address of that result. */
    readonly mine: TabBrowser;
    readonly url: string;
    readonly theirs: TabBrowser;
    /** Sealed results of the same browser. */
    readonly otherAction: string;
    readonly otherForm: string;
  }

  async function prepare(): Promise<Texts> {
    const [mine, theirs] = [new TabBrowser(app), new TabBrowser(app)];
    const url = await keep(mine, 'mine');
    await keep(theirs, 'theirs');
    const [first, second] = [new TabBrowser(app, mine.cookies), new TabBrowser(app, mine.cookies)];
    for (const { cookies } of [first, second]) cookies.delete(RESULT);
    const body = new URLSearchParams({ _action_form: recordOf(await first.visit('/login')), name: 'Ada' });
    await first.visit('/login?_action=login', { method: 'POST', body, headers: SAME_ORIGIN });
    await keep(second, 'other', 0, recordOf(await second.visit('/keep?id=other')));
    return { mine, url, theirs, otherAction: resultIn(first), otherForm: resultIn(second) };
  }

  /** What the cookie holds behind the id: the name of the binding, and the sealed text. */
  function resultIn({ cookies }: TabBrowser): string {
    return cookies.get(RESULT)!.slice(ID_LENGTH + 1);
  }

  function nameIn({ cookies }: TabBrowser): string {
    return cookies.get('action-binding')!.slice(0, 5);
  }

  function postWith(browser: TabBrowser, sealed: string): Promise<Shown> {
    return browser.visit('/keep?_action=keep', keeping(sealed, 'x', 0));
  }

  /** Another text under the id of the result. */
  function inPlace(browser: TabBrowser, text: string): TabBrowser {
    const id = browser.cookies.get(RESULT)!.slice(0, ID_LENGTH);
    return new TabBrowser(app, new Map(browser.cookies).set(RESULT, `${id}.${text}`));
  }

  function given(browser: TabBrowser, name: string, from: TabBrowser): TabBrowser {
    return new TabBrowser(app, new Map(browser.cookies).set(name, from.cookies.get(name)!));
  }

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

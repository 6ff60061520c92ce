import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { EARLY, keeping, recordOf, runsOf, shownIn, type Site, siteWith } from './site.js';
import { interleave, type Shown, TabBrowser } from './tab-browser.js';

const COUNT = process.env['LONG'] ? 1000 : 30;
/** Browsers at a time, so that the server has several requests to answer. */
const AT_A_TIME = 4;
const TABS = 5;
/** Characters of the results: most fit in a cookie. */
const SIZES = [0, 0, 100, 300, 300, 500, 700, 800, 2000, 6000];
const LARGEST = 65_536;

interface Tally {
  readonly wrong: string[];
  readonly lost: string[];
  results: number;
  views: number;
  /** Pages that were loaded before anybody asked for them. */
  early: number;
  mostBytes: number;
}

/** A result, and where it is to be seen. */
interface Expected {
  readonly token: string;
  readonly size: number;
  readonly url: string;
}

describe.each(['memory', 'sqlite'])('tabs of one browser, with the %s store', (store) => {
  let site: Site;
  let app: App;
  let record: string;
  beforeAll(async () => {
    site = await siteWith(store);
    app = await site.start();
    record = recordOf(await new TabBrowser(app).visit('/keep'));
  });
  afterAll(() => site.stop());

  test(
    `${COUNT} interleavings of ${TABS} tabs with prefetch: none sees another's result, none loses its own`,
    {
      timeout: 1_800_000,
    },
    async () => {
      const tally: Tally = { wrong: [], lost: [], results: 0, views: 0, early: 0, mostBytes: 0 };
      const before = await runsOf(new TabBrowser(app));
      for (let done = 0; done < COUNT; done += AT_A_TIME) {
        const browsers = Array.from({ length: Math.min(AT_A_TIME, COUNT - done) }, (_, index) => done + index);
        await Promise.all(browsers.map((name) => useTabs(name, tally)));
      }
      console.info(
        `carried, ${store}: ${COUNT} interleavings × ${TABS} tabs, ${tally.results} results seen ${tally.views} times, ` +
          `${tally.early} prefetches: ${tally.wrong.length} wrong, ${tally.lost.length} lost; our cookies ${tally.mostBytes} bytes at most`,
      );
      expect(tally).toMatchObject({ wrong: [], lost: [] });
      expect(tally.early).toBeGreaterThan(COUNT);
      expect(await runsOf(new TabBrowser(app))).toBe(before + tally.results);
    },
  );

  test('a hundred tabs that post for the first time at once', { timeout: 120_000 }, async () => {
    const tally: Tally = { wrong: [], lost: [], results: 0, views: 0, early: 0, mostBytes: 0 };
    const browser = new TabBrowser(app);
    const all: Expected[] = [];
    await interleave(Array.from({ length: 100 }, (_, tab) => post(browser, `first ${tab}`, 700, tally, all)));
    for (const expected of all) check(await browser.visit(expected.url), expected, tally);
    expect(tally).toMatchObject({ wrong: [], lost: [], results: 100, views: 100 });
  });

  async function useTabs(name: number, tally: Tally): Promise<void> {
    const browser = new TabBrowser(app);
    const all: Expected[] = [];
    await interleave(Array.from({ length: TABS }, (_, tab) => useTab(browser, `${name} ${tab}`, tally, all)));
    for (const expected of all.toSorted(() => Math.random() - 0.5))
      check(await browser.visit(expected.url), expected, tally);
    tally.mostBytes = Math.max(tally.mostBytes, browser.mostBytes);
  }

  async function* useTab(browser: TabBrowser, name: string, tally: Tally, all: Expected[]): AsyncGenerator<void, void> {
    if (chance(0.5)) yield* browser.request('/keep', { headers: chance(0.5) ? early(tally) : {} });
    for (let posts = chance(0.5) ? 2 : 1; posts > 0; posts -= 1) {
      const size = chance(0.01) ? LARGEST : SIZES[Math.floor(Math.random() * SIZES.length)]!;
      const expected = yield* post(browser, `${name} ${posts}`, size, tally, all);
      if (chance(0.3)) check(yield* browser.request(expected.url, { headers: early(tally) }), expected, tally);
      check(yield* browser.request(expected.url), expected, tally);
      while (chance(0.3)) check(yield* browser.request(expected.url), expected, tally);
    }
  }

  async function* post(
    browser: TabBrowser,
    token: string,
    size: number,
    tally: Tally,
    all: Expected[],
  ): AsyncGenerator<void, Expected> {
    const posted = yield* browser.request('/keep?_action=keep', keeping(record, token, size));
    if (posted.status !== 303) throw new Error(`A post was answered with ${posted.status}: ${posted.html}`);
    const expected = { token, size, url: posted.location! };
    all.push(expected);
    tally.results += 1;
    return expected;
  }
});

function check(page: Shown, { token, size, url }: Expected, tally: Tally): void {
  tally.views += 1;
  const shown = shownIn(page);
  if (shown.token === token && shown.length === size && shown.message === `Kept ${token}`) return;
  const told = `${token} at ${url}: ${page.status} ${JSON.stringify(shown)}`;
  if (shown.token === 'nothing' || shown.token === '') tally.lost.push(told);
  else tally.wrong.push(told);
}

function early(tally: Tally): Record<string, string> {
  return { ...EARLY[tally.early++ % EARLY.length] };
}

function chance(probability: number): boolean {
  return Math.random() < probability;
}

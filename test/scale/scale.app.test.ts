/**
 * The showcase as three processes with one Redis, behind a proxy that gives every request to the next process. What was
 * done is counted in the showcase's own data, outside of the processes.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWERED_BY, type Proxy, startProxy } from '../support/proxy.js';
import { type VisitedPage, Visitor } from '../support/visitor.js';
import { DOMAIN, type SharedShowcase, startShowcase } from './showcase.js';

const PROCESSES = 3;
const ORIGIN = `https://${DOMAIN}`;

let showcase: SharedShowcase;
let proxy: Proxy;
beforeAll(async () => {
  showcase = await startShowcase(PROCESSES);
  proxy = await startProxy(showcase.processes, DOMAIN);
});
afterAll(async () => {
  await proxy.stop();
  await showcase.stop();
});

const processOf = ({ headers }: Pick<VisitedPage, 'headers'>) => Number(headers.get(ANSWERED_BY));
const emailShown = ({ html }: VisitedPage) => /goes to <strong[^>]*>([^<]*)</.exec(html)?.[1];
const orderOf = ({ headers }: VisitedPage) =>
  /^\/orders\/([0-9A-F]{8})\?_result=/.exec(headers.get('location') ?? '')?.[1];
const order = (email: string): [string, string][] => [
  ['email', email],
  ['address.street', 'Quay 4'],
  ['address.zip', '12345'],
  ['items[0].sku', 'NB-A5'],
  ['items[0].qty', '2'],
];

/** Forgets what the cookies hold of results, so that only the store has them. */
function forgetInline({ cookies }: Visitor): void {
  const results = [...cookies.keys()].filter((name) => name.startsWith('__Host-action-result-'));
  expect(results).not.toEqual([]);
  for (const name of results) cookies.delete(name);
}

async function join(visitor: Visitor, email: string): Promise<VisitedPage> {
  const posted = await visitor.post(await visitor.get('/newsletter'), [['email', email]]);
  expect(posted.status, posted.html).toBe(303);
  return posted;
}

describe('a result that is carried', () => {
  test('is posted to one process and shown by all, from the store and from the cookie', async () => {
    for (let round = 0; round < PROCESSES; round += 1) {
      const visitor = new Visitor(proxy);
      const posted = await join(visitor, `round${round}@example.com`);
      const pages: VisitedPage[] = [];
      for (let visit = 0; visit < 2 * PROCESSES; visit += 1) {
        if (visit === PROCESSES) forgetInline(visitor);
        pages.push(await visitor.follow(posted));
      }
      expect(pages.map(emailShown)).toEqual(pages.map(() => `round${round}@example.com`));
      expect(pages.slice(0, PROCESSES).map(processOf).toSorted()).toEqual([0, 1, 2]);
      expect(pages.slice(PROCESSES).map(processOf).toSorted()).toEqual([0, 1, 2]);
      expect(processOf(pages[0]!)).not.toBe(processOf(posted));
    }
  });

  test('of ten browsers with five tabs each, all at once: each tab shows its own, and no other browser does', async () => {
    const ways = new Set<string>();
    const use = async (visitor: Visitor, email: string) => {
      const posted = await join(visitor, email);
      const page = await visitor.follow(posted);
      ways.add(`${processOf(posted)} to ${processOf(page)}`);
      expect(emailShown(page)).toBe(email);
      return posted;
    };
    const browsers = Array.from({ length: 10 }, () => new Visitor(proxy));
    const posted = await Promise.all(
      browsers.flatMap((visitor, browser) =>
        Array.from({ length: 5 }, (_, tab) => use(visitor, `browser${browser}.tab${tab}@example.com`)),
      ),
    );
    for (const visitor of browsers) forgetInline(visitor);
    const again = await Promise.all(posted.map((post, at) => browsers[Math.floor(at / 5)]!.follow(post)));
    expect(again.map(emailShown)).toEqual(
      posted.map((_, at) => `browser${Math.floor(at / 5)}.tab${at % 5}@example.com`),
    );
    const strangers = await Promise.all(
      posted.map((post, at) => browsers[(Math.floor(at / 5) + 1) % 10]!.follow(post)),
    );
    expect(strangers.map(emailShown)).toEqual(strangers.map(() => undefined));
    expect(ways.size).toBeGreaterThan(PROCESSES);
  });
});

describe('an action that is done once', () => {
  test('runs once for thirty posts at the same time, with and without JavaScript, and all get its outcome', async () => {
    const visitor = new Visitor(proxy);
    const page = await visitor.get('/order');
    const posts = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        visitor.post(page, order('at.once@example.com'), at % 2 === 0 ? {} : { action: '/_actions/order' }),
      ),
    );
    expect(new Set(posts.map(processOf)).size).toBe(PROCESSES);
    expect(showcase.count('orders WHERE email = ?', 'at.once@example.com')).toBe(1);
    const native = posts.filter((_, at) => at % 2 === 0);
    const called = posts.filter((_, at) => at % 2 === 1);
    const id = orderOf(native[0]!);
    expect(native.map(orderOf)).toEqual(native.map(() => id));
    for (const { headers } of called) expect(headers.get('x-action-location')).toMatch(new RegExp(`^/orders/${id}\\?`));
    const arrived = await Promise.all(native.map((post) => visitor.follow(post)));
    for (const { html } of arrived) expect(html).toContain('Your order is in the drying rack.');
  });

  test('runs each time that it is sent on purpose', async () => {
    const visitor = new Visitor(proxy);
    const posts: VisitedPage[] = [];
    for (let times = 0; times < 2 * PROCESSES; times += 1)
      posts.push(await visitor.post(await visitor.get('/order'), order('on.purpose@example.com')));
    expect(new Set(posts.map(orderOf)).size).toBe(2 * PROCESSES);
    expect(showcase.count('orders WHERE email = ?', 'on.purpose@example.com')).toBe(2 * PROCESSES);
  });
});

describe('the origin guard, at each process', () => {
  const sign = async (name: string, headers: Record<string, string>) => {
    const body = new URLSearchParams({ name, message: 'From somewhere' });
    const native = await proxy.fetch('/guestbook?_action=guestbook.sign', { method: 'POST', body, headers });
    await native.text();
    return { headers: native.headers, status: native.status };
  };

  test.each<[string, Record<string, string>]>([
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['cross-site, with the Origin of the site', { 'sec-fetch-site': 'cross-site', origin: ORIGIN }],
    ['a neighbour', { 'sec-fetch-site': 'same-site', origin: `https://other.${DOMAIN}` }],
    ['an old browser elsewhere', { origin: 'https://evil.example' }],
    ['an old browser, the site without TLS', { origin: `http://${DOMAIN}` }],
    ['a page elsewhere by its Referer', { referer: 'https://evil.example/' }],
    ['nothing said', {}],
  ])('refuses %s', async (title, headers) => {
    const answers = [];
    for (let times = 0; times < PROCESSES; times += 1) answers.push(await sign(title, headers));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(answers.map(processOf).toSorted()).toEqual([0, 1, 2]);
    expect(showcase.count('entries WHERE name = ?', title)).toBe(0);
  });

  test.each<[string, Record<string, string>]>([
    ['its own page', { 'sec-fetch-site': 'same-origin', origin: ORIGIN }],
    ['its own page without an Origin', { 'sec-fetch-site': 'same-origin' }],
    ['an old browser by its Origin', { origin: ORIGIN }],
    ['an old browser by its Referer', { referer: `${ORIGIN}/guestbook` }],
  ])('lets %s in', async (title, headers) => {
    const answers = [];
    for (let times = 0; times < PROCESSES; times += 1) answers.push(await sign(title, headers));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(answers.map(processOf).toSorted()).toEqual([0, 1, 2]);
    expect(showcase.count('entries WHERE name = ?', title)).toBe(PROCESSES);
  });

  test('cannot be talked round by forwarded headers that a client sends', async () => {
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', origin: 'https://evil.example' };
    expect((await sign('forged', forged)).status).toBe(403);
    // Past the proxy: another name than the one that is allowed counts for nothing.
    const [direct] = showcase.processes;
    const body = new URLSearchParams({ name: 'forged', message: 'From somewhere' });
    const answer = await direct!.fetch('/_actions/guestbook.sign', { method: 'POST', body, headers: forged });
    expect(answer.status).toBe(403);
    expect(showcase.count('entries WHERE name = ?', 'forged')).toBe(0);
  });
});

describe('a process that is killed', () => {
  test('loses no result that it has carried, and no outcome of what it has done once', async () => {
    const killed = 1;
    const joined: { visitor: Visitor; email: string; posted: VisitedPage }[] = [];
    const ordered: { visitor: Visitor; email: string; page: VisitedPage; posted: VisitedPage }[] = [];
    for (let at = 0; at < 2 * PROCESSES; at += 1) {
      const visitor = new Visitor(proxy);
      joined.push({ visitor, email: `kept${at}@example.com`, posted: await join(visitor, `kept${at}@example.com`) });
      const page = await visitor.get('/order');
      const email = `kept.order${at}@example.com`;
      ordered.push({ visitor, email, page, posted: await visitor.post(page, order(email)) });
    }
    expect(joined.map(({ posted }) => processOf(posted))).toContain(killed);
    expect(ordered.map(({ posted }) => processOf(posted))).toContain(killed);

    await showcase.processes[killed]!.kill();
    for (const { visitor, email, posted } of joined) {
      forgetInline(visitor);
      const page = await visitor.follow(posted);
      expect([emailShown(page), processOf(page) === killed]).toEqual([email, false]);
    }
    for (const { visitor, email, page, posted } of ordered) {
      expect((await visitor.follow(posted)).html).toContain('Your order is in the drying rack.');
      const repeated = await visitor.post(page, order(email));
      expect([repeated.status, orderOf(repeated)]).toEqual([303, orderOf(posted)]);
      expect(showcase.count('orders WHERE email = ?', email)).toBe(1);
    }
  });
});

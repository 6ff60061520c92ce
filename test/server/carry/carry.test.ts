import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { carry, readCarried } from '../../../src/server/carry/carry.js';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import { BINDING_COOKIE, FIRST_BINDING_COOKIE } from '../../../src/shared/wire.js';
import { carriedText, emptyStore, Jar, noStore, useStore } from './support.js';

const short = carriedText('short');
const long = carriedText('x'.repeat(65_536));
const HTTPS = 'https://site.invalid/';

let log: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  useStore();
  log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  log.mockRestore();
});

/** Carries one after the other: each answer is there before the next post. */
async function carryAll(jar: Jar, results: Parameters<typeof carry>[1][], url?: string): Promise<string[]> {
  const ids: string[] = [];
  for (const result of results) {
    const request = jar.request(url);
    ids.push(await carry(request, result));
    request.deliver();
  }
  return ids;
}

describe('a carried result', () => {
  test.each([
    ['short', short],
    ['of 64 KB', long],
  ])('that is %s arrives whole, as often as it is asked for', async (_, result) => {
    const jar = new Jar();
    const [id] = await carryAll(jar, [result]);
    for (let visit = 0; visit < 3; visit += 1) expect(await readCarried(jar.request(), id!)).toEqual(result);
  });

  test.each([
    ['short', short],
    ['of 64 KB', long],
  ])('that is %s can be read for five minutes, and not after', async (_, result) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const jar = new Jar();
    const [id] = await carryAll(jar, [result]);
    vi.setSystemTime(Date.now() + 299_000);
    expect(await readCarried(jar.request(), id!)).toEqual(result);
    vi.setSystemTime(Date.now() + 2000);
    expect(await readCarried(jar.request(), id!)).toBeUndefined();
  });

  test('is for the secret of a binding, and not for its name', async () => {
    const jar = new Jar();
    const [id] = await carryAll(jar, [short]);
    const [name] = jar.holding(FIRST_BINDING_COOKIE);
    const thief = new Jar([...jar].filter(([cookie]) => cookie !== BINDING_COOKIE));
    thief.set(name!, 'A'.repeat(16));
    expect(await readCarried(thief.request(), id!)).toBeUndefined();
    expect(await readCarried(jar.request(), id!)).toEqual(short);
  });

  test('is in a cookie where it is short and one of two is free, and in the store in any case', async () => {
    const jar = new Jar();
    const store = createMemoryStore();
    const set = vi.spyOn(store, 'set');
    useStore(store);
    const ids = await carryAll(jar, [long, short, short, short]);
    expect(jar.holding('action-result-')).toEqual(['action-result-0', 'action-result-1']);
    expect(set).toHaveBeenCalledTimes(4);
    useStore(emptyStore);
    const shown = await Promise.all(ids.map((id) => readCarried(jar.request(), id)));
    expect(shown).toEqual([undefined, short, short, undefined]);
  });

  test.each([
    ['cookie and binding', 0],
    ['the cookie', 1],
  ])('is not lost when posts that are under way at once take %s from each other', async (_, known) => {
    const jar = new Jar();
    await carryAll(
      jar,
      Array.from({ length: known }, () => long),
    );
    const posts = Array.from({ length: 5 }, (__, index) => ({
      request: jar.request(),
      result: carriedText(`tab ${index}`),
    }));
    const ids = await Promise.all(posts.map(({ request, result }) => carry(request, result)));
    for (const { request } of posts.toReversed()) request.deliver();
    for (const [index, { result }] of posts.entries())
      expect(await readCarried(jar.request(), ids[index]!)).toEqual(result);
  });

  test('is not lost when a first post that was under way before gives the browser another binding', async () => {
    const jar = new Jar();
    const late = jar.request();
    await carry(late, short);
    await carryAll(jar, [short]);
    const ids = await carryAll(jar, [short, long]);
    late.deliver();
    for (const [index, id] of ids.entries()) expect(await readCarried(jar.request(), id)).toEqual([short, long][index]);
  });

  test.each([
    ['another browser that has sent something too', async (jar: Jar) => void (await carryAll(jar, [short]))],
    ['another browser that is new', async () => undefined],
  ])('is not shown to %s', async (_, prepare) => {
    const [mine, theirs] = [new Jar(), new Jar()];
    const ids = await carryAll(mine, [short, long]);
    await prepare(theirs);
    for (const name of mine.holding('action-result-')) theirs.set(name, mine.get(name)!);
    for (const id of ids) expect(await readCarried(theirs.request(), id)).toBeUndefined();
  });

  test('opens under a secret that was current before, and under no other', async () => {
    const jar = new Jar();
    const store = createMemoryStore();
    useStore(store, ['old']);
    const [inline, kept] = await carryAll(jar, [short, long]);
    useStore(store, ['new', 'old']);
    expect(await readCarried(jar.request(), inline!)).toEqual(short);
    expect(await readCarried(jar.request(), kept!)).toEqual(long);
    useStore(store, ['new']);
    expect(await readCarried(jar.request(), inline!)).toBeUndefined();
    expect(await readCarried(jar.request(), kept!)).toBeUndefined();
  });
});

describe('while the store is away', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 600_000);
    useStore(noStore);
  });

  test('short results travel in cookies, and the log says so once a minute', async () => {
    const jar = new Jar();
    const ids = await carryAll(jar, [short, short]);
    for (const id of ids) expect(await readCarried(jar.request(), id)).toEqual(short);
    expect(log).toHaveBeenCalledTimes(1);
    vi.setSystemTime(Date.now() + 61_000);
    await carryAll(new Jar(), [short]);
    expect(log).toHaveBeenCalledTimes(2);
    expect(String(log.mock.calls[0])).toContain('The store is away');
  });

  test.each([
    ['a long one', [long]],
    ['a third one', [short, short, short]],
  ])('%s is refused, rather than lost', async (_, results) => {
    await expect(carryAll(new Jar(), results)).rejects.toThrow('The store is away');
  });
});

describe('our cookies', () => {
  const limit = 10_000;

  test('stay below 10 KB with as many first posts at once as browsers keep cookies for a site', async () => {
    const jar = new Jar();
    const largest = carriedText('x'.repeat(840));
    const posts = Array.from({ length: 177 }, () => jar.request(HTTPS));
    await Promise.all(posts.map((request) => carry(request, largest)));
    for (const request of posts) request.deliver();
    await carryAll(
      jar,
      Array.from({ length: 5 }, () => largest),
      HTTPS,
    );
    expect(jar.holding('__Host-action-result-')).toHaveLength(2);
    expect(jar.get('__Host-action-result-1')!.length).toBeGreaterThan(1300);
    expect(jar.size).toBe(180);
    expect(jar.bytes()).toBeLessThanOrEqual(limit);
  });

  test.each([
    ['http', 'http://site.invalid/', 'action-'],
    ['https', HTTPS, '__Host-action-'],
  ])('have one prefix on %s', async (_, url, prefix) => {
    const jar = new Jar();
    await carryAll(jar, [short, short], url);
    expect([...jar.keys()].filter((name) => !name.startsWith(prefix))).toEqual([]);
    expect(jar.size).toBe(4);
  });
});

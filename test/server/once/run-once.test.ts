import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { issuesOf } from '../../../src/server/action-error.js';
import { newKey } from '../../../src/server/once/one-time-key.js';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import type { AtomicStore } from '../../../src/server/store/types.js';
import { defaultMessages } from '../../../src/shared/messages.js';
import { breakable, site, type PostOptions } from './support.js';

let key: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  site();
  key = await newKey();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

const ada = { name: 'Ada' };

describe('the same entries with the same key', () => {
  test.each([
    ['data', undefined],
    ['nothing', undefined],
    ['redirect', undefined],
    ['silent redirect', undefined],
    ['invalid', 'FORBIDDEN'],
    ['returned', 'GONE'],
    ['exception', 'INTERNAL_SERVER_ERROR'],
    ['function', 'INTERNAL_SERVER_ERROR'],
    ['big', undefined],
  ])('run once, and the outcome is the same again: %s', async (what, code) => {
    const { post, done } = site();
    const first = await post({ name: 'Ada', what }, { key });
    const second = await post({ name: 'Ada', what }, { key });
    expect(done).toEqual(['Ada']);
    expect({ ...second, error: undefined }).toEqual({ ...first, error: undefined });
    expect(first.code).toBe(code);
    expect(second.error?.message).toBe(first.error?.message);
    expect(issuesOf(second.error)).toEqual(issuesOf(first.error));
    expect(second.error?.status).toBe(first.error?.status);
  });

  test('give data of every kind, redirect and message', async () => {
    const { post } = site();
    await post(ada, { key });
    expect((await post(ada, { key })).data).toEqual({
      run: 'Ada1',
      at: new Date(0),
      url: new URL('http://site.example/'),
      map: new Map([[1, new Set(['a'])]]),
    });
    await post({ name: 'Ada', what: 'redirect' }, { key });
    expect(await post({ name: 'Ada', what: 'redirect' }, { key })).toMatchObject({
      data: { run: 'Ada2' },
      redirect: { location: '/done?x=1#end', message: 'Thank you, Ada' },
    });
  });

  test('use the key up', async () => {
    const { post } = site();
    expect((await post(ada, { key })).note?.kept).toBeUndefined();
    expect((await post(ada, { key })).note?.kept).toBeUndefined();
  });

  test('run again when the outcome is no longer kept', async () => {
    const { post, done } = site();
    await post(ada, { key });
    later(24 * 60 * 60 - 1);
    await post(ada, { key });
    expect(done).toHaveLength(1);
    later(2);
    await post(ada, { key });
    expect(done).toHaveLength(2);
  });

  test('are answered by the first run also where that is what makes them invalid', async () => {
    const { post, done } = site();
    const first = await post(ada, { key, action: 'register' });
    expect(await post(ada, { key, action: 'register' })).toEqual(first);
    expect(first.data).toEqual({ run: 'Ada1' });
    expect(done).toHaveLength(1);
    expect((await post(ada, { action: 'register' })).code).toBe('BAD_REQUEST');
  });
});

describe('cookies that the handler set', () => {
  test('are set by repetitions too, as long as those may be late on their way', async () => {
    const { post } = site();
    const entries = { name: 'Ada', what: 'cookie' };
    const cookies = async () => (await post(entries, { key })).repeatedCookies;
    expect(await cookies()).toEqual([]);
    expect(await cookies()).toEqual(['basket=Ada1']);
    later(9);
    expect(await cookies()).toEqual(['basket=Ada1']);
    later(2);
    expect(await cookies()).toEqual([]);
  });
});

describe('a submission of its own', () => {
  test.each<[string, Record<string, string | File>, () => PostOptions | Promise<PostOptions>]>([
    ['other entries', { name: 'Eve' }, () => ({ key })],
    ['one more entry', { name: 'Ada', more: '' }, () => ({ key })],
    ['another key', ada, async () => ({ key: await newKey() })],
    ['another action', ada, () => ({ key, action: 'other' as const })],
    ['another name of the action', ada, () => ({ key, action: 'group.act' as const })],
    ['other input fixed by the page', ada, () => ({ key, record: { bound: { id: 2 } } })],
    ['no key', ada, () => ({ key: null })],
    ['an empty key', ada, () => ({ key: '' })],
    ['two keys', ada, () => ({ key: [key, key] })],
    ['a changed key', ada, () => ({ key: `${key.slice(0, -3)}AAA` })],
    ['a file for a key', ada, () => ({ key: new File([key], 'key') })],
    ['a direct call', ada, () => ({ key, isDirect: true })],
  ])('%s: it runs, and is not refused', async (_, entries, options) => {
    const { post, done } = site();
    await post(ada, { key });
    const { error } = await post(entries, await options());
    expect(error).toBeUndefined();
    expect(done).toHaveLength(2);
  });

  test.each([
    ['a key that was signed with another secret', { secrets: ['other'] }, 0],
    ['a key of more than 30 days ago', {}, 31 * 24 * 60 * 60],
  ])('%s: it runs, is not told apart, and the form gets another key', async (_, changes, seconds) => {
    const { post, done, use } = site();
    use(changes);
    later(seconds);
    expect((await post(ada, { key })).note).toEqual({ kept: undefined, running: undefined });
    await post(ada, { key });
    expect(done).toHaveLength(2);
  });

  test('what another action calls with the form that was posted to it runs as often as it is called', async () => {
    const { post, done } = site();
    expect((await post(ada, { key, action: 'outer' })).error).toBeUndefined();
    expect(done).toEqual(['Ada', 'Ada']);
  });

  test('a key that was signed with the secret before holds', async () => {
    const { post, done, use } = site();
    const first = await post(ada, { key });
    use({ secrets: ['next', 'current'] });
    expect(await post(ada, { key })).toEqual(first);
    expect(done).toHaveLength(1);
  });
});

describe('invalid input', () => {
  test('uses nothing up: the key goes on being the form’s', async () => {
    const { post, done, store } = site();
    const { code, note } = await post({ name: '' }, { key });
    expect([code, note]).toEqual(['BAD_REQUEST', { kept: key, running: undefined }]);
    expect((await post(ada, { key })).data).toMatchObject({ run: 'Ada1' });
    expect(done).toEqual(['Ada']);
    expect(store).toBeDefined();
  });
});

describe('back, other entries, back, the first ones again', () => {
  test('is a repetition that is late for ten seconds, and then meant', async () => {
    const { post, done } = site();
    const first = await post(ada, { key });
    later(1);
    await post({ name: 'Eve' }, { key });
    later(8);
    expect(await post(ada, { key })).toEqual(first);
    later(2);
    expect((await post(ada, { key })).data).toMatchObject({ run: 'Ada3' });
    expect(done).toEqual(['Ada', 'Eve', 'Ada']);
  });

  test('is a repetition at any time, as long as nothing else came in between', async () => {
    const { post, done } = site();
    await post({ name: 'Eve' }, { key });
    const first = await post(ada, { key });
    later(60);
    expect(await post(ada, { key })).toEqual(first);
    expect(done).toEqual(['Eve', 'Ada']);
  });

  test('is done once, however many post it', async () => {
    const { post, done } = site();
    await post(ada, { key });
    later(1);
    await post({ name: 'Eve' }, { key });
    later(11);
    const answers = await Promise.all([1, 2, 3].map(() => post(ada, { key })));
    for (const { data } of answers) expect(data).toMatchObject({ run: 'Ada3' });
    expect(done).toEqual(['Ada', 'Eve', 'Ada']);
  });
});

describe('a claim that expires between two questions', () => {
  test('is claimed anew', async () => {
    const inner = createMemoryStore();
    let refused = 1;
    const { post, done } = site({
      ...inner,
      putIfAbsent: async (...args) => (refused-- > 0 ? false : inner.putIfAbsent(...args)),
    } as AtomicStore);
    expect((await post(ada, { key })).error).toBeUndefined();
    expect(done).toEqual(['Ada']);
  });

  test('is given up when the store contradicts itself', async () => {
    const { post, done } = site({ ...createMemoryStore(), putIfAbsent: async () => false } as AtomicStore);
    expect((await post(ada, { key })).code).toBe('SERVICE_UNAVAILABLE');
    expect(done).toEqual([]);
  });
});

describe('a store that fails', () => {
  test('when it is claimed: nothing runs, the answer says so, and the same again is the same attempt', async () => {
    const { store, broken } = breakable();
    const { post, done } = site(store);
    broken.add('putIfAbsent');
    const { code, error, note } = await post(ada, { key });
    expect([code, error?.message, note]).toEqual([
      'SERVICE_UNAVAILABLE',
      defaultMessages.notTaken,
      { kept: key, running: undefined },
    ]);
    expect(done).toEqual([]);
    expect(vi.mocked(console.error)).toHaveBeenCalledWith(expect.stringMatching(/`once`[^]*Error: away/));
    broken.clear();
    expect((await post(ada, { key })).error).toBeUndefined();
    expect(done).toEqual(['Ada']);
  });

  test('when it is asked for the outcome: the repetition does not run', async () => {
    const { store, broken } = breakable();
    const { post, done } = site(store);
    await post(ada, { key });
    broken.add('get');
    expect((await post(ada, { key })).code).toBe('SERVICE_UNAVAILABLE');
    expect(done).toEqual(['Ada']);
  });

  test('when it is settled: who sent it gets the outcome, and the log says that it is lost', async () => {
    const { store, broken } = breakable();
    const { post } = site(store);
    broken.add('compareAndSwap');
    expect((await post(ada, { key })).data).toMatchObject({ run: 'Ada1' });
    expect(vi.mocked(console.error)).toHaveBeenCalledWith(expect.stringMatching(/`once`[^]*Error: away/));
  });
});

describe('what the store holds', () => {
  test('tells nobody what was sent or what came of it', async () => {
    const inner = createMemoryStore();
    const written: string[] = [];
    const noted =
      <Args extends unknown[], Result>(run: (...args: Args) => Result) =>
      (...args: Args) => {
        written.push(...args.map((arg) => JSON.stringify(arg)));
        return run(...args);
      };
    const noting: AtomicStore = {
      get: noted(inner.get),
      set: noted(inner.set),
      putIfAbsent: noted(inner.putIfAbsent),
      compareAndSwap: noted(inner.compareAndSwap),
      take: noted(inner.take),
    };
    const { post } = site(noting);
    await post({ name: 'Grace Hopper', what: 'redirect' }, { key });
    await post({ name: 'Grace Hopper', what: 'redirect' }, { key });
    expect(written.length).toBeGreaterThan(4);
    expect(written.join()).not.toMatch(/Grace|Hopper|Thank|done|redirect/i);
    expect(written.join()).not.toContain(key);
  });

  test('cannot be read without the secret: then the outcome is unknown, and nothing runs', async () => {
    const { post, done, use } = site();
    use({ secrets: ['next', 'current'] });
    await post(ada, { key });
    // The key is an older one's, and opens; what came of it was sealed with the one that is gone.
    use({ secrets: ['current'] });
    expect((await post(ada, { key })).code).toBe('CONFLICT');
    expect(done).toEqual(['Ada']);
  });
});

test('in dev, a form without a key is a warning that says what to do', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { post, use } = site();
  await post(ada, { key: null });
  expect(warn).not.toHaveBeenCalled();
  use({ dev: true });
  await post(ada, { key: null });
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(/"act".*without a key.*<FormRecord \{form\} \/>/));
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createReuse } from '../../src/server/reuse.js';
import { configure, runtime } from '../../src/server/runtime.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('a text that is used again', () => {
  test('is there until its time is over', () => {
    const reuse = createReuse();
    reuse.set('a', 'A', 60);
    vi.setSystemTime(Date.now() + 59_999);
    expect(reuse.get('a')).toBe('A');
    vi.setSystemTime(Date.now() + 1);
    expect(reuse.get('a')).toBeUndefined();
  });

  test('is forgotten under another configuration, which may have other secrets', () => {
    const reuse = createReuse();
    const before = runtime().options;
    reuse.set('a', 'A', 60);
    configure({ ...before }, async () => ({}));
    expect(reuse.get('a')).toBeUndefined();
    configure(before, async () => ({}));
    expect(reuse.get('a')).toBe('A');
  });

  test('gives way to newer ones, the oldest first', () => {
    const reuse = createReuse();
    for (let at = 0; at < 500; at += 1) reuse.set(`key ${at}`, 'text', 60);
    reuse.set('key 0', 'again', 60);
    reuse.set('one more', 'text', 60);
    expect(reuse.get('key 1')).toBeUndefined();
    expect([reuse.get('key 0'), reuse.get('key 2'), reuse.get('one more')]).toEqual(['again', 'text', 'text']);
  });

  test('is given away once where it is taken', () => {
    const reuse = createReuse();
    reuse.set('a', 'A', 60);
    reuse.set('b', 'B', 60);
    expect([reuse.take('a'), reuse.take('a'), reuse.get('b')]).toEqual(['A', undefined, 'B']);
    vi.setSystemTime(Date.now() + 60_000);
    expect(reuse.take('b')).toBeUndefined();
  });

  test.each([
    ['key', 'k'.repeat(2001), 'text'],
    ['text', 'key', 't'.repeat(2001)],
  ])('is not kept with a long %s', (_, key, text) => {
    const reuse = createReuse();
    reuse.set(key, text, 60);
    expect(reuse.get(key)).toBeUndefined();
  });
});

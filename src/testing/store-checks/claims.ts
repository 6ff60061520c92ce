import { ok } from 'node:assert/strict';
import { long, shown, type Checks } from './check.js';
import { expectValue } from './values.js';

const texts = ['', ' ', 'null', '{"a":1}', 'e\u0301', 'a\u0000b', '👍'.repeat(1000)];

/** What each claim does when nobody else is there. */
export const claimChecks: Checks = {
  'putIfAbsent writes where there is nothing': async ({ store, other, key }) => {
    for (const text of texts) {
      ok(await store.putIfAbsent(key(text), text, long), 'putIfAbsent() refused a free key');
      await expectValue(other, key(text), text);
    }
  },
  'putIfAbsent leaves alone what is there, also an empty value': async ({ store, other, key }) => {
    for (const text of texts) {
      await store.set(key(text), text, long);
      ok(!(await other.putIfAbsent(key(text), 'second', long)), `putIfAbsent() replaced ${shown(text)}`);
      await expectValue(store, key(text), text);
    }
  },
  'compareAndSwap replaces exactly the expected value': async ({ store, other, key }) => {
    for (const text of texts) {
      await store.set(key(text), text, long);
      const swap = (expected: string) => other.compareAndSwap(key(text), expected, `after ${text}`, long);
      for (const expected of [`${text} `, `${text}\u0000`, text.slice(1), text.normalize('NFC'), 'after']) {
        if (expected === text) continue;
        ok(!(await swap(expected)), `compareAndSwap() took ${shown(expected)} for ${shown(text)}`);
      }
      await expectValue(store, key(text), text);
      ok(await swap(text), `compareAndSwap() did not find ${shown(text)}`);
      await expectValue(store, key(text), `after ${text}`);
    }
  },
  'compareAndSwap writes nothing where there is nothing': async ({ store, key }) => {
    for (const expected of ['', 'null', 'undefined']) {
      const swapped = await store.compareAndSwap(key('missing'), expected, 'next', long);
      ok(!swapped, `compareAndSwap() took a missing entry for ${shown(expected)}`);
    }
    await expectValue(store, key('missing'), undefined);
  },
  'compareAndSwap to the same value counts as a swap': async ({ store, key }) => {
    await store.set(key('a'), 'same', long);
    ok(await store.compareAndSwap(key('a'), 'same', 'same', long), 'compareAndSwap() gave false');
  },
  'take gives the value and leaves nothing': async ({ store, other, key }) => {
    for (const text of texts) {
      await store.set(key(text), text, long);
      const taken = await other.take(key(text));
      ok(taken === text, `take() gave ${shown(taken)} instead of ${shown(text)}`);
      await expectValue(store, key(text), undefined);
      const again = await store.take(key(text));
      ok(again === undefined, `take() gave ${shown(again)} a second time`);
    }
  },
  'take leaves other keys alone': async ({ store, key }) => {
    const names = ['a', 'ab', 'a:b', 'a*', 'A'];
    for (const name of names) await store.set(key(name), name, long);
    await store.take(key('a'));
    await store.take(key('a*'));
    for (const name of ['ab', 'a:b', 'A']) await expectValue(store, key(name), name);
  },
  'a key that was taken can be claimed again': async ({ store, other, key }) => {
    ok(await store.putIfAbsent(key('a'), 'first', long));
    await store.take(key('a'));
    ok(await other.putIfAbsent(key('a'), 'second', long), 'putIfAbsent() refused a key that was taken');
    await expectValue(store, key('a'), 'second');
  },
};

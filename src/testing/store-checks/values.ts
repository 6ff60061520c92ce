import { ok } from 'node:assert/strict';
import type { ResultStore } from '../../server/store/types.js';
import { long, shown, type Checks } from './check.js';

const megabyte = 'sixteen bytes 👍'.repeat(64 * 1024);

/** What a store that serialises, trims, normalises or truncates would change. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'an empty value': [''],
  'a value of a megabyte': [megabyte],
  'values that look like something else': ['null', 'true', '0123', '1e3', '-0', 'NaN', '"text"', '{"a":1}', '[]'],
  'values with white space at their ends': [' ', ' both ', 'line\r\n', '\ttab', '\u00a0', '\ufeffmark'],
  'values with quotes, escapes and control characters': ['\'"`', '\\n', '%s %25 ?', 'a\u0000b', '\u001b', '\u2028'],
  'values in any script, as they are': ['👩‍👩‍👧', 'é', 'e\u0301', 'שלום', '漢字', 'ﬁ', '\u{10ffff}'],
};

/** Groups of keys that a store must tell apart. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'keys that begin with each other': ['', 'a', 'ab', 'a:', 'a:b', 'a:b:c', 'b'],
  'keys with separators': ['a:b', 'a/b', 'a\\b', 'a.b', 'a?b', 'a#b', 'a b', 'a+b', 'a%20b', 'a/../b', 'a//b', 'a::b'],
  'keys with wildcards': ['*', '?', '%', '_', '[a]', '^', '$'],
  'keys that differ in case, form or white space only': [
    'key',
    'KEY',
    'ké',
    'ke\u0301',
    'key ',
    ' key',
    'key\n',
    'k\u0000',
  ],
  'keys that objects have': ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', '00'],
  'keys of a thousand characters': ['k'.repeat(1000), `${'k'.repeat(999)}l`, '漢'.repeat(1000)],
};

/** What is written is read, whatever it looks like. */
export const valueChecks: Checks<ResultStore> = {
  'gives undefined for a key that was never written': async ({ store, key }) => {
    await expectValue(store, key('missing'), undefined);
  },
  'gives what was written last': async ({ store, other, key }) => {
    await store.set(key('a'), 'one', long);
    await expectValue(other, key('a'), 'one');
    await other.set(key('a'), 'two', long);
    await expectValue(store, key('a'), 'two');
    await expectValue(store, key('a'), 'two');
  },
  ...Object.fromEntries(Object.entries(texts).map(([name, values]) => [`keeps ${name}`, keepsValues(values)])),
  ...Object.fromEntries(Object.entries(keys).map(([name, names]) => [`tells ${name} apart`, tellsApart(names)])),
};

function keepsValues(values: readonly string[]): Checks<ResultStore>[string] {
  return async ({ store, other, key }) => {
    for (const [index, value] of values.entries()) {
      await store.set(key(String(index)), value, long);
      await expectValue(other, key(String(index)), value);
    }
  };
}

function tellsApart(names: readonly string[]): Checks<ResultStore>[string] {
  return async ({ store, other, key }) => {
    for (const [index, name] of names.entries()) {
      await expectValue(other, key(name), undefined);
      await store.set(key(name), String(index), long);
    }
    for (const [index, name] of names.entries()) await expectValue(other, key(name), String(index));
  };
}

/** Fails with both values, shortened. */
export async function expectValue(store: ResultStore, key: string, expected: string | undefined): Promise<void> {
  const value = await store.get(key);
  ok(value === expected, `get(${shown(key)}) gave ${shown(value)} instead of ${shown(expected)}`);
}

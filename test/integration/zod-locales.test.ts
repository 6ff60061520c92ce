import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { namedLocales, zodLocales } from '../../src/integration/zod-locales.js';

test.each<[string, string[], string[]]>([
  ['a language', ['de'], ['de']],
  ['a region has its language', ['de-AT'], ['de']],
  ['and may have words of its own', ['pt-BR'], ['pt', 'pt-BR']],
  ['a tag without which Zod has no words', ['zh-CN'], ['zh-CN']],
  ['English, which is left to Zod', ['en', 'en-GB'], []],
  ['a language that Zod lacks', ['gsw', 'tlh'], []],
  ['what is no name of a file', ['../de', 'de/../../x'], []],
])('Zod words its issues in %s', (_, locales, tags) => {
  const files = zodLocales(locales);
  expect(Object.keys(files).toSorted()).toEqual(tags.toSorted());
  for (const file of Object.values(files)) expect(existsSync(file)).toBe(true);
});

test('a site’s languages are those of its i18n routing, with the codes of each path', () => {
  const i18n = { locales: ['en', { path: 'deutsch', codes: ['de', 'de-CH'] as [string, ...string[]] }] };
  expect(namedLocales({ i18n } as never)).toEqual(['en', 'de', 'de-CH']); // why: the rest of the routing is not read
  expect(namedLocales({ i18n: undefined })).toEqual([]);
});

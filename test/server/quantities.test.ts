import { describe, expect, test } from 'vitest';
import { inDigits, inUnits } from '../../src/server/quantities.js';

describe('a size is said as people say it', () => {
  test.each([
    [0, 'en', '0 bytes'],
    [1, 'en', '1 byte'],
    [500, 'en', '500 bytes'],
    [500, 'de', '500 Byte'],
    [4000, 'en', '4 kB'],
    [1024 * 1024, 'en', '1 MB'],
    [1_500_000, 'en', '1.5 MB'],
    [1_500_000, 'de', '1,5 MB'],
    [1_500_000, 'de-AT', '1,5 MB'],
    [1e9, 'en', '1 GB'],
    [5e12 + 1, 'en', '5,000 GB'],
    [1_500_000, 'fr', '1,5 Mo'],
    [1_500_000, 'de_AT', '1,5 MB'],
    [1_500_000, 'no tag', '1.5 MB'],
  ])('%d in %s: %s', (bytes, locale, said) => {
    expect(inUnits(bytes, locale).replace(/\s/g, ' ')).toBe(said);
  });
});

test.each([
  [1000, 'en', '1,000'],
  [1000, 'de', '1.000'],
  [6, 'de', '6'],
])('the number %d in %s: %s', (count, locale, said) => {
  expect(inDigits(count, locale)).toBe(said);
});

import { describe, expect, test } from 'vitest';
import { safePath } from '../../src/server/safe-path.js';
import { foreignPaths, ownPaths } from '../support/locations.js';

describe('safePath', () => {
  test.each(ownPaths)('keeps %s', (_, text, path) => {
    expect(safePath(text, '/fallback')).toBe(path);
  });

  test.each<[string, unknown]>([
    ...foreignPaths,
    ['another origin', 'https://evil.example/'],
    ['null', null],
    ['nothing', undefined],
    ['a list', ['/a']],
    ['a number', 1],
  ])('gives the fallback for %s', (_, text) => {
    expect(safePath(text, '/fallback')).toBe('/fallback');
  });
});

import { describe, expect, test } from 'vitest';
import { safePath } from '../../src/server/safe-path.js';

describe('safePath', () => {
  test.each([
    ['a path', '/account', '/account'],
    ['query and fragment', '/a?b=c&d=/e#f', '/a?b=c&d=/e#f'],
    ['the root', '/', '/'],
    ['dot segments, resolved', '/a/../b', '/b'],
    ['an encoded slash, kept encoded', '/%2f%2fevil.example', '/%2f%2fevil.example'],
    ['unicode, encoded', '/ä', '/%C3%A4'],
  ])('keeps %s', (_, path, kept) => {
    expect(safePath(path, '/fallback')).toBe(kept);
  });

  test.each([
    ['another origin', 'https://evil.example/'],
    ['no scheme', '//evil.example'],
    ['a backslash host', '/\\evil.example'],
    ['two backslashes', '\\\\evil.example'],
    ['a tab before the host', '/\t/evil.example'],
    ['a newline before the host', '/\n/evil.example'],
    ['CRLF', '/a\r\nSet-Cookie: x=y'],
    ['NUL', '/a\0'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['dot segments that leave two slashes', '/.//evil.example'],
    ['dot segments further in', '/a/..//evil.example'],
    ['a relative path', 'account'],
    ['a leading blank', ' /account'],
    ['empty text', ''],
    ['null', null],
    ['nothing', undefined],
    ['a list', ['/a']],
    ['a number', 1],
  ])('gives the fallback for %s', (_, path) => {
    expect(safePath(path, '/fallback')).toBe('/fallback');
  });
});

import { describe, expect, test } from 'vitest';
import { redirectTo } from '../../src/server/redirect-to.js';
import { foreignPaths, ownPaths } from '../support/locations.js';

describe('redirectTo', () => {
  test.each([
    ...ownPaths,
    ['a query of the same page', '?sent=ja ä', '?sent=ja%20%C3%A4'],
    ['a fragment of the same page', '#end', '#end'],
    ['another site', 'https://pay.example/start?x=1', 'https://pay.example/start?x=1'],
    ['another site without a path', 'HTTP://pay.example', 'http://pay.example/'],
    ['a host with dots that are none', 'https://pay。example/', 'https://pay.example/'],
    ['a port', 'https://pay.example:8443/ü', 'https://pay.example:8443/%C3%BC'],
  ])('goes to %s', (_, text, location) => {
    expect(redirectTo(text).location).toBe(location);
    expect(() => new Headers({ location: redirectTo(text).location })).not.toThrow();
  });

  test('takes a URL', () => {
    expect(redirectTo(new URL('https://pay.example/x')).location).toBe('https://pay.example/x');
  });

  test.each(foreignPaths)('does not go to %s', (_, text) => {
    expect(() => redirectTo(text)).toThrow(/redirectTo\(\) cannot go there/);
  });

  test.each([
    ['a query that breaks the line', '?a\r\nSet-Cookie: x=y'],
    ['a fragment with a tab', '#a\tb'],
  ])('does not go to %s', (_, text) => {
    expect(() => redirectTo(text)).toThrow(/redirectTo\(\) cannot go there/);
  });

  test('says what to do, with the offending text on one line', () => {
    expect(() => redirectTo('//evil.example\n')).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('"//evil.example\\n" is neither'),
        hint: expect.stringContaining('safePath'),
      }),
    );
  });
});

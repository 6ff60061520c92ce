import { describe, expect, test } from 'vitest';
import { toHtmlPattern } from '../../src/schema/html-pattern.js';

/** As browsers compile it: https://html.spec.whatwg.org/multipage/input.html#compiled-pattern-regular-expression */
const asBrowser = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'v');

const texts = [
  '',
  'a',
  'b',
  'ab',
  'ba',
  'abc',
  '12345',
  '123456',
  'x12345y',
  'a@b.c',
  'a@b',
  'a\nb',
  '😀',
  '😀😀',
  'é',
  'A',
  'a-b',
  'a b',
  '-',
  '0',
  'aa',
  'foo',
  'foobar',
  'barfoo',
];

describe('means the same in HTML', () => {
  test.each([
    [/^\d{5}$/],
    [/^[a-z]+$/],
    [/\d/],
    [/^a/],
    [/b$/],
    [/^a|b$/],
    [/^(?:a|b)$/],
    [/^(a|b)c?$/],
    [/^(a)\1$/],
    [/^[^@]+@[^@]+\.[^@]+$/],
    [/^\S+@\S+$/],
    [/^.*$/],
    [/^.+$/],
    [/foo/],
    [/^(?=.*\d)[a-z\d]+$/],
    [new RegExp(String.raw`^[A-Za-z0-9_'+\-]+$`)],
    [/^\$?\d+(?:\.\d\d)?$/],
    [/^$/],
    [/^a$|^$/],
    [/^\w+\b/],
  ])('%s', (expression) => {
    const pattern = toHtmlPattern(expression);
    expect(pattern).toBeDefined();
    for (const text of texts) expect([text, asBrowser(pattern!).test(text)]).toEqual([text, expression.test(text)]);
  });

  test('anchors that embrace everything are left out', () => {
    expect(toHtmlPattern(/^\d{5}$/)).toBe('\\d{5}');
  });
});

describe('is left out where it does not', () => {
  test.each([
    ['flag i', /^a$/i],
    ['flag u', /^a$/u],
    ['flag m', /^a$/m],
    ['a hyphen that v wants escaped', /^[\w-.]$/],
    ['an escape that v lacks', new RegExp(String.raw`^\-$`)],
    ['doubled punctuation', /^[&&]$/],
    ['counts an astral character as two', /^..$/],
    ['counts in braces', /^.{1,5}$/],
    ['one of a negated class', /^[^a]$/],
    ['two of any in a row', /^.+\S+$/],
    ['a repeated group of any', /^(?:.+){2}$/],
    ['half of an astral character', /^\ud83d/],
  ])('%s', (_, expression) => {
    expect(toHtmlPattern(expression)).toBeUndefined();
  });
});

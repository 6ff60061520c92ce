import fc from 'fast-check';
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
    [/^\p{L}+$/u],
    [/^.{1,2}$/u],
    [/^[^a]$/u],
    [new RegExp(String.raw`^[\p{L}--[a-z]]+$`, 'v')],
    [new RegExp(String.raw`^[\[\]]?a$`)],
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
    ['flag m', /^a$/m],
    ['a hyphen that v wants escaped', /^[\w-.]$/],
    ['an escape that v lacks', new RegExp(String.raw`^\-$`)],
    ['doubled punctuation', /^[&&]$/],
    ['a class in a class', /^[[a]]$/],
    ['two classes that v would intersect', new RegExp('^[a&&b]$')],
    ['two classes that v would subtract', /^[+--b]$/u],
    ['a property that is letters without u', new RegExp(String.raw`^\p{L}$`)],
    ['a code point that is a count without u', new RegExp(String.raw`^\u{61}$`)],
    ['a flag for a part', /^(?i:a)$/],
    ['counts an astral character as two', /^..$/],
    ['counts in braces', /^.{1,5}$/],
    ['one of a negated class', /^[^a]$/],
    ['two of any in a row', /^.+\S+$/],
    ['two of any with a look ahead between', /^[^]+(?!a)[^\d]+$/],
    ['a repeated group of any', /^(?:.+){2}$/],
    ['half of an astral character', /^\ud83d/],
    ['no border, which may be in the middle of an astral character', /\B/u],
  ])('%s', (_, expression) => {
    expect(toHtmlPattern(expression)).toBeUndefined();
  });
});

const atoms = [
  ...[
    'a',
    'b',
    '1',
    '\\d',
    '\\w',
    '\\s',
    '\\D',
    '\\W',
    '\\S',
    '.',
    '[ab]',
    '[^a]',
    '[\\d-]',
    '[\\s\\S]',
    '[^\\d]',
    '[]',
    '[^]',
  ],
  ...[
    '\\p{L}',
    '\\P{L}',
    '\\u{61}',
    '\\u0061',
    '\\x61',
    '\\.',
    '\\-',
    '\\/',
    '\\n',
    '\\0',
    '\\cA',
    '\\1',
    '\\q',
    '\\k<n>',
    '\\b',
    '\\B',
  ],
  ...[
    '😀',
    '[😀a]',
    'é',
    '-',
    '@',
    '^',
    '$',
    '{',
    '}',
    '{1}',
    ']',
    '/',
    '(?<n>a)',
    '(?=a)',
    '(?!a)',
    '(?<=a)',
    '(?<!a)',
    '(a)',
    '(?:)',
  ],
  ...[
    '(?i:a)',
    '(?s:.)',
    '[a&&b]',
    '[a--b]',
    '[[a]]',
    '[(]',
    '[a|b]',
    '[!!]',
    '[\\w-a]',
    '[\\q{a}]',
    '\\ud83d',
    '[^\\ud83d]',
  ],
];
const quantifiers = ['', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{2,}', '{1,}?'];
const sequence = fc
  .array(fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...quantifiers)), { maxLength: 3 })
  .map((parts) => parts.flat().join(''));
const part = fc.oneof(
  sequence,
  fc.tuple(sequence, sequence).map((sides) => sides.join('|')),
  fc
    .tuple(fc.constantFrom('(', '(?:'), sequence, fc.constantFrom('', '|b'), fc.constantFrom(...quantifiers))
    .map(([open, inner, other, quantifier]) => `${open}${inner}${other})${quantifier}`),
);
const expression = fc
  .tuple(
    fc.constantFrom('^', ''),
    fc.array(part, { maxLength: 3 }),
    fc.constantFrom('$', ''),
    fc.constantFrom('', 'u', 'v'),
  )
  .map(([start, parts, end, flags]) => toExpression(start + parts.join('') + end, flags))
  .filter((compiled) => compiled !== undefined);
const value = fc.string({ unit: fc.constantFrom(...'ab1-é .@A\n/{}puL&', '😀'), maxLength: 6 });

test('of generated expressions, what is said in HTML matches the same texts', () => {
  fc.assert(
    fc.property(expression, fc.array(value, { minLength: 10, maxLength: 10 }), (written, values) => {
      const pattern = toHtmlPattern(written);
      if (pattern === undefined) return;
      const compiled = asBrowser(pattern);
      for (const text of [...values, ...texts]) {
        if (compiled.test(text) !== written.test(text))
          throw new Error(`${written} is not ${pattern}: ${JSON.stringify(text)}`);
      }
    }),
    { numRuns: Number(process.env.LONG ? 200_000 : 2000) },
  );
}, 600_000);

function toExpression(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

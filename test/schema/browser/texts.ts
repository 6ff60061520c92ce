import fc from 'fast-check';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import type { Trial } from './form.js';
import { steps, wrapped, type Shape } from './shapes.js';

const patterns = [/^\d{5}$/, /^[a-z]+$/, /\d/, /^a|b$/, /^\S+@\S+$/, /^.*$/, /^[^a]*$/, /^\w+(?:-\w+)*$/, /^a?b{1,2}$/];

const textShape = steps(
  fc.constantFrom<readonly [string, z.ZodString]>(
    ['string()', z.string()],
    ['string().trim()', z.string().trim()],
    ['string().toLowerCase()', z.string().toLowerCase()],
    ['string().normalize()', z.string().normalize()],
    ['coerce.string()', z.coerce.string() as unknown as z.ZodString], // why: it has the methods of a string
  ),
  fc.oneof(
    fc.nat(5).map((min) => [`.min(${min})`, (text: z.ZodString) => text.min(min)] as const),
    fc.nat(7).map((max) => [`.max(${max})`, (text: z.ZodString) => text.max(max)] as const),
    fc
      .tuple(fc.nat(5), fc.nat(4))
      .map(
        ([min, more]) =>
          [`.min(${min}).max(${min + more})`, (text: z.ZodString) => text.min(min).max(min + more)] as const,
      ),
    fc.nat(4).map((length) => [`.length(${length})`, (text: z.ZodString) => text.length(length)] as const),
  ),
  fc.constantFrom(...patterns).map((regex) => [`.regex(${regex})`, (text: z.ZodString) => text.regex(regex)] as const),
  fc.constant(['.trim()', (text: z.ZodString) => text.trim()] as const),
  fc
    .constantFrom('textarea', 'search', 'tel', 'password')
    .map((type) => [`.meta({ type: '${type}' })`, (text: z.ZodString) => text.meta({ type })] as const),
);

export const plainText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 9 }),
  fc.string({ unit: 'binary', maxLength: 9 }),
  fc.string({
    unit: fc.constantFrom('a', 'b', '1', '5', ' ', '-', '@', '😀', 'é', 'e\u0301', '\u2028', '\n', '\r\n', '\r'),
    maxLength: 9,
  }),
  ...patterns.map((pattern) => fc.stringMatching(pattern, { maxLength: 9 })),
);

export const texts: fc.Arbitrary<Trial> = fc
  .tuple(wrapped(textShape), plainText)
  .map(([shape, value]) => ({ ...shape, fill: { how: 'set', value } }));

const keys = ['a', 'b', '1', '5', ' ', '-', '@', 'é', '😀'];
export const typedTexts: fc.Arbitrary<Trial> = fc
  .tuple(
    wrapped(textShape),
    fc.string({ unit: fc.constantFrom(...keys), maxLength: 9 }),
    fc.string({ unit: fc.constantFrom(...keys, '\n', '\n', '\r\n'), maxLength: 9 }),
  )
  .map(([shape, line, lines]) => ({
    ...shape,
    fill: { how: 'type', text: shape.title.includes('textarea') ? lines : line },
  }));

const emailShape = fc.constantFrom<Shape>(
  { title: 'email()', schema: z.email() },
  { title: 'string().email().max(20)', schema: z.string().email().max(20) },
  { title: 'email(html5)', schema: z.email({ pattern: z.regexes.html5Email }) },
  { title: 'email(rfc5322)', schema: z.email({ pattern: z.regexes.rfc5322Email }) },
  { title: 'email(unicode)', schema: z.email({ pattern: z.regexes.unicodeEmail }) },
  { title: 'email(own)', schema: z.email({ pattern: /@example\.com$/ }) },
  { title: 'email().regex()', schema: z.email().regex(/@example\.com$/) },
  { title: "email().or('')", schema: z.email().or(z.literal('')) },
  { title: 'zfd.text(email())', schema: zfd.text(z.email()) },
);
const emailText = fc.oneof(
  fc
    .tuple(
      fc.oneof(fc.constantFrom('ada', 'a.b', "o'neil", 'a+b', '.a', 'a..b', 'ä', '"a b"', 'a!', ''), fc.string()),
      fc.constantFrom('@', '@', '@', '', '@@', ' @'),
      fc.oneof(
        fc.constantFrom(
          'example.com',
          'ex-ample.co',
          'b-.com',
          'b',
          'exämple.com',
          '[1.2.3.4]',
          'b..com',
          '-b.com',
          'b.c',
        ),
        fc.constantFrom(`${'x'.repeat(64)}.com`, `${'x'.repeat(63)}.com`, ' example.com ', 'a.b.example.com'),
      ),
    )
    .map((parts) => parts.join('')),
  fc.emailAddress(),
);
export const emails: fc.Arbitrary<Trial> = fc
  .tuple(wrapped(emailShape), emailText)
  .map(([shape, value]) => ({ ...shape, fill: { how: 'set', value } }));

const urlShape = fc.constantFrom<Shape>(
  { title: 'url()', schema: z.url() },
  { title: 'httpUrl()', schema: z.httpUrl() },
  { title: 'url({ hostname })', schema: z.url({ hostname: /^example\.com$/ }) },
  { title: 'url({ normalize })', schema: z.url({ normalize: true }) },
  { title: 'string().url().max(30)', schema: z.string().url().max(30) },
  { title: 'zfd.text(url())', schema: zfd.text(z.url()) },
);
const urlText = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc
    .tuple(
      fc.constantFrom('http', 'https', 'HTTP', 'mailto', 'javascript', 'data', 'file', 'foo', '1a', 'a+b', 'ws', ''),
      fc.constantFrom('://', ':', ':/', ':///', '//', ''),
      fc.oneof(
        fc.constantFrom(
          'example.com',
          'exa mple.com',
          'ex%61mple.com',
          '[::1]',
          '[::g]',
          '1.2.3.4.5',
          '256.1.1.1',
          'a:99999',
        ),
        fc.constantFrom(
          'exämple.com/ü',
          'user:pw@h',
          '@',
          'a^b',
          'a|b',
          'a<b',
          '0x7f.1',
          '..',
          'xn--',
          'xn--a',
          'a..b',
          '%00',
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      fc.constantFrom('', '/', '/ ', '?q=a b', '#\n', '/\\', '/%zz'),
    )
    .map((parts) => parts.join('')),
);
export const urls: fc.Arbitrary<Trial> = fc
  .tuple(wrapped(urlShape), urlText)
  .map(([shape, value]) => ({ ...shape, fill: { how: 'set', value } }));

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { firstColumn } from '../support/doc-table.js';
import { described, toPairs } from './notation.js';
import { parse, toFormData } from './support.js';

/** A whole schema, or the fields of one. */
type Shape = z.ZodObject | Readonly<Record<string, z.ZodType>>;

const inner = new URL('dist/actions/runtime/server.js', import.meta.resolve('astro/package.json'));
// why: Astro types no inner file
const { formDataToObject } = (await import(/* @vite-ignore */ inner.href)) as {
  /** How plain Astro Actions read a form before they give it to Zod. */
  formDataToObject: (form: FormData, schema: z.ZodObject) => Record<string, unknown>;
};

const address = z.object({ street: z.string(), city: z.string() });
const theme = z.object({ theme: z.string() }).default({ theme: 'dark' });
const choice = z.object({ b: z.enum(['x', 'y']), c: z.string().optional() });
const contact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('email'), email: z.string() }),
  z.object({ type: z.literal('phone'), phone: z.string() }),
]);

/** What Astro's own tests of this function try, each with a form or several; `@…` are files. */
const same: readonly [string, Shape, ...string[]][] = [
  ['texts', { name: z.string(), email: z.string() }, 'name=Ben&email=ben@example.com'],
  ['a number', { age: z.number() }, 'age=25', 'age=0'],
  ['a text that is no number', { age: z.number() }, 'age=twenty-five'],
  ['boxes', { on: z.boolean() }, 'on=true', 'on=false', 'on=on', ''],
  ['optional fields', { a: z.string().optional(), b: z.string().optional(), n: z.number().optional() }, 'a=Ben', 'a='],
  ['nullable fields', { a: z.string().nullable(), b: z.string().nullable(), n: z.number().nullable() }, 'a=Ben', 'n='],
  ['defaults', { a: z.string().default('x'), list: z.array(z.number()).default([1, 2]) }, '', 'a=y&list=3'],
  [
    'wrappers around wrappers',
    {
      a: z.string().default('x').optional(),
      b: z.string().optional().nullish(),
      list: z.array(z.number()).default([1, 2]).nullish().optional(),
    },
    'b=y',
    'a=y&list=3',
  ],
  ['a file, also an empty one', { file: z.instanceof(File) }, 'file=@empty', 'file=@txt'],
  ['a list of texts', { list: z.array(z.string()) }, 'list=a&list=b&list=c', 'list=a', ''],
  ['a list of numbers', { list: z.array(z.number()) }, 'list=25&list=30&list=35', ''],
  ['a list of boxes', { list: z.array(z.boolean()) }, 'list=false&list=true&list=false', 'list=true&list=true'],
  ['a list of files', { list: z.array(z.instanceof(File)) }, 'list=@empty&list=@txt'],
  ['an object', { a: z.string(), bc: choice }, 'a=x&bc.b=x&bc.c=y', 'a=x&bc.b=z'],
  ['an object with checks', { bc: choice.superRefine(() => {}) }, 'bc.b=y&bc.c=z'],
  ['objects in objects', { a: z.object({ b: z.object({ c: z.string(), d: z.number() }) }) }, 'a.b.c=deep&a.b.d=42'],
  ['an optional object', { address: address.optional() }, '', 'address.street=1+Main&address.city=Springfield'],
  ['a nullable object', { address: address.nullable() }, '', 'address.street=1+Main&address.city=Springfield'],
  ['an object with a default', { theme }, '', 'theme.theme=light'],
  ['a tagged union', { contact }, 'contact.type=email&contact.email=a', 'contact.type=phone&contact.phone=5'],
  ['an optional tagged union', { contact: contact.optional() }, ''],
  ['what comes before a transform', { n: z.number().transform((n) => n + 1) }, 'n=1'],
  ['a choice', { a: z.enum(['x', 'y']), b: z.enum(['x', 'y']).optional() }, 'a=x&b=', 'a=z'],
  ['names that a loose object does not know', z.looseObject({ known: z.number() }), 'known=42&unknown=42'],
  ['words for a box', { on: z.stringbool() }, 'on=yes', 'on=off'],
];

/** By the name that docs/reading-forms.md gives it: form, fields, what Astro makes of it, what is made of it here. */
const differences: readonly [string, string, Shape, unknown, unknown][] = [
  ['an empty text', 't=', { t: z.string() }, 't: Invalid input: expected string, received null', { t: '' }],
  [
    'an empty text',
    't=',
    { t: z.string().min(1, 'Enter one') },
    't: Invalid input: expected string, received null',
    't: Enter one',
  ],
  [
    'an empty text with a default',
    't=',
    { t: z.string().default('x') },
    't: Invalid input: expected string, received null',
    { t: 'x' },
  ],
  ['an empty nullish field', 't=', { t: z.string().nullish() }, {}, { t: null }],
  ['an empty nullish field', 'n=', { n: z.number().nullish() }, {}, { n: null }],
  ['line breaks', 't=a%0D%0Ab', { t: z.string() }, { t: 'a\r\nb' }, { t: 'a\nb' }],
  ['a text sent twice', 't=a&t=b', { t: z.string() }, { t: 'a' }, 't: Invalid input: expected string, received array'],
  ['a blank in a number', 'n=+', { n: z.number() }, { n: 0 }, 'n: Invalid input: expected number, received string'],
  [
    'another notation of a number',
    'n=0x10',
    { n: z.number() },
    { n: 16 },
    'n: Invalid input: expected number, received string',
  ],
  [
    'an empty number in a list',
    'n=1&n=',
    { n: z.array(z.number()) },
    { n: [1, 0] },
    'n.1: Invalid input: expected number, received undefined',
  ],
  [
    "an empty field with Zod's coercion",
    'n=',
    { n: z.coerce.number() },
    { n: 0 },
    'n: Invalid input: expected number, received NaN',
  ],
  [
    "an empty field with Zod's coercion",
    'd=',
    { d: z.coerce.date() },
    { d: new Date(0) },
    'd: Invalid input: expected date, received Date',
  ],
  [
    'a day that no calendar has',
    'd=2024-02-30',
    { d: z.coerce.date() },
    { d: new Date('2024-03-01') },
    'd: Invalid input: expected date, received Date',
  ],
  [
    'a wrapper that Astro does not know',
    'n=1',
    { n: z.number().readonly() },
    'n: Invalid input: expected number, received string',
    { n: 1 },
  ],
  [
    'a wrapper that Astro does not know',
    'n=1',
    { n: z.number().prefault(7) },
    'n: Invalid input: expected number, received string',
    { n: 1 },
  ],
  ['a wrapper that Astro does not know', 'n=1', { n: z.number().catch(7) }, { n: 7 }, { n: 1 }],
  [
    'a wrapper that Astro does not know',
    'n=1',
    { n: z.array(z.number().optional()) },
    'n.0: Invalid input: expected number, received string',
    { n: [1] },
  ],
  [
    'dates, bigints, numeric literals and enums',
    'd=2024-02-29',
    { d: z.date() },
    'd: Invalid input: expected date, received string',
    { d: new Date('2024-02-29') },
  ],
  [
    'dates, bigints, numeric literals and enums',
    'n=1',
    { n: z.bigint() },
    'n: Invalid input: expected bigint, received string',
    { n: 1n },
  ],
  ['dates, bigints, numeric literals and enums', 'n=5', { n: z.literal(5) }, 'n: Invalid input: expected 5', { n: 5 }],
  [
    'dates, bigints, numeric literals and enums',
    'n=1',
    { n: z.enum({ Low: 0, High: 1 }) },
    'n: Invalid option: expected one of 0|1',
    { n: 1 },
  ],
  ['a union of a number and a text', 'u=5', { u: z.union([z.number(), z.string()]) }, { u: '5' }, { u: 5 }],
  [
    'a box with a word of its own',
    'on=yes',
    { on: z.boolean() },
    { on: true },
    'on: Invalid input: expected boolean, received string',
  ],
  ['a box that says off', 'on=off', { on: z.boolean() }, { on: true }, { on: false }],
  ['a box that says off', 'on=0', { on: z.boolean() }, { on: true }, { on: false }],
  ['a box that says off', 'on=', { on: z.boolean() }, { on: true }, { on: false }],
  ['a hidden field before a box', 'on=false&on=true', { on: z.boolean() }, { on: false }, { on: true }],
  ['a box that has to be ticked', 'on=on', { on: z.literal(true) }, 'on: Invalid input: expected true', { on: true }],
  ['an optional box that was not sent', '', { on: z.boolean().optional() }, { on: false }, {}],
  ['an optional box that was not sent', '', { on: z.boolean().nullable() }, { on: false }, { on: null }],
  ['an optional list that was not sent', '', { list: z.array(z.string()).optional() }, { list: [] }, {}],
  ['a list whose only value is empty', 'list=', { list: z.array(z.string()) }, { list: [''] }, { list: [] }],
  ['rows', 'r[0].n=1&r[1].n=2', { r: z.array(z.object({ n: z.number() })) }, { r: [] }, { r: [{ n: 1 }, { n: 2 }] }],
  [
    'tuples, records, maps and sets',
    'r[0]=a&r[1]=2',
    { r: z.tuple([z.string(), z.number()]) },
    'r: Invalid input: expected tuple, received null',
    { r: ['a', 2] },
  ],
  [
    'tuples, records, maps and sets',
    'r.a=1',
    { r: z.record(z.string(), z.number()) },
    'r: Invalid input: expected record, received null',
    { r: { a: 1 } },
  ],
  [
    'tuples, records, maps and sets',
    'r.a=1',
    { r: z.map(z.string(), z.number()) },
    'r: Invalid input: expected map, received null',
    { r: new Map([['a', 1]]) },
  ],
  [
    'tuples, records, maps and sets',
    'r=a&r=b',
    { r: z.set(z.string()) },
    'r: Invalid input: expected set, received string',
    { r: new Set(['a', 'b']) },
  ],
  [
    'names with brackets',
    'a[b]=x',
    { a: z.object({ b: z.string() }) },
    'a: Invalid input: expected object, received undefined',
    { a: { b: 'x' } },
  ],
  ['names with brackets', 'list[]=x&list[]=y', { list: z.array(z.string()) }, { list: [] }, { list: ['x', 'y'] }],
  [
    'a file control that nobody touched',
    'f=@untouched',
    { f: z.instanceof(File) },
    { f: 'file ' },
    'f: Invalid input: expected File, received undefined',
  ],
  [
    'a file control that nobody touched',
    'f=@untouched',
    { f: z.array(z.instanceof(File)) },
    { f: ['file '] },
    { f: [] },
  ],
  [
    'an object of which nothing was sent',
    '',
    { address },
    'address: Invalid input: expected object, received undefined',
    'address.street: Invalid input: expected string, received undefined\naddress.city: Invalid input: expected string, received undefined',
  ],
  [
    'an optional object left empty',
    'address.street=&address.city=',
    { address: address.optional() },
    'address.street: Invalid input: expected string, received null\naddress.city: Invalid input: expected string, received null',
    {},
  ],
  [
    'a tag that no option has',
    'contact.type=x',
    { contact },
    'contact: Invalid input: expected object, received null',
    "contact.type: Invalid discriminator value. Expected 'email' | 'phone'",
  ],
];

describe("what Astro's own reading and ours make of a form is the same", () => {
  test.each(same)('%s', (_, shape, ...forms) => {
    for (const form of forms) {
      const [astro, here] = [readByAstro(shape, form), readHere(shape, form)];
      expect([form, withoutWords(here)]).toEqual([form, withoutWords(astro)]);
    }
  });
});

describe('or differs as docs/reading-forms.md says', () => {
  test.each(differences)('%s: %s', (_, form, shape, astro, here) => {
    expect(readByAstro(shape, form)).toEqual(astro);
    expect(readHere(shape, form)).toEqual(here);
  });

  test('which names all of it', () => {
    const names = [...new Set(differences.map(([name]) => name))];
    expect(firstColumn('reading-forms.md', 'Where Astro reads otherwise')).toEqual(names);
  });
});

/** The data, or the issues, one a line. */
function readByAstro(shape: Shape, form: string): unknown {
  const schema = toSchema(shape);
  const { success, data, error } = schema.safeParse(formDataToObject(toFormData(toPairs(form)), schema));
  return success ? described(data) : toLines(error.issues);
}

function readHere(shape: Shape, form: string): unknown {
  const submission = parse(toSchema(shape), toPairs(form));
  return submission.valid ? described(submission.data) : toLines(submission.issues);
}

function toSchema(shape: Shape): z.ZodObject {
  return shape instanceof z.ZodObject ? shape : z.object(shape);
}

function toLines(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
}

/** Zod says "received NaN" to Astro, where it says "received string" here. */
function withoutWords(outcome: unknown): unknown {
  return typeof outcome === 'string' ? outcome.replaceAll(/: .*/g, '') : outcome;
}

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { firstColumn } from '../support/doc-table.js';
import { described, toPairs } from './notation.js';
import { parse, toFormData } from './support.js';

const object = z.object({ a: z.number() });
const tagged = z.discriminatedUnion('k', [
  z.object({ k: z.literal('n'), n: zfd.numeric() }),
  z.object({ k: z.literal('on'), on: zfd.checkbox() }),
]);

/** Fields by what they are, each with the forms to read it from; `@png`, `@txt`, `@empty` and `@untouched` are files. */
const fields: readonly [string, z.ZodType, ...string[]][] = [
  ['text', zfd.text(), 'v=a', 'v=%20', 'v=', '', 'v=@txt', 'v=a&v=b'],
  ['text with a schema', zfd.text(z.string().min(2).max(3)), 'v=ab', 'v=a', 'v=', 'v=abcd'],
  ['text, optional inside', zfd.text(z.string().optional()), 'v=a', 'v=', ''],
  ['text, nullish inside', zfd.text(z.string().nullish()), 'v=a', 'v=', ''],
  ['text with a default inside', zfd.text(z.string().default('x')), 'v=a', 'v=', ''],
  ['text of a choice', zfd.text(z.enum(['a', 'b']).optional()), 'v=a', 'v=', 'v=c'],
  ['text of a day', zfd.text(z.iso.date().optional()), 'v=2024-02-29', 'v=', 'v=2024-02-30'],
  ['text that catches', zfd.text().catch('x'), 'v=a', 'v=', ''],
  ['text that is transformed', zfd.text().transform((text) => text.length), 'v=abc', 'v='],
  ['text that goes on in a pipe', zfd.text().pipe(z.string().transform(Number)), 'v=4', 'v='],
  ['text, branded and read-only', zfd.text().brand('b').readonly(), 'v=a', 'v=', ''],
  ['text with meta', zfd.text().meta({ label: 'V' }), 'v=a', 'v=', ''],
  ['numeric', zfd.numeric(), 'v=12', 'v=+12', 'v=1e3', 'v=0x10', 'v=-0.5', 'v=', ''],
  ['numeric, what is no number', zfd.numeric(), 'v=24px', 'v=1,5', 'v=Infinity', 'v=NaN', 'v=1&v=2'],
  ['numeric with a schema', zfd.numeric(z.int().min(3)), 'v=3', 'v=2', 'v=3.5'],
  ['numeric, optional inside', zfd.numeric(z.number().optional()), 'v=1', 'v=', ''],
  ['numeric of literals', zfd.numeric(z.literal([1, 2])), 'v=2', 'v=3'],
  ['checkbox', zfd.checkbox(), 'v=on', '', 'v=maybe', 'v=yes'],
  ['checkbox with a value', zfd.checkbox({ trueValue: 'yes' }), 'v=yes', '', 'v=on'],
  ['checkbox that has to be ticked', zfd.checkbox().refine((ticked) => ticked), 'v=on', ''],
  ['checkbox, optional', zfd.checkbox().optional(), 'v=on', ''],
  ['file', zfd.file(), 'v=@txt', 'v=@untouched', 'v=@empty', '', 'v=a'],
  ['file, optional inside', zfd.file(z.instanceof(File).optional()), 'v=@txt', 'v=@untouched', 'v=@empty', ''],
  ['file with a schema', zfd.file(z.file().mime('image/png').max(9)), 'v=@png', 'v=@txt'],
  ['repeatable', zfd.repeatable(), '', 'v=a', 'v=a&v=b', 'v=a&v='],
  ['repeatable in rows', zfd.repeatable(), 'v[0]=a&v[1]=b', 'v.0=a'],
  ['repeatable of at least one', zfd.repeatable(z.array(zfd.text()).min(1)), '', 'v=a'],
  [
    'repeatable of objects',
    zfd.repeatable(z.array(z.object({ n: zfd.numeric() }))),
    '',
    'v[0].n=1&v[1].n=2',
    'v[0].n=x',
  ],
  ['repeatableOfType', zfd.repeatableOfType(zfd.numeric()), '', 'v=1', 'v=1&v=2', 'v=1&v=x'],
  ['repeatableOfType of files', zfd.repeatableOfType(zfd.file()), '', 'v=@txt', 'v=@txt&v=@png'],
  ['json', zfd.json(object), 'v={"a":1}', 'v={"a":"1"}', 'v={', 'v=null', 'v=', '', 'v={"a":1}&v={"a":2}'],
  ['json, optional inside', zfd.json(object.optional()), 'v={"a":1}', 'v=', ''],
  ['json of a list', zfd.json(z.array(z.string())), 'v=["a"]', 'v=[1]', 'v='],
  ['json of a number', zfd.json(z.number()), 'v=5', 'v="5"', 'v=five'],
  ['json of a text', zfd.json(z.string()), 'v="a"', 'v=a', 'v=5', 'v='],
  ['json of a box', zfd.json(z.boolean()), 'v=true', 'v=false', ''],
  ['json of anything', zfd.json(z.any()), 'v={"a":[1,null]}', 'v=a', 'v='],
  ['plain Zod beside them', z.string(), 'v=a', 'v='],
  ['in an object', z.object({ n: zfd.numeric(), on: zfd.checkbox() }), 'v.n=1&v.on=on', 'v[n]=1', 'v.n='],
  ['in rows', z.array(z.object({ n: zfd.numeric(), on: zfd.checkbox() })), 'v[0].n=1&v[1].n=2&v[1].on=on'],
  ['in a tuple', z.tuple([zfd.text(), zfd.numeric()]), 'v[0]=a&v[1]=2', 'v[0]=&v[1]=2'],
  ['in a record', z.record(z.string(), zfd.numeric()), 'v.a=1&v.b=2', 'v.a=x'],
  ['in a union', z.union([zfd.numeric(), zfd.text()]), 'v=4', 'v=4x', 'v='],
  ['in a tagged union', tagged, 'v.k=n&v.n=4', 'v.k=on&v.on=on', 'v.k=on', 'v.k=x'],
  ['in a lazy schema', z.lazy(() => zfd.numeric()), 'v=4', 'v='],
];

const roots: readonly [string, z.ZodType][] = [
  ['a shape', zfd.formData({ v: zfd.text() })],
  ['a schema', zfd.formData(z.object({ v: zfd.text() }))],
  ['a schema with checks', zfd.formData(z.object({ v: zfd.text() }).refine(({ v }) => v !== 'b'))],
  ['a schema that is transformed', zfd.formData(z.object({ v: zfd.text() }).transform(({ v }) => [v]))],
  ['checks after it', zfd.formData({ v: zfd.text() }).refine(({ v }) => v !== 'b')],
  ['a transform after it', zfd.formData({ v: zfd.text() }).transform(({ v }) => [v])],
  ['an intersection', zfd.formData(z.object({ v: zfd.text() }).and(z.object({ w: zfd.checkbox() })))],
  [
    'a tagged union',
    zfd.formData(z.discriminatedUnion('v', [z.object({ v: z.literal('a') }), z.object({ v: z.literal('c') })])),
  ],
  ['a strict object', zfd.formData(z.strictObject({ v: zfd.text() }))],
];

describe('the same as that library', () => {
  test.each(fields)('%s', (_, schema, ...forms) => {
    const root = zfd.formData({ v: schema });
    for (const form of forms) expect([form, readHere(root, form)]).toEqual([form, readByPeer(root, form)]);
  });

  test.each(roots)('at the root: %s', (_, root) => {
    for (const form of ['v=a', 'v=b', 'v=', '', 'v=a&u=x'])
      expect([form, readHere(root, form)]).toEqual([form, readByPeer(root, form)]);
  });
});

/** By the name that docs/zod-form-data.md gives it: form, field, what that library makes of it, what is made of it here. */
const differences: readonly [string, string, z.ZodType, unknown, unknown][] = [
  ['a wrapper outside of a helper', 'v=', zfd.text().optional(), 'refused', {}],
  ['a wrapper outside of a helper', 'v=', zfd.numeric().nullish(), 'refused', { v: null }],
  ['a wrapper outside of a helper', 'v=', zfd.numeric().default(7), 'refused', { v: 7 }],
  ['a wrapper outside of a helper', 'v=@untouched', zfd.file().optional(), 'refused', {}],
  ['a wrapper outside of a helper', 'v=', zfd.json(object).nullable(), 'refused', { v: null }],
  ['a wrapper outside of a helper', '', zfd.repeatable().nullable(), { v: [] }, { v: null }],
  ['an optional part left empty', 'v.a=&v.n=', z.object({ a: zfd.text(), n: zfd.numeric() }).optional(), 'refused', {}],
  ['a blank in a number', 'v=+', zfd.numeric(), { v: 0 }, 'refused'],
  ['a blank in a number', 'v=+', zfd.numeric(z.number().optional()), { v: 0 }, {}],
  ['line breaks', 'v=a%0D%0Ab', zfd.text(), { v: 'a\r\nb' }, { v: 'a\nb' }],
  ['a day that no calendar has', 'v=2024-02-30', zfd.text(z.coerce.date()), { v: new Date('2024-03-01') }, 'refused'],
  ['the hidden field before a box', 'v=false', zfd.checkbox(), 'refused', { v: false }],
  ['the hidden field before a box', 'v=false&v=true', zfd.checkbox(), 'refused', { v: true }],
  ['the hidden field before a group', 'v=', zfd.repeatable(), 'refused', { v: [] }],
  ['the hidden field before a group', 'v=&v=b', zfd.repeatableOfType(z.enum(['a', 'b'])), 'refused', { v: ['b'] }],
  ['a file control left empty', 'v=@untouched', zfd.repeatableOfType(zfd.file()), 'refused', { v: [] }],
  ['rows with a gap', 'v[3]=a', zfd.repeatable(), 'refused', { v: ['a'] }],
  ['names that end in brackets', 'v[]=a&v[]=b', zfd.repeatable(), 'refused', { v: ['a', 'b'] }],
  ['a set', 'v=a&v=b', z.set(zfd.text()), 'refused', { v: new Set(['a', 'b']) }],
  ['one name below another', 'v=a&v.b=x', zfd.text(), 'throws', { v: 'a' }],
  ['names that are none of yours', 'v=a&__proto__.polluted=x', zfd.text(), 'throws', { v: 'a' }],
];

describe('better than that library', () => {
  test.each(differences)('%s: %s', (_, form, field, peer, here) => {
    const root = zfd.formData({ v: field });
    expect(readByPeer(root, form)).toEqual(peer);
    expect(readHere(root, form)).toEqual(here);
  });

  test('docs/zod-form-data.md names every difference', () => {
    const names = [...new Set(differences.map(([name]) => name))];
    expect(firstColumn('zod-form-data.md', 'Where reading differs from that library')).toEqual(names);
  });
});

test('docs/zod-form-data.md has every helper in its table', () => {
  const helpers = Object.keys(zfd).filter((name) => name !== 'preprocessFormData');
  const described = firstColumn('zod-form-data.md', 'Helpers').map((cell) => /zfd\.(\w+)/.exec(cell)?.[1]);
  expect(described.toSorted()).toEqual(helpers.toSorted());
});

/** What that library makes of a form on its own. */
function readByPeer(schema: z.ZodType, form: string): unknown {
  try {
    const { success, data } = schema.safeParse(toFormData(toPairs(form)));
    return success ? described(data) : 'refused';
  } catch {
    return 'throws';
  }
}

function readHere(schema: z.ZodType, form: string): unknown {
  const submission = parse(schema, toPairs(form));
  return submission.valid ? described(submission.data) : 'refused';
}

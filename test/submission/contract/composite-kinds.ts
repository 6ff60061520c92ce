import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { untouchedFile } from '../support.js';
import { refused, type Kind, type Sent } from './cells.js';
import { many, one } from './scalar-kinds.js';

const a = new File(['a'], 'a.txt');
const b = new File(['b'], 'b.txt');
const emptyGroup = <Value>(is: Value) => ({ sent: one(''), is, means: 'a value' }) as const;
const cleared = (sent: Sent, is: unknown) => ({ sent, is, means: 'cleared' }) as const;

const lists: readonly Kind[] = [
  {
    name: 'array of texts',
    schema: () => z.array(z.string()),
    missing: [],
    blank: emptyGroup([]),
    accepted: [
      [one('a'), ['a']],
      [many('', 'a', 'b'), ['a', 'b']],
      [many('a', '', 'b'), ['a', '', 'b']],
      [[['[]', 'a']], ['a']],
      [[['[1]', 'b'], ['[0]', 'a']], ['a', 'b']], // prettier-ignore
      [[['.9', 'b'], ['.2', 'a']], ['a', 'b']], // prettier-ignore
    ],
    refused: [one(a), [['[0]', a]]],
    fallback: { value: ['fallback'] },
  },
  {
    name: 'array of numbers',
    schema: () => z.array(z.number()),
    missing: [],
    blank: emptyGroup([]),
    accepted: [
      [many('', ' 1 ', '2.5'), [1, 2.5]],
      [[['[0]', '1']], [1]],
    ],
    refused: [many('1', 'x'), many('1', ''), [['[4]', '0x10']]],
    fallback: { value: [7] },
  },
  {
    name: 'Set',
    schema: () => z.set(z.int()),
    missing: new Set(),
    blank: emptyGroup(new Set()),
    accepted: [
      [many('1', '2', '1'), new Set([1, 2])],
      [[['[0]', '1']], new Set([1])],
    ],
    refused: [one('x')],
    fallback: { value: new Set([7]) },
    hasNoIntersection: true,
  },
  {
    name: 'array of files',
    schema: () => z.array(z.file()),
    missing: [],
    blank: { sent: one(untouchedFile()), is: [], means: 'not sent' },
    accepted: [
      [many(a, b), [a, b]],
      [many(a, untouchedFile(), b), [a, b]],
      [[['[0]', a]], [a]],
    ],
    refused: [one('a.txt'), many(a, 'x')],
    fallback: { value: [a] },
  },
  {
    name: 'array of objects',
    schema: () => z.array(z.object({ sku: z.string().min(1), gift: z.boolean() })),
    missing: [],
    blank: emptyGroup([]),
    accepted: [
      [[['[0].sku', 'a'], ['[0].gift', 'on']], [{ sku: 'a', gift: true }]], // prettier-ignore
      [[['.0.sku', 'a']], [{ sku: 'a', gift: false }]],
      [[['[0][sku]', 'a'], ['[7].sku', 'b']], [{ sku: 'a', gift: false }, { sku: 'b', gift: false }]], // prettier-ignore
    ],
    refused: [[['[0].sku', '']], [['[0].gift', 'false']]],
    fallback: { value: [{ sku: 'f', gift: true }] },
  },
  {
    name: 'tuple',
    schema: () => z.tuple([z.string(), z.number()], z.boolean()),
    missing: refused,
    blank: cleared([['[0]', ''], ['[1]', '']], refused), // prettier-ignore
    accepted: [
      [[['[0]', 'a'], ['[1]', '2']], ['a', 2]], // prettier-ignore
      [[['.0', 'a'], ['.1', '2'], ['.2', 'on'], ['.3', 'off']], ['a', 2, true, false]], // prettier-ignore
    ],
    refused: [[['[0]', 'a'], ['[1]', 'x']], [['[0]', 'a']]], // prettier-ignore
    fallback: { value: ['f', 7] },
  },
];

const objects: readonly Kind[] = [
  {
    name: 'object',
    schema: () => z.object({ street: z.string().min(1), zip: z.int().optional() }),
    missing: refused,
    blank: cleared([['.street', ''], ['.zip', '']], refused), // prettier-ignore
    accepted: [
      [[['.street', 'x'], ['.zip', '']], { street: 'x' }], // prettier-ignore
      [[['[street]', 'x'], ['[zip]', '1']], { street: 'x', zip: 1 }], // prettier-ignore
      [[['.street', 'x'], ['.unknown', 'y']], { street: 'x' }], // prettier-ignore
    ],
    refused: [[['.street', 'x'], ['.zip', 'y']], [['.zip', '1']]], // prettier-ignore
    fallback: { value: { street: 'f', zip: 7 } },
    isMadeOfNames: true,
  },
  {
    name: 'object of which all may be left out',
    schema: () => z.object({ note: z.string().optional(), on: z.boolean() }),
    missing: { on: false },
    blank: cleared([['.note', ''], ['.on', 'false']], { on: false }), // prettier-ignore
    accepted: [
      [[['.note', 'x']], { note: 'x', on: false }],
      [[['.on', 'false'], ['.on', 'true']], { on: true }], // prettier-ignore
    ],
    refused: [[['.on', 'maybe']]],
    fallback: { value: { note: 'f', on: true } },
    isMadeOfNames: true,
  },
  {
    name: 'strict object',
    schema: () => z.strictObject({ n: z.int() }),
    missing: refused,
    blank: cleared([['.n', '']], refused),
    accepted: [[[['.n', '1']], { n: 1 }]],
    refused: [[['.n', '1'], ['.other', 'x']]], // prettier-ignore
    fallback: { value: { n: 7 } },
    isMadeOfNames: true,
  },
  {
    name: 'record',
    schema: () => z.record(z.string(), z.int()),
    missing: {},
    blank: cleared([['.k', '']], refused),
    accepted: [[[['.k', '1'], ['[a.b]', ' 2 ']], { k: 1, 'a.b': 2 }]], // prettier-ignore
    refused: [[['.k', 'x']]],
    fallback: { value: { f: 7 } },
    isMadeOfNames: true,
  },
  {
    name: 'record over an enum',
    schema: () => z.record(z.enum(['x', 'y']), z.boolean()),
    missing: { x: false, y: false },
    blank: cleared([['.x', 'false']], { x: false, y: false }),
    accepted: [[[['.x', 'false'], ['.x', 'true']], { x: true, y: false }]], // prettier-ignore
    refused: [[['.x', 'maybe']], [['.x', 'on'], ['.z', 'on']]], // prettier-ignore
    fallback: { value: { x: true, y: true } },
    isMadeOfNames: true,
  },
  {
    name: 'Map',
    schema: () => z.map(z.int(), z.boolean()),
    missing: new Map(),
    blank: cleared([['[5]', 'false']], new Map([[5, false]])),
    accepted: [[[['[5]', 'on'], ['.6', 'off']], new Map([[5, true], [6, false]])]], // prettier-ignore
    refused: [[['[k]', 'on']], [['[5]', 'maybe']]],
    fallback: { value: new Map([[7, true]]) },
    isMadeOfNames: true,
    hasNoIntersection: true,
  },
];

const unions: readonly Kind[] = [
  {
    name: 'discriminated union',
    schema: () =>
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('card'), number: z.int() }),
        z.object({ type: z.enum(['cash', 'cheque']), paid: z.boolean() }),
      ]),
    missing: refused,
    blank: cleared([['.type', '']], refused),
    accepted: [
      [[['.type', 'card'], ['.number', '5']], { type: 'card', number: 5 }], // prettier-ignore
      [[['.type', 'cheque'], ['.paid', 'on'], ['.number', 'x']], { type: 'cheque', paid: true }], // prettier-ignore
    ],
    refused: [[['.type', 'gold']], [['.type', 'card'], ['.number', 'x']], [['.number', '5']]], // prettier-ignore
    fallback: { value: { type: 'card', number: 7 } },
    isMadeOfNames: true,
  },
  {
    name: 'discriminated union with tags of numbers and boxes, one in the other',
    schema: () =>
      z.discriminatedUnion('v', [
        z.object({ v: z.literal(1), n: z.int() }),
        z.discriminatedUnion('on', [
          z.object({ v: z.literal([2, 3]), on: z.literal(true), m: z.int() }),
          z.object({ v: z.literal([2, 3]), on: z.literal(false) }),
        ]),
      ]),
    missing: refused,
    blank: cleared([['.v', ''], ['.on', 'false']], refused), // prettier-ignore
    accepted: [
      [[['.v', '1'], ['.n', '2']], { v: 1, n: 2 }], // prettier-ignore
      [[['.v', '3'], ['.on', 'false'], ['.on', 'true'], ['.m', '4']], { v: 3, on: true, m: 4 }], // prettier-ignore
      [[['.v', '2'], ['.on', 'false'], ['.m', '4']], { v: 2, on: false }], // prettier-ignore
    ],
    refused: [[['.v', '4']], [['.v', '2'], ['.on', 'on'], ['.m', 'x']]], // prettier-ignore
    fallback: { value: { v: 1, n: 7 } },
    isMadeOfNames: true,
  },
  {
    name: 'union of scalars',
    schema: () => z.union([z.number(), z.email()]),
    missing: refused,
    blank: cleared(one(''), refused),
    accepted: [
      [one(' 5 '), 5],
      [one('a@b.co'), 'a@b.co'],
    ],
    refused: [one('x'), many('1', '2')],
    fallback: { value: 7 },
  },
  {
    name: 'union of objects',
    schema: () => z.union([z.object({ n: z.int() }), z.object({ s: z.string().min(1) })]),
    missing: refused,
    blank: cleared([['.n', ''], ['.s', '']], refused), // prettier-ignore
    accepted: [
      [[['.n', '1'], ['.s', '']], { n: 1 }], // prettier-ignore
      [[['.n', ''], ['.s', '1']], { s: '1' }], // prettier-ignore
    ],
    refused: [[['.n', 'x']]],
    fallback: { value: { n: 7 } },
    isMadeOfNames: true,
  },
  {
    name: 'intersection of an object and a union',
    schema: () =>
      z.object({ id: z.int() }).and(z.union([z.object({ n: z.int() }), z.object({ s: z.string().min(1) })])),
    missing: refused,
    blank: cleared([['.id', ''], ['.n', '']], refused), // prettier-ignore
    accepted: [[[['.id', '1'], ['.n', '2']], { id: 1, n: 2 }]], // prettier-ignore
    refused: [[['.id', 'x'], ['.n', '2']], [['.id', '1'], ['.n', 'x']]], // prettier-ignore
    fallback: { value: { id: 7, n: 7 } },
    isMadeOfNames: true,
  },
];

const zodFormData: readonly Kind[] = [
  {
    name: 'zfd.text',
    schema: () => zfd.text(),
    missing: refused,
    blank: cleared(one(''), refused),
    accepted: [[one(' a '), ' a ']],
    refused: [many('a', 'b')],
    fallback: { value: 'fallback' },
  },
  {
    name: 'zfd.numeric',
    schema: () => zfd.numeric(),
    missing: refused,
    blank: cleared(one(''), refused),
    accepted: [[one('12'), 12]],
    refused: [one('24px')],
    fallback: { value: 7 },
  },
  {
    name: 'zfd.checkbox',
    schema: () => zfd.checkbox(),
    missing: false,
    blank: cleared(one(''), false),
    accepted: [
      [one('on'), true],
      [many('false', 'true'), true],
      [one('false'), false],
    ],
    refused: [one('maybe')],
    fallback: { value: true },
  },
  {
    name: 'zfd.file',
    schema: () => zfd.file(),
    missing: refused,
    blank: { sent: one(untouchedFile()), is: refused, means: 'not sent' },
    accepted: [[one(a), a]],
    refused: [one('x')],
    fallback: { value: a },
  },
  {
    name: 'zfd.repeatable',
    schema: () => zfd.repeatable(),
    missing: [],
    blank: emptyGroup([]),
    accepted: [
      [one('a'), ['a']],
      [many('a', 'b'), ['a', 'b']],
    ],
    refused: [one(a)],
    fallback: { value: ['fallback'] },
  },
  {
    name: 'zfd.json',
    schema: () => zfd.json(z.object({ a: z.number() })),
    missing: refused,
    blank: cleared(one(''), refused),
    accepted: [[one('{"a":1}'), { a: 1 }]],
    refused: [one('{'), one('{"a":"1"}')],
    fallback: { value: { a: 7 } },
  },
];

/** What several controls fill, or one in several ways. */
export const compositeKinds: readonly Kind[] = [...lists, ...objects, ...unions, ...zodFormData];

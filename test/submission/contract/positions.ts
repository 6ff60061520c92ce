import { z } from 'zod';

type Fields = readonly (readonly [string, string])[];

/** Where in a form a field can stand. */
export interface Position {
  readonly name: string;
  /** The field's name. */
  readonly field: string;
  /** What is sent beside it, so that what it stands in is there. */
  readonly beside: Fields;
  readonly around: (schema: z.ZodType) => z.ZodType;
  /** Finds the field's value in what comes out. */
  readonly pick: (data: never) => unknown;
  /** It is there only when it is sent. */
  readonly isNeverMissing?: true;
  /** The form is of this kind as a whole. */
  readonly isRoot?: true;
  /** What is made of names is there only when one of them is sent; else it is `undefined`, and for Zod to judge. */
  readonly needsNames?: true;
}

const id = z.string();
/** So many faults that another option is always the closest. */
const another = z.object(Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => [key, z.int()])));
const pickV = ({ v }: { v?: unknown }): unknown => v;

export const positions: readonly Position[] = [
  { name: 'the root', field: '', beside: [], around: (schema) => schema, pick: (data) => data, isRoot: true },
  { name: 'a field', field: 'v', beside: [], around: (v) => z.object({ v }), pick: pickV },
  {
    name: 'a nested field',
    field: 'a.b.v',
    beside: [],
    around: (v) => z.object({ a: z.object({ b: z.object({ v }) }) }),
    pick: ({ a }: { a: { b: { v: unknown } } }) => a.b.v,
  },
  {
    name: 'a field of an optional object',
    field: 'a.v',
    beside: [['a.id', 'x']],
    around: (v) => z.object({ a: z.object({ v, id }).optional() }),
    pick: ({ a }: { a: { v: unknown } }) => a.v,
  },
  {
    name: 'a field of a row',
    field: 'rows[3].v',
    beside: [['rows[3].id', 'x']],
    around: (v) => z.object({ rows: z.array(z.object({ v, id })) }),
    pick: ({ rows }: { rows: { v: unknown }[] }) => rows[0]?.v,
  },
  {
    name: 'a field of a row of a row',
    field: 'rows[3].rows[7].v',
    beside: [['rows[3].rows[7].id', 'x']],
    around: (v) => z.object({ rows: z.array(z.object({ rows: z.array(z.object({ v, id })) })) }),
    pick: ({ rows }: { rows: { rows: { v: unknown }[] }[] }) => rows[0]?.rows[0]?.v,
  },
  {
    name: 'an element of a list',
    field: 'list[2]',
    beside: [],
    around: (element) => z.object({ list: z.array(element) }),
    pick: ({ list }: { list: unknown[] }) => list[0],
    isNeverMissing: true,
  },
  {
    name: 'an item of a tuple',
    field: 'pair[1]',
    beside: [['pair[0]', 'x']],
    around: (item) => z.object({ pair: z.tuple([id, item]) }),
    pick: ({ pair }: { pair: unknown[] }) => pair[1],
  },
  {
    name: 'the rest of a tuple',
    field: 'pair[1]',
    beside: [['pair[0]', 'x']],
    around: (rest) => z.object({ pair: z.tuple([id], rest) }),
    pick: ({ pair }: { pair: unknown[] }) => pair[1],
    isNeverMissing: true,
  },
  {
    name: 'a value of a record',
    field: 'record.k',
    beside: [],
    around: (value) => z.object({ record: z.record(z.string(), value) }),
    pick: ({ record }: { record: Record<string, unknown> }) => record.k,
    isNeverMissing: true,
  },
  {
    name: 'a value of a map',
    field: 'map.k',
    beside: [],
    around: (value) => z.object({ map: z.map(z.string(), value) }),
    pick: ({ map }: { map: ReadonlyMap<string, unknown> }) => map.get('k'),
    isNeverMissing: true,
  },
  {
    name: 'an option of a union',
    field: 'v',
    beside: [],
    around: (option) => z.object({ v: z.union([option, z.literal('another option')]) }),
    pick: pickV,
    needsNames: true,
  },
  {
    name: 'a field of an option of a union',
    field: 'u.v',
    beside: [['u.id', 'x']],
    around: (v) => z.object({ u: z.union([z.object({ v, id }), another]) }),
    pick: ({ u }: { u: { v: unknown } }) => u.v,
  },
  {
    name: 'a field of an option of a discriminated union',
    field: 'u.v',
    beside: [['u.type', 'a']],
    around: (v) =>
      z.object({
        u: z.discriminatedUnion('type', [z.object({ type: z.literal('b') }), z.object({ type: z.literal('a'), v })]),
      }),
    pick: ({ u }: { u: { v: unknown } }) => u.v,
  },
  {
    name: 'a field of one side of an intersection',
    field: 'v',
    beside: [['id', 'x']],
    around: (v) => z.object({ id }).and(z.object({ v })),
    pick: pickV,
  },
  {
    name: 'a getter of an object that has itself below it',
    field: 'self.v',
    beside: [['self.id', 'x']],
    around: (v) => {
      const Node = z.object({
        id,
        get v() {
          return v;
        },
        get self(): z.ZodOptional<z.ZodType> {
          return Node.optional();
        },
      });
      return z.object({ self: Node });
    },
    pick: ({ self }: { self: { v: unknown } }) => self.v,
  },
  {
    name: 'a name that only a catchall takes',
    field: 'v',
    beside: [],
    around: (others) => z.object({}).catchall(others),
    pick: pickV,
    isNeverMissing: true,
  },
  { name: 'a field of a strict object', field: 'v', beside: [], around: (v) => z.strictObject({ v }), pick: pickV },
];

import { z } from 'zod';
import { plainly, refused, type Cell, type Kind, type Outcome } from './cells.js';

/** What stands around a schema, and what it changes of a row of the contract. */
export interface Wrapper {
  readonly name: string;
  readonly wrap: (schema: z.ZodType, kind: Kind) => z.ZodType;
  readonly outcome: (cell: Cell, kind: Kind) => Outcome;
}

/** Wrappers that say what becomes of a field that holds nothing. */
const whenEmpty: readonly Wrapper[] = [
  {
    name: 'optional',
    wrap: (schema) => schema.optional(),
    outcome: emptyIs({ missing: () => undefined, cleared: () => undefined }),
  },
  {
    name: 'nullable',
    wrap: (schema) => schema.nullable(),
    outcome: emptyIs({ missing: () => null, cleared: () => null }),
  },
  {
    name: 'nullish',
    wrap: (schema) => schema.nullish(),
    outcome: emptyIs({ missing: () => undefined, cleared: () => null }),
  },
  {
    name: 'optional, then nullable',
    wrap: (schema) => schema.optional().nullable(),
    outcome: emptyIs({ missing: () => undefined, cleared: () => null }),
  },
  {
    name: 'default',
    wrap: (schema, { fallback }) => schema.default(fallback.value),
    outcome: emptyIs({ missing: ({ fallback }) => fallback.value, cleared: ({ fallback }) => fallback.value }),
  },
  {
    name: 'prefault',
    wrap: (schema, { fallback }) => schema.prefault('input' in fallback ? fallback.input : fallback.value),
    outcome: emptyIs({ missing: ({ fallback }) => fallback.value, cleared: ({ fallback }) => fallback.value }),
  },
  {
    name: 'nullable, then default',
    wrap: (schema, { fallback }) => schema.nullable().default(fallback.value),
    outcome: emptyIs({ missing: ({ fallback }) => fallback.value, cleared: () => null }),
  },
  {
    name: 'optional, then nonoptional',
    wrap: (schema) => schema.optional().nonoptional(),
    outcome: (cell, kind) => plainly(cell, kind) ?? refused,
  },
  {
    name: 'catch',
    wrap: (schema, { fallback }) => schema.catch(fallback.value),
    outcome: (cell, kind) => {
      const plain = plainly(cell, kind);
      return plain === refused ? kind.fallback.value : plain;
    },
  },
];

/** Wrappers that leave every row as it is. */
const transparent: readonly Wrapper[] = (
  [
    ['nothing', (schema) => schema],
    ['readonly', (schema) => schema.readonly()],
    ['brand', (schema) => schema.brand('mark')],
    ['meta', (schema) => schema.meta({ label: 'Label' })],
    ['refine', (schema) => schema.refine(() => true)],
    ['superRefine', (schema) => schema.superRefine(() => {})],
    ['transform', (schema) => schema.transform((value) => value)],
    ['pipe', (schema) => schema.pipe(z.any())],
    ['codec', (schema) => z.codec(schema, z.any(), { decode: (value) => value, encode: (value) => value })],
    ['lazy', (schema) => z.lazy(() => schema)],
    ['lazy in a lazy', (schema) => z.lazy(() => z.lazy(() => schema))],
    ['preprocess that changes nothing', (schema) => z.preprocess((value) => value, schema)],
    ['intersection', (schema, kind) => (kind.hasNoIntersection ? schema : schema.and(schema))],
  ] satisfies [string, Wrapper['wrap']][]
).map(([name, wrap]) => ({ name, wrap, outcome: plainly }));

export const wrappers: readonly Wrapper[] = [...transparent, ...whenEmpty];

interface Empty {
  readonly missing: (kind: Kind) => Outcome;
  readonly cleared: (kind: Kind) => Outcome;
}

function emptyIs({ missing, cleared }: Empty): Wrapper['outcome'] {
  return (cell, kind) => {
    if (cell.column === 'value') return cell.is;
    if (cell.column === 'missing') return missing(kind);
    switch (kind.blank.means) {
      case 'cleared':
        return cleared(kind);
      case 'not sent':
        return missing(kind);
      case 'a value':
        return kind.blank.is;
      default:
        return kind.blank.means satisfies never;
    }
  };
}

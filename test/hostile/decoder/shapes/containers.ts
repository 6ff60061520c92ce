import fc from 'fast-check';
import { z } from 'zod';
import { key, spellings, type Sent, type Shape, type Spelling } from './shape.js';

export type Field = readonly [key: string, shape: Shape];

/** What holds for a part holds for the whole. */
const ofParts = (parts: Iterable<Shape>): Pick<Shape, 'hasNoIntersection' | 'isShownOtherwise'> => {
  const all = [...parts];
  return {
    hasNoIntersection: all.some((part) => part.hasNoIntersection),
    isShownOtherwise: all.some((part) => part.isShownOtherwise),
  };
};

/** Values of which a form sends something: a row or a key is there only if something of it is sent. */
const sendable = ({ values, send }: Shape) =>
  // why: the value is one of the shape's
  values.filter((value) => send('name', value as never, spellings.canonical).length > 0);

/** What is sent below a name, for every key or row. */
const each = <Step extends string | number>(
  entries: Iterable<readonly [Step, unknown]>,
  send: (step: Step, value: never) => Sent,
): Sent => [...entries].flatMap(([step, value]) => send(step, value as never)); // why: each value is one of its shape's

export function object(fields: readonly Field[]): Shape {
  const shapes = new Map(fields);
  return {
    ...ofParts(shapes.values()),
    schema: z.object(Object.fromEntries(fields.map(([name, { schema }]) => [name, schema]))),
    values: fc.record(Object.fromEntries(fields.map(([name, { values }]) => [name, values])), {
      noNullPrototype: true,
    }),
    send: (name, value: object, spell) =>
      each(Object.entries(value), (step, below) => shapes.get(step)!.send(spell(name, step), below, spell)),
  };
}

/** An object that may be left out. What is left of it when nothing is filled in is nothing, so something is. */
export function optionalObject(fields: readonly Field[]): Shape {
  const whole = object([...fields.filter(([name]) => name !== 'mark'), ['mark', mark]]);
  return {
    ...whole,
    schema: whole.schema.optional(),
    values: fc.option(whole.values, { nil: undefined }),
    send: (name, value, spell) => (value === undefined ? [] : whole.send(name, value, spell)),
  };
}

const mark: Shape = {
  schema: z.uuid(),
  values: fc.uuid(),
  send: (name, value) => [[name, value]],
};

/** Rows under numbers that may have gaps; an empty list says so by the hidden field of its group. */
export function list(element: Shape, gap: number): Shape {
  return {
    ...ofParts([element]),
    schema: z.array(element.schema),
    values: fc.array(sendable(element), { maxLength: 3 }),
    send: (name, value: readonly unknown[], spell) =>
      value.length === 0
        ? [[name, '']]
        : each(value.entries(), (row, below) => element.send(spell(name, row * (gap + 1) + gap), below, spell)),
  };
}

/** A group of boxes, a multi-select or a control for files: one name, sent more than once. */
export function group(element: Shape, isSet: boolean): Shape {
  return {
    schema: isSet ? z.set(element.schema) : z.array(element.schema),
    values: fc.array(element.values, { maxLength: 4 }).map((all) => (isSet ? new Set(all) : all)),
    send: (name, value: Iterable<unknown>, spell) => [
      [name, ''],
      ...[...value].flatMap((one) => element.send(name, one as never, spell)), // why: each is one of its shape's
    ],
    ...ofParts([element]),
    ...(isSet && { hasNoIntersection: true }),
  };
}

export function tuple(items: readonly Shape[], rest: Shape | undefined): Shape {
  const first = items.map(({ values }) => values);
  const more = rest ? fc.array(sendable(rest), { maxLength: 2 }) : fc.constant([]);
  // why: a tuple has an item at least
  const [head, ...tail] = items.map(({ schema }) => schema) as [z.ZodType, ...z.ZodType[]];
  return {
    ...ofParts(rest ? [...items, rest] : items),
    schema: rest ? z.tuple([head, ...tail], rest.schema) : z.tuple([head, ...tail]),
    values: fc.tuple(fc.tuple(...first), more).map(([fixed, others]) => [...fixed, ...others]),
    send: (name, value: readonly unknown[], spell) =>
      each(value.entries(), (index, below) => (items[index] ?? rest)!.send(spell(name, index), below, spell)),
  };
}

export function record(value: Shape): Shape {
  return {
    ...ofParts([value]),
    schema: z.record(z.string(), value.schema),
    values: fc.dictionary(key, sendable(value), { maxKeys: 3, noNullPrototype: true }),
    send: (name, all: object, spell) =>
      each(Object.entries(all), (step, below) => value.send(spell(name, step), below, spell)),
  };
}

export function map(value: Shape): Shape {
  return {
    schema: z.map(z.int(), value.schema),
    values: fc
      .uniqueArray(fc.tuple(fc.integer(), sendable(value)), { selector: ([one]) => one, maxLength: 3 })
      .map((all) => new Map(all)),
    send: (name, all: ReadonlyMap<number, unknown>, spell) =>
      each(
        [...all].map(([one, below]) => [String(one), below] as const),
        (step, below) => value.send(spell(name, step), below, spell),
      ),
    ...ofParts([value]),
    hasNoIntersection: true,
  };
}

/** Options told apart by a tag, or by the fields that only one of them has. */
export function union(options: readonly (readonly Field[])[], isTagged: boolean): Shape {
  const tags = ['a', 1, true].slice(0, options.length);
  const shapes = options.map((fields, index) => {
    const own = fields.filter(([name]) => name !== 'tag' && !name.startsWith('only '));
    const tag: Shape = {
      schema: z.literal(tags[index]!),
      values: fc.constant(tags[index]),
      send: (name, value) => [[name, String(value)]],
    };
    return object([...own, [isTagged ? 'tag' : `only ${index}`, isTagged ? tag : mark]]);
  });
  const schemas = shapes.map(({ schema }) => schema);
  const keys = options.flat().map(([name]) => name);
  const parts = ofParts(shapes);
  return {
    ...parts,
    // of one key in two options, a form shows one control, whichever it is
    isShownOtherwise: parts.isShownOtherwise || new Set(keys).size < keys.length,
    // why: every option is an object with that tag
    schema: isTagged ? z.discriminatedUnion('tag', schemas as never) : z.union(schemas),
    values: fc.oneof(...shapes.map(({ values }) => values)),
    send: (name, value: object, spell) =>
      shapes[
        options.findIndex((_, index) =>
          isTagged ? Reflect.get(value, 'tag') === tags[index] : Object.hasOwn(value, `only ${index}`),
        )
      ]!.send(name, value as never, spell),
  };
}

/** Two objects whose fields are the form's together. */
export function intersection(left: readonly Field[], right: readonly Field[]): Shape {
  const own = right.filter(([name]) => !left.some(([other]) => other === name));
  const both = object([...left, ...own]);
  return { ...both, schema: object(left).schema.and(object(own).schema) };
}

/** An object that has itself below it, in a list or by a lazy field. */
export function tree(leaf: Shape, isLazy: boolean): Shape {
  const Node: z.ZodType = isLazy
    ? z.lazy(() => z.object({ leaf: leaf.schema, mark: z.uuid(), below: z.array(Node) }))
    : z.object({
        leaf: leaf.schema,
        mark: z.uuid(),
        get below() {
          return z.array(Node);
        },
      });
  const node = (levels: number): fc.Arbitrary<unknown> =>
    fc.record(
      {
        leaf: leaf.values,
        mark: fc.uuid(),
        below: levels > 0 ? fc.array(node(levels - 1), { maxLength: 2 }) : fc.constant([]),
      },
      { noNullPrototype: true },
    );
  const send = (name: string, value: { leaf: never; mark: string; below: never[] }, spell: Spelling): Sent => {
    const below = spell(name, 'below');
    return [
      ...leaf.send(spell(name, 'leaf'), value.leaf, spell),
      [spell(name, 'mark'), value.mark],
      ...value.below.flatMap((one, row) => send(spell(below, row), one, spell)),
    ];
  };
  return { ...ofParts([leaf]), schema: Node, values: node(2), send };
}

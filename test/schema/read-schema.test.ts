import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldPathOf, nodeAt, readSchema, SchemaError } from '../../src/schema/node.js';

describe('refused', () => {
  test.each<[string, unknown, string]>([
    ['no schema', { parse: () => {} }, 'not a Zod 4 schema'],
    ['undefined', undefined, 'not a Zod 4 schema'],
    ['a string at the root', z.string(), 'z.object'],
    ['a list at the root', z.array(z.string()), 'z.object'],
    ['a function', z.object({ f: z.function() }), '"f"'],
    ['a symbol', z.object({ f: z.symbol() }), '"symbol"'],
    ['a promise', z.object({ f: z.promise(z.string()) }), '"promise"'],
    ['in a list of objects', z.object({ a: z.array(z.object({ f: z.symbol() })) }), '"a[0].f"'],
    ['in an option', z.discriminatedUnion('t', [z.object({ t: z.literal(1), f: z.symbol().optional() })]), '"f"'],
    ['in a record', z.object({ r: z.record(z.string(), z.symbol()) }), '"r.*"'],
    ['a reserved name', z.object({ _action_form: z.string() }), '"_action_form"'],
    ['another', z.object({ _action_key: z.string() }), '_action_intent'],
    [
      'in an option of the root',
      z.union([z.object({ a: z.string() }), z.object({ _action_intent: z.string() })]),
      '"_action_intent"',
    ],
  ])('%s', (_, schema, said) => {
    expect(() => readSchema(schema)).toThrow(SchemaError);
    expect(() => readSchema(schema)).toThrow(said);
  });
});

describe('accepted', () => {
  test.each<[string, z.ZodType]>([
    ['a reserved name below the root', z.object({ a: z.object({ _action_form: z.string() }) })],
    ['a name that only begins like one', z.object({ _action: z.string(), _action_formal: z.string() })],
    ['any', z.any()],
    ['a record', z.record(z.string(), z.string())],
    ['never', z.object({ a: z.never().optional() })],
  ])('%s', (_, schema) => {
    expect(() => readSchema(schema)).not.toThrow();
  });

  test('a getter that names a schema declared further down', () => {
    const early = z.object({
      get late() {
        return Late;
      },
    });
    expect(() => readSchema(early)).not.toThrow();
    const Late = z.object({ n: z.number() });
    expect(nodeAt(readSchema(early), ['late', 'n'])?.kind).toBe('number');
  });
});

test('a schema is read once', () => {
  const schema = z.object({ a: z.string() });
  expect(readSchema(schema)).toBe(readSchema(schema));
});

describe('nodeAt', () => {
  const root = readSchema(
    z.object({
      a: z.object({ b: z.number() }),
      list: z.array(z.object({ c: z.boolean() })),
      pair: z.tuple([z.string(), z.number()], z.boolean()),
      map: z.record(z.string(), z.date()),
      kind: z.union([z.object({ x: z.string() }), z.object({ y: z.number() })]),
    }),
  );
  test.each<[string, (string | number)[], string | undefined]>([
    ['the root', [], 'object'],
    ['a field of an object', ['a', 'b'], 'number'],
    ['an element', ['list', 3], 'object'],
    ['an element by its text', ['list', '3', 'c'], 'boolean'],
    ['an item', ['pair', 1], 'number'],
    ['a rest', ['pair', 5], 'boolean'],
    ['a value of a record', ['map', 'k'], 'date'],
    ['an option’s field', ['kind', 'y'], 'number'],
    ['no field', ['nope'], undefined],
    ['no field of a scalar', ['a', 'b', 'c'], undefined],
    ['no field of a list', ['list', 'length'], undefined],
    ['an inherited name', ['constructor'], undefined],
  ])('%s', (_, path, kind) => {
    expect(nodeAt(root, path)?.kind).toBe(kind);
  });
});

test('fieldPathOf ends at a field that is parsed as JSON, and not at a form that could be', () => {
  const parsed = z.preprocess(
    (value) => (typeof value === 'string' ? JSON.parse(value) : value),
    z.object({ a: z.int() }),
  );
  const root = readSchema(z.object({ list: z.array(parsed), plain: z.object({ a: z.int() }) }));
  expect(fieldPathOf(root, ['list', 0, 'a'])).toEqual(['list', 0]);
  expect(fieldPathOf(root, ['plain', 'a'])).toEqual(['plain', 'a']);
  expect(fieldPathOf(root, ['unknown', 'a'])).toEqual(['unknown', 'a']);
  expect(fieldPathOf(readSchema(parsed), ['a'])).toEqual(['a']);
});

test('meta is found below wrappers, the outermost wins', () => {
  const schema = z.object({
    a: z.string().meta({ label: 'In', description: 'Hint' }).optional().meta({ label: 'Out' }),
    b: z.string().meta({ title: 'Title' }),
    c: z.string().describe('Said'),
  });
  const meta = (key: string) => nodeAt(readSchema(schema), [key])?.meta;
  expect(meta('a')).toMatchObject({ label: 'Out', description: 'Hint' });
  expect(meta('b')?.label).toBe('Title');
  expect(meta('c')?.description).toBe('Said');
});

test('says what may be left out', () => {
  const root = readSchema(
    z.object({ a: z.string(), b: z.string().optional(), c: z.string().nullable(), d: z.string().default('x') }),
  );
  const traits = ['a', 'b', 'c', 'd'].map((key) => {
    const node = nodeAt(root, [key])!;
    return [node.optional, node.nullable, node.hasDefault];
  });
  expect(traits).toEqual([
    [false, false, false],
    [true, false, false],
    [false, true, false],
    [true, false, true],
  ]);
});

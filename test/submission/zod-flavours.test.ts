import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { $ZodObject, $ZodString } from 'zod/v4/core';
import { toConstraints } from '../../src/schema/constraints.js';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { parseSubmission } from '../../src/submission/parse.js';
import { dataOf, issuesOf, toFormData, type Pairs } from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'zod-copy-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Zod once more, from files of its own, so that not one class is the same. */
async function loadCopy(): Promise<typeof z> {
  const own = dirname(fileURLToPath(import.meta.resolve('zod')));
  cpSync(own, folder, { recursive: true, filter: (path) => !/\.(?:cts|cjs|ts)$|node_modules.zod.src/.test(path) });
  // the copy has the same exports as the one that the types are of
  const copy = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.js')).href)) as { z: typeof z };
  return copy.z;
}

const constraintsOf = (schema: unknown, name: string) => toConstraints(nodeAt(readSchema(schema), [name])!);

describe('zod/mini', () => {
  const schema = mini.object({
    name: mini.string().check(mini.minLength(2), mini.maxLength(5)),
    age: mini.optional(mini.number().check(mini.gte(18))),
    tags: mini.prefault(mini.array(mini.string()), []),
    ok: mini.boolean(),
  });

  test('is read', () => {
    expect(
      dataOf(schema, [
        ['name', 'Ada'],
        ['age', ''],
        ['ok', 'on'],
      ]),
    ).toEqual({ name: 'Ada', tags: [], ok: true });
    expect(
      issuesOf(schema, [
        ['name', 'A'],
        ['age', '17'],
      ]),
    ).toMatchObject([{ path: ['name'] }, { path: ['age'] }]);
  });

  const text = new File(['x'], 'a.txt');
  const Node = mini.object({
    n: mini.int(),
    get below() {
      return mini.array(Node);
    },
  });
  test.each<[string, mini.ZodMiniType, Pairs, unknown]>([
    ['string, empty', mini.string(), [['v', '']], ''],
    ['optional string, empty', mini.optional(mini.string()), [['v', '']], undefined],
    ['nullable number, empty', mini.nullable(mini.number()), [['v', '']], null],
    ['nullish number, empty', mini.nullish(mini.number()), [['v', '']], null],
    ['number with a default, empty', mini._default(mini.number(), 7), [['v', '']], 7],
    ['number with a prefault, empty', mini.prefault(mini.number(), 7), [['v', '']], 7],
    ['number that catches', mini.catch(mini.number(), 7), [['v', 'x']], 7],
    ['nonoptional number', mini.nonoptional(mini.optional(mini.number())), [['v', ' 5 ']], 5],
    ['readonly number', mini.readonly(mini.number()), [['v', '5']], 5],
    ['pipe', mini.pipe(mini.number(), mini.transform(String)), [['v', '5']], '5'],
    ['codec', mini.codec(mini.number(), mini.string(), { decode: String, encode: Number }), [['v', '5']], '5'],
    ['lazy number', mini.lazy(() => mini.number()), [['v', '5']], 5],
    ['intersection', mini.intersection(mini.number(), mini.number()), [['v', '5']], 5],
    ['coerce.number', mini.coerce.number(), [['v', '5']], 5],
    ['bigint', mini.bigint(), [['v', '5']], 5n],
    ['boolean, not sent', mini.boolean(), [], false],
    ['stringbool with a check', mini.stringbool().check(mini.refine(Boolean)), [['v', 'false'], ['v', 'true']], true], // prettier-ignore
    ['date', mini.date(), [['v', '2024-02-29']], new Date('2024-02-29')],
    ['enum', mini.enum(['a', 'b']), [['v', 'a']], 'a'],
    ['literal', mini.literal([1, 2]), [['v', '2']], 2],
    ['file', mini.file(), [['v', text]], text],
    ['instanceof(File) with a check', mini.instanceof(File).check(mini.refine(Boolean)), [['v', text]], text],
    ['array', mini.array(mini.int()), [['v', ''], ['v', '1']], [1]], // prettier-ignore
    ['set', mini.set(mini.int()), [['v', '1']], new Set([1])],
    ['tuple', mini.tuple([mini.int()], mini.boolean()), [['v[0]', '1'], ['v[1]', 'on']], [1, true]], // prettier-ignore
    ['record', mini.record(mini.string(), mini.int()), [['v[k]', '1']], { k: 1 }],
    ['map', mini.map(mini.int(), mini.int()), [['v[1]', '2']], new Map([[1, 2]])],
    ['union', mini.union([mini.int(), mini.string()]), [['v', '5']], 5],
    [
      'discriminated union',
      mini.discriminatedUnion('t', [
        mini.object({ t: mini.literal(1), n: mini.int() }),
        mini.object({ t: mini.literal(2) }),
      ]),
      [['v.t', '1'], ['v.n', '2']], // prettier-ignore
      { t: 1, n: 2 },
    ],
    ['an object that has itself below it', Node, [['v.n', '1'], ['v.below[3].n', '2']], { n: 1, below: [{ n: 2, below: [] }] }], // prettier-ignore
    ['strict object', mini.strictObject({ n: mini.int() }), [['v.n', '1']], { n: 1 }],
  ])('%s', (_, schema, pairs, expected) => {
    expect((dataOf(mini.object({ v: schema }), pairs) as { v?: unknown }).v).toStrictEqual(expected);
  });

  test.each<[string, mini.ZodMiniType, Pairs]>([
    ['coerce.number, empty', mini.coerce.number(), [['v', '']]],
    ['coerce.date, a day that none has', mini.coerce.date(), [['v', '2024-02-30']]],
    ['coerce.string, not sent', mini.coerce.string(), []],
    ['enum, another word', mini.enum(['a']), [['v', 'b']]],
    ['file, text', mini.file(), [['v', 'x']]],
    ['strict object, another name', mini.strictObject({}), [['v.n', '1']]],
  ])('%s is refused', (_, schema, pairs) => {
    expect(issuesOf(mini.object({ v: schema }), pairs)).not.toEqual([]);
  });

  test('a kind that no form can send is refused', () => {
    expect(() => readSchema(mini.object({ a: mini.array(mini.optional(mini.symbol())) }))).toThrow('"a[0]"');
  });

  test('has constraints', () => {
    expect(constraintsOf(schema, 'name')).toEqual({ required: true, minlength: 2, maxlength: 5 });
    expect(constraintsOf(schema, 'age')).toMatchObject({ min: 18 });
  });

  test('has meta from the registry', () => {
    const name = mini.string().register(mini.globalRegistry, { label: 'Name' });
    expect(nodeAt(readSchema(mini.object({ name })), ['name'])?.meta.label).toBe('Name');
  });
});

describe('a second copy of Zod', () => {
  test('is read, classes or not', { timeout: 60_000 }, async () => {
    const other = await loadCopy();
    expect(other.ZodString).not.toBe(z.ZodString);
    const schema = other.object({
      n: other.int().min(1).max(5),
      when: other.date().optional(),
      file: other.instanceof(File).optional(),
      pay: other.discriminatedUnion('type', [other.object({ type: other.literal('a'), ok: other.boolean() })]),
    });
    expect(
      dataOf(schema, [
        ['n', '5'],
        ['pay.type', 'a'],
        ['pay.ok', 'on'],
      ]),
    ).toEqual({ n: 5, pay: { type: 'a', ok: true } });
    expect(constraintsOf(schema, 'n')).toMatchObject({ min: 1, max: 5, step: 1 });
    const later = parseSubmission(
      schema.refine(async () => true),
      toFormData([
        ['n', '1'],
        ['pay.type', 'a'],
      ]),
    );
    expect(later).toBeInstanceOf(Promise);
    expect((await later).valid).toBe(true);
  });
});

test('a compiled schema', () => {
  const schema = z.compile(z.object({ n: z.int(), on: z.stringbool(), at: z.instanceof(Date).optional() }));
  const sent: Pairs = [
    ['n', ' 5 '],
    ['on', 'false'],
    ['on', 'true'],
    ['at', ''],
  ];
  expect(dataOf(schema, sent)).toEqual({ n: 5, on: true });
  expect(issuesOf(schema, [...sent, ['n', '6']])).toMatchObject([{ path: ['n'] }]);
});

test('schemas of zod/v4/core, which have no methods', () => {
  const schema = new $ZodObject({ type: 'object', shape: { name: new $ZodString({ type: 'string' }) } });
  expect(dataOf(schema, [['name', 'Ada']])).toEqual({ name: 'Ada' });
});

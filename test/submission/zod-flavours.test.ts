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
import { dataOf, issuesOf, toFormData } from './support.js';

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

test('schemas of zod/v4/core, which have no methods', () => {
  const schema = new $ZodObject({ type: 'object', shape: { name: new $ZodString({ type: 'string' }) } });
  expect(dataOf(schema, [['name', 'Ada']])).toEqual({ name: 'Ada' });
});

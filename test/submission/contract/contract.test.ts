import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { root } from '../../../scripts/run.mjs';
import { formatPath } from '../../../src/shared/path.js';
import { parse, type Pairs } from '../support.js';
import { cellsOf, refused, sentIn, type Cell, type Kind, type Outcome } from './cells.js';
import { compositeKinds } from './composite-kinds.js';
import { positions, type Position } from './positions.js';
import { scalarKinds } from './scalar-kinds.js';
import { wrappers } from './wrappers.js';

test('the schemas are of the Zod that this project of tests names', () => {
  const { major, minor, patch } = z.string()._zod.version;
  const manifest = readFileSync(join(root, 'node_modules', inject('zodPackage'), 'package.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ version: `${major}.${minor}.${patch}` });
});

// Every kind, in every wrapper, everywhere in a form, for every column of its row. What has to come of it is worked out
// of the rows and the wrappers' rules alone; see scalar-kinds.ts, composite-kinds.ts and wrappers.ts.
describe.each([...scalarKinds, ...compositeKinds])('$name', (kind) => {
  const possible = positions.filter(({ isRoot }) => !isRoot || kind.isMadeOfNames);

  test.each(wrappers)('in $name', ({ wrap, outcome }) => {
    const schema = wrap(kind.schema(), kind);
    const mistakes = possible.flatMap((position) => {
      const here = position.needsNames && kind.isMadeOfNames ? { ...kind, missing: refused } : kind;
      return mistakesAt(position, schema, here, (cell) => outcome(cell, here));
    });
    expect(mistakes).toEqual([]);
  });
});

/** Cells of which something else comes than has to. */
function mistakesAt(position: Position, inner: z.ZodType, kind: Kind, expect: (cell: Cell) => Outcome): string[] {
  const schema = position.around(inner);
  return cellsOf(kind)
    .filter((cell) => isPossible(cell, position, kind))
    .flatMap((cell) => {
      const pairs = [...position.beside, ...namedIn(position, cell, kind)];
      const found = outcomeOf(schema, pairs, position);
      const expected = expect(cell);
      if (isSame(found, expected)) return [];
      return `${position.name}: ${show(pairs)} is ${show(found)}, not ${show(expected)}`;
    });
}

/** Where something is there only when it is sent, the other cells have no meaning. */
function isPossible(cell: Cell, { isNeverMissing }: Position, { blank }: Kind): boolean {
  return !isNeverMissing || (cell.column !== 'missing' && !(cell.column === 'blank' && blank.means === 'not sent'));
}

function namedIn({ field }: Position, cell: Cell, kind: Kind): Pairs {
  // at the root a key needs no dot before it
  const nameOf = (suffix: string) => (field === '' ? suffix.replace(/^\./, '') : field + suffix);
  return sentIn(cell, kind).map(([suffix, value]) => [nameOf(suffix), value]);
}

function outcomeOf(schema: z.ZodType, pairs: Pairs, { field, pick }: Position): Outcome {
  const submission = parse(schema, pairs);
  // why: each position picks out of what its own schema gives
  if (submission.valid) return pick(submission.data as never);
  const elsewhere = submission.issues.map(({ path }) => formatPath(path)).filter((name) => !name.startsWith(field));
  return elsewhere.length > 0 ? `an error at ${elsewhere.join()}` : refused;
}

function isSame(found: unknown, expected: unknown): boolean {
  return isDeepStrictEqual(withoutFiles(found), withoutFiles(expected));
}

/** A file that went through FormData is another object. */
function withoutFiles(value: unknown): unknown {
  if (value instanceof File) return show(value);
  return Array.isArray(value) ? value.map(withoutFiles) : value;
}

function show(value: unknown): string {
  if (value instanceof File) return `file ${value.name} of ${value.size}`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name} ${show([...value])}`;
  if (typeof value === 'bigint') return `${value}n`;
  return typeof value === 'symbol' ? 'refused' : (JSON.stringify(value) ?? String(value));
}

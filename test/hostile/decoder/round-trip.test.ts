import { inspect as inspectValue, isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeAt, readSchema, type SchemaNode } from '../../../src/schema/node.js';
import { parsePath } from '../../../src/shared/path.js';
import { parseSubmission, type Submission } from '../../../src/submission/parse.js';
import { toRawValues } from '../../../src/submission/values.js';
import { form } from './shapes/form.js';
import { spellings, type Sent, type Shape } from './shapes/shape.js';

/** Round trips; `ROUND_TRIPS=100000` for a long run. */
const numRuns = Number(process.env.ROUND_TRIPS ?? 500);

const limits = { names: Infinity, files: Infinity, nameLength: Infinity, depth: Infinity, index: Infinity };

const trip = form.chain((shape) => shape.values.map((value) => ({ shape, value })));

describe('what a form of a schema sends is what the decoder reads back', () => {
  const timeout = 60_000 + numRuns * 30;

  test(`in any spelling, ${numRuns} times`, { timeout }, () => {
    const spelling = fc.constantFrom(...Object.values(spellings));
    check(
      fc.property(trip, spelling, fc.boolean(), ({ shape, value }, spell, isUrlEncoded) => {
        // why: the value is one of the shape's
        expectRead(shape, value, toWire(shape.send('', value as never, spell), isUrlEncoded));
      }),
    );
  });

  test(`as our own form shows it, ${numRuns} times`, { timeout }, () => {
    const shown = trip.filter(({ shape }) => !shape.isShownOtherwise);
    check(fc.property(shown, ({ shape, value }) => expectRead(shape, value, toWire(shownPairs(shape, value), true))));
  });
});

function check<Values>(property: fc.IRawProperty<Values, false>): void {
  const { failed, errorInstance, seed, counterexamplePath } = fc.check(property, { numRuns });
  // fast-check would print the schema with all that is in it
  if (failed) throw new Error(`${String(errorInstance)}\nseed ${seed}, path ${counterexamplePath}`);
}

function expectRead({ schema }: Shape, value: unknown, wire: FormData | URLSearchParams): void {
  // why: no part of these schemas is asynchronous
  const submission = parseSubmission(schema, wire, { limits }) as Submission;
  const expected: unknown = schema.parse(value);
  const isSame = submission.valid && isDeepStrictEqual(comparable(submission.data), comparable(expected));
  // Vitest's messages fail for objects with keys such as `toString`
  if (!isSame) throw new Error(`${inspect(submission)}\nis not\n${inspect(expected)}\nfrom ${inspect([...wire])}`);
}

/**
 * What the controls of our form send. A list of scalars is shown under its own name or in rows, never as both; here in
 * rows. A group that is shown under its name has a hidden field before it, and so has a list that is empty.
 */
function shownPairs({ schema }: Shape, value: unknown): Sent {
  const root = readSchema(schema);
  const values = toRawValues(root, value);
  const names = Object.keys(values);
  return names
    .filter((name) => !names.some((other) => other.startsWith(`${name}[`) || other.startsWith(`${name}.`)))
    .flatMap((name) =>
      [...(isList(nodeAt(root, parsePath(name))) ? [''] : []), ...values[name]!].map((text) => [name, text] as const),
    );
}

function isList(node: SchemaNode | undefined): boolean {
  if (node?.kind === 'intersection') return node.sides.some(isList);
  return node?.kind === 'array';
}

const everyKind = `any array bigint boolean catch custom date default enum file intersection lazy literal map nonoptional
  nullable number object optional pipe prefault readonly record set string template_literal transform tuple union unknown`;

test('the generated schemas have every kind that a form can send, and every wrapper', () => {
  const kinds = new Set<string>();
  for (const { schema } of fc.sample(form, { numRuns: 500, seed: 1 })) collectKinds(schema, kinds, 0);
  expect([...kinds].toSorted()).toEqual(everyKind.split(/\s+/));
});

/** The kinds in a schema, found without what is tested. */
function collectKinds(schema: unknown, kinds: Set<string>, depth: number): void {
  if (Array.isArray(schema)) for (const one of schema) collectKinds(one, kinds, depth);
  if (depth > 20 || typeof schema !== 'object' || schema === null || !('_zod' in schema)) return;
  // why: that is where Zod keeps what schemas are made of
  const { def } = schema._zod as { def: { type?: string; getter?: () => unknown; shape?: object } };
  if (typeof def.type === 'string') kinds.add(def.type);
  const below = [...Object.values(def), ...Object.values(def.shape ?? {}), def.getter?.()];
  for (const one of below) collectKinds(one, kinds, depth + 1);
}

/** Files need multipart. */
function toWire(sent: Sent, isUrlEncoded: boolean): FormData | URLSearchParams {
  const texts = sent.flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []));
  if (isUrlEncoded && texts.length === sent.length) return new URLSearchParams(new URLSearchParams(texts).toString());
  const wire = new FormData();
  for (const [name, value] of sent) {
    if (typeof value === 'string') wire.append(name, value);
    // the third argument keeps the empty name of an untouched control
    else wire.append(name, value, value.name);
  }
  return wire;
}

/** A file that went through FormData is another object. */
function comparable(value: unknown): unknown {
  if (value instanceof File) return `${value.name} ${value.type} ${value.size}`;
  if (Array.isArray(value)) return value.map(comparable);
  if (value instanceof Map) return new Map([...value].map(([key, below]) => [key, comparable(below)]));
  if (value instanceof Set) return new Set([...value].map(comparable));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  // a field that holds nothing may be there as `undefined`, or not be there
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, below]) => below !== undefined)
      .map(([key, below]) => [key, comparable(below)]),
  );
}

const inspect = (value: unknown) => inspectValue(value, { depth: 9, getters: true });

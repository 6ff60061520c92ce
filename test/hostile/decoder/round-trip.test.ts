import { inspect as inspectValue, isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSubmission, type Submission } from '../../../src/submission/parse.js';
import { form } from './shapes/form.js';
import { spellings, type Sent } from './shapes/shape.js';

/** Round trips; `ROUND_TRIPS=100000` for a long run. */
const numRuns = Number(process.env.ROUND_TRIPS ?? 500);

const limits = { names: Infinity, files: Infinity, nameLength: Infinity, depth: Infinity, index: Infinity };

describe('what a form of a schema sends', () => {
  test(`is what the decoder reads back, ${numRuns} times`, { timeout: 60_000 + numRuns * 10 }, () => {
    const trip = form.chain((shape) => shape.values.map((value) => ({ shape, value })));
    const spelling = fc.constantFrom(...Object.values(spellings));
    const details = fc.check(
      fc.property(trip, spelling, fc.boolean(), ({ shape, value }, spell, isUrlEncoded) => {
        // why: the value is one of the shape's
        const sent = shape.send('', value as never, spell);
        const wire = toWire(sent, isUrlEncoded);
        // why: no part of these schemas is asynchronous
        const submission = parseSubmission(shape.schema, wire, { limits }) as Submission;
        const expected: unknown = shape.schema.parse(value);
        const isSame = submission.valid && isDeepStrictEqual(comparable(submission.data), comparable(expected));
        // Vitest's messages fail for objects with keys such as `toString`
        if (!isSame) throw new Error(`${inspect(submission)}\nis not\n${inspect(expected)}\nfrom ${inspect(sent)}`);
      }),
      { numRuns },
    );
    // fast-check would print the schema with all that is in it
    if (details.failed)
      throw new Error(`${String(details.errorInstance)}\nseed ${details.seed}, path ${details.counterexamplePath}`);
  });
});

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

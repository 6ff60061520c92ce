import fc from 'fast-check';
import type { z } from 'zod';

export type Sent = readonly (readonly [name: string, value: string | File])[];

/** How a form spells the name of what is below a name. */
export type Spelling = (parent: string, segment: string | number) => string;

/** A schema, values that Zod takes for it, and what a form sends that shows such a value. */
export interface Shape {
  readonly schema: z.ZodType;
  readonly values: fc.Arbitrary<unknown>;
  readonly send: (name: string, value: never, spell: Spelling) => Sent;
  /** Zod cannot merge two values of it that are equal and not the same. */
  readonly hasNoIntersection?: boolean;
  /** Our own form shows something else for it: the day of a date with a time, nothing for a file. */
  readonly isShownOtherwise?: boolean;
  /** A control that is left empty sends something else than `''`. */
  readonly empty?: (name: string) => Sent;
}

export const spellings = {
  canonical: (parent, segment) => {
    if (typeof segment === 'number') return `${parent}[${segment}]`;
    return parent === '' ? segment : `${parent}.${segment}`;
  },
  dots: (parent, segment) => (parent === '' ? `${segment}` : `${parent}.${segment}`),
  brackets: (parent, segment) => (parent === '' ? `${segment}` : `${parent}[${segment}]`),
} satisfies Readonly<Record<string, Spelling>>;

/** Keys and names that people choose, and some that objects have of themselves. */
export const key = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.constantFrom('constructor', 'toString', 'length', '0', 'name', 'hasOwnProperty', 'then'),
  )
  // such keys cannot be spelled, or are left out of what is shown again
  .filter((name) => !/[[\].]|^_|pass|pwd|otp|pin|cvc|cvv|csc|card|code/i.test(name));

/** What one control shows. */
export function control(
  schema: z.ZodType,
  values: fc.Arbitrary<unknown>,
  show: (value: never) => string = String,
): Shape {
  return { schema, values, send: (name, value) => [[name, show(value)]] };
}

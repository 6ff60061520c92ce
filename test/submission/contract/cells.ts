import type { z } from 'zod';

/** What a form sends for a field: what follows the field's name, and the value. Empty: the name was not sent. */
export type Sent = readonly (readonly [suffix: string, value: string | File])[];

/** The schema refuses it. */
export const refused = Symbol('refused');

/** What comes of what was sent: a value, or `refused`. */
export type Outcome = unknown;

/** What a required field of a kind makes of what a form sends: a row of the contract. */
export interface Kind {
  readonly name: string;
  readonly schema: () => z.ZodType;
  /** ∅: nothing was sent. */
  readonly missing: Outcome;
  /** What an empty control sends, and what comes of it. */
  readonly blank: { readonly sent: Sent; readonly is: Outcome; readonly means: BlankMeaning };
  readonly accepted: readonly (readonly [Sent, unknown])[];
  readonly refused: readonly Sent[];
  /** A value that a default, a prefault and a catch can give, and what goes into the schema for it. */
  readonly fallback: { readonly value: unknown; readonly input?: unknown };
  /** Several names make it; a form can be of this kind as a whole. */
  readonly isMadeOfNames?: true;
  /** Zod cannot merge two values of this kind that are equal and not the same. */
  readonly hasNoIntersection?: true;
}

/**
 * What an empty control says of a field that may be empty: nothing was filled in (`''` in a text field), the same as a name that was not
 * sent (an untouched file control), or a value like any other (an empty group, `''` as a member).
 */
export type BlankMeaning = 'cleared' | 'not sent' | 'a value';

/** What is sent in a test: one of the columns of the contract. */
export type Cell =
  | { readonly column: 'missing' }
  | { readonly column: 'blank' }
  | { readonly column: 'value'; readonly sent: Sent; readonly is: Outcome };

export function cellsOf(kind: Kind): readonly Cell[] {
  return [
    { column: 'missing' },
    { column: 'blank' },
    ...kind.accepted.map(([sent, is]): Cell => ({ column: 'value', sent, is })),
    ...kind.refused.map((sent): Cell => ({ column: 'value', sent, is: refused })),
  ];
}

export function sentIn(cell: Cell, kind: Kind): Sent {
  if (cell.column === 'missing') return [];
  return cell.column === 'blank' ? kind.blank.sent : cell.sent;
}

/** What a required field makes of a cell. */
export function plainly(cell: Cell, kind: Kind): Outcome {
  if (cell.column === 'missing') return kind.missing;
  return cell.column === 'blank' ? kind.blank.is : cell.is;
}

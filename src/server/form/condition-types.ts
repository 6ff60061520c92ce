import type { Token } from './tokens.js';

/** Values of a field that something may depend on: of a list, of one of its items. */
export type ValueOf<T> = T extends readonly (infer TItem)[] ? Scalar<TItem> : Scalar<T>;

type Scalar<T> = T extends string | number | bigint | boolean
  ? T
  : unknown extends T
    ? string | number | boolean
    : never;

/**
 * What the value of another field has to be. Without `is`, `isOneOf` and `isNot`: a box is ticked, anything else is filled in.
 * Of a list, one of the chosen is enough.
 */
export interface Depends<TValue> {
  /** The other field, of `getForm(…).fields`. */
  readonly field?: Token<TValue>;
  /** The other field by name, where there is no `form`. Checked in dev. */
  readonly name?: string;
  /** It has this value. */
  readonly is?: ValueOf<NoInfer<TValue>>;
  /** It has one of these. */
  readonly isOneOf?: readonly ValueOf<NoInfer<TValue>>[];
  /** It has any other value, or none. */
  readonly isNot?: ValueOf<NoInfer<TValue>>;
}

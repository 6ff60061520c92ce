/** That another field of the form has, or has not, one of these values. */
export interface Condition {
  /** Canonical name of the other field. */
  readonly field: string;
  /** Values as a form sends them; `''` is an empty field, and one of which nothing is sent. */
  readonly oneOf: readonly string[];
  /** It holds where none of them is there. */
  readonly not?: true;
}

/** What a box sends that is ticked. */
export const ticked = ['true', 'on', '1'] as const;

/**
 * Whether a condition holds where this is sent of its field. Of several values one is enough; the empty one that stands
 * beside others only says that the field is there.
 */
export function holds({ oneOf, not }: Pick<Condition, 'oneOf' | 'not'>, sent: readonly string[]): boolean {
  const values = sent.filter((value) => value !== '');
  return (values.length > 0 ? values : ['']).some((value) => oneOf.includes(value)) !== (not === true);
}

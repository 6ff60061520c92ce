import type { ControlKind } from '../../schema/control.js';
import type { ControlShape } from './control-types.js';

/** What a page says of the element that it wants. */
export interface AskedShape {
  readonly as?: ControlShape | undefined;
  /** Type of an `<input>`. */
  readonly type?: string | undefined;
  /** Whether the page says what there is to choose from. */
  readonly hasOptions: boolean;
}

/** What a field is printed as: what the page asks for, else what its schema does. */
export function toShape(kind: ControlKind, { as, type, hasOptions }: AskedShape): ControlShape {
  if (as !== undefined) return as;
  const wanted = type ?? kind.type;
  if (isGroupShape(wanted)) return wanted;
  if (type !== undefined) return 'input';
  return hasOptions ? 'select' : kind.tag;
}

/** Choices that are elements of their own, which a `<fieldset>` or the like holds together. */
export function isGroupShape(shape: string | undefined): shape is 'radio' | 'checkboxes' {
  return shape === 'radio' || shape === 'checkboxes';
}

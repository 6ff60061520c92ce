/**
 * Which constraints HTML allows on which control, so that a schema's constraint never ends up where it means nothing.
 * Source: the table "input type attributes apply" of https://html.spec.whatwg.org/multipage/input.html
 */
import type { Constraints } from '../../schema/constraints.js';

type ConstraintName = keyof Constraints;

const typed = ['required', 'minlength', 'maxlength', 'pattern', 'inputmode', 'enterkeyhint', 'autocomplete'] as const;
const ranged = ['required', 'min', 'max', 'step', 'inputmode', 'enterkeyhint', 'autocomplete'] as const;

/** By tag, or by type of an `<input>`. What is not listed takes no constraint at all. */
const legalNames: Readonly<Record<string, readonly ConstraintName[]>> = {
  text: typed,
  search: typed,
  tel: typed,
  url: typed,
  email: [...typed, 'multiple'],
  password: typed,
  number: ranged,
  date: ranged,
  'datetime-local': ranged,
  // and a pattern, for browsers that show a text field instead
  month: [...ranged, 'pattern'],
  week: [...ranged, 'pattern'],
  time: ranged,
  range: ['min', 'max', 'step', 'autocomplete'],
  color: ['autocomplete'],
  checkbox: ['required'],
  radio: ['required'],
  file: ['required', 'accept', 'multiple'],
  hidden: ['autocomplete'],
  select: ['required', 'multiple', 'autocomplete'],
  textarea: ['required', 'minlength', 'maxlength', 'inputmode', 'enterkeyhint', 'autocomplete'],
};

/** What {@link toLegalConstraints} knows: `checkboxes` is a group, of which HTML can require nothing. */
export type ConstrainedControl = 'select' | 'textarea' | 'radio' | 'checkboxes' | (string & {});

/**
 * The constraints that are legal on a control, by tag or by type of an `<input>`.
 *
 * @example toLegalConstraints({ required: true, pattern: '\\d+' }, 'textarea') // { required: true }
 */
export function toLegalConstraints(
  constraints: Readonly<Constraints>,
  control: ConstrainedControl,
): Readonly<Constraints> {
  if (!Object.isFrozen(constraints)) return choose(constraints, control);
  let chosen = known.get(constraints);
  if (chosen === undefined) known.set(constraints, (chosen = new Map()));
  let legal = chosen.get(control);
  if (legal === undefined) chosen.set(control, (legal = Object.freeze(choose(constraints, control))));
  return legal;
}

/** Of constraints that nobody changes: those of a schema's field, which are asked for with every page. */
const known = new WeakMap<Readonly<Constraints>, Map<string, Readonly<Constraints>>>();

function choose(constraints: Readonly<Constraints>, control: string): Constraints {
  const legal = Object.hasOwn(legalNames, control) ? (legalNames[control] ?? []) : [];
  return Object.fromEntries(legal.flatMap((name) => (name in constraints ? [[name, constraints[name]]] : [])));
}

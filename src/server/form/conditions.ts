import { holds, ticked, type Condition } from '../../shared/condition.js';
import { IS_ATTRIBUTE, NOT_ATTRIBUTE, WHEN_ATTRIBUTE } from '../../shared/wire-dependent.js';
import { developerError } from '../developer-error.js';
import { runtime } from '../runtime.js';
import type { Depends } from './condition-types.js';
import type { Attributes, FieldView } from './field-view.js';
import type { FormView } from './form-view.js';
import { nearest } from './nearest.js';
import { toFieldName } from './to-field-name.js';

/**
 * What a page says about another field, as a condition.
 *
 * @throws AstroError in dev where it is said twice, or where the field can have no such value.
 */
export function toCondition(form: FormView, { field: token, name, is, isOneOf, isNot }: Depends<unknown>): Condition {
  const field = form.field(toFieldName(token, name));
  const dev = runtime().options.dev;
  const said = [is, isOneOf, isNot].filter((each) => each !== undefined);
  if (said.length > 1 && dev) throw saidTwice(field.name);
  const wanted: readonly unknown[] | undefined = isOneOf ?? (said.length > 0 ? said : undefined);
  if (isBox(field)) return ofBox(field, wanted ?? [true], isNot !== undefined);
  const oneOf = (wanted ?? ['']).map((value) => String(value));
  if (dev) assertPossible(field, oneOf);
  return { field: field.name, oneOf, ...((isNot !== undefined || wanted === undefined) && { not: true as const }) };
}

/** Whether it holds for what the form shows. */
export function isMet(form: FormView, condition: Condition): boolean {
  return holds(condition, form.field(condition.field).values);
}

/** What tells conditions apart. */
export function conditionKey({ field, oneOf, not }: Condition): string {
  return JSON.stringify([field, not === true, ...oneOf]);
}

/** How the island reads a condition. */
export function conditionAttributes({ field, oneOf, not }: Condition): Attributes {
  return { [WHEN_ATTRIBUTE]: field, [IS_ATTRIBUTE]: JSON.stringify(oneOf), [NOT_ATTRIBUTE]: not && '' };
}

/** A box sends one of several words when it is ticked, and of an unticked one a form need send nothing. */
function ofBox({ name }: FieldView, wanted: readonly unknown[], isNot: boolean): Condition {
  const isTicked = wanted.some((value) => ticked.some((word) => word === String(value)));
  // Both, or neither: a box is always one of the two.
  if (new Set(wanted.map(String)).size > 1) return { field: name, oneOf: [], ...(!isNot && { not: true as const }) };
  return { field: name, oneOf: ticked, ...(isTicked === isNot && { not: true as const }) };
}

function isBox({ controlKind: { tag, type, options } }: FieldView): boolean {
  return tag === 'input' && type === 'checkbox' && options === undefined;
}

function assertPossible({ name, controlKind: { options } }: FieldView, wanted: readonly string[]): void {
  if (options === undefined) return;
  const values = options.map(({ value }) => value);
  const odd = wanted.find((value) => value !== '' && !values.includes(value));
  if (odd === undefined) return;
  const near = nearest(odd, values);
  throw developerError(
    'A condition that never holds',
    `"${name}" cannot be ${JSON.stringify(odd)}.`,
    near === undefined ? `It has: ${values.slice(0, 12).join(', ')}.` : `Did you mean ${JSON.stringify(near)}?`,
  );
}

function saidTwice(name: string) {
  return developerError(
    'A condition that is said twice',
    `what depends on "${name}" got more than one of \`is\`, \`isOneOf\` and \`isNot\`.`,
    'Say one of them.',
    'For both, put one `<When>` into the other.',
  );
}

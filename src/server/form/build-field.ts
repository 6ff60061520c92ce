import type { Constraints } from '../../schema/constraints.js';
import { errorId, hintId } from '../../shared/ids.js';
import type { Messages } from '../../shared/messages.js';
import type { ValidateMode } from '../../shared/validate-mode.js';
import { CONTROL_ATTRIBUTE, ERRORS_ATTRIBUTE } from '../../shared/wire.js';
import { REQUIRED_ATTRIBUTE } from '../../shared/wire-upload.js';
import { groupAttributes, isOfSeveral } from '../controls/choice-elements.js';
import { isGroupShape } from '../controls/control-shape.js';
import { toFileLimits } from '../controls/file-limits.js';
import type { Attributes, FieldView } from './field-view.js';
import { toKeptViews } from './kept-views.js';
import { legalOn, type FieldPlan } from './plan-field.js';
import { validateAttribute } from './validate.js';

export interface FieldSource {
  /** HTML id of the form. */
  readonly formId: string;
  readonly plan: FieldPlan;
  readonly values: readonly string[];
  readonly errors: readonly string[];
  readonly hint: boolean | undefined;
  readonly messages: Messages;
  /** BCP 47 tag. */
  readonly locale: string;
}

/** A field as components print it. */
export function buildField({ formId, plan, values, errors, hint, messages, locale }: FieldSource): FieldView {
  const { name, node, meta } = plan;
  const { id, label, hint: ofHint, error, describedByBoth } = idsOf(plan, formId);
  const isFile = plan.controlKind.type === 'file';
  const kept = isFile ? toKeptViews(name, values, messages, locale) : [];
  const shown = isFile ? [] : values;
  const value = shown.at(-1) ?? '';
  const hasHint = hint ?? plan.hint !== undefined;
  return {
    plan,
    name,
    id,
    kind: node?.kind ?? 'string',
    controlKind: plan.controlKind,
    parts: plan.parts,
    value,
    values: shown,
    checked: isOn(value),
    errors,
    constraints: kept.length > 0 ? withoutRequired(plan.constraints) : fitting(plan.constraints, value),
    label: plan.label,
    hint: plan.hint,
    meta,
    secret: plan.secret,
    kept,
    fileLimits: {
      ...toFileLimits(node, messages, locale),
      ...(kept.length > 0 && plan.constraints.required && { [REQUIRED_ATTRIBUTE]: '' }),
    },
    described: hasHint ? describedByBoth : error.id,
    attributes: { label, hint: ofHint, error: errors.length === 0 ? { ...error, hidden: true } : error },
  };
}

/** What of a field is the same in every form of one id. */
interface FieldIds {
  readonly formId: string;
  readonly id: string;
  readonly label: { readonly for: string };
  readonly hint: { readonly id: string };
  readonly error: { readonly id: string; readonly [ERRORS_ATTRIBUTE]: string };
  readonly describedByBoth: string;
}

/** Of the form that asked last: usually the same one on every page. */
const lastIds = new WeakMap<FieldPlan, FieldIds>();

function idsOf(plan: FieldPlan, formId: string): FieldIds {
  const known = lastIds.get(plan);
  if (known?.formId === formId) return known;
  const id = formId + plan.idBelow;
  const ids: FieldIds = {
    formId,
    id,
    label: Object.freeze({ for: id }),
    hint: Object.freeze({ id: hintId(id) }),
    error: Object.freeze({ id: errorId(id), [ERRORS_ATTRIBUTE]: plan.name }),
    describedByBoth: `${hintId(id)} ${errorId(id)}`,
  };
  lastIds.set(plan, ids);
  return ids;
}

/** The attributes of a field's control, for markup that a page prints itself. */
export function controlAttributes(field: FieldView, plan: FieldPlan, validate?: ValidateMode): Attributes {
  const { printed, shape } = plan;
  const { id, name } = field;
  // nobody perceives it, so nothing is said of it
  if (printed.type === 'hidden') return { id, name, ...plan.legal, ...stateOf(field, plan) };
  const state = {
    'aria-describedby': field.described,
    'aria-invalid': field.errors.length > 0 ? 'true' : undefined,
    [CONTROL_ATTRIBUTE]: name,
  };
  if (isGroupShape(shape)) return groupAttributes(state, id, shape);
  const legal = field.constraints === plan.constraints ? plan.legal : legalOn(printed, field.constraints);
  return {
    id,
    name,
    ...legal,
    ...(shape === 'select' && isOfSeveral(field) && { multiple: true }),
    ...state,
    ...validateAttribute(validate),
    ...stateOf(field, plan),
    ...(printed.type === 'file' && field.fileLimits),
  };
}

function stateOf(field: FieldView, { printed: { tag, type } }: FieldPlan): Attributes {
  if (tag !== 'input') return {};
  if (type === 'checkbox') return { type, value: 'true', checked: field.checked ? true : undefined };
  if (type === 'file' || type === 'password') return { type };
  return { type, value: field.value === '' || field.secret ? undefined : field.value };
}

/** A kept file is sent, whether another one is chosen or not. */
function withoutRequired({ required: _required, ...others }: Readonly<Constraints>): Constraints {
  return others;
}

/**
 * Without `min`, HTML counts steps from the value in the markup: after a refused `1.5` a browser would then refuse whole
 * numbers itself (HTML, "step base"). The server goes on checking them.
 */
function fitting(constraints: Readonly<Constraints>, value: string): Readonly<Constraints> {
  const { step, min } = constraints;
  if (typeof step !== 'number' || min !== undefined || value === '') return constraints;
  const base = Number(value.includes(':') ? (value.split(':')[2] ?? 0) : value);
  const steps = base / step;
  // a number that is too large or too small for a double is another one than was written
  const isExact = Math.abs(base) < Number.MAX_SAFE_INTEGER && (steps !== 0 || base === 0);
  return isExact && Number.isInteger(steps) ? constraints : { ...constraints, step: 'any' };
}

/** Whether a raw value ticks a checkbox, as the decoder reads it. */
export function isOn(value: string): boolean {
  return value === 'on' || value === 'true' || value === '1';
}

import { toConstraints, type Constraints } from '../../schema/constraints.js';
import { isSecret, toControl, type ControlKind } from '../../schema/control.js';
import type { SchemaNode } from '../../schema/node.js';
import { partsOf } from '../../schema/parts.js';
import { errorId, fieldId, hintId } from '../../shared/ids.js';
import { parsePath } from '../../shared/path.js';
import type { ValidateMode } from '../../shared/validate-mode.js';
import { CONTROL_ATTRIBUTE, ERRORS_ATTRIBUTE } from '../../shared/wire.js';
import { toFileLimits } from '../controls/file-limits.js';
import { toLegalConstraints } from '../controls/legal.js';
import { runtime } from '../runtime.js';
import type { Attributes, FieldView } from './field-view.js';
import { validateAttribute } from './validate.js';

export interface FieldSource {
  readonly formId: string;
  readonly name: string;
  /** Undefined for names that the schema lacks: a plain text field. */
  readonly node: SchemaNode | undefined;
  readonly values: readonly string[];
  readonly errors: readonly string[];
  readonly hint: boolean | undefined;
  /** What the page prints, where that is another control than the schema's. */
  readonly as?: ControlKind['tag'] | undefined;
  readonly validate?: ValidateMode | undefined;
  /** IANA zone in which dates with a time are typed. Default UTC. */
  readonly timeZone?: string | undefined;
}

/** A field as components print it. */
export function buildField({
  formId,
  name,
  node,
  values,
  errors,
  hint,
  as,
  validate,
  timeZone,
}: FieldSource): FieldView {
  const id = fieldId(formId, name);
  const meta = node?.meta ?? {};
  const controlKind: ControlKind = node === undefined ? { tag: 'input', type: 'text' } : toControl(node);
  const value = values.at(-1) ?? '';
  const constraints = node === undefined ? {} : fitting(toConstraints(node, timeZone), value);
  const secret = node !== undefined && isSecret(node);
  const checked = isOn(value);
  const hasHint = hint ?? meta.description !== undefined;
  const printed = as === undefined || as === controlKind.tag ? controlKind : { tag: as, type: 'text' };
  const legal = toLegalConstraints(constraints, printed.tag === 'input' ? (printed.type ?? 'text') : printed.tag);
  const hooks = { [CONTROL_ATTRIBUTE]: name, ...validateAttribute(validate) };
  const fileLimits = toFileLimits(node, runtime().messages);
  const shared = { id, name, ...legal, ...described(id, hasHint, errors), ...hooks };

  return {
    name,
    id,
    kind: node?.kind ?? 'string',
    controlKind,
    parts: node && partsOf(node),
    value,
    values,
    checked,
    errors,
    constraints,
    label: meta.label ?? inWords(name),
    hint: meta.description,
    meta,
    secret,
    fileLimits,
    attributes: {
      control: {
        ...shared,
        ...stateOf(printed, secret ? '' : value, checked),
        ...(printed.type === 'file' && fileLimits),
      },
      label: { for: id },
      hint: { id: hintId(id) },
      error: { id: errorId(id), [ERRORS_ATTRIBUTE]: name, hidden: errors.length === 0 ? true : undefined },
    },
  };
}

function described(id: string, hint: boolean, errors: readonly string[]): Attributes {
  return {
    'aria-describedby': hint ? `${hintId(id)} ${errorId(id)}` : errorId(id),
    'aria-invalid': errors.length > 0 ? 'true' : undefined,
  };
}

function stateOf({ tag, type }: ControlKind, value: string, checked: boolean): Attributes {
  if (tag !== 'input') return {};
  if (type === 'checkbox') return { type, value: 'true', checked: checked ? true : undefined };
  if (type === 'file' || type === 'password') return { type };
  return { type, value: value === '' ? undefined : value };
}

/**
 * Without `min`, HTML counts steps from the value in the markup: after a refused `1.5` a browser would then refuse whole
 * numbers itself (HTML, "step base"). The server goes on checking them.
 */
function fitting(constraints: Constraints, value: string): Constraints {
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

/** `items[0].unitPrice` reads "Unit price". */
export function inWords(name: string): string {
  const key = parsePath(name).findLast((segment) => typeof segment === 'string') ?? name;
  const words = String(key)
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

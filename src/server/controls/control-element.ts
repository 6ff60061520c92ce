import type { Constraints } from '../../schema/constraints.js';
import type { ControlKind } from '../../schema/control.js';
import type { FieldParts } from '../../schema/parts.js';
import { errorId, hintId, keptId } from '../../shared/ids.js';
import { CONTROL_ATTRIBUTE } from '../../shared/wire.js';
import { developerError } from '../developer-error.js';
import type { KeptView } from '../form/field-view.js';
import { runtime } from '../runtime.js';
import { toLegalConstraints } from './legal.js';
import { mergeAttributes, type Attributes } from './merge-attributes.js';
import { toOptions, type ControlOption, type OptionSource } from './options.js';
import { listInOneControl, objectInOneControl } from './undivided.js';

/** How a field may be printed, instead of how its schema asks. */
export type ControlShape = 'input' | 'select' | 'textarea' | 'radio' | 'checkboxes';

/** What the page asks of a control, beside what the schema says. */
export interface ControlRequest {
  readonly as?: ControlShape | undefined;
  /** Type of an `<input>`. */
  readonly type?: string | undefined;
  readonly options?: OptionSource | undefined;
  /** Whether an element with the field's hint is on the page. */
  readonly hint: boolean;
  /** A GET form shows what it sends in the URL: nothing is sent for a box that is not ticked. */
  readonly method: 'get' | 'post';
  /** Attributes that win over the schema's; `undefined` is "not given", `false` takes a constraint away. */
  readonly given: Attributes;
}

/** The part of a field's view that a control is printed from. */
export interface ControlField {
  readonly name: string;
  readonly id: string;
  readonly controlKind: ControlKind;
  readonly value: string;
  readonly values: readonly string[];
  readonly checked: boolean;
  readonly errors: readonly string[];
  readonly constraints: Constraints;
  readonly secret: boolean;
  readonly kept?: readonly KeptView[];
  readonly fileLimits?: Attributes;
  readonly parts?: FieldParts | undefined;
}

/** Sent before the control, so that the server sees that nothing was ticked. */
export interface HiddenInput {
  readonly name: string;
  readonly value: string;
  readonly form?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface KeptElement extends KeptView {
  /** Of its text, which describes the control. */
  readonly id: string;
}

/** What a control is printed as. */
export type ControlElement =
  | {
      readonly tag: 'input';
      readonly attributes: Attributes;
      readonly hidden?: HiddenInput;
      /** Files that were kept, before the control that replaces them or adds to them. */
      readonly kept?: readonly KeptElement[];
    }
  | { readonly tag: 'textarea'; readonly attributes: Attributes; readonly text: string }
  | {
      readonly tag: 'select';
      readonly attributes: Attributes;
      readonly options: readonly (ControlOption & { readonly selected: boolean })[];
      readonly hidden?: HiddenInput;
    }
  | {
      readonly tag: 'group';
      /** Of the `<fieldset>` around the choices. The field's own id is on the first choice, which links and focus go to. */
      readonly box: Attributes;
      readonly options: readonly { readonly label: string; readonly attributes: Attributes }[];
      readonly hidden?: HiddenInput;
    };

/**
 * Decides what a field is printed as: the schema's own control, with what the page asks for on top.
 *
 * @throws AstroError in dev for a list or an object, which one control cannot hold.
 */
export function toControlElement(field: ControlField, request: ControlRequest): ControlElement {
  const element = toElement(field, request);
  if (field.parts !== undefined && !holds(element, field.parts) && runtime().options.dev) {
    throw field.parts.kind === 'rows' ? listInOneControl(field.name) : objectInOneControl(field.name, field.parts.keys);
  }
  return element;
}

/** Several values of a list can be chosen where there is something to choose from. */
function holds(element: ControlElement, { kind }: FieldParts): boolean {
  if (kind === 'fields') return false;
  return element.tag === 'group' || element.attributes['multiple'] !== undefined;
}

function toElement(field: ControlField, request: ControlRequest): ControlElement {
  const shape = toShape(field, request);
  switch (shape) {
    case 'input':
      return toInput(field, request);
    case 'textarea':
      return toTextarea(field, request);
    case 'select':
      return toSelect(field, request);
    case 'radio':
    case 'checkboxes':
      return toGroup(field, request, shape);
    default:
      return shape satisfies never;
  }
}

function toShape(field: ControlField, request: ControlRequest): ControlShape {
  if (request.as !== undefined) return request.as;
  const type = request.type ?? field.controlKind.type;
  if (type === 'radio' || type === 'checkboxes') return type;
  if (request.type !== undefined) return 'input';
  if (request.options !== undefined && field.controlKind.tag !== 'select') return 'select';
  return field.controlKind.tag;
}

function toInput(field: ControlField, request: ControlRequest): ControlElement {
  const own = field.controlKind.tag === 'input' ? field.controlKind.type : undefined;
  const type = request.type ?? own ?? 'text';
  const kept = toKeptElements(field, type);
  const attributes = mergeAttributes(
    {
      ...identity(field, request, kept),
      type,
      ...toLegalConstraints(field.constraints, type),
      ...toValue(field, type),
      ...(type === 'file' && field.fileLimits),
    },
    request.given,
  );
  if (kept.length > 0) return { tag: 'input', attributes, kept };
  if (type !== 'checkbox' || request.method === 'get') return { tag: 'input', attributes };
  return { tag: 'input', attributes, hidden: toHidden(field, 'false', request.given) };
}

function toKeptElements({ id, kept = [] }: ControlField, type: string): KeptElement[] {
  return type === 'file' ? kept.map((file, index) => ({ ...file, id: keptId(id, index) })) : [];
}

function toTextarea(field: ControlField, request: ControlRequest): ControlElement {
  const constraints = toLegalConstraints(field.constraints, 'textarea');
  const attributes = mergeAttributes({ ...identity(field, request), ...constraints }, request.given);
  return { tag: 'textarea', attributes, text: field.secret ? '' : field.value };
}

function toSelect(field: ControlField, request: ControlRequest): ControlElement {
  const { placeholder, ...given } = request.given;
  const isList = field.controlKind.multiple === true || field.parts?.kind === 'rows';
  const multiple = given['multiple'] === undefined ? isList : given['multiple'] === true;
  const constraints = { ...toLegalConstraints(field.constraints, 'select'), multiple: multiple || undefined };
  const attributes = mergeAttributes({ ...identity(field, request), ...constraints }, given);
  const options = optionsOf(field, request);
  if (multiple) {
    const chosen = options.map((option) => ({ ...option, selected: field.values.includes(option.value) }));
    if (request.method === 'get') return { tag: 'select', attributes, options: chosen };
    return { tag: 'select', attributes, options: chosen, hidden: toHidden(field, '', given) };
  }
  const chosen = options.map((option) => ({ ...option, selected: option.value === field.value }));
  const needsEmpty = attributes['required'] !== true || !chosen.some((option) => option.selected);
  if (needsEmpty && !options.some((option) => option.value === '')) {
    chosen.unshift({ value: '', label: String(placeholder ?? ''), selected: false });
  }
  return { tag: 'select', attributes, options: chosen };
}

function toGroup(field: ControlField, request: ControlRequest, shape: 'radio' | 'checkboxes'): ControlElement {
  const type = shape === 'radio' ? 'radio' : 'checkbox';
  const constraints = toLegalConstraints(field.constraints, shape);
  const chosen = shape === 'radio' ? [field.value] : field.values;
  const { 'aria-describedby': describedBy, required, ...others } = request.given;
  // `required` on every box of a group would mean that all must be ticked.
  const given = shape === 'radio' ? { required, ...others } : others;
  const options = optionsOf(field, request).map(({ value, label, disabled }, index) => ({
    label,
    attributes: mergeAttributes(
      {
        id: index === 0 ? field.id : `${field.id}-${index}`,
        name: field.name,
        type,
        value,
        checked: chosen.includes(value),
        disabled,
        ...constraints,
      },
      given,
    ),
  }));
  const role = shape === 'radio' ? 'radiogroup' : undefined;
  const own = { ...identity(field, request), id: `${field.id}-group`, name: undefined, role, tabindex: '-1' };
  const group = {
    tag: 'group',
    box: mergeAttributes(own, { 'aria-describedby': describedBy }),
    options,
  } as const;
  if (shape === 'radio' || request.method === 'get') return group;
  return { ...group, hidden: toHidden(field, '', request.given) };
}

/** What every control has: who it is, what describes it, and whether it failed. */
function identity(field: ControlField, request: ControlRequest, kept: readonly KeptElement[] = []): Attributes {
  const described = [request.hint ? hintId(field.id) : '', ...kept.map(({ id }) => id), errorId(field.id)];
  return {
    id: field.id,
    name: field.name,
    [CONTROL_ATTRIBUTE]: field.name,
    'aria-describedby': described.filter(Boolean).join(' '),
    'aria-invalid': field.errors.length > 0 ? 'true' : undefined,
  };
}

function toValue(field: ControlField, type: string): Attributes {
  if (type === 'checkbox') return { value: 'true', checked: field.checked };
  if (type === 'file' || type === 'password' || field.secret) return {};
  return { value: field.value === '' ? undefined : field.value };
}

function toHidden(field: ControlField, value: string, given: Attributes): HiddenInput {
  const { form, disabled } = given;
  return {
    name: field.name,
    value,
    form: typeof form === 'string' ? form : undefined,
    disabled: disabled === true || disabled === '' ? true : undefined,
  };
}

function optionsOf(field: ControlField, request: ControlRequest): ControlOption[] {
  const source = request.options ?? field.controlKind.options;
  if (source !== undefined) return toOptions(source);
  throw developerError(
    'A field without options',
    `"${field.name}" is to be a choice, and its schema names no values.`,
    'Pass `options={[{ value, label }]}`, an array of strings, or an object of labels by value.',
    'Make it a `z.enum([…])` in the schema.',
  );
}

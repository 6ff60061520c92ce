import type { ValidateMode } from '../../shared/validate-mode.js';
import { flatten, isOfSeveral, toGroup, toSelect } from '../controls/choice-elements.js';
import { NOTHING_CHOSEN, UNTICKED } from '../controls/control-identity.js';
import { isGroupShape } from '../controls/control-shape.js';
import type { ControlRequest, GroupChoice, SelectOption } from '../controls/control-types.js';
import type { ChoiceSource } from '../controls/options.js';
import { controlAttributes } from './build-field.js';
import type { Attributes, FieldView } from './field-view.js';
import type { FormField, FormOption } from './form-field.js';
import type { FieldPlan } from './plan-field.js';
import { validateAttribute } from './validate.js';

export interface FormFieldSource {
  readonly field: FieldView;
  readonly plan: FieldPlan;
  /** What there is to choose from, where the page says it. */
  readonly options: ChoiceSource | undefined;
  readonly validate: ValidateMode | undefined;
  readonly method: ControlRequest['method'];
}

/** A field for markup that a page prints itself. */
export function toFormField(source: FormFieldSource): FormField {
  const { field, plan, validate, method } = source;
  const { name, id, checked, errors, constraints, secret, kept, attributes } = field;
  const isSeveral = plan.shape === 'checkboxes' || (plan.shape === 'select' && isOfSeveral(field));
  const isBox = plan.shape === 'input' && plan.printed.type === 'checkbox';
  const form: FormField = {
    name,
    id,
    value: secret ? '' : field.value,
    values: secret ? none : isSeveral ? chosenOf(field.values) : field.values,
    checked,
    errors,
    constraints,
    control: controlAttributes(field, plan, validate),
    options: none,
    hidden: method === 'post' && (isBox || isSeveral) ? toHiddenAttributes(name, isBox) : undefined,
    kept,
    // Copies: fields share theirs, and Astro adds the class of a page's own styles to what the page spreads.
    label: { ...attributes.label },
    labelText: field.label,
    hint: { ...attributes.hint },
    hintText: field.hint,
    error: { ...attributes.error },
  };
  return plan.shape === 'input' || plan.shape === 'textarea' ? form : withOptions(form, source);
}

const none: readonly never[] = Object.freeze([]);

function toHiddenAttributes(name: string, isBox: boolean): Attributes {
  return { type: 'hidden', name, value: isBox ? UNTICKED : NOTHING_CHOSEN };
}

/** Without what the hidden input before them sends, as the decoder reads it. */
function chosenOf(values: readonly string[]): readonly string[] {
  return values[0] === NOTHING_CHOSEN ? values.slice(1) : values;
}

/** A list of all countries is long, and many a page that asks for a field has its own. */
function withOptions(form: FormField, source: FormFieldSource): FormField {
  const options = source.options ?? source.field.controlKind.options;
  if (options === undefined) return form;
  let made: readonly FormOption[] | undefined;
  return {
    ...form,
    get options() {
      return (made ??= toFormOptions(source, options));
    },
  };
}

function toFormOptions(
  { field, plan: { shape }, validate, method }: FormFieldSource,
  options: ChoiceSource,
): FormOption[] {
  const given = isGroupShape(shape) ? validateAttribute(validate) : {};
  const request = { options, hint: false, method, given };
  const element = isGroupShape(shape) ? toGroup(field, request, shape) : toSelect(field, request);
  return element.tag === 'group' ? element.options.map(ofGroup) : flatten(element.options).map(ofSelect);
}

function ofSelect({ label, ...attributes }: SelectOption): FormOption {
  const { value, selected } = attributes;
  return { value, label, selected, attributes };
}

function ofGroup({ label, attributes }: GroupChoice): FormOption {
  const { value, checked } = attributes;
  // why: what is given beside ours are attributes of ours too
  return { value: String(value), label, selected: checked === true, attributes: attributes as Attributes };
}

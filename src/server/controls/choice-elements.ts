import { WHEN_ATTRIBUTE } from '../../shared/wire-dependent.js';
import { developerError } from '../developer-error.js';
import { NOTHING_CHOSEN, toHidden, toIdentity } from './control-identity.js';
import type { ControlElementOf, ControlField, ControlRequest, SelectGroup, SelectOption } from './control-types.js';
import { toLegalConstraints } from './legal.js';
import { mergeAttributes, type Attributes } from './merge-attributes.js';
import { headingsInGroup } from './mistakes.js';
import { isOptionGroup, toGroupedOptions, type ControlOption, type OptionGroup } from './options.js';

/** A `<select>`, which takes several where its field is a list. */
export function toSelect(field: ControlField, request: ControlRequest): ControlElementOf<'select'> {
  const { placeholder, ...given } = request.given;
  const multiple = given['multiple'] === undefined ? isOfSeveral(field) : given['multiple'] === true;
  const constraints = { ...toLegalConstraints(field.constraints, 'select'), multiple: multiple || undefined };
  const attributes = mergeAttributes({ ...toIdentity(field, request), ...constraints }, given);
  const options = optionsOf(field, request);
  if (multiple) {
    const chosen = select(options, field.values);
    if (request.method === 'get') return { tag: 'select', attributes, options: chosen };
    return { tag: 'select', attributes, options: chosen, hidden: toHidden(field, NOTHING_CHOSEN, given) };
  }
  const chosen = select(options, [field.value]);
  const all = flatten(chosen);
  const needsEmpty = attributes['required'] !== true || !all.some((option) => option.selected);
  if (needsEmpty && !all.some((option) => option.value === '')) {
    chosen.unshift({ value: '', label: String(placeholder ?? ''), selected: false });
  }
  return { tag: 'select', attributes, options: chosen };
}

/** Radio buttons or boxes in a `<fieldset>`. */
export function toGroup(
  field: ControlField,
  request: ControlRequest,
  shape: 'radio' | 'checkboxes',
): ControlElementOf<'group'> {
  const type = shape === 'radio' ? 'radio' : 'checkbox';
  const constraints = toLegalConstraints(field.constraints, shape);
  const chosen = shape === 'radio' ? [field.value] : field.values;
  const { 'aria-describedby': describedBy, required, [WHEN_ATTRIBUTE]: requiredWhen, ...others } = request.given;
  // `required` on every box of a group would mean that all must be ticked.
  const given = shape === 'radio' ? { required, [WHEN_ATTRIBUTE]: requiredWhen, ...others } : others;
  // Two elements of one name in a transition, and a browser makes none.
  const [ofBox, ofChoices] = divide(given, (name) => name.startsWith('data-astro-transition-'));
  const choices = optionsOf(field, request);
  if (choices.some(isOptionGroup)) throw headingsInGroup(field.name);
  const options = flatten(choices).map(({ value, label, disabled }, index) => ({
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
      ofChoices,
    ),
  }));
  const group = {
    tag: 'group',
    box: mergeAttributes(groupAttributes(toIdentity(field, request), field.id, shape), {
      'aria-describedby': describedBy,
      ...ofBox,
    }),
    options,
  } as const;
  if (shape === 'radio' || request.method === 'get') return group;
  return { ...group, hidden: toHidden(field, NOTHING_CHOSEN, request.given) };
}

/**
 * What the element around choices has, out of what a control would have. The field's own id is on the first choice, which
 * links and focus go to.
 */
export function groupAttributes<TIdentity extends object>(
  identity: TIdentity,
  id: string,
  shape: 'radio' | 'checkboxes',
) {
  const role = shape === 'radio' ? 'radiogroup' : undefined;
  return { ...identity, id: `${id}-group`, name: undefined, role, tabindex: '-1' };
}

/** Whether a `<select>` of the field takes several. */
export function isOfSeveral({ controlKind, parts }: Pick<ControlField, 'controlKind' | 'parts'>): boolean {
  return controlKind.multiple === true || parts?.kind === 'rows';
}

function divide(attributes: Attributes, isFirst: (name: string) => boolean): [Attributes, Attributes] {
  const divided: [Attributes, Attributes] = [{}, {}];
  for (const name of Object.keys(attributes)) divided[isFirst(name) ? 0 : 1][name] = attributes[name];
  return divided;
}

function select(options: readonly (ControlOption | OptionGroup)[], values: readonly string[]) {
  const mark = (option: ControlOption): SelectOption => ({ ...option, selected: values.includes(option.value) });
  return options.map((option): SelectOption | SelectGroup =>
    isOptionGroup(option) ? { ...option, options: option.options.map(mark) } : mark(option),
  );
}

/** Choices without their headings. */
export function flatten<TOption extends ControlOption>(
  options: readonly (TOption | { readonly options: readonly TOption[] })[],
): TOption[] {
  return options.flatMap((option) => ('options' in option ? option.options : [option]));
}

function optionsOf(field: ControlField, request: ControlRequest): (ControlOption | OptionGroup)[] {
  const source = request.options ?? field.controlKind.options;
  if (source !== undefined) return toGroupedOptions(source);
  throw developerError(
    'A field without options',
    `"${field.name}" is to be a choice, and its schema names no values.`,
    'Pass `options={[{ value, label }]}`, an array of strings, or an object of labels by value.',
    'Make it a `z.enum([…])` in the schema.',
  );
}

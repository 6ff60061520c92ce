/** One choice of a select or of a group. */
export interface ControlOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** Choices of a select under a heading. */
export interface OptionGroup {
  readonly label: string;
  readonly disabled?: boolean;
  readonly options: readonly ControlOption[];
}

type Choice = string | number | { value: string | number; label?: string; disabled?: boolean };

/** Choices in full, values that are their own labels, or labels by value. */
export type ChoiceSource = readonly Choice[] | Readonly<Record<string, string>>;

/** What `options` takes: choices, of a `<select>` also under headings. */
export type OptionSource =
  ChoiceSource | readonly (Choice | { label: string; options: ChoiceSource; disabled?: boolean })[];

/** The same choices, in full. */
export function toOptions(source: ChoiceSource): ControlOption[] {
  return isList(source) ? source.map(toOption) : ofRecord(source);
}

/** The same choices, in full, with their headings. */
export function toGroupedOptions(source: OptionSource): (ControlOption | OptionGroup)[] {
  if (!isList(source)) return ofRecord(source);
  return source.map((item) => {
    if (typeof item !== 'object' || !('options' in item)) return toOption(item);
    return { ...item, options: toOptions(item.options) };
  });
}

export function isOptionGroup(option: object): option is OptionGroup {
  return 'options' in option;
}

function toOption(option: Choice): ControlOption {
  if (typeof option !== 'object') return { value: String(option), label: String(option) };
  return { ...option, value: String(option.value), label: option.label ?? String(option.value) };
}

function ofRecord(labels: Readonly<Record<string, string>>): ControlOption[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** `Array.isArray` does not narrow a readonly array away from a record. */
function isList<TSource extends OptionSource>(source: TSource): source is Extract<TSource, readonly unknown[]> {
  return Array.isArray(source);
}

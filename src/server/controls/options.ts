/** One choice of a select or of a group. */
export interface ControlOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** What `options` takes: choices in full, values that are their own labels, or labels by value. */
export type OptionSource =
  | readonly (string | number | { value: string | number; label?: string; disabled?: boolean })[]
  | Readonly<Record<string, string>>;

/** The same choices, in full. */
export function toOptions(source: OptionSource): ControlOption[] {
  if (!isList(source)) return Object.entries(source).map(([value, label]) => ({ value, label }));
  return source.map((option) => {
    if (typeof option !== 'object') return { value: String(option), label: String(option) };
    return { ...option, value: String(option.value), label: option.label ?? String(option.value) };
  });
}

/** `Array.isArray` does not narrow a readonly array away from a record. */
function isList(source: OptionSource): source is Extract<OptionSource, readonly unknown[]> {
  return Array.isArray(source);
}

import type { FieldView } from '../form/field-view.js';

const plainProps: ReadonlySet<string> = new Set(['of', 'name', 'label', 'hint']);
const slotNames = ['label', 'hint', 'default'];

/** Whether label and hint, as texts, are all that a page says of a field, so that its HTML says nothing else of the page. */
export function isPlainField(
  { controlKind }: FieldView,
  props: object,
  slots: { has(name: string): boolean },
): boolean {
  // What stands beside a range is noted on its form.
  if (controlKind.type === 'range') return false;
  return Object.keys(props).every((name) => plainProps.has(name)) && !slotNames.some((name) => slots.has(name));
}

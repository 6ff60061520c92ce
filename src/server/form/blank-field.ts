import { after, type Later } from '../after.js';
import type { FieldView } from './field-view.js';
import type { FieldPlan } from './plan-field.js';

/** What a field that shows nothing depends on beside its plan. */
export interface BlankOptions {
  /** HTML id of the form. */
  readonly formId: string;
  readonly hint: boolean | undefined;
}

interface Blank extends BlankOptions {
  readonly field: FieldView;
  printed: { readonly said: readonly unknown[]; readonly html: string } | undefined;
}

/** Of the form that asked last: usually the same one on every page. */
const last = new WeakMap<FieldPlan, Blank>();
const blanks = new WeakMap<FieldView, Blank>();

/**
 * A field with neither values nor errors, which is the same for every visitor. Made again where another form asks than the
 * last one. Not kept for files, whose limits are told in the words of a site.
 */
export function keepBlank(plan: FieldPlan, { formId, hint }: BlankOptions, make: () => FieldView): FieldView {
  const known = last.get(plan);
  if (known !== undefined && known.formId === formId && known.hint === hint) return known.field;
  const field = Object.freeze(make());
  if (plan.controlKind.type === 'file') return field;
  const blank: Blank = { formId, hint, field, printed: undefined };
  last.set(plan, blank);
  blanks.set(field, blank);
  return field;
}

/**
 * The HTML of a field, kept for one that shows nothing.
 *
 * @param said All that the HTML depends on beside the field, always in the same order.
 */
export function keepPrinted(field: FieldView, said: readonly unknown[], print: () => Later<string>): Later<string> {
  const blank = blanks.get(field);
  if (blank === undefined) return print();
  const { printed } = blank;
  if (printed?.said.every((part, index) => part === said[index])) return printed.html;
  return after(print(), (html) => {
    blank.printed = { said, html };
    return html;
  });
}

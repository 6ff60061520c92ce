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
}

/** Of the form that asked last: usually the same one on every page. */
const last = new WeakMap<FieldPlan, Blank>();

/**
 * A field with neither values nor errors, which is the same for every visitor. Made again where another form asks than the
 * last one. Not kept for files, whose limits are told in the words of a site.
 */
export function keepBlank(plan: FieldPlan, { formId, hint }: BlankOptions, make: () => FieldView): FieldView {
  const known = last.get(plan);
  if (known !== undefined && known.formId === formId && known.hint === hint) return known.field;
  const field = Object.freeze(make());
  if (plan.controlKind.type !== 'file') last.set(plan, { formId, hint, field });
  return field;
}

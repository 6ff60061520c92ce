import type { Depends } from '../form/condition-types.js';
import { conditionAttributes, toCondition } from '../form/conditions.js';
import type { FormView } from '../form/form-view.js';
import type { Attributes } from './merge-attributes.js';

/**
 * What a control has that is required now and then. Only the island may say `required`: in a page without one, the browser would
 * go on asking for the field when it is not needed any more.
 */
export function requiredAttributes(form: FormView, when: Depends<unknown> | undefined): Attributes {
  if (when === undefined) return {};
  if (!form.enhance) return { required: false };
  form.used.dependent = true;
  return { required: false, ...conditionAttributes(toCondition(form, when)) };
}

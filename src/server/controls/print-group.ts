import type { Condition } from '../../shared/condition.js';
import { IN_SIGHT_ATTRIBUTE } from '../../shared/wire-dependent.js';
import { after, type Later } from '../after.js';
import { conditionAttributes, conditionKey, isMet } from '../form/conditions.js';
import { runWithForm } from '../form/form-context.js';
import type { FieldViewOptions, FormView } from '../form/form-view.js';
import { isBelowNextRow } from '../form/next-row.js';
import { mergeAttributes, type Attributes } from './merge-attributes.js';
import { printElement, printText } from './print-element.js';

export interface GroupRequest {
  readonly condition: Condition;
  /** What becomes of the group where its condition does not hold. */
  readonly otherwise: 'hide' | 'disable';
  /** Text of the legend. */
  readonly label?: string | undefined;
  readonly given: Attributes;
}

/**
 * The HTML of what depends on another field, a `<fieldset>`: a disabled one sends nothing, and requires nothing. What is
 * hidden is in the page only for an island that can show it.
 */
export function printGroup(form: FormView, request: GroupRequest, render: () => Later<string>): Later<string> {
  const { condition, otherwise, label, given } = request;
  const holds = isMet(form, condition);
  const isHidden = !holds && otherwise === 'hide';
  if (!holds) form.used.hidden.push(condition);
  form.used.depends = true;
  form.used.dependent ||= form.enhance;
  if (isHidden && !form.enhance) return '';
  const focus = { isDue: holds && form.takesFocus('group', conditionKey(condition)) };
  const inside = { ...form, ...viewWhere(form, condition, holds), takesFocus };

  function takesFocus(...asked: Parameters<FormView['takesFocus']>): boolean {
    const [on, name] = asked;
    if (!holds || isBelowNextRow(name)) return false;
    if (!focus.isDue || on !== 'control') return form.takesFocus(...asked);
    focus.isDue = false;
    return true;
  }

  return after(runWithForm(inside, render), (html) => {
    const own = {
      'data-action-group': '',
      role: label === undefined && !focus.isDue ? 'none' : undefined,
      hidden: isHidden || undefined,
      disabled: !holds || undefined,
      // There was no control in it that could have the focus.
      ...(focus.isDue && { tabindex: '-1', autofocus: true }),
      ...(form.enhance && conditionAttributes(condition)),
      ...(form.enhance && otherwise === 'disable' && { [IN_SIGHT_ATTRIBUTE]: '' }),
    };
    const legend = label === undefined ? '' : printElement('legend', {}, printText(label));
    return printElement('fieldset', mergeAttributes(own, given), legend + html);
  });
}

/** The fields of a form as they are where a condition is to hold, and whether it does. */
function viewWhere(
  form: FormView,
  condition: Condition,
  holds: boolean,
): Pick<FormView, 'field' | 'control' | 'nextRow'> {
  const where = ({ given = [], unmet = [], ...options }: FieldViewOptions = {}) => ({
    ...options,
    given: [...given, condition],
    unmet: holds ? unmet : [...unmet, condition],
  });
  return {
    field: (name, options) => form.field(name, where(options)),
    control: (name, options) => form.control(name, where(options)),
    nextRow: (list, value, options) => form.nextRow(list, value, where(options)),
  };
}

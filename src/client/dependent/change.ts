import { holds } from '../../shared/condition.js';
import { IN_SIGHT_ATTRIBUTE, IS_ATTRIBUTE, NOT_ATTRIBUTE, WHEN_ATTRIBUTE } from '../../shared/wire-dependent.js';

/** A group that is shown or enabled by another field's value, or a control that is required by it. */
export type Dependent = HTMLFieldSetElement | HTMLInputElement;

/** Makes a part what it is where a form sends this. Gives whether the form then sends something else. */
export function change(part: Dependent, sent: FormData): boolean {
  const said = (name: string) => part.getAttribute(name) ?? '';
  // why: the server writes it
  const oneOf = JSON.parse(said(IS_ATTRIBUTE)) as string[];
  const condition = part.hasAttribute(NOT_ATTRIBUTE) ? ({ oneOf, not: true } as const) : { oneOf };
  const isOn = holds(condition, sent.getAll(said(WHEN_ATTRIBUTE)).map(String));
  if (!(part instanceof HTMLFieldSetElement)) {
    part.required = isOn;
    return false;
  }
  const isChanged = part.disabled === isOn;
  part.disabled = !isOn;
  part.hidden = !isOn && !part.hasAttribute(IN_SIGHT_ATTRIBUTE);
  return isChanged;
}

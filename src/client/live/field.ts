import { ENHANCED_ATTRIBUTE, VALIDATE_ATTRIBUTE } from '../../shared/wire-live.js';
import type { Kit } from '../kit.js';
import { CONTROL, ENDPOINT, ERRORS, NATIVE } from './names.js';

/** A control that somebody works with. */
export interface EditedField {
  readonly form: HTMLFormElement;
  readonly control: HTMLElement;
  readonly name: string;
  /** A `ValidateMode`. */
  readonly mode: string;
}

/** The field that an event is about, if it is one of an enhanced form that is checked at all. */
export function editedField(event: Event, { own }: Kit): EditedField | undefined {
  // Out of a shadow root, too. why: custom elements may have what inputs have
  const control = event.composedPath().find(isControl) as HTMLInputElement | undefined;
  // A custom element need not say which form it belongs to.
  const form = control?.form ?? control?.closest('form');
  const name = control && fieldOf(control);
  // Forms that the island has are inside of its element, or were given to it.
  const isEnhanced = `:is(action-form *,[${ENHANCED_ATTRIBUTE}])[${ENDPOINT}]:not([${NATIVE}])`;
  if (!name || !form || !own(form, 'matches')(isEnhanced)) return;
  const mode = control.getAttribute(VALIDATE_ATTRIBUTE) ?? own(form, 'getAttribute')(VALIDATE_ATTRIBUTE) ?? 'submit';
  if (mode !== 'false') return { form, control, name, mode };
}

/** The controls of a field, a group around them among these, and the places of its errors. */
export function partsOfField(form: HTMLFormElement, name: string, { own, partsOf }: Kit): HTMLElement[] {
  // why: what a form lists are HTML elements
  const controls = own(form, 'elements') as Iterable<Element> as Iterable<HTMLElement>;
  return [...partsOf(form, `[${ERRORS}],[${CONTROL}]`), ...controls].filter((part) => fieldOf(part) === name);
}

/** Whether a field shows an error. */
export function showsError(form: HTMLFormElement, name: string, kit: Kit): boolean {
  return partsOfField(form, name, kit).some((part) => part.matches(`[aria-invalid=true],[${ERRORS}]:not([hidden])`));
}

function isControl(part: EventTarget): boolean {
  return part instanceof Element && Element.prototype.matches.call(part, `[${CONTROL}],[name]:not(form)`);
}

/** The field that an element is a part of, by the name that its hooks or the control itself have. */
function fieldOf(part: Element): string | undefined {
  return part.getAttribute(ERRORS) ?? part.getAttribute(CONTROL) ?? part.getAttribute('name')?.replace(/\[]$/, '');
}

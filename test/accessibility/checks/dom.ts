/** One mistake of a page: what is wrong, and with which element. */
export interface Mistake {
  what: string;
  where: string;
}

/** Looks at the document as it stands. It runs in the page. */
export type Check = () => Iterable<Mistake>;

export type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A role of its own stands for a control only where it is a group's: the rest are checked as what they are. */
export const groupSelector = 'fieldset:not([role=none], [role=presentation]), [role=group], [role=radiogroup]';

const stopSelector = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Elements of the document, in its order. */
export function all<E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** Controls that hold a value, also those that are out of sight. */
export function controls(): FormControl[] {
  return all<FormControl>('input:not([type=hidden], [type=submit], [type=button], [type=image]), select, textarea');
}

export function visibleControls(): FormControl[] {
  return controls().filter(isVisible);
}

/** What the Tab key goes to, in the order of the document; of radio buttons each, since the arrow keys go there. */
export function tabStops(): HTMLElement[] {
  return all(stopSelector).filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && isVisible(element),
  );
}

/** Whether an eye can see it: text that is clipped to a point, as for screen readers alone, does not count. */
export function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1) return false;
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (getComputedStyle(box).clipPath.startsWith('inset(50%')) return false;
  }
  return true;
}

/** Whether the colours and shadows of an element are those that its styles say: forced colours have others in their place. */
export function hasOwnColors(element: Element): boolean {
  return !matchMedia('(forced-colors: active)').matches || getComputedStyle(element).forcedColorAdjust === 'none';
}

/** Text in one line, as one would say it. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The elements that an attribute of ids names; `null` for an id that is nowhere. */
export function referred(element: Element, attribute: string): [id: string, target: HTMLElement | null][] {
  const ids = element.getAttribute(attribute)?.split(/\s+/).filter(Boolean) ?? [];
  return ids.map((id) => [id, document.getElementById(id)]);
}

/** Name of an element as assistive technology has it, near enough: a `title` and a placeholder are none. */
export function nameOf(element: Element): string {
  const labelled = referred(element, 'aria-labelledby').map(([, target]) => textOf(target));
  if (labelled.some(Boolean)) return labelled.join(' ');
  const own = element.getAttribute('aria-label')?.trim();
  return own || labelOf(element) || altOf(element);
}

/** Text of the labels, the legend or the element itself. */
export function labelOf(element: Element): string {
  if (element instanceof HTMLFieldSetElement) return textOf(element.querySelector(':scope > legend'));
  if ('labels' in element) {
    // why: every element with `labels` has them as HTML says
    const labels = (element as FormControl).labels ?? [];
    if (labels.length > 0) return [...labels].map(textOf).join(' ');
  }
  return element.matches('input, select, textarea, [role=group], [role=radiogroup]') ? '' : textOf(element);
}

/** Places of errors that say something and are not put away. */
export function shownErrors(within: ParentNode = document): HTMLElement[] {
  return all('[data-action-errors]:not([hidden])', within).filter(
    (place) => textOf(place) !== '' && !place.closest('[hidden]'),
  );
}

/** Names an element in a finding, short enough to read in a failed assertion. */
export function where(element: Element): string {
  const tag = element.localName;
  if (element.id) return `${tag}#${element.id}`;
  const name = element.getAttribute('name');
  if (name && name !== '_action_intent') return `${tag}[name="${name}"]`;
  return `${tag} "${(nameOf(element) || textOf(element)).slice(0, 40)}"`;
}

function altOf(element: Element): string {
  return all('img[alt], svg[aria-label]', element)
    .map((image) => image.getAttribute('alt') ?? image.getAttribute('aria-label'))
    .join(' ')
    .trim();
}

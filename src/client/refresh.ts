/**
 * Fetches the page and replaces what the selectors find, one for one: by id, else by order. Scroll and focus stay.
 * A page that cannot be had, or that turns out to be another one, changes nothing.
 */
export async function refresh(selectors: string): Promise<void> {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'reload' });
  if (!response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = [...page.querySelectorAll(selectors)];
  const { scrollX, scrollY } = window;
  for (const [index, region] of document.querySelectorAll(selectors).entries()) {
    const replacement = region.id ? fresh.find(({ id }) => id === region.id) : fresh[index];
    if (replacement && region.isConnected) replace(region, replacement);
  }
  scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
}

function replace(region: Element, replacement: Element): void {
  const active = document.activeElement;
  const place = stopsIn(region).findIndex((stop) => stop === active);
  const edit = readEdit(active);
  region.replaceWith(replacement);
  if (!active || active.isConnected) return;
  const same = active.id ? document.getElementById(active.id) : null;
  if (same && edit) writeEdit(same, edit);
  const stops = stopsIn(replacement);
  focus(same ?? stops.at(place) ?? stops.at(-1) ?? replacement);
}

/** What the Tab key stops at: not what is disabled or inside of a closed `<details>`. */
function stopsIn(region: Element): Element[] {
  return [
    ...region.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]'),
  ].filter((stop) => stop.checkVisibility() && !stop.matches(':disabled,[tabindex="-1"]'));
}

function focus(element: Element): void {
  // why: Element has no focus(), but everything that is rendered as HTML or SVG has
  const target = element as HTMLElement;
  target.focus({ preventScroll: true });
  if (target.matches(':focus')) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

type Edit = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd'>;

/** The text that is being edited, where there is one. */
function readEdit(element: Element | null): Edit | undefined {
  if (!element || !('selectionStart' in element) || element.selectionStart === null) return;
  // why: only text controls have a selection
  const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
  return { value, selectionStart, selectionEnd };
}

function writeEdit(element: Element, edit: Edit): void {
  if ('selectionStart' in element) Object.assign(element, edit);
}

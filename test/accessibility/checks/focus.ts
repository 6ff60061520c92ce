import { all, hasOwnColors, isVisible, type Mistake, tabStops, where } from './dom.js';

/** WCAG 2.4.7: what has the focus shows it. The focus goes everywhere and comes back, and no script is told. */
export function* focusVisible(): Iterable<Mistake> {
  const before = document.activeElement;
  const withoutListeners = silence();
  const unmarked: HTMLElement[] = [];
  for (const stop of [...tabStops(), ...places()]) {
    blur();
    const plain = looksOf(stop);
    stop.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement === stop && !hasOutline(stop) && looksOf(stop) === plain) unmarked.push(stop);
  }
  blur();
  if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
  withoutListeners.end();
  for (const stop of unmarked) yield { what: 'it looks the same with the focus', where: where(stop) };
}

/** What scripts and links give the focus to; the content as a whole has no mark, it is where one is anyway. */
function places(): HTMLElement[] {
  return all('[tabindex="-1"]:not(main)').filter(isVisible);
}

function silence(): { end: () => void } {
  const stop = (event: Event): void => event.stopImmediatePropagation();
  const names = ['focus', 'blur', 'focusin', 'focusout', 'change'];
  for (const name of names) addEventListener(name, stop, { capture: true });
  return { end: () => names.forEach((name) => removeEventListener(name, stop, { capture: true })) };
}

function blur(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** A link that is as large as a card has its outline on a box of its own. */
function hasOutline(element: Element): boolean {
  return [null, '::before', '::after'].some((pseudo) => {
    const { content, outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element, pseudo);
    if (pseudo && (content === 'none' || content === 'normal')) return false;
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !/, 0\)$|\/ 0\)$/.test(outlineColor);
  });
}

function looksOf(element: Element): string {
  const { boxShadow, borderColor, borderWidth, backgroundColor } = getComputedStyle(element);
  return [borderWidth, ...(hasOwnColors(element) ? [boxShadow, borderColor, backgroundColor] : [])].join();
}

import { all, isVisible, type Mistake, tabStops, where } from './dom.js';

/** A9: the order of the Tab key is that of the document, and that is what an eye sees: down a column, along a line. */
export function* tabOrder(): Iterable<Mistake> {
  for (const element of all('[tabindex]')) {
    if (element.tabIndex > 0) yield { what: `tabindex="${element.tabIndex}" jumps the queue`, where: where(element) };
  }
  const stops = tabStops();
  for (const [index, stop] of stops.entries()) {
    const next = stops[index + 1];
    if (next && comesBefore(next, stop)) {
      yield { what: `${where(next)} follows it by key, and stands before it`, where: where(stop) };
    }
  }
}

/** A9: what can be pressed can be reached by the Tab key. */
export function* keyboard(): Iterable<Mistake> {
  for (const element of all('button, a, input, select, textarea, summary').filter(isVisible)) {
    const isLink = element.localName === 'a';
    if (element.hasAttribute('tabindex') ? element.tabIndex < 0 : isLink && !element.hasAttribute('href')) {
      yield { what: 'the Tab key does not go there', where: where(element) };
    }
  }
  for (const element of all('[onclick], [role=button], [role=link], [role=checkbox], [role=switch]')) {
    const isNative = element.matches('button, a[href], input, summary, label');
    if (!isNative && element.tabIndex < 0) yield { what: 'only a pointer can press it', where: where(element) };
  }
}

function comesBefore(next: HTMLElement, stop: HTMLElement): boolean {
  const [there, here] = [next.getBoundingClientRect(), stop.getBoundingClientRect()];
  const sharesColumn = Math.min(there.right, here.right) - Math.max(there.left, here.left) > 1;
  if (sharesColumn) return there.bottom <= here.top + 1;
  const sharesLine = Math.min(there.bottom, here.bottom) - Math.max(there.top, here.top) > here.height / 2;
  if (!sharesLine || next.closest('form, nav') !== stop.closest('form, nav')) return false;
  return getComputedStyle(stop).direction === 'rtl' ? there.left >= here.right - 1 : there.right <= here.left + 1;
}

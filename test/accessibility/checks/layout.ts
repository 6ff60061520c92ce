import { all, isVisible, type Mistake, tabStops, where } from './dom.js';

/** Side of a target in CSS pixels (WCAG 2.5.8). */
const least = 24;

/** A5: a target is 24 px wide and high; or in a line of text; or a circle of 24 px around it touches no other target. */
export function* targetSize(): Iterable<Mistake> {
  const targets = tabStops().filter((stop) => !isInline(stop));
  for (const target of targets) {
    if (!isSmall(target)) continue;
    const near = targets.find((other) => other !== target && !isOf(target, other) && crowds(target, other));
    if (near) yield { what: `it is ${sizeOf(target)}, and ${where(near)} is close`, where: where(target) };
  }
}

/** A5: nothing makes the page wider than the window. */
export function* reflow(): Iterable<Mistake> {
  const excess = document.documentElement.scrollWidth - innerWidth;
  if (excess <= 0) return;
  const widest = all('body *').find((element) => isVisible(element) && exceeds(element.getBoundingClientRect()));
  yield { what: `the page scrolls ${excess} px sideways`, where: where(widest ?? document.body) };
}

/** A5: nothing that is read or pressed lies on something else. */
export function* overlap(): Iterable<Mistake> {
  const boxes = all(`main :is(${solid})`).filter(isVisible);
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (one.contains(other) || !overlaps(one, other)) continue;
      yield { what: `${where(other)} lies on it`, where: where(one) };
    }
  }
}

const solid = 'a, button, input, select, textarea, summary, label, legend, h1, h2, h3, p, pre, th, td, output';

function isInline(element: HTMLElement): boolean {
  if (getComputedStyle(element).display !== 'inline') return false;
  const around = element.parentElement?.textContent.trim() ?? '';
  return around.length > element.textContent.trim().length;
}

function isSmall(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width < least - 0.5 || height < least - 0.5;
}

function sizeOf(element: Element): string {
  const { width, height } = element.getBoundingClientRect();
  return `${Math.round(width)} × ${Math.round(height)} px`;
}

function isOf(one: Element, other: Element): boolean {
  return one.contains(other) || other.contains(one);
}

/** Whether the circle around a small target meets the other target, or its circle where that is small too. */
function crowds(target: Element, other: Element): boolean {
  const [here, there] = [target.getBoundingClientRect(), other.getBoundingClientRect()];
  const [x, y] = [here.x + here.width / 2, here.y + here.height / 2];
  if (isSmall(other)) {
    return Math.hypot(x - there.x - there.width / 2, y - there.y - there.height / 2) < least - 0.5;
  }
  const [aside, above] = [outside(x, there.left, there.right), outside(y, there.top, there.bottom)];
  return Math.hypot(aside, above) < least / 2 - 0.5;
}

function outside(value: number, from: number, to: number): number {
  return Math.max(from - value, 0, value - to);
}

function exceeds({ left, right }: DOMRect): boolean {
  return left < -0.5 || right > innerWidth + 0.5;
}

function overlaps(one: Element, other: Element): boolean {
  const [mine, theirs] = [[...one.getClientRects()], [...other.getClientRects()]];
  return mine.some((a) => theirs.some((b) => meets(a, b)));
}

/** Letters stand a little apart from the edges of their boxes: what meets by less is no overlap. */
function meets(one: DOMRect, other: DOMRect): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 2 && height > 2;
}

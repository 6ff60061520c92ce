import { all, controls, isVisible, labelOf, type Mistake, nameOf, textOf, visibleControls, where } from './dom.js';

/** A1: every control has a label that assistive technology finds. */
export function* label(): Iterable<Mistake> {
  for (const control of controls()) {
    if (nameOf(control) === '') yield { what: 'no label is tied to it', where: where(control) };
  }
}

/** A1: every control has a label that an eye finds. */
export function* visibleLabel(): Iterable<Mistake> {
  for (const control of visibleControls()) {
    if (!hasVisibleLabel(control)) yield { what: 'no label of it can be seen', where: where(control) };
  }
}

/** A1: a placeholder goes when one types, so that it is never the only label. */
export function* placeholder(): Iterable<Mistake> {
  for (const control of visibleControls()) {
    if (control.getAttribute('placeholder') && !hasVisibleLabel(control)) {
      yield { what: 'its placeholder stands for its label', where: where(control) };
    }
  }
}

/** A1: who says what stands on a control reaches it (WCAG 2.5.3). */
export function* labelInName(): Iterable<Mistake> {
  for (const element of all('[aria-label], [aria-labelledby]').filter((one) => one.matches(operable))) {
    const shown = labelOf(element);
    if (isVisible(element) && shown !== '' && !plain(nameOf(element)).includes(plain(shown))) {
      yield { what: `shows "${shown}" and is named "${nameOf(element)}"`, where: where(element) };
    }
  }
}

/** A1: a button or a link has a name. */
export function* buttonName(): Iterable<Mistake> {
  for (const element of all('button, a[href], summary').filter(isVisible)) {
    if (nameOf(element) === '') yield { what: 'it has no name', where: where(element) };
  }
}

const operable = 'button, a[href], summary, input, select, textarea';

function hasVisibleLabel(control: ReturnType<typeof controls>[number]): boolean {
  return [...(control.labels ?? [])].some((one) => isVisible(one) && textOf(one) !== '');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import { all, type FormControl, isVisible, type Mistake, nameOf, referred, shownErrors, textOf, where } from './dom.js';

/** A4: every error beside a field is in the summary too, in the same words and order, and linked to its control. */
export function* summary(): Iterable<Mistake> {
  for (const form of all<HTMLFormElement>('form')) {
    const errors = shownErrors(form);
    const box = all('[data-action-summary]', form)[0];
    if (!box || !isVisible(box)) {
      if (errors.length > 0) yield { what: 'it has errors, and no summary that can be seen', where: where(form) };
      continue;
    }
    if (box.tabIndex !== -1 || !box.hasAttribute('tabindex')) {
      yield { what: 'a script cannot give it the focus', where: where(box) };
    }
    if (nameOf(box) === '') yield { what: 'it has no name', where: where(box) };
    yield* entriesBeside(box, errors);
    for (const link of all<HTMLAnchorElement>('a', box)) yield* linkOf(link);
  }
}

function* entriesBeside(box: HTMLElement, errors: readonly HTMLElement[]): Iterable<Mistake> {
  const entries = all('li a', box).map(textOf);
  const inline = errors.flatMap((place) => place.textContent.split('\n').map((line) => line.trim())).filter(Boolean);
  if (entries.join('\n') === inline.join('\n')) return;
  yield { what: `it says ${JSON.stringify(entries)}, the fields ${JSON.stringify(inline)}`, where: where(box) };
}

function* linkOf(link: HTMLAnchorElement): Iterable<Mistake> {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const named = `link "${textOf(link)}"`;
  if (!target) yield { what: `${named} leads nowhere`, where: where(link) };
  else if (!canHaveFocus(target)) yield { what: `${named} leads to what takes no focus`, where: where(target) };
  else if (!fieldErrors(target).includes(textOf(link))) {
    yield { what: `${named} leads to a field that has no such error`, where: where(target) };
  } else if (!isFirstOfGroup(target)) {
    yield { what: `${named} leads past the first choice of the group`, where: where(target) };
  }
}

function canHaveFocus(target: HTMLElement): boolean {
  const takesFocus = target.matches('input, select, textarea, button, a[href]') || target.hasAttribute('tabindex');
  return takesFocus && !target.matches(':disabled') && isVisible(target);
}

/** Errors of the control, and of the groups that it begins. */
function fieldErrors(target: HTMLElement): string[] {
  const described: Element[] = [target];
  for (let box = target.closest('fieldset'); box; box = box.parentElement?.closest('fieldset') ?? null) {
    if (box === target || all('input, select, textarea, button', box).filter(isVisible)[0] === target) {
      described.push(box);
    }
    if (isChoice(target)) described.push(box);
  }
  const places = described.flatMap((element) => referred(element, 'aria-describedby').map(([, place]) => place));
  return places.flatMap((place) => place?.textContent.split('\n').map((line) => line.trim()) ?? []);
}

function isFirstOfGroup(target: HTMLElement): boolean {
  if (!isChoice(target)) return true;
  const box = target.closest('fieldset') ?? document;
  return all<FormControl>('input:not([type=hidden])', box).find(({ name }) => name === target.name) === target;
}

function isChoice(target: HTMLElement): target is HTMLInputElement {
  return target.matches('input[type=radio], input[type=checkbox]');
}

import { all, type Mistake, referred, where } from './dom.js';

/** A2: an id is there once. */
export function* uniqueId(): Iterable<Mistake> {
  const seen = new Set<string>();
  for (const element of all('[id]')) {
    if (seen.has(element.id)) yield { what: `id "${element.id}" is there twice`, where: where(element) };
    seen.add(element.id);
  }
}

/** A2: what an attribute refers to is there. */
export function* reference(): Iterable<Mistake> {
  for (const attribute of [
    'aria-describedby',
    'aria-labelledby',
    'aria-controls',
    'aria-errormessage',
    'for',
    'list',
  ]) {
    for (const element of all(`[${attribute}]`)) {
      for (const [id, target] of referred(element, attribute)) {
        if (!target) yield { what: `${attribute} names #${id}, which is not there`, where: where(element) };
      }
    }
  }
}

/** A2: a control, or the group that it is, is described by its hint first and by its error last. */
export function* description(): Iterable<Mistake> {
  for (const control of all('[data-action-control]')) {
    const targets = referred(control, 'aria-describedby').map(([, target]) => target);
    const hint = control.closest('[data-action-field]')?.querySelector<HTMLElement>('[data-action-hint]');
    if (hint && targets[0] !== hint) yield { what: 'its hint is not the first to describe it', where: where(control) };
    const error = errorPlaceOf(control);
    if (!error) yield { what: 'there is no place for its error', where: where(control) };
    else if (targets.at(-1) !== error) {
      yield { what: 'its error is not the last to describe it', where: where(control) };
    }
  }
}

/** Where the errors of a control or a group are shown. */
export function errorPlaceOf(control: HTMLElement): HTMLElement | undefined {
  const path = control.dataset['actionControl'];
  return all('[data-action-errors]', control.closest('form') ?? document).find(
    (place) => place.dataset['actionErrors'] === path,
  );
}

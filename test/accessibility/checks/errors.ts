import { all, isVisible, type Mistake, shownErrors, textOf, where } from './dom.js';
import { errorPlaceOf } from './references.js';

/** A3, A5: what is marked as wrong has words that say why, and what has such words is marked. */
export function* invalidMark(): Iterable<Mistake> {
  for (const control of all('[data-action-control]')) {
    const place = errorPlaceOf(control);
    const hasWords = place !== undefined && !place.hidden && textOf(place) !== '';
    const isMarked = control.getAttribute('aria-invalid') === 'true';
    if (isMarked && !hasWords) yield { what: 'it is marked as wrong, and no words say why', where: where(control) };
    if (hasWords && !isMarked) yield { what: 'it has an error, and is not marked as wrong', where: where(control) };
  }
  for (const other of all('[aria-invalid]:not([data-action-control], [type=hidden])')) {
    yield { what: 'it is marked as wrong, and nothing beside it has an error', where: where(other) };
  }
}

/** A5: words of an error can be seen and read out. */
export function* errorPerceivable(): Iterable<Mistake> {
  for (const place of shownErrors()) {
    if (!isVisible(place)) yield { what: 'its words cannot be seen', where: where(place) };
    if (place.closest('[aria-hidden=true], [role=presentation], [inert]')) {
      yield { what: 'its words are not in the accessibility tree', where: where(place) };
    }
  }
}

/** A4: the summary has the focus and says it all once; errors that announce themselves would say it again, all at once. */
export function* errorLoud(): Iterable<Mistake> {
  for (const place of all('[data-action-errors], [data-action-summary]')) {
    const live = place.closest('[role=alert], [role=status], [aria-live]:not([aria-live=off])');
    if (live) yield { what: 'it announces itself, and so does each of the others', where: where(place) };
  }
}

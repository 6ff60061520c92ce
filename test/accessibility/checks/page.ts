import { all, isVisible, type Mistake, shownErrors, textOf, where } from './dom.js';

/** The page says its language. */
export function* language(): Iterable<Mistake> {
  const { lang } = document.documentElement;
  if (!/^[a-z]{2,3}(?:-|$)/i.test(lang)) yield { what: `lang="${lang}" is no language`, where: 'html' };
}

/** N23: the title tells of errors before anything else, and only while there are some. */
export function* title(): Iterable<Mistake> {
  const forms = all<HTMLFormElement>('form[data-action-title-prefix]');
  const failed = forms.some(hasErrors);
  // The form of a button says in its status what went wrong.
  const saysSomething = all('form [data-action-status]').some((place) => textOf(place) !== '');
  const prefixes = forms.map((form) => form.dataset['actionTitlePrefix'] ?? '');
  const begins = prefixes.some((prefix) => document.title.startsWith(prefix));
  if (document.title === '') yield { what: 'it is empty', where: 'title' };
  if (failed && !begins) yield { what: `"${document.title}" does not tell of the errors`, where: 'title' };
  if (begins && !failed && !saysSomething)
    yield { what: `"${document.title}" tells of errors that are not there`, where: 'title' };
}

/** A6: a form that answers in the page has its status there before there is anything to say. */
export function* status(): Iterable<Mistake> {
  for (const form of all('action-form > form')) {
    const places = all('[data-action-status]', form);
    if (places.length === 0) yield { what: 'there is no place where it says what became of it', where: where(form) };
    for (const place of places) {
      const isPolite = place.role === 'status' && (place.ariaLive ?? 'polite') === 'polite';
      if (!isPolite) yield { what: 'it is no role="status"', where: where(place) };
      // An empty one has no size, and is in the tree all the same.
      if (!place.checkVisibility({ visibilityProperty: true }) || place.closest('[aria-hidden=true]')) {
        yield { what: 'it is not in the accessibility tree', where: where(place) };
      }
    }
  }
}

function hasErrors(form: HTMLFormElement): boolean {
  const entries = all('[data-action-summary] li', form).filter((entry) => isVisible(entry) && textOf(entry) !== '');
  return entries.length > 0 || shownErrors(form).length > 0;
}

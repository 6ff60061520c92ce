import { all, isVisible, type Mistake, nameOf, referred, textOf, where } from './dom.js';

/** A1, A2: files that are kept or chosen are a list, each with its name and a button that says which file it takes away. */
export function* files(): Iterable<Mistake> {
  for (const list of all('[data-action-kept], [data-action-chosen]').filter(isVisible)) {
    const isList = ['ul', 'ol'].includes(list.localName) && (list.role ?? 'list') === 'list';
    if (!isList) yield { what: 'its files are no list', where: where(list) };
    for (const item of list.children) yield* ofItem(item);
  }
  const described = new Set(
    all('[aria-describedby]').flatMap((one) => referred(one, 'aria-describedby').map(([id]) => id)),
  );
  for (const text of all('[data-action-kept] span')) {
    if (!described.has(text.id)) yield { what: 'its control does not tell that it is kept', where: where(text) };
  }
}

function* ofItem(item: Element): Iterable<Mistake> {
  const [text, button] = [item.querySelector('span'), item.querySelector('button')];
  if (textOf(text) === '') yield { what: 'no name says which file it is', where: where(item) };
  if (!button) {
    yield { what: 'nothing takes the file away', where: where(item) };
    return;
  }
  const file = nameOf(button).replace(textOf(button), '').replace(/^\W+/, '');
  if (file === '' || !textOf(text).includes(file)) {
    yield {
      what: `its button is called "${nameOf(button)}", and does not say which file it takes away`,
      where: where(item),
    };
  }
}

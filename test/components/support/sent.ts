import { elements, type Element } from './html.js';

/** What a browser sends of a form that nobody touches, by the order of its controls: pairs of a name and a text. */
export function sentBy(html: string): [name: string, value: string][] {
  const controls = elements(html).filter(({ tag, attributes }) => attributes['name'] !== undefined && tag !== 'button');
  return controls.flatMap((control) => valuesOf(control).map((value): [string, string] => [nameOf(control), value]));
}

function nameOf({ attributes }: Element): string {
  return attributes['name'] ?? '';
}

function valuesOf({ tag, attributes, inner }: Element): string[] {
  if ('disabled' in attributes) return [];
  if (tag === 'textarea') return [inner];
  if (tag === 'select') return chosenIn(inner, 'multiple' in attributes);
  const type = attributes['type'] ?? 'text';
  if (type === 'file') return [];
  if ((type === 'checkbox' || type === 'radio') && !('checked' in attributes)) return [];
  return [attributes['value'] ?? ''];
}

/** A select of one that nobody touched has its first option chosen. */
function chosenIn(inner: string, isSeveral: boolean): string[] {
  const options = elements(inner, 'option').map(({ attributes }) => attributes);
  const chosen = options.filter((option) => 'selected' in option);
  const sent = chosen.length > 0 || isSeveral ? chosen : options.slice(0, 1);
  return (isSeveral ? sent : sent.slice(-1)).map((option) => option['value'] ?? '');
}

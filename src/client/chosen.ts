import { CHOSEN_ATTRIBUTE, REMOVE_TEXT_ATTRIBUTE } from '../shared/wire-chosen.js';

const MARK = Symbol.for('astro-action-forms.chosen');

/**
 * Lists the files that are chosen below a control for several, each with a button that takes it out: by itself a control
 * takes back all of them or none. Watches the document, once.
 */
export function watchChosen(): void {
  if (Reflect.has(document, MARK)) return;
  Reflect.set(document, MARK, true);
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) list(target);
  });
  for (const type of ['reset', 'actionform:edit', 'actionform:end', 'astro:page-load']) {
    // Values change after a form's `reset`.
    document.addEventListener(type, () => setTimeout(listAll));
  }
  listAll();
}

function listAll(): void {
  document.querySelectorAll<HTMLInputElement>(`input[${REMOVE_TEXT_ATTRIBUTE}]`).forEach(list);
}

/** Lists the files of a control anew. Gives their buttons. */
function list(input: HTMLInputElement): HTMLElement[] {
  const text = input.getAttribute(REMOVE_TEXT_ATTRIBUTE);
  // In a label, all of it would be the control's name.
  const place = input.closest('label') ?? input;
  const old = place.nextElementSibling;
  if (old?.hasAttribute(CHOSEN_ATTRIBUTE)) old.remove();
  const files = text && input.multiple ? [...(input.files ?? [])] : [];
  if (files.length === 0) return [];
  const items = add(place, 'after', 'ul');
  items.toggleAttribute(CHOSEN_ATTRIBUTE);
  return files.map(({ name }, at) => {
    const item = add(items, 'append', 'li');
    add(item, 'append', 'span').textContent = name;
    const button = add(item, 'append', 'button');
    button.type = 'button';
    button.textContent = text;
    button.ariaLabel = `${text}: ${name}`;
    button.addEventListener('click', () => takeOut(input, at));
    return button;
  });
}

/** The focus goes to the next file's button, from the last one to that before it, and at the end to the control. */
function takeOut(input: HTMLInputElement, at: number): void {
  const left = new DataTransfer();
  for (const [index, file] of [...(input.files ?? [])].entries()) if (index !== at) left.items.add(file);
  input.files = left.files;
  // As when a person chooses.
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  const buttons = list(input);
  (buttons[at] ?? buttons[at - 1] ?? input).focus();
}

function add<Tag extends 'ul' | 'li' | 'span' | 'button'>(
  to: HTMLElement,
  how: 'after' | 'append',
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  to[how](element);
  return element;
}

import {
  AIDED_ATTRIBUTE,
  COUNT_ATTRIBUTE,
  COUNT_LEFT_ATTRIBUTE,
  COUNT_OVER_ATTRIBUTE,
  OUTPUT_ATTRIBUTE,
  OVER_ATTRIBUTE,
  REVEAL_ATTRIBUTE,
} from '../shared/wire-aids.js';

const MARK = Symbol.for('astro-action-forms.aids');

/** Milliseconds without a key, after which a screen reader is told how many characters are left. */
const PAUSE = 1000;

/**
 * Shows passwords when asked to, counts characters and says the value of a range. What does so stands beside its control, in
 * one element with it. Watches the document, once.
 */
export function watchAids(): void {
  if (Reflect.has(document, MARK)) return;
  Reflect.set(document, MARK, true);
  const region = document.createElement('div');
  region.role = 'status';
  region.style.cssText = 'position:fixed;right:100%';
  let pause: ReturnType<typeof setTimeout>;

  // The focus, and with it the caret, stays in a control whose button is pressed by a pointer.
  document.addEventListener('mousedown', (event) => {
    if (buttonOf(event)) event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const button = buttonOf(event);
    if (button) turn(button);
  });
  // Before anybody takes the submission: browsers keep what is sent from a text field, and offer it to others.
  document.addEventListener('submit', hideAll, { capture: true });
  document.addEventListener('actionform:success', hideAll, { capture: true });
  addEventListener('pagehide', hideAll);
  document.addEventListener('input', ({ target }) => {
    // why: what is edited on a page is an element
    const control = target as HTMLInputElement;
    const text = show(control);
    if (text === undefined) return;
    clearTimeout(pause);
    region.textContent = '';
    (control.closest('dialog') ?? document.body).append(region);
    pause = setTimeout(() => {
      region.textContent = text;
    }, PAUSE);
  });
  for (const type of ['reset', 'actionform:edit', 'actionform:end', 'astro:page-load']) {
    // Values change after a form's `reset`.
    document.addEventListener(type, () => setTimeout(showAll));
  }
  showAll();
}

function showAll(): void {
  for (const button of buttons()) button.hidden = false;
  for (const control of document.querySelectorAll<HTMLInputElement>(`[${AIDED_ATTRIBUTE}]>:is(input,textarea)`))
    show(control);
}

/** Brings what stands beside a control up to date. Gives the text of its count, where it has one. */
function show(control: HTMLInputElement): string | undefined {
  const beside = (name: string) => control.parentElement?.querySelector<HTMLElement>(`:scope>[${name}]`);
  const output = beside(OUTPUT_ATTRIBUTE);
  if (output) {
    const text = output.getAttribute(OUTPUT_ATTRIBUTE)!.replace('{value}', control.value);
    output.textContent = text;
    output.hidden = false;
    control.setAttribute('aria-valuetext', text);
  }
  const count = beside(COUNT_ATTRIBUTE);
  if (!count) return undefined;
  // As Zod counts: an astral character is one, and not the two of `length`.
  const left = Number(count.getAttribute(COUNT_ATTRIBUTE)) - [...control.value].length;
  count.toggleAttribute(OVER_ATTRIBUTE, left < 0);
  const text = count.getAttribute(left < 0 ? COUNT_OVER_ATTRIBUTE : COUNT_LEFT_ATTRIBUTE)!;
  return (count.textContent = text.replace('{count}', String(Math.abs(left))));
}

function buttons(): NodeListOf<HTMLButtonElement> {
  return document.querySelectorAll<HTMLButtonElement>(`button[${REVEAL_ATTRIBUTE}]`);
}

function buttonOf({ target }: Event): HTMLButtonElement | null {
  return target instanceof Element ? target.closest<HTMLButtonElement>(`button[${REVEAL_ATTRIBUTE}]`) : null;
}

function hideAll(): void {
  for (const button of buttons()) if (controlOf(button)?.type === 'text') turn(button);
}

function controlOf(button: HTMLButtonElement): HTMLInputElement | null | undefined {
  return button.parentElement?.querySelector('input');
}

/** Shows what is hidden, and hides what is shown. */
function turn(button: HTMLButtonElement): void {
  const control = controlOf(button);
  if (!control) return;
  const { selectionStart, selectionEnd } = control;
  control.type = control.type === 'text' ? 'password' : 'text';
  if (control.matches(':focus')) control.setSelectionRange(selectionStart, selectionEnd);
  const [text, other] = [button.textContent, button.getAttribute(REVEAL_ATTRIBUTE)!];
  button.textContent = other;
  button.setAttribute(REVEAL_ATTRIBUTE, text);
  button.ariaLabel = (button.ariaLabel ?? '').replace(text, other);
}

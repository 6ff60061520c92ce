import { own } from './form.js';

/**
 * The parts of a form that a selector finds, in document order and in the form's own document or shadow root: inside
 * the form; elsewhere controls that name it in `form`, what those are described by, and parts that are no form's.
 */
export function partsOf(form: HTMLFormElement, selector: string): HTMLElement[] {
  // why: a form that is submitted is in a document or a shadow root
  const root = own(form, 'getRootNode')() as Document | ShadowRoot;
  // why: only controls have `form`, which is what is looked for
  const ownerOf = (part: Element | null) => (part as HTMLInputElement | null)?.form ?? part?.closest('form');
  return [...root.querySelectorAll<HTMLElement>(selector)].filter(
    (part) => (ownerOf(part) ?? ownerOf(root.querySelector(`[aria-describedby~="${part.id}"]`)) ?? form) === form,
  );
}

import { ERRORS_HOOK, SUMMARY_HOOK } from '../../shared/wire-dependent.js';

/** What a form shows as long as something of its failure is left. */
export const LEFT = `[aria-invalid=true],[${ERRORS_HOOK}]:not([hidden]),[${SUMMARY_HOOK}]:not([hidden]) li`;

/**
 * Takes away what is said of the controls of a group that is not sent: beside them, and in the summary. Gives whether something
 * was.
 *
 * @param shown What the form shows of its failure, by {@link LEFT}.
 */
export function forgetErrors(group: Element, shown: readonly HTMLElement[]): boolean {
  const forgotten = shown.filter((part) => {
    const { hash = '' } = part.querySelector('a') ?? {};
    return group.contains(part) || (hash !== '' && group.querySelector(`#${CSS.escape(hash.slice(1))}`));
  });
  for (const part of forgotten) {
    part.ariaInvalid = null;
    if (part.hasAttribute(ERRORS_HOOK)) {
      part.textContent = '';
      part.hidden = true;
    }
    const summary = part.closest<HTMLElement>(`[${SUMMARY_HOOK}]`);
    if (!summary) continue;
    part.remove();
    summary.hidden = !summary.querySelector('li');
  }
  return forgotten.length > 0;
}

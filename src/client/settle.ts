import type { own as Own } from './form.js';
import { refresh } from './refresh.js';
import { resetForm } from './reset.js';

/**
 * What follows a success on its page: the form's new defaults, and fresh parts of the page.
 *
 * @param mode `data-action-reset`
 * @param selectors `data-action-refresh`
 * @param summary Has `autofocus` where the form came from the server with errors.
 * @param own From the island, so that nothing of it loads twice.
 */
export async function settle(
  form: HTMLFormElement,
  sent: FormData,
  mode: string | null,
  selectors: string | null,
  summary: HTMLElement | undefined,
  own: typeof Own,
): Promise<void> {
  resetForm(form, { sent, mode, cameWithErrors: summary?.autofocus === true }, own);
  if (!selectors) return;
  try {
    await refresh(selectors);
  } catch (error) {
    console.warn(`[astro-action-forms] "${selectors}" could not be refreshed.`, error);
  }
}

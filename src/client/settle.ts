import type { own as Own } from './form.js';
import { refresh } from './refresh.js';
import { resetForm } from './reset.js';

/**
 * What follows a success on its page: the form's new defaults, and fresh parts of the page. Gives the form, or the
 * fresh copy that is in its place.
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
): Promise<HTMLFormElement> {
  resetForm(form, { sent, mode, cameWithErrors: summary?.autofocus === true }, own);
  if (selectors) {
    try {
      await refresh(selectors);
    } catch (error) {
      console.warn(`[astro-action-forms] "${selectors}" could not be refreshed.`, error);
    }
  }
  const copy = document.getElementById(own(form, 'getAttribute')('id') ?? '');
  return !own(form, 'isConnected') && copy instanceof HTMLFormElement ? copy : form;
}

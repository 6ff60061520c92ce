import { REFRESH_ATTRIBUTE, RESET_ATTRIBUTE } from '../shared/wire-after.js';
import type { Kit } from './kit.js';
import { refresh } from './refresh.js';
import { resetForm } from './reset.js';

/**
 * What follows a success on its page: the form's new defaults, and fresh parts of the page. Gives the form, or the
 * fresh copy that is in its place.
 *
 * @param summary Has `autofocus` where the form came from the server with errors.
 */
export async function settle(
  form: HTMLFormElement,
  sent: FormData,
  summary: HTMLElement | undefined,
  { own }: Kit,
): Promise<HTMLFormElement> {
  const attribute: HTMLFormElement['getAttribute'] = own(form, 'getAttribute');
  const [mode, selectors] = [attribute(RESET_ATTRIBUTE), attribute(REFRESH_ATTRIBUTE)];
  resetForm(form, { sent, mode, cameWithErrors: summary?.autofocus === true }, own);
  if (selectors) {
    try {
      await refresh(selectors);
    } catch (error) {
      console.warn(`[astro-action-forms] "${selectors}" could not be refreshed.`, error);
    }
  }
  const copy = document.getElementById(attribute('id') ?? '');
  return !own(form, 'isConnected') && copy instanceof HTMLFormElement ? copy : form;
}

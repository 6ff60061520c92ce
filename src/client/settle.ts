import { REFRESH_ATTRIBUTE, RESET_ATTRIBUTE } from '../shared/wire-after.js';
import type { Kit } from './kit.js';
import { refresh } from './refresh.js';
import { resetForm } from './reset.js';

/** As in `shared/wire-list.ts`, which is the list part's: taken from there it would be a chunk of its own. */
const LIST: typeof import('../shared/wire-list.js').LIST_ATTRIBUTE = 'data-action-list';

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
  { own, partsOf }: Kit,
): Promise<HTMLFormElement> {
  const attribute: HTMLFormElement['getAttribute'] = own(form, 'getAttribute');
  const mode = attribute(RESET_ATTRIBUTE);
  // A reset empties rows and takes none away: a form that begins anew has its rows from the page.
  const lists = mode === 'clear' ? partsOf(form, `[${LIST}]:not([${LIST}] *)`) : [];
  const selectors = [attribute(REFRESH_ATTRIBUTE), ...lists.map(({ id }) => `#${CSS.escape(id)}`)]
    .filter(Boolean)
    .join();
  resetForm(form, { sent, mode, cameWithErrors: summary?.autofocus === true }, own);
  if (selectors) {
    try {
      await refresh(selectors, form);
    } catch (error) {
      console.warn(`[astro-action-forms] "${selectors}" could not be refreshed.`, error);
    }
  }
  const copy = document.getElementById(attribute('id') ?? '');
  return !own(form, 'isConnected') && copy instanceof HTMLFormElement ? copy : form;
}

import { REFRESH_ATTRIBUTE, RESET_ATTRIBUTE } from '../shared/wire-after.js';
import type { Kit } from './kit.js';
import { refresh } from './refresh.js';
import { resetForm } from './reset.js';

/** As in `shared/wire-list.ts`, which is the list part's: taken from there it would be a chunk of its own. */
const LIST: typeof import('../shared/wire-list.js').LIST_ATTRIBUTE = 'data-action-list';

/** As in `shared/wire.ts`, which is the core's. A record has an id where it may be another one after a success. */
const RECORD: `[name=${typeof import('../shared/wire.js').RECORD_FIELD}][id]` = '[name=_action_form][id]';

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
  const parts = partsOf(form, mode === 'clear' ? `[${LIST}]:not([${LIST}] *),${RECORD}` : RECORD);
  const selectors = [attribute(REFRESH_ATTRIBUTE), ...parts.map(({ id }) => `#${CSS.escape(id)}`)]
    .filter(Boolean)
    .join();
  resetForm(form, { sent, mode, cameWithErrors: summary?.autofocus === true }, own);
  if (selectors) {
    try {
      await refresh(selectors, form, own);
    } catch (error) {
      console.warn(`[astro-action-forms] "${selectors}" could not be refreshed.`, error);
    }
  }
  if (own(form, 'isConnected')) return form;
  const found = document.getElementById(attribute('id') ?? '');
  const copy = found instanceof HTMLFormElement ? found : undefined;
  // Nobody on the page hears a form that is not there.
  own(form, 'addEventListener')(
    'actionform:end',
    ({ detail }) => {
      const end = new CustomEvent('actionform:end', { bubbles: true, detail: { ...detail, form: copy ?? form } });
      if (copy) own(copy, 'dispatchEvent')(end);
      else document.dispatchEvent(end);
    },
    { once: true },
  );
  return copy ?? form;
}

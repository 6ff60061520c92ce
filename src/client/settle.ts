import { REFRESH_ATTRIBUTE, RESET_ATTRIBUTE } from '../shared/wire-after.js';
import type { Kit } from './kit.js';
import { refresh } from './refresh.js';
import { resetForm } from './reset.js';

/** As in `shared/`: taken from there they would be chunks of their own, or the core's. */
const LIST: typeof import('../shared/wire-list.js').LIST_ATTRIBUTE = 'data-action-list';
const SUMMARY: typeof import('../shared/wire.js').SUMMARY_ATTRIBUTE = 'data-action-summary';
/** A record has an id where it may be another one after a success. */
const RECORD: `[name=${typeof import('../shared/wire.js').RECORD_FIELD}][id]` = '[name=_action_form][id]';

/**
 * What follows a success on its page: the form's new defaults, and fresh parts of the page. Gives the form, or the
 * fresh copy that is in its place.
 */
export async function settle(form: HTMLFormElement, sent: FormData, { own, partsOf }: Kit): Promise<HTMLFormElement> {
  // A router has put another page in the place of the one that the form is on.
  if ((own(form, 'closest')('body') ?? document.body) !== document.body) return form;
  const attribute: HTMLFormElement['getAttribute'] = own(form, 'getAttribute');
  const mode = attribute(RESET_ATTRIBUTE);
  // A reset empties rows and takes none away: a form that begins anew has its rows from the page.
  const parts = partsOf(form, mode === 'clear' ? `[${LIST}]:not([${LIST}] *),${RECORD}` : RECORD);
  const selectors = [attribute(REFRESH_ATTRIBUTE), ...parts.map(({ id }) => `#${CSS.escape(id)}`)]
    .filter(Boolean)
    .join();
  // It has the focus on arrival where the form came from the server with errors.
  const cameWithErrors = partsOf(form, `[${SUMMARY}][autofocus]`).length > 0;
  resetForm(form, { sent, mode, cameWithErrors }, own);
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

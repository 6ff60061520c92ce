import { RESULT_QUERY } from '../shared/wire-result.js';

/** Takes the id of a result, which the server puts last, out of the address: the page has shown it, and a bookmark has no use for it. */
export function forgetResult(): void {
  history.replaceState(history.state, '', location.href.replace(new RegExp(`[?&]${RESULT_QUERY}=[^&#]*(?=#|$)`), ''));
}

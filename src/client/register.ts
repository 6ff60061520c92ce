import { RESULT_QUERY } from '../shared/wire.js';
import { ActionFormElement } from './action-form-element.js';

// A page may load two copies of the package; the first one wins.
if (!customElements.get('action-form')) customElements.define('action-form', ActionFormElement);

// The page has shown the result that was carried to it: its id, put last by the server, is of no use in a bookmark.
history.replaceState(history.state, '', location.href.replace(new RegExp(`[?&]${RESULT_QUERY}=[^&#]*(?=#|$)`), ''));

/**
 * Every name that crosses the wire between page, island and server, once.
 * The HTML hooks among them are public: a form written by hand may use them. What only a part of the island needs that
 * loads by itself is in a file of its own beside this one.
 */

/** Hidden, sealed field: what the page said about the form that is posted. */
export const RECORD_FIELD = '_action_form';
/** Hidden, signed field: the one-time key of a form whose action is done `once`. */
export const KEY_FIELD = '_action_key';
/** Name of a submit button that edits the form. Reserved for list editing. */
export const INTENT_FIELD = '_action_intent';

/** Names that no schema may use for a field. */
export const RESERVED_FIELDS: readonly string[] = [RECORD_FIELD, KEY_FIELD, INTENT_FIELD];

/** Astro's query parameter that names the action of a native form post. */
export const ACTION_QUERY = '_action';
/** Astro's path segment in front of an action's name for RPC calls. */
export const RPC_SEGMENT = '_actions';

/** Response header: where the island goes after success. */
export const LOCATION_HEADER = 'X-Action-Location';
/** Response header: `encodeURIComponent`ed text for people. */
export const MESSAGE_HEADER = 'X-Action-Message';

/** Response header: the key of the form's next submission, when its key has been used. */
export const KEY_HEADER = 'X-Action-Key';

/** Event that calls off what a form has under way. Its detail is the reason; `'timeout'` is told to the person. */
export const ABORT_EVENT = 'actionform:abort';

/** Cookie that binds carried results to a browser. `__Host-` is put in front on https. */
export const BINDING_COOKIE = 'action-binding';
/** Cookie name prefix of a binding from a first post; the binding's own name follows. Short, since there may be many. */
export const FIRST_BINDING_COOKIE = 'action-b-';
/** Cookie name prefix of a carried result; `0` or `1` follows. `__Host-` is put in front on https. */
export const RESULT_COOKIE = 'action-result-';

/** On `<form>`: the action's name. */
export const FORM_ATTRIBUTE = 'data-action-form';
/** On `<form>`: the endpoint that the island posts to. */
export const URL_ATTRIBUTE = 'data-action-url';
/** On `<form>`: milliseconds that the server may take to answer. */
export const TIMEOUT_ATTRIBUTE = 'data-action-timeout';
/** On `<form>`: put before the document's title after a failure. */
export const TITLE_ATTRIBUTE = 'data-action-title-prefix';
/** On `<form>`: JSON object of texts by `MessageKey`, where they differ from the defaults. */
export const MESSAGES_ATTRIBUTE = 'data-action-messages';
/** On a control: the field's name. */
export const CONTROL_ATTRIBUTE = 'data-action-control';
/** On the element that shows a field's errors: the field's name. */
export const ERRORS_ATTRIBUTE = 'data-action-errors';
/** On the box that lists all errors of a form; its `<ul>` gets one link an error. */
export const SUMMARY_ATTRIBUTE = 'data-action-summary';
/** On the `role="status"` element of a form. */
export const STATUS_ATTRIBUTE = 'data-action-status';
/** On a submit button: the label while the submission is in flight. */
export const PENDING_ATTRIBUTE = 'data-action-pending';
/** On a form or a submitter: leave this one native. */
export const NATIVE_ATTRIBUTE = 'data-action-native';

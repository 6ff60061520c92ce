/** What `wire.ts` is for, of uploads: apart from the rest, because it loads by itself. */

/** On the element around a `<progress>` that is shown while files are sent. */
export const PROGRESS_ATTRIBUTE = 'data-action-progress';
/** On a button that calls off what the form has under way. */
export const CANCEL_ATTRIBUTE = 'data-action-cancel';
/** On a file control: the most bytes that one file may have. */
export const MAX_SIZE_ATTRIBUTE = 'data-action-max-size';
/** On a file control: the most files. */
export const MAX_FILES_ATTRIBUTE = 'data-action-max-files';
/** On a file control: what is said to a file that is too large, and to too many. */
export const MAX_SIZE_TEXT_ATTRIBUTE = 'data-action-max-size-text';
export const MAX_FILES_TEXT_ATTRIBUTE = 'data-action-max-files-text';
/** On a file control: the media types that a file may be of, separated by commas, and what is said to others. */
export const TYPES_ATTRIBUTE = 'data-action-types';
export const TYPE_TEXT_ATTRIBUTE = 'data-action-type-text';
/** On a file control: a file is due as soon as none is kept. */
export const REQUIRED_ATTRIBUTE = 'data-action-required';
/** On the list of files that were kept of an earlier submission, and on the button beside each that lets go of it. */
export const KEPT_ATTRIBUTE = 'data-action-kept';
export const DISCARD_ATTRIBUTE = 'data-action-discard';

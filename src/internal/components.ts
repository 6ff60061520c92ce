export { keepPrinted } from '../server/form/printed-field.js';
export type { Attributes, FieldView } from '../server/form/field-view.js';
export { currentForm, formAround, runWithForm } from '../server/form/form-context.js';
export type { FormView, FieldViewOptions, SummaryItem } from '../server/form/form-view.js';
export { openForm } from '../server/form/open-form.js';
export { toFieldName } from '../server/form/to-field-name.js';
export { isLive, validateAttribute } from '../server/form/validate.js';
export { messagesOf } from '../server/locale.js';
export { viewOf } from '../server/form/to-form.js';

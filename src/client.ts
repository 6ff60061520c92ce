export { ActionFormElement } from './client/action-form-element.js';
export type { ActionInput, ActionOutput, ActionReference } from './client/action-types.js';
export { enhanceForm, type EnhanceOptions } from './client/enhance-form.js';
export type {
  ActionFormDetail,
  ActionFormEndDetail,
  ActionFormError,
  ActionFormErrorDetail,
  ActionFormEventMap,
  ActionFormSubmitDetail,
  ActionFormSuccessDetail,
} from './client/events.js';
export { fieldErrors } from './client/field-errors.js';
export type { ActionFormTarget } from './client/listen.js';
export { type ActionFormResult, onActionResult } from './client/on-action-result.js';
export { type ActionSubmitHandler, onActionSubmit, type Rollback } from './client/on-action-submit.js';
export type { FailureCode } from './shared/failure-code.js';
export type { FieldErrors, FieldName } from './shared/field-names.js';
export type { ValidateMode } from './shared/validate-mode.js';

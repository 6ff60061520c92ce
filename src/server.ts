export { isActionError, isInputError } from 'astro/actions/runtime/entrypoints/server.js';
export type {
  ActionContext,
  ActionDefinition,
  ActionLimits,
  InvalidFields,
  InvalidOptions,
} from './server/action-definition.js';
export { ActionError } from './server/action-error.js';
export type { ActionErrorOptions, FieldMessages } from './server/action-error.js';
export type { ActionGuard, GuardContext } from './server/action-guard.js';
export { actions } from './server/actions.js';
export { defineAction } from './server/define-action.js';
export { fieldErrors } from './server/field-errors.js';
export type { Attributes, KeptView } from './server/form/field-view.js';
export type { FormField, FormFieldOptions, FormOption } from './server/form/form-field.js';
export type {
  DeepPartial,
  Form,
  FormAction,
  FormOptions,
  InputOf,
  PageContext,
  ResultOf,
} from './server/form/form-types.js';
export { getForm } from './server/form/get-form.js';
export type { AnyToken, Fields, ListToken, RecordToken, Token } from './server/form/tokens.js';
export { getMessage } from './server/get-message.js';
export { parseForm } from './server/parse-form.js';
export type { ParsedForm } from './server/parse-form.js';
export { redirectTo } from './server/redirect-to.js';
export type { Redirect, RedirectOptions } from './server/redirect-to.js';
export { safePath } from './server/safe-path.js';
export type { AtomicStore, ResultStore, StoreWriteOptions } from './server/store/types.js';
export type { FieldErrors, FieldName } from './shared/field-names.js';
export type { FormIssue } from './shared/issue.js';
export type { ValidateMode } from './shared/validate-mode.js';

import type { FieldName } from '../shared/field-names.js';
import { detailsOf } from '../server/action-definition.js';
import type { ActionError } from '../server/action-error.js';
import { developerError } from '../server/developer-error.js';
import type { ActionFunction } from '../server/find-action.js';
import type { FormAction, InputOf, ResultOf } from '../server/form/form-types.js';
import { markAsActionContext } from '../server/internals.js';
import { redirectOf } from '../server/outcome.js';
import { runWithContext } from '../server/request-state.js';
import { testContext, type TestContextOptions } from './test-context.js';

type FormValue = string | Blob | readonly (string | Blob)[];

export interface SubmitOptions<TInput> extends TestContextOptions {
  /** What the form sends: FormData, or values by field name (`'items[0].sku'`). */
  readonly form: FormData | { readonly [Name in FieldName<TInput>]?: FormValue };
}

/** What a submission came to. */
export interface Submitted<TAction> {
  readonly data: ResultOf<TAction> extends { data: infer TData } ? TData | undefined : unknown;
  readonly error: ActionError | undefined;
  /** Where the handler, or a guard that refused, sent the browser. */
  readonly redirect: string | undefined;
  readonly message: string | undefined;
  /** What a native post would be answered with: 303, or the error's status. */
  readonly status: number;
}

/**
 * Runs a form action of `server` without a server: the form is parsed and the handler called as after a post by the
 * site's own page. `error` is the ActionError; `fieldErrors(error)` gives its messages.
 */
export async function submit<TAction extends FormAction>(
  action: TAction,
  { form, ...options }: SubmitOptions<InputOf<TAction>>,
): Promise<Submitted<TAction>> {
  if (detailsOf(action) === undefined) {
    throw developerError(
      'submit() needs an action of `server`',
      'it got something that `defineAction` of astro-action-forms did not make.',
      'Import `server` from src/actions, and pass `server.name`.',
    );
  }
  const context = testContext(options);
  markAsActionContext(context);
  const run = action as unknown as ActionFunction; // why: detailsOf has told that it is one of ours
  const input = form instanceof FormData ? form : toFormData(form);
  const result = await runWithContext(context, () => run.call(context, input));
  const redirect = redirectOf(result);
  const error = result.error as ActionError | undefined; // why: our actions put nothing else there
  return {
    data: result.data as Submitted<TAction>['data'], // why: the handler's own return type
    error,
    redirect: redirect?.location,
    message: redirect?.message,
    status: error?.status ?? 303,
  };
}

function toFormData(values: { readonly [name: string]: FormValue | undefined }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const each of [value ?? []].flat()) form.append(name, each);
  }
  return form;
}

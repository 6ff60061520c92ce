import type { FormIssue } from '../shared/issue.js';
import { own, type Submitter } from './form.js';

/** Why a submission failed, as the server said it or, where no answer of ours came, as the island found out. */
export interface ActionFormError<Input = unknown> {
  /** `ActionFormError`: there was no answer that could be used. */
  readonly type: 'AstroActionInputError' | 'AstroActionError' | 'ActionFormError';
  /** Astro's code (`BAD_REQUEST`, `UNAUTHORIZED` …); for `ActionFormError` the key of its message (`network` …). */
  readonly code: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Text for people. */
  readonly message: string;
  /** What is wrong, by path. Empty unless `type` is `AstroActionInputError`. */
  readonly issues: readonly FormIssue[];
  /** Types only: the input that the issues are about. */
  readonly [inputOf]?: Input;
}

declare const inputOf: unique symbol;

export interface ActionFormDetail {
  readonly form: HTMLFormElement;
  /** The action's name, as in `actions.blog.like` → `blog.like`. */
  readonly action: string;
  /** What is sent: one object for all events of a submission. A listener of `actionform:submit` may change it. */
  readonly formData: FormData;
}

export interface ActionFormSubmitDetail extends ActionFormDetail {
  readonly submitter: Submitter | null;
}

export interface ActionFormSuccessDetail<Data = unknown> extends ActionFormDetail {
  readonly data: Data;
  /** Text for people, when the action gave one. */
  readonly message: string | undefined;
  /** Where the island goes next, when the action redirects. */
  readonly location: string | undefined;
}

export interface ActionFormErrorDetail<Input = unknown> extends ActionFormDetail {
  readonly error: ActionFormError<Input>;
  /** Where the island goes next, when the refusal sends the visitor on. */
  readonly location?: string | undefined;
}

export type ActionFormEndDetail = ActionFormDetail;

/**
 * Events of an enhanced form, in order: `submit`, then `success` or `error`, then `end`. They bubble.
 * `actionform:submit` can be prevented, and then nothing is sent and no other event comes.
 * A form that is removed while its submission is under way hears all of them itself, and nothing is shown. Where a
 * form's own `refresh` has replaced it, its copy has `end`, or without one the document.
 *
 * `actionform:abort` is for you to dispatch on a form: it calls off what is under way. Nothing is said then, unless its
 * detail is `'timeout'`.
 */
export interface ActionFormEventMap {
  'actionform:abort': CustomEvent<unknown>;
  'actionform:submit': CustomEvent<ActionFormSubmitDetail>;
  'actionform:success': CustomEvent<ActionFormSuccessDetail>;
  'actionform:error': CustomEvent<ActionFormErrorDetail>;
  'actionform:end': CustomEvent<ActionFormEndDetail>;
}

declare global {
  interface GlobalEventHandlersEventMap extends ActionFormEventMap {}
}

type Stage<Type> = Type extends `actionform:${infer Name}` ? Name : never;

/** Dispatches `actionform:<stage>` on the form; `false` when a listener prevented it. */
export function emit<Name extends Exclude<Stage<keyof ActionFormEventMap>, 'abort'>>(
  stage: Name,
  detail: ActionFormEventMap[`actionform:${Name}`]['detail'],
): boolean {
  const dispatch = own(detail.form, 'dispatchEvent');
  return dispatch(new CustomEvent(`actionform:${stage}`, { bubbles: true, cancelable: stage === 'submit', detail }));
}

import type { ActionAPIContext, ActionErrorCode } from 'astro/actions/runtime/entrypoints/server.js';
import type * as z from 'zod/v4/core';
import type { FieldName, WithoutFormData } from '../shared/field-names.js';
import type { Limits } from '../submission/limits.js';
import type { ActionError } from './action-error.js';
import type { ActionGuard, Additions } from './action-guard.js';
import type { Redirect } from './redirect-to.js';

/** Any Zod schema, classic or mini. */
export type Schema = z.$ZodType;

/** What a form of this schema sends, before Zod. */
export type FormInput<TSchema> = TSchema extends Schema ? WithoutFormData<z.input<TSchema>> : unknown;

/** Messages by the schema's own paths; `''` is the form as a whole. */
export type InvalidFields<TInput> = { readonly [Name in FieldName<TInput> | '']?: string | readonly string[] };

export interface InvalidOptions {
  /** Default `BAD_REQUEST`. Its status becomes the response's. */
  readonly code?: ActionErrorCode;
  /** Text of the error itself, for logs and for callers without a form. */
  readonly message?: string;
}

/** Astro's action context, and what forms add. */
export interface ActionContext<TSchema> extends ActionAPIContext {
  /**
   * An error with messages beside fields, to be thrown or returned:
   * `throw ctx.invalid({ email: 'Already taken' }, { code: 'CONFLICT' })`.
   */
  invalid(fields: InvalidFields<FormInput<TSchema>>, options?: InvalidOptions): ActionError;
}

/** Bounds of what an action reads. */
export interface ActionLimits extends Limits {
  /** Bytes of a body. Default: the site's `security.actionBodySizeLimit`, which is 1 MiB unless set. */
  readonly bytes: number;
}

/** The schema's output. Without a schema Astro leaves the input untyped, and code written for Astro must go on compiling. */
// oxlint-disable-next-line no-explicit-any
type HandlerInput<TSchema> = TSchema extends Schema ? z.output<TSchema> : any;

export interface ActionDefinition<
  TOutput,
  TAccept extends 'form' | 'json' | undefined,
  TSchema,
  TGuards extends readonly ActionGuard[] = readonly ActionGuard[],
> {
  /** `'form'`: the input is a form's FormData. Default: JSON. */
  readonly accept?: TAccept;
  /** A Zod schema. Without one, a form action gets the FormData itself. */
  readonly input?: TSchema;
  /**
   * Guards: functions that run before the body of the request is read, in this order, once for every call. What they
   * return is added to the handler's context; an `ActionError`, or `redirectTo()`, thrown or returned, refuses the call.
   */
  readonly use?: TGuards;
  /** Runs with the parsed input. May return data, an `ActionError`, or `redirectTo(…)`. */
  readonly handler: (
    input: HandlerInput<TSchema>,
    context: ActionContext<TSchema> & Additions<TGuards>,
  ) => TOutput | Promise<TOutput>;
  /** Lets in callers that send none of Sec-Fetch-Site, Origin and Referer: programs, not browsers. Default false. */
  readonly api?: boolean;
  /**
   * Bounds of what is read, over the site's. Without `input` those of a form hold as well, but for `index`: there are no
   * rows then.
   */
  readonly limits?: Partial<ActionLimits>;
  /**
   * Done once, however often one submission of a form arrives: repetitions get the outcome of the first. Call `getForm` for
   * it in the page's frontmatter. Needs `accept: 'form'` and a store with atomic claims. Default false.
   */
  readonly once?: TAccept extends 'form' ? boolean | OnceOptions : false;
}

export interface OnceOptions {
  /** Seconds that an outcome is kept for repetitions; later ones run again. Default a day. */
  readonly keep: number;
}

/** The data of a result: redirects unwrapped, errors left out. */
export type OutputData<TOutput> = UnwrapRedirect<Exclude<Awaited<TOutput>, Error>>;
type UnwrapRedirect<T> = T extends Redirect<infer TData> ? TData : T;

/** What the server knows of an action that our `defineAction` made. */
export interface ActionDetails {
  readonly accept: 'form' | 'json';
  readonly schema: Schema | undefined;
  readonly limits: Partial<ActionLimits> | undefined;
  readonly api: boolean;
  readonly guards: readonly ActionGuard[];
  /** Seconds that the outcome of a submission is kept; undefined when each one runs. */
  readonly once: number | undefined;
}

const DETAILS = Symbol.for('astro-action-forms.action');

export function withDetails<T extends object>(action: T, details: ActionDetails): T {
  return Object.defineProperty(action, DETAILS, { value: details });
}

/** The details of an action, or undefined when something else made it. */
export function detailsOf(action: unknown): ActionDetails | undefined {
  if (typeof action !== 'function') return undefined;
  return Reflect.get(action, DETAILS) as ActionDetails | undefined; // why: only withDetails writes there
}

import type { APIContext } from 'astro';
import type { FieldName } from '../../shared/field-names.js';
import type { RowIntent } from '../../shared/intent.js';
import type { ValidateMode } from '../../shared/validate-mode.js';
import type { FormInput } from '../action-definition.js';
import type { Attributes } from './field-view.js';
import type { FormField, FormFieldOptions } from './form-field.js';
import type { FormView } from './form-view.js';
import type { Fields, ListToken, Token } from './tokens.js';

/** What of `Astro`, or of any API context, a form needs. */
export type PageContext = Pick<APIContext, 'url' | 'locals' | 'isPrerendered'> &
  Partial<Pick<APIContext, 'currentLocale' | 'request' | 'routePattern'>>;

/** An action with `accept: 'form'`, as `actions` of `astro:actions` has it. */
export type FormAction = ((input: FormData) => Promise<{ data: unknown; error: unknown }>) & { queryString: string };

/** The input of an action's schema, as the form sends it. */
export type InputOf<TAction> = TAction extends { __internalInfer: infer TSchema } ? FormInput<TSchema> : unknown;

/** `{ data, error }` of an action. */
export type ResultOf<TAction> = TAction extends (...args: never) => infer TResult ? Awaited<TResult> : never;

type Leaf = string | number | bigint | boolean | Date | Blob | null | undefined;

/** Any part of an input. */
export type DeepPartial<T> = T extends Leaf
  ? T
  : T extends readonly (infer TItem)[]
    ? readonly DeepPartial<TItem>[]
    : T extends ReadonlySet<infer TItem>
      ? ReadonlySet<TItem>
      : T extends object
        ? { readonly [K in keyof T]?: DeepPartial<T[K]> | null | undefined }
        : T;

/** What a page says about a form. */
export interface FormOptions<TInput> {
  /** Tells several forms of one action on a page apart. Any text. Default: the action's name. */
  readonly id?: string;
  /** What is edited: shown until something is submitted. */
  readonly values?: DeepPartial<TInput> | null | undefined;
  /** Input that the page fixes: sealed, merged into the input before Zod, never a visible field. */
  readonly bound?: DeepPartial<TInput>;
  /** Where a success goes when the action does not say: a path of this site. Default: this page. */
  readonly redirect?: string;
  /** `'redirect'`: a failure is answered with 303 and shown under 200. Default: shown in the response of the post. */
  readonly whenInvalid?: 'redirect';
  /** IANA time zone in which dates with a time are shown, bounded and read where they have no offset. Default UTC. */
  readonly timeZone?: string;
  /** Selector of the elements that the island fetches anew after a success without redirect. */
  readonly refresh?: string;
  /** What an enhanced success leaves: `'clear'` the empty form, `'keep'` what was sent. Default: `'keep'` with `values`. */
  readonly reset?: 'clear' | 'keep';
  /**
   * What an enhanced form does with a submission while another one is under way: `'abort'` calls that off, `'queue'` sends
   * this one after it. Default: it is dropped.
   */
  readonly repeat?: 'abort' | 'queue';
  /** Milliseconds that the server may take to answer an enhanced form; `0` or `Infinity`: no limit. Default 30,000, and for uploads no limit. */
  readonly timeout?: number;
  /**
   * Changes that were not sent: `'mark'` marks an enhanced form and its controls with `data-action-dirty`, `'ask'` also has the
   * browser ask before the page is left. Default: neither.
   */
  readonly unsaved?: 'mark' | 'ask';
  /** Whether the island takes over. Default: the site's `enhance`. */
  readonly enhance?: boolean;
  /** When the island has fields checked by the server's schema. Default `'submit'`: those that show an error, when edited. */
  readonly validate?: ValidateMode;
}

export interface Form<TInput, TResult = undefined> {
  /** HTML id of the `<form>`. */
  readonly id: string;
  /** Tokens: `form.fields.address.street`. */
  readonly fields: Fields<TInput>;
  field(token: Token<unknown>, options?: FormFieldOptions): FormField;
  /**
   * Attributes of a submit button that edits the form instead of sending it, without JavaScript too: everything that was
   * typed stays, and the action does not run.
   *
   * @example <button {...form.intent('insert', form.fields.items, { value: { qty: 1 } })}>Add an item</button>
   * @example <button {...form.intent('remove', form.fields.items[0])}>Remove</button>
   */
  intent<TItem>(
    type: 'insert',
    list: ListToken<TItem>,
    options?: { readonly at?: number; readonly value?: DeepPartial<TItem> },
  ): Attributes;
  intent(type: RowIntent, row: Token<unknown>): Attributes;
  /** Shows the form again as it was typed, for parts that depend on what was chosen. */
  intent(type: 'update'): Attributes;
  /** What the form shows, raw, by full path: of several texts of one name the last. `field(…).values` has all of them. */
  readonly values: { readonly [Name in FieldName<TInput>]?: string };
  /** Messages of the form as a whole. */
  readonly errors: readonly string[];
  /** This form's own result: of the post that is being answered, or carried here. */
  readonly result: TResult | undefined;
  /** The text of a success, if this form had one. */
  readonly message: string | undefined;
  /** The page's title, with "Error: " in front after a failure, and while rows are edited that show errors. */
  title(text: string): string;
  /** Attributes of a hand-written `<form>`. Put `<FormRecord {form} />` into it: that carries what `getForm` was told. */
  readonly attributes: Attributes;
}

/** Where a form keeps its view, out of sight of pages. */
export const VIEW: unique symbol = Symbol('astro-action-forms.view');

export interface WithView {
  readonly [VIEW]: FormView;
}

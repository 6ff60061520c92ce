import { hasFiles } from '../../schema/control.js';
import { readSchema, type SchemaNode } from '../../schema/node.js';
import { toHtmlId } from '../../shared/ids.js';
import type { RawValues } from '../../submission/values.js';
import { detailsOf, type ActionDetails, type FormInput, type Schema } from '../action-definition.js';
import { findAction } from '../find-action.js';
import { createKeep } from '../keep.js';
import { newKey } from '../once/one-time-key.js';
import { askForPrivacy, isSurelyPrivate } from '../privacy.js';
import { formAction } from '../page-url.js';
import { sealRecord, type FormRecord } from '../record.js';
import { limitsOf } from '../limits-of.js';
import { localeOf } from '../locale.js';
import { requestState } from '../request-state.js';
import { runtime } from '../runtime.js';
import { safePath } from '../safe-path.js';
import { targetOf } from './action-target.js';
import { createView } from './create-view.js';
import { postAttributes } from './form-attributes.js';
import { formAround } from './form-context.js';
import { inFieldOrder, outcomeFor, shownIssues } from './form-source.js';
import type { Form, FormAction, FormOptions, InputOf, PageContext, ResultOf } from './form-types.js';
import {
  foreign,
  foreignRedirect,
  missing,
  nested,
  notPrivate,
  prerendered,
  printedTwice,
  takesJson,
} from './form-mistakes.js';
import { focusAfter } from './focus-after.js';
import { initialValues } from './initial-values.js';
import { preselected } from './preselected.js';
import { getQueryForm } from './query-form.js';
import { shownUrl } from './shown-url.js';
import { toForm } from './to-form.js';
import { withoutFiles } from './without-files.js';

/**
 * A form of an action, for the page's frontmatter: its fields as typed tokens, what it shows, its own result.
 * Given a schema instead of an action, the form is a GET form that shows what the page's query says.
 *
 * @throws AstroError on a prerendered page, for an action that is not a form's, and for one that does not exist.
 */
export function getForm<TAction extends FormAction>(
  page: PageContext,
  action: TAction,
  options?: FormOptions<InputOf<TAction>>,
): Form<InputOf<TAction>, ResultOf<TAction>>;
export function getForm<TSchema extends Schema>(
  page: PageContext,
  schema: TSchema,
  options?: Pick<FormOptions<FormInput<TSchema>>, 'id' | 'values'>,
): Form<FormInput<TSchema>>;
export function getForm(
  page: PageContext,
  target: FormAction | Schema,
  options: FormOptions<unknown> = {},
): Form<unknown, unknown> {
  return '_zod' in target && typeof target !== 'function'
    ? getQueryForm(page, target, options)
    : formOfAction(page, target as FormAction, options); // why: what is no schema is an action, by the overloads
}

/** The form of an action, in the frontmatter of a page or, as a `drop-in`, in a component of it. */
export function formOfAction(
  page: PageContext,
  target: FormAction,
  options: FormOptions<unknown>,
  place: 'frontmatter' | 'drop-in' = 'frontmatter',
): Form<unknown, unknown> {
  const { name: action, query, endpoint } = targetOf(target);
  if (page.isPrerendered) throw prerendered(action);
  const state = requestState(page);
  const { options: site, catalogue } = runtime();
  const locale = localeOf(page);
  const messages = catalogue(locale);
  const { schema, once, limits } = detailsOfForm(page, action);
  const root = schema === undefined ? undefined : readSchema(schema);
  const hasKey = once !== undefined && mayHaveKey(page, action, place);
  const key = { action, form: options.id ?? action };
  const outcome = outcomeFor(key, state);
  const enhance = options.enhance ?? site.enhance;
  const id = idOf.get(key.form) ?? idOf.set(key.form, toHtmlId(key.form.replaceAll('.', '-')));

  const before = outcome.values === undefined ? shownBefore(root, options) : undefined;
  const values = outcome.values ?? before ?? {};

  const url = shownUrl(page);
  const view = createView({
    id,
    url,
    state: outcome.state,
    root,
    values,
    issues: outcome.issues ? inFieldOrder(outcome.issues, root) : shownIssues(outcome.error, root),
    focus: focusAfter(outcome, values),
    message: outcome.message,
    locale,
    messages,
    enhance,
    timeZone: options.timeZone,
    depth: limitsOf(limits).depth,
    attributes: postAttributes({
      id,
      action,
      url: formAction(url, query),
      endpoint,
      multipart: root !== undefined && hasFiles(root),
      island: { ...options, reset: options.reset ?? (options.values === undefined ? 'clear' : 'keep') },
      hasFailed: outcome.state === 'failed',
      messages,
    }),
    record(printed) {
      if (runtime().options.dev && formAround() !== undefined) throw nested(action);
      if (runtime().options.dev) notePrinted(state.printed, key);
      const initial = root && preselected(root, before ?? shownBefore(root, options));
      return sealRecord({
        ...toRecord(key, options),
        ...(locale !== site.locale && { locale }),
        ...(initial && { initial }),
        ...printed,
        ...(outcome.checked && { checked: true as const, unchecked: outcome.unchecked }),
      });
    },
    // What an edit form is bound to, a version for instance, changes with what it saves.
    recordId: options.values === undefined || options.bound === undefined ? undefined : `${id}--record`,
    key: () => (hasKey ? (outcome.key ?? newKey()) : undefined),
  });
  const result = outcome.own ? { data: outcome.data, error: outcome.error } : undefined;
  return toForm(view, result, () => (root === undefined ? values : withoutFiles(root, values)));
}

/** HTML ids, by the keys of forms. */
const idOf = createKeep<string>();

function shownBefore(root: SchemaNode | undefined, { values, timeZone }: FormOptions<unknown>): RawValues {
  return root === undefined ? {} : initialValues(root, values, timeZone);
}

function toRecord(key: { action: string; form: string }, options: FormOptions<unknown>): FormRecord {
  const { whenInvalid, timeZone, bound } = options;
  const redirect = ownRedirect(options.redirect);
  return {
    ...key,
    ...(redirect !== undefined && { redirect }),
    ...(whenInvalid !== undefined && { whenInvalid }),
    ...(timeZone !== undefined && { timeZone }),
    ...(bound !== undefined && { bound: bound as Record<string, unknown> }), // why: a part of an object schema's input
  };
}

/** A page may pass on what came with its own URL (`?next=…`): what is no path of this site is left out. */
function ownRedirect(redirect: string | undefined): string | undefined {
  if (redirect === undefined) return undefined;
  const path = safePath(redirect, '');
  if (path !== '') return path;
  if (runtime().options.dev) throw foreignRedirect(redirect);
  return undefined;
}

function detailsOfForm(page: PageContext, name: string): ActionDetails {
  const found = findAction(requestState(page).actions, name);
  if (found === undefined) throw missing(name);
  const details = detailsOf(found);
  if (details === undefined) throw foreign(name);
  if (details.accept !== 'form') throw takesJson(name);
  return details;
}

/** A key that several visitors got from a cache would tell them apart by nothing: rather none. */
function mayHaveKey(page: PageContext, action: string, place: 'frontmatter' | 'drop-in'): boolean {
  const isLucky = place === 'drop-in' && !isSurelyPrivate(page);
  const isPrivate = askForPrivacy(page);
  if (runtime().options.dev && (isLucky || !isPrivate)) throw notPrivate(action);
  return isPrivate;
}

function notePrinted(printed: Set<string>, { action, form }: { action: string; form: string }): void {
  const key = JSON.stringify([action, form]);
  if (printed.has(key)) throw printedTwice(action, form);
  printed.add(key);
}

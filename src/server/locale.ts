import type { APIContext } from 'astro';
import type { ErrorMap } from '../schema/validate.js';
import type { Messages } from '../shared/messages.js';
import { isRpcRoute } from './internals.js';
import { currentContext, requestState } from './request-state.js';
import { runtime } from './runtime.js';

/** The part of a request that says which language it is in. */
export type LocaleContext = Pick<APIContext, 'locals'> &
  Partial<Pick<APIContext, 'routePattern' | 'currentLocale' | 'preferredLocale'>>;

/**
 * The language of a request, as a BCP 47 tag: of the page that is asked for, by Astro's i18n routing. A call of an action
 * has no such page: the form says in its record on which it stood, and else the browser's own wishes count.
 */
export function localeOf(context: LocaleContext): string {
  const state = requestState(context);
  if (state.locale !== undefined) return state.locale;
  const asked = isRpcRoute(context) ? context.preferredLocale : context.currentLocale;
  return (state.locale = asked ?? runtime().options.locale);
}

/**
 * What a form says about the page that it stands on holds for the rest of the request, and in `ctx.currentLocale`: Astro
 * takes that from the address, which is no page's when the island calls an action.
 */
export function speakAs(locale: string | undefined): void {
  const context = currentContext();
  if (context === undefined) return;
  const value = (requestState(context).locale = locale ?? runtime().options.locale);
  // without i18n routing there is none, on pages too
  if (context.currentLocale === undefined || context.currentLocale === value) return;
  Object.defineProperty(context, 'currentLocale', { value, enumerable: true, configurable: true });
}

/** The language of the request that is being answered, or the site's where there is none. */
export function currentLocale(): string {
  const context = currentContext();
  return context === undefined ? runtime().options.locale : localeOf(context);
}

/** The texts for people, in the language of the request that is being answered. */
export function messages(): Messages {
  return runtime().catalogue(currentLocale());
}

/** The texts for people, in the language of a page. */
export function messagesOf(page: LocaleContext): Messages {
  return runtime().catalogue(localeOf(page));
}

/** What words Zod's issues in the language of the request that is being answered. */
export function errorMap(): ErrorMap | undefined {
  return runtime().errorMap(currentLocale());
}

/** Mistakes that a developer can make with a form, and what to do about each. */
import { developerError } from '../developer-error.js';

export function printedTwice(action: string, form: string): Error {
  return developerError(
    'Two forms of one action on a page',
    `both are "${form}" of the action "${action}", so that a result could not be told to be of either.`,
    'Give each an id of its own: `getForm(Astro, actions.x, { id })` or `<ActionForm action={actions.x} id={id}>`.',
  );
}

export function notAnAction(given: string): Error {
  return developerError(
    'This is not an action',
    `getForm() got ${JSON.stringify(given).slice(0, 80)}.`,
    'Pass an action of `actions` from "astro:actions", as in `getForm(Astro, actions.newsletter)`.',
    'For a GET form, pass its schema.',
  );
}

export function prerendered(name: string): Error {
  return developerError(
    'A form on a prerendered page',
    `the form of "${name}" could not be posted: a static page answers every POST with its file, and what was sent is lost.`,
    "Add `export const prerender = false` to the page's frontmatter.",
    "Or set `output: 'server'` in astro.config, so that pages render on demand unless they say otherwise.",
  );
}

export function nested(name: string): Error {
  return developerError(
    'A form inside a form',
    `the form of "${name}" stands inside another one; HTML does not know that, and browsers drop the inner form silently.`,
    'Put it beside the other form.',
    'A button of the outer form can run another action: `<Submit formaction={actions.other}>`.',
  );
}

export function missing(name: string): Error {
  return developerError(
    'There is no such action',
    `"${name}" is not in the \`server\` export of src/actions.`,
    'Check the name, and that src/actions/index.ts exports `server`.',
    "An app with its own src/fetch.ts has to run Astro's `middleware()`, which loads the actions.",
  );
}

export function foreign(name: string): Error {
  return developerError(
    "This action was made by Astro's own defineAction",
    `"${name}" says nothing about its schema.`,
    'Import `defineAction` from "astro-action-forms/server".',
    'Or leave `completeAstroActions` on, so that "astro:actions" has ours.',
  );
}

export function takesJson(name: string): Error {
  return developerError(
    'This action takes JSON',
    `"${name}" cannot be posted by a form.`,
    'Add `accept: "form"` to its `defineAction()`.',
  );
}

export function notPrivate(action: string): Error {
  return developerError(
    'A form that is done once, on a page that is not private',
    `the headers of the page may have been sent before the form of "${action}" is there to mark it. A cache could then give its one-time key to many.`,
    'Call `const form = getForm(Astro, actions.x)` in the frontmatter of the page, and hand it on: `<ActionForm {form}>`.',
    "Or mark the page yourself, in its frontmatter: `Astro.response.headers.set('Cache-Control', 'private, no-cache')`.",
  );
}

export function foreignRedirect(redirect: string): Error {
  return developerError(
    "This form's redirect is not a path of this site",
    `${JSON.stringify(redirect)} would be left out in production.`,
    'Pass a path that begins with one slash, such as "/thanks".',
    'For a path that came with the request: `redirect={safePath(next, "/")}`.',
    'To send people to another site, return `redirectTo("https://…")` from the action.',
  );
}

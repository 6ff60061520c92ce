import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { defineAction, getForm, type Form, type FormAction, type FormOptions } from 'astro-action-forms/server';
import type { z } from 'astro/zod';
// why: components run on the built package, and state is found by identity
import { ActionError } from '../../../dist/server/action-error.js';
import { requestState } from '../../../dist/server/request-state.js';
import { configure, runtime } from '../../../dist/server/runtime.js';
import type { WithoutFormData } from '../../../dist/shared/field-names.js';

/** A page that is being rendered: forms find what was posted through its `locals`. */
export interface Page {
  readonly url: URL;
  readonly locals: App.Locals;
  readonly isPrerendered: boolean;
}

/** What became of a post to the form of the page. */
export interface Posted {
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Messages by canonical name; `''` is the form as a whole. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly message?: string;
}

/** Checks that only the dev server makes. */
export function asInDev(): void {
  configure({ ...runtime().options, dev: true }, runtime().load);
}

/** An action as a page gets it from `astro:actions`. */
export function clientOf<TAction>(name: string, _action: TAction): TAction {
  const queryString = `?_action=${name}`;
  const client = Object.assign(() => Promise.reject(new Error('not called')), {
    queryString,
    toString: () => queryString,
  });
  return client as unknown as TAction; // why: components read the query string only, and types come from the action
}

/** A page with one form action, named `demo`, before or after a post. */
export function openPage<TSchema extends z.ZodType>(input: TSchema, posted?: Posted, formId = 'demo') {
  // why: the handler's type depends on the schema's, which is open here
  const schema: z.ZodType = input;
  const demo = defineAction({ accept: 'form', input: schema, handler: async () => ({ done: true }) });
  const page: Page = { url: new URL('https://site.example/page?tab=2'), locals: {}, isPrerendered: false };
  const state = requestState(page);
  state.actions = { demo, other: demo };
  if (posted !== undefined) Object.assign(state, outcomeOf(posted, formId));
  const action = clientOf('demo', demo);
  return {
    page,
    action,
    form: (options?: FormOptions<WithoutFormData<z.input<TSchema>>>) =>
      getForm(page, action as unknown as FormAction, options as FormOptions<unknown>) as unknown as Form<
        WithoutFormData<z.input<TSchema>>
      >,
  };
}

let container: Promise<AstroContainer> | undefined;

/** Renders a component on a page. */
export async function render(component: unknown, page: Page, props: Record<string, unknown> = {}): Promise<string> {
  container ??= AstroContainer.create();
  const html = await (
    await container
  ).renderToString(component as AstroComponentFactory, {
    props,
    locals: page.locals,
    request: new Request(page.url),
  });
  // Astro's dev toolbar wants to know where elements come from.
  return html.replaceAll(/ data-astro-source-(?:file|loc)="[^"]*"/g, '');
}

function outcomeOf({ values = {}, errors, message }: Posted, form: string) {
  const record = { action: 'demo', form };
  if (errors === undefined) {
    return {
      arrival: {
        action: 'demo',
        record,
        result: { data: { done: true }, error: undefined },
        message,
        values: undefined,
      },
    };
  }
  const error = new ActionError({ code: 'BAD_REQUEST', message: 'Invalid', fields: errors });
  return { failed: { action: 'demo', record, values, error } };
}

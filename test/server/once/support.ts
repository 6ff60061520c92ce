import { z } from 'zod';
import { ActionError } from '../../../src/server/action-error.js';
import { defineAction } from '../../../src/server/define-action.js';
import { markAsActionContext } from '../../../src/server/internals.js';
import { keyNoteOf, type KeyNote } from '../../../src/server/once/attempt.js';
import { newKey } from '../../../src/server/once/one-time-key.js';
import { redirectOf } from '../../../src/server/outcome.js';
import { sealRecord, type FormRecord } from '../../../src/server/record.js';
import { requestState } from '../../../src/server/request-state.js';
import { redirectTo } from '../../../src/server/redirect-to.js';
import { configure, type RuntimeOptions } from '../../../src/server/runtime.js';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import type { AtomicStore, ResultStore } from '../../../src/server/store/types.js';
import { KEY_FIELD, RECORD_FIELD } from '../../../src/shared/wire.js';
import { testContext } from '../../../src/testing/test-context.js';

export const options: RuntimeOptions = {
  dev: false,
  csrf: 'fetch-metadata',
  trustedOrigins: [],
  bodySizeLimit: 1_000_000,
  limits: {},
  enhance: false,
  locale: 'en',
  messages: {},
  locales: {},
  uploads: {},
  secrets: ['current'],
};

/** What a post was answered with, in so far as these tests look at it. */
export interface Answer {
  readonly data: unknown;
  readonly code: string | undefined;
  readonly error: ActionError | undefined;
  readonly redirect: { location: string; message: string | undefined } | undefined;
  readonly note: KeyNote | undefined;
  readonly repeatedCookies: readonly string[];
}

export interface PostOptions {
  /** The key; null for none. Default: a new one. */
  readonly key?: FormDataEntryValue | readonly FormDataEntryValue[] | null;
  readonly action?: 'act' | 'other' | 'register' | 'outer' | 'group.act';
  readonly record?: Partial<FormRecord>;
  /** Whether the action is called by code instead of by a post. */
  readonly isDirect?: boolean;
}

/** A site with actions that are done once, and what their handlers have done. */
export function site(store: ResultStore = createMemoryStore()) {
  const done: string[] = [];
  const use = (changes: Partial<RuntimeOptions> = {}) =>
    configure({ ...options, ...changes }, async () => actions, store);
  use();
  let release: (() => void) | undefined;
  const act = defineAction({
    accept: 'form',
    once: true,
    input: z.object({ name: z.string().min(1, 'Enter a name'), what: z.string().default('data'), file: z.any() }),
    handler: async ({ name, what }, ctx) => {
      done.push(name);
      const run = `${name}${done.length}`;
      if (what === 'held') await new Promise<void>((resolve) => (release = resolve));
      if (what === 'invalid') throw ctx.invalid({ name: `Refused ${run}` }, { code: 'FORBIDDEN' });
      if (what === 'returned') return new ActionError({ code: 'GONE', message: `Gone ${run}` });
      if (what === 'exception') throw new Error(`hunter2 ${run}`);
      if (what === 'cookie') ctx.cookies.set('basket', run);
      if (what === 'nothing') return undefined;
      if (what === 'function') return { run: () => run };
      if (what === 'big') return { run, text: 'x'.repeat(64 * 1024) };
      if (what === 'redirect') return redirectTo('/done?x=1#end', { run }, { message: `Thank you, ${name}` });
      if (what === 'silent redirect') return redirectTo('/done');
      return { run, at: new Date(0), url: new URL('http://site.example/'), map: new Map([[1, new Set(['a'])]]) };
    },
  });
  const other = defineAction({
    accept: 'form',
    once: true,
    handler: (form) => void done.push(`other ${form.get('name')}`),
  });
  const register = defineAction({
    accept: 'form',
    once: { keep: 100 },
    input: z.object({ name: z.string().refine(async (name) => !done.includes(name), 'Already taken') }),
    handler: ({ name }) => ({ run: `${name}${done.push(name)}` }),
  });
  const outer = defineAction({
    accept: 'form',
    handler: async (form, ctx) => {
      await (act as unknown as Run).call(ctx, form);
      await (act as unknown as Run).call(ctx, form);
    },
  });
  const actions = { act, other, register, outer, group: { act } };

  async function post(entries: Record<string, string | File>, given: PostOptions = {}): Promise<Answer> {
    const { action = 'act', key = await newKey(), record, isDirect = false } = given;
    const form = new FormData();
    if (record) form.append(RECORD_FIELD, await sealRecord({ action, form: action, ...record }));
    for (const each of [key ?? []].flat()) form.append(KEY_FIELD, each);
    for (const [name, value] of Object.entries(entries)) form.append(name, value);
    const context = testContext({ url: `http://localhost/${isDirect ? '' : `?_action=${action}`}` });
    markAsActionContext(context);
    const lines = ['before=1'];
    const set = (name: string, value: unknown) => void lines.push(`${name}=${value}`);
    Object.assign(context.cookies, { set, headers: () => lines.values() });
    const run = action === 'group.act' ? actions.group.act : actions[action];
    // why: an action is a function of its context, which its type for pages does not say
    const result = await (run as unknown as Run).call(context, form);
    const redirect = redirectOf(result);
    return {
      data: result.data,
      code: result.error?.code,
      error: result.error,
      redirect: redirect && { location: redirect.location, message: redirect.message },
      note: keyNoteOf(form),
      repeatedCookies: requestState(context).repeatedCookies,
    };
  }
  return { post, done, use, release: () => release?.(), store };
}

type Run = (this: unknown, input: FormData) => Promise<{ data: unknown; error: ActionError | undefined }>;

/** A memory store of which some operations fail at some time. */
export function breakable() {
  const store = createMemoryStore();
  const broken = new Set<keyof AtomicStore>();
  const failing: AtomicStore = { ...store };
  for (const name of Object.keys(store) as (keyof AtomicStore)[]) {
    // why: the functions of a store differ in their arguments, which are passed on as they are
    const run = store[name] as (...args: unknown[]) => Promise<unknown>;
    const orFail = (...args: unknown[]) => (broken.has(name) ? Promise.reject(new Error('away')) : run(...args));
    Object.assign(failing, { [name]: orFail });
  }
  return { store: failing, inner: store, broken };
}

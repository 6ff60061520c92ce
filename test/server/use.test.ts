import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ActionError, defineAction, redirectTo, type GuardContext } from '../../src/server.js';
import { submit } from '../../src/testing.js';

const error = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => vi.clearAllMocks());

const input = z.object({ text: z.string().min(1, 'Write something') });
const form = { text: 'x' };

interface Member {
  readonly name: string;
}
const requireMember = ({ cookies }: GuardContext) => {
  const name = cookies.get('member')?.value;
  if (name === undefined) throw new ActionError({ code: 'UNAUTHORIZED', message: 'Log in first' });
  return { member: { name } satisfies Member };
};
const greet = async ({ member }: GuardContext<{ member: Member }>) => ({ greeting: `Hello, ${member.name}` });

describe('guards in `use`', () => {
  test('add to the context of the handler and of those after them, in order', async () => {
    const action = defineAction({
      accept: 'form',
      use: [requireMember, greet],
      input,
      handler: (_, ctx) => ({ greeting: ctx.greeting, name: ctx.member.name, own: Object.hasOwn(ctx.cookies, 'get') }),
    });
    const { data } = await submit(action, { form, cookies: { member: 'Ada' } });
    expect(data).toEqual({ greeting: 'Hello, Ada', name: 'Ada', own: true });
  });

  test('leave the context of the request as it was', async () => {
    const locals = {};
    let seen: object = {};
    const action = defineAction({
      accept: 'form',
      use: [() => ({ extra: 1 })],
      input,
      handler: (_, ctx) => {
        seen = ctx;
      },
    });
    await submit(action, { form, locals });
    expect(Object.getPrototypeOf(seen)).not.toHaveProperty('extra');
    expect(locals).toEqual({});
  });

  test('run once for every call, before anything is read or validated', async () => {
    const order: string[] = [];
    const action = defineAction({
      accept: 'form',
      use: [() => void order.push('first'), async () => void order.push('second')],
      input: input.refine(() => order.push('schema') > 0),
      handler: () => void order.push('handler'),
    });
    await submit(action, { form });
    expect(order).toEqual(['first', 'second', 'schema', 'handler']);
    await submit(action, { form });
    expect(order).toHaveLength(8);
  });

  test.each<[string, () => unknown, number, string]>([
    [
      'throws an ActionError',
      () => {
        throw new ActionError({ code: 'FORBIDDEN', message: 'No' });
      },
      403,
      'No',
    ],
    ['returns an ActionError', () => new ActionError({ code: 'FORBIDDEN', message: 'No' }), 403, 'No'],
    [
      'rejects with one',
      async () => {
        throw new ActionError({ code: 'FORBIDDEN', message: 'No' });
      },
      403,
      'No',
    ],
  ])('one that %s refuses: nobody after it runs', async (_, guard, status, message) => {
    const after = vi.fn<() => undefined>();
    const handler = vi.fn<() => undefined>();
    const action = defineAction({ accept: 'form', use: [guard as () => undefined, after], input, handler });
    const refused = await submit(action, { form });
    expect(refused).toMatchObject({ data: undefined, status, error: { code: 'FORBIDDEN', message } });
    expect(after).not.toHaveBeenCalled();
    expect(handler).not.toHaveBeenCalled();
  });

  test.each<[string, () => unknown]>([
    ['returns redirectTo()', () => redirectTo('/login', undefined, { message: 'Log in first' })],
    // oxlint-disable-next-line no-throw-literal -- a guard may throw it as well
    [
      'throws redirectTo()',
      () => {
        throw redirectTo('/login', undefined, { message: 'Log in first' });
      },
    ],
  ])('one that %s sends the visitor on, and refuses', async (_, guard) => {
    const handler = vi.fn<() => object>();
    const action = defineAction({ accept: 'form', use: [guard as () => undefined], input, handler });
    expect(await submit(action, { form })).toMatchObject({
      data: undefined,
      redirect: '/login',
      message: 'Log in first',
      error: { code: 'UNAUTHORIZED', message: 'Log in first' },
    });
    expect(handler).not.toHaveBeenCalled();
  });

  test('one that throws anything else is masked, and nothing runs', async () => {
    const handler = vi.fn<() => undefined>();
    const use = [
      () => {
        throw new Error('hunter2');
      },
    ] as const;
    const { error: masked } = await submit(defineAction({ accept: 'form', use, input, handler }), { form });
    expect(masked?.message).toMatch(/^Something went wrong on our side\. Try again\. \(\w{8}\)$/);
    expect(String(error.mock.calls)).toContain('hunter2');
    expect(handler).not.toHaveBeenCalled();
  });

  test.each<[string, unknown, RegExp]>([
    ['false', false, /returned false/],
    ['true', true, /returned true/],
    ['null', null, /returned null/],
    ['a text', 'no', /returned a string/],
    ['a list', ['member'], /returned a list/],
    ['a response', new Response('no'), /returned a Response/],
    ['what the context has already', { locals: {} }, /hide a part of the context.*"locals"/],
    ['the name of ctx.invalid', { invalid: 1 }, /hide a part of the context.*"invalid"/],
    ['a name that every object has', { constructor: 1 }, /hide a part of the context.*"constructor"/],
  ])('one that returns %s is a mistake, and nothing runs', async (_, answer, logged) => {
    const handler = vi.fn<() => undefined>();
    const use = [() => answer as undefined] as const;
    const submitted = await submit(defineAction({ accept: 'form', use, input, handler }), { form });
    expect(submitted).toMatchObject({ data: undefined, status: 500 });
    expect(String(error.mock.calls)).toMatch(logged);
    expect(handler).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['no list', () => undefined],
    ['a list with something else', [() => undefined, 'requireMember']],
  ])('%s is refused when the action is defined', (_, use) => {
    expect(() => defineAction({ accept: 'form', use: use as [], input, handler: () => undefined })).toThrow(
      /`use` of an action holds something that is no guard/,
    );
  });
});

describe('limits of an action', () => {
  test.each<[string, object, RegExp]>([
    ['one that does not exist', { bites: 1 }, /"bites" is 1/],
    ['0', { bytes: 0 }, /"bytes" is 0/],
    ['a fraction', { names: 1.5 }, /"names" is 1\.5/],
    ['Infinity', { files: Infinity }, /"files" is Infinity/],
    ['a text', { depth: '8' }, /"depth" is 8/],
  ])('%s is refused when the action is defined', (_, limits, message) => {
    expect(() => defineAction({ accept: 'form', limits, input, handler: () => undefined })).toThrow(message);
  });

  test('what fits is taken', () => {
    const limits = { bytes: 10, names: 1, files: 1, nameLength: 1, depth: 1, index: 1 };
    expect(() => defineAction({ accept: 'form', limits, input, handler: () => undefined })).not.toThrow();
  });
});

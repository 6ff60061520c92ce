import { z } from 'zod';
import { describe, expectTypeOf, test } from 'vitest';
import { ActionError, defineAction, redirectTo, type ActionContext, type GuardContext } from '../../src/server.js';

interface Member {
  readonly name: string;
  readonly isAdmin: boolean;
}
declare const member: Member | undefined;

const requireMember = () => {
  if (member === undefined) throw new ActionError({ code: 'UNAUTHORIZED' });
  return { member };
};
const returnsRefusal = () => (member ? { member } : new ActionError({ code: 'UNAUTHORIZED' }));
const sendsToLogin = async () => (member ? { member } : redirectTo('/login'));
const maybeAdds = ({ locals }: GuardContext) => ('member' in locals && member ? { guest: member } : undefined);
const requireAdmin = (ctx: GuardContext<{ member: Member }>) => {
  if (!ctx.member.isAdmin) throw new ActionError({ code: 'FORBIDDEN' });
};
const limitRate = async (): Promise<void> => {};

const input = z.object({ text: z.string() });

describe('what guards add is in the context of the handler', () => {
  test('of one', () => {
    defineAction({
      accept: 'form',
      use: [requireMember],
      input,
      handler: (given, ctx) => {
        expectTypeOf(given.text).toEqualTypeOf<string>();
        expectTypeOf(ctx.member).toEqualTypeOf<Member>();
        ctx.invalid({ text: 'No' });
        // @ts-expect-error no guard adds it
        void ctx.guest;
        // @ts-expect-error the schema has no such field
        ctx.invalid({ txet: 'No' });
      },
    });
  });

  test('of several, in order', () => {
    defineAction({
      use: [limitRate, requireMember, requireAdmin, () => ({ started: 1 })],
      input,
      handler: (_, ctx) => {
        expectTypeOf(ctx.member).toEqualTypeOf<Member>();
        expectTypeOf(ctx.started).toEqualTypeOf<number>();
      },
    });
  });

  test('of guards that are written in place', () => {
    defineAction({
      accept: 'form',
      use: [
        ({ request }) => {
          expectTypeOf(request).toEqualTypeOf<Request>();
          return { agent: request.headers.get('user-agent') };
        },
        async (ctx) => ({ address: ctx.clientAddress }),
        requireMember,
      ],
      input,
      handler: ({ text }, ctx) => {
        expectTypeOf(text).toEqualTypeOf<string>();
        expectTypeOf(ctx.agent).toEqualTypeOf<string | null>();
        expectTypeOf(ctx.address).toEqualTypeOf<string>();
        expectTypeOf(ctx.member).toEqualTypeOf<Member>();
        // @ts-expect-error no guard adds it
        void ctx.guest;
      },
    });
  });

  test('refusals are no additions', () => {
    defineAction({
      accept: 'form',
      use: [returnsRefusal],
      handler: (form, ctx) => {
        expectTypeOf(ctx.member).toEqualTypeOf<Member>();
        void form;
      },
    });
    defineAction({
      accept: 'form',
      use: [sendsToLogin],
      input,
      handler: (_, ctx) => expectTypeOf(ctx.member).toEqualTypeOf<Member>(),
    });
  });

  test('what is added sometimes may be missing', () => {
    defineAction({
      accept: 'form',
      use: [maybeAdds],
      input,
      handler: (_, ctx) => {
        expectTypeOf(ctx.guest).toEqualTypeOf<Member | undefined>();
        // @ts-expect-error it may be undefined
        void ctx.guest.name;
      },
    });
  });

  test('guards that add nothing leave it as it is', () => {
    defineAction({
      accept: 'form',
      use: [limitRate],
      input,
      handler: (_, ctx) => {
        expectTypeOf(ctx.locals).toEqualTypeOf<App.Locals>();
        // @ts-expect-error nobody adds it
        void ctx.member;
      },
    });
  });

  test('without guards it is what it was', () => {
    defineAction({
      accept: 'form',
      input,
      handler: (_, ctx) => expectTypeOf<typeof ctx>().toExtend<ActionContext<typeof input>>(),
    });
  });

  test('the result keeps its type', () => {
    const action = defineAction({
      accept: 'form',
      use: [requireMember],
      input,
      handler: (_, ctx) => ({ name: ctx.member.name }),
    });
    expectTypeOf<NonNullable<Awaited<ReturnType<typeof action>>['data']>>().toEqualTypeOf<{ name: string }>();
  });
});

describe('what `use` does not take', () => {
  test('a guard before the one that it needs', () => {
    const handler = () => {};
    // @ts-expect-error nobody has added `member` yet
    defineAction({ accept: 'form', use: [requireAdmin, requireMember], input, handler });
    // @ts-expect-error nobody adds `member` at all
    defineAction({ accept: 'form', use: [requireAdmin], input, handler });
    defineAction({ accept: 'form', use: [requireMember, requireAdmin], input, handler });
  });

  test('a guard whose need is only met sometimes', () => {
    const needsGuest = (ctx: GuardContext<{ guest: Member }>) => void ctx;
    const takesAny = (ctx: GuardContext<{ guest?: Member }>) => void ctx;
    // @ts-expect-error `guest` may be missing
    defineAction({ accept: 'form', use: [maybeAdds, needsGuest], input, handler: () => {} });
    defineAction({ accept: 'form', use: [maybeAdds, takesAny], input, handler: () => {} });
  });

  test('anything but a list of functions', () => {
    // @ts-expect-error a function alone
    defineAction({ accept: 'form', use: requireMember, input, handler: () => {} });
    // @ts-expect-error a text
    defineAction({ accept: 'form', use: ['requireMember'], input, handler: () => {} });
  });

  test('a guard that answers with yes or no', () => {
    // @ts-expect-error a boolean neither adds nor refuses
    defineAction({ accept: 'form', use: [() => false], input, handler: () => {} });
    // @ts-expect-error nor does one that comes later
    defineAction({ accept: 'form', use: [async () => true], input, handler: () => {} });
  });
});

describe('limits of an action', () => {
  test('are those of forms, and bytes', () => {
    defineAction({ accept: 'form', limits: { bytes: 10_000_000, files: 3 }, input, handler: () => {} });
    // @ts-expect-error there is no such limit
    defineAction({ accept: 'form', limits: { bites: 1 }, input, handler: () => {} });
  });
});

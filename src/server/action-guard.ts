import type { ActionAPIContext } from 'astro/actions/runtime/entrypoints/server.js';
import type { Redirect } from './redirect-to.js';

/**
 * What a guard in an action's `use` is given: Astro's action context, and what earlier guards have added.
 *
 * @example
 * export function requireAdmin({ member }: GuardContext<{ member: Member }>) {
 *   if (!member.isAdmin) throw new ActionError({ code: 'FORBIDDEN', message: 'Admins only' });
 * }
 */
export type GuardContext<TEarlier extends object = object> = ActionAPIContext & TEarlier;

/** An object is added to the context. An `ActionError`, or `redirectTo()`, refuses. Nothing: the next one is asked. */
type GuardAnswer = Addition | undefined | void;

/** Not a promise: what it would come to could be anything. */
type Addition = object & { readonly then?: never };

interface Bivariant {
  guard(context: ActionAPIContext): GuardAnswer | Promise<GuardAnswer>;
}

/** A function that runs before an action, and before the body of the request is read. */
export type ActionGuard = Bivariant['guard'];

/** What the guards of a list add to the handler's context. */
export type Additions<TGuards extends readonly ActionGuard[]> = TGuards extends readonly [
  infer TFirst,
  ...infer TRest extends readonly ActionGuard[],
]
  ? Added<TFirst> & Additions<TRest>
  : unknown;

/** Nothing, if every guard of a list gets what it needs from Astro and from those before it; else what is missing. */
export type GuardsInOrder<
  TGuards extends readonly ActionGuard[],
  TContext = ActionAPIContext,
> = TGuards extends readonly [infer TFirst, ...infer TRest extends readonly ActionGuard[]]
  ? TFirst extends (context: infer TNeeds) => unknown
    ? TContext extends TNeeds
      ? GuardsInOrder<TRest, TContext & Added<TFirst>>
      : { readonly use: MissesContext<TNeeds> }
    : unknown
  : unknown;

/** No guard before this one adds what its context has to have. */
interface MissesContext<TNeeds> {
  readonly needs: TNeeds;
}

type Added<TGuard> = TGuard extends (context: never) => infer TAnswer ? AddedBy<Awaited<TAnswer>> : unknown;

/** What is added on one way only may be missing. */
type AddedBy<TAnswer> = [AdditionOf<TAnswer>] extends [never]
  ? unknown
  : [Extract<TAnswer, undefined | void>] extends [never]
    ? AdditionOf<TAnswer>
    : Partial<AdditionOf<TAnswer>>;

type AdditionOf<TAnswer> = Exclude<TAnswer, Error | Redirect<unknown> | undefined | void>;

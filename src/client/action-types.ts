import type { WithoutFormData } from '../shared/field-names.js';

/**
 * What is needed of an action of `astro:actions`: its name at run time, its types otherwise. Structural, so that this
 * floor knows nothing of Astro.
 */
export interface ActionReference {
  toString(): string;
  readonly orThrow: (input: never) => Promise<unknown>;
}

/** What an action's handler gives. */
export type ActionOutput<Action extends ActionReference> = Awaited<ReturnType<Action['orThrow']>>;

/** What an action's schema takes; `unknown` without a schema. */
export type ActionInput<Action extends ActionReference> = Action extends {
  readonly __internalInfer: { readonly _zod: { readonly input: infer Input } };
}
  ? WithoutFormData<Input>
  : unknown;

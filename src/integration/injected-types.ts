/**
 * Types of the completed `astro:actions`. `actions` is not among them: Astro declares it from the app's own `server`.
 * `ActionError` needs both lines, or `e: ActionError` in the app's code breaks; `export … from` in an ambient module
 * would give `any`.
 */
export const injectedTypes = `declare module 'astro:actions' {
  export const defineAction: typeof import('astro-action-forms/server').defineAction;
  export const ActionError: typeof import('astro-action-forms/server').ActionError;
  export type ActionError<T extends Record<string, any> = Record<string, any>> = import('astro-action-forms/server').ActionError<T>;
}
`;

/** Types of the island's events, for scripts of pages that import nothing of the package. */
export const injectedClientTypes = '/// <reference types="astro-action-forms/client" />\n';

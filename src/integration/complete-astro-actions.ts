/** How `astro:actions` becomes ours on the server. What Astro does not document of it stands here. */

/** Astro's id of its virtual module. */
const ASTRO_ACTIONS = '\0astro:actions';

/** What is replaced. Ours are strict supersets. */
export const replacedExports = ['actions', 'defineAction', 'ActionError'] as const;

/** Minors of Astro on which the replacement was tested. */
const seenAstro = /^7\.[23]\./;

export interface CompletionChoice {
  readonly enabled: boolean;
}

export function isAstroActionsModule(id: string): boolean {
  return id === ASTRO_ACTIONS;
}

/** Whether the replacement was tested with this version of Astro. */
export function isSeenAstro(version: string): boolean {
  return seenAstro.test(version);
}

/**
 * The module in the place of Astro's. An explicit export wins over `export *`, so that whatever an unseen version of Astro
 * adds comes through.
 */
export function completedModule({ enabled }: CompletionChoice): string | undefined {
  if (!enabled) return undefined;
  return `export * from 'astro/actions/runtime/entrypoints/server.js';
export { ${replacedExports.join(', ')} } from 'astro-action-forms/server';`;
}

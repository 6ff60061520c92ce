import { build } from 'vite';
import { expect, describe, test } from 'vitest';
import { onceCheck } from '../../src/integration/once-check.js';

/** Builds a module as a server does, and gives what went wrong. */
async function problemOf(source: string, ssr = true): Promise<string> {
  const entry = '/virtual/src/actions.ts';
  const virtual = {
    name: 'test:virtual',
    resolveId: (id: string) => (id === entry ? id : { id, external: true }),
    load: (id: string) => (id === entry ? source : undefined),
  };
  const options = { ssr, write: false, rolldownOptions: { input: entry } };
  const built = build({ configFile: false, logLevel: 'silent', plugins: [virtual, onceCheck()], build: options });
  return built.then(
    () => '',
    (error: unknown) => String(error),
  );
}

describe('the build of a site whose store cannot claim', () => {
  test.each([
    ['an action', `export const server = { a: defineAction({ accept: 'form', once: true, handler: () => 1 }) };`],
    ['an action with a quoted key', `export const a = defineAction({ 'once': true });`],
    ['an action with a name for it', `const once = true; export const a = defineAction({ once });`],
    ['an action with options of once', `export const a = defineAction({ once: { keep: 60 } });`],
    ['an action in TypeScript', `export const a = defineAction({ once: true as boolean, handler: (x: number) => x });`],
    [
      'an action of a namespace',
      `import * as forms from 'forms'; export const a = forms.defineAction({ once: true });`,
    ],
    ['an action in a function', `export function make() { return { b: [defineAction({ once: true })] }; }`],
  ])('fails for %s with `once`, and says why and what to do', async (_, source) => {
    const problem = await problemOf(source);
    expect(problem).toContain('/virtual/src/actions.ts');
    expect(problem).toMatch(/cannot be used with `once`[^]*both would run[^]*sqliteStore/);
  });

  test.each([
    ['an action without it', `export const a = defineAction({ accept: 'form', handler: () => 'once' });`],
    ['`once: false`', `export const a = defineAction({ once: false });`],
    ['an event', `export const a = (target) => target.addEventListener('x', () => {}, { once: true });`],
    ['another function', `export const a = defineStep({ once: true });`],
    ['a handler that uses it', `export const a = defineAction({ handler: (_, { on }) => on({ once: true }) });`],
  ])('goes on for %s', async (_, source) => {
    expect(await problemOf(source)).toBe('');
  });

  test('does not look at what goes to browsers', async () => {
    expect(await problemOf(`export const a = defineAction({ once: true });`, false)).toBe('');
  });
});

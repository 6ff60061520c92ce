import type { AstroConfig } from 'astro';
import { expect, test } from 'vitest';
import actionForms from '../../src/index.js';

type Done = Parameters<NonNullable<ReturnType<typeof actionForms>['hooks']['astro:config:done']>>[0];

/** The files that the integration has Astro write for a site, and what is in them. */
async function injected(completeAstroActions: boolean): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const done = {
    config: {} as AstroConfig,
    injectTypes({ filename, content }: Parameters<Done['injectTypes']>[0]) {
      files.set(filename, content);
      return new URL(filename, import.meta.url);
    },
  };
  // why: the hook reads no more of it while routes are unknown
  await actionForms({ completeAstroActions }).hooks['astro:config:done']?.(done as unknown as Done);
  return files;
}

test.each([
  [true, ['actions.d.ts', 'client.d.ts']],
  [false, ['client.d.ts']],
])('types of events come to each site, those of astro:actions where it is completed: %s', async (complete, names) => {
  const files = await injected(complete);
  expect([...files.keys()].toSorted()).toEqual(names);
  expect(files.get('client.d.ts')).toContain('"astro-action-forms/client"');
});

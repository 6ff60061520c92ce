import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actionForms } from '../../src/testing/vitest-plugin.js';

describe('the plugin for tests of actions', () => {
  test.each(['astro:actions', 'astro-action-forms/server'])('puts the server entry in the place of %s', (id) => {
    const { resolveId, load } = actionForms();
    const entry = /^export \* from (".+");$/.exec(load(String(resolveId(id))) ?? '')?.[1] ?? '""';
    const path: unknown = JSON.parse(entry);
    // Sources are compiled beside each other, as the build is.
    expect(existsSync(String(path).replace(/\.js$/, '.ts'))).toBe(true);
  });

  test.each(['astro:env/server', 'astro', './actions', 'constructor'])('leaves %s alone', (id) => {
    expect(actionForms().resolveId(id)).toBeUndefined();
    expect(actionForms().load(id)).toBeUndefined();
  });
});

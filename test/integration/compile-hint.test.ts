import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withCompileHint } from '../../src/integration/compile-hint.js';

const own = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const island = ['\0rolldown/runtime.js', own('client/submit.js'), own('client/errors.js')];
const hint = '//# allFunctionsCalledOnLoad';

describe('the hint that all functions of the island are called', () => {
  test.each<[string, readonly string[], string]>([
    ['the island', island, hint],
    ['a part of the island that loads later', [own('client/live.js')], ''],
    ['the island together with code of the app', [...island, '/app/src/menu.ts'], ''],
    ['code of the app', ['/app/src/menu.ts'], ''],
  ])('of the file with %s', async (_, moduleIds, expected) => {
    expect(await withCompileHint({}).postBanner({ moduleIds })).toBe(expected);
  });

  test.each<[string, string | ((chunk: { readonly moduleIds: readonly string[] }) => string)]>([
    ['a text', '/* licence */'],
    ['a function', ({ moduleIds }) => (moduleIds.length > 0 ? '/* licence */' : '')],
  ])("stands above the app's own banner: %s", async (_, postBanner) => {
    const options = withCompileHint({ postBanner, minify: true });
    expect(options.minify).toBe(true);
    expect(await options.postBanner({ moduleIds: island })).toBe(`${hint}\n/* licence */`);
    expect(await options.postBanner({ moduleIds: ['/app/src/menu.ts'] })).toBe('/* licence */');
  });
});

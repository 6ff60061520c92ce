import { describe, expect, test } from 'vitest';
import { SETUP_MODULE } from '../../src/integration/modules.js';
import { vitePlugin } from '../../src/integration/vite-plugin.js';
import { plainSetup } from './support.js';

const root = new URL('../../', import.meta.url);
const plugin = vitePlugin({
  root,
  srcDir: new URL('src/', root),
  setup: plainSetup,
  completion: { enabled: false },
});

/** Resolves an import where only some importers can see packages, as with a strict package manager. */
async function resolveFrom(
  seesPackages: (importer: string) => boolean,
  id: string,
  importer: string,
): Promise<unknown> {
  const resolve = async (id: string, from: string) => (seesPackages(from) ? { id: `${from} > ${id}` } : null);
  const resolveId: unknown = Reflect.get(plugin, 'resolveId');
  if (typeof resolveId !== 'function') throw new Error('The plugin resolves ids by a function');
  return Reflect.apply(resolveId, { resolve }, [id, importer]);
}

describe('a driver of unstorage', () => {
  const setup = `\0astro-action-forms:${SETUP_MODULE}`;
  const driver = 'unstorage/drivers/memory';

  test("is the project's own, where it has one", async () => {
    expect(await resolveFrom(() => true, driver, setup)).toEqual({ id: `${setup} > ${driver}` });
  });

  test('is the one that Astro brings, where the project cannot see it', async () => {
    const ofAstro = (importer: string) => importer.endsWith('/astro/package.json');
    expect(await resolveFrom(ofAstro, driver, setup)).toEqual({
      id: expect.stringMatching(/\/astro\/package\.json > unstorage\/drivers\/memory$/),
    });
  });

  test('is left to Vite where other modules import it', async () => {
    expect(await resolveFrom(() => true, driver, '/app/src/store.ts')).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import actionForms, { memoryStore } from '../../src/index.js';
import { assertMiddlewareMode, assertServer } from '../../src/integration/checks.js';
import { completedModule, isSeenAstro } from '../../src/integration/complete-astro-actions.js';
import { guardedFetchModule } from '../../src/integration/guarded-fetch.js';
import { prerenderSetupModule, setupModule } from '../../src/integration/modules.js';
import { plainSetup } from './support.js';

describe('the options of actionForms()', () => {
  test.each<[string, Parameters<typeof actionForms>[0]]>([
    ['none', undefined],
    ['an empty object', {}],
    [
      'all of them',
      {
        completeAstroActions: false,
        csrf: 'astro',
        trustedOrigins: ['https://app.example', 'http://localhost:3000'],
        enhance: true,
        store: memoryStore(),
        limits: { names: 10 },
        locale: 'pt-BR',
        messages: { summaryTitle: 'Há um problema' },
        locales: { de: { addRow: 'Noch eine' }, 'de-AT': {} },
        uploads: {
          dir: '.data/uploads',
          driver: { entrypoint: 'unstorage/drivers/fs-lite', config: { base: '.data/kept' } },
          ttl: 60,
          perBrowser: 0,
          total: 1000,
        },
      },
    ],
    ['a store of the app', { store: { entrypoint: './src/store.ts' } }],
  ])('take %s', (_, options) => {
    expect(actionForms(options).name).toBe('astro-action-forms');
  });

  test.each<[string, unknown, RegExp]>([
    ['an option that does not exist', { enhanced: true }, /options: there is no "enhanced"; did you mean "enhance"\?/],
    [
      'two of them',
      { enhanced: true, x: 1 },
      /there is no "enhanced"; .* and there is no "x"; there are completeAstroActions/,
    ],
    ['a value of another kind', { enhance: 'yes' }, /enhance: /],
    ['a csrf mode that does not exist', { csrf: false }, /csrf: /],
    [
      'an origin with a path',
      { trustedOrigins: ['https://app.example/'] },
      /"https:\/\/app\.example\/" is not an origin/,
    ],
    ['an origin without a scheme', { trustedOrigins: ['app.example'] }, /"app\.example" is not an origin/],
    ['a language that is no tag', { locale: 'German!' }, /"German!" is no BCP 47 tag/],
    [
      'a text that does not exist, of a language',
      { locales: { de: { adRow: 'x' } } },
      /locales\.de: there is no "adRow"; did you mean "addRow"\?/,
    ],
    ['a language of texts that is no tag', { locales: { 'not a tag': {} } }, /is no BCP 47 tag/],
    ['a negative limit', { limits: { names: -1 } }, /limits\.names/],
    ['a limit that does not exist', { limits: { filez: 1 } }, /limits: there is no "filez"; did you mean "files"\?/],
    [
      'a store without a module',
      { store: {} },
      /store: write `memoryStore\(\)`, .* or `\{ entrypoint: '\.\/src\/store\.ts' \}`/,
    ],
    [
      'a store that is a path',
      { store: './src/store.ts' },
      /store: "\.\/src\/store\.ts" names a module: write `\{ entrypoint: "\.\/src\/store\.ts" \}`/,
    ],
    ['a store of another kind', { store: { kind: 'mongo' } }, /store: write `memoryStore\(\)`/],
    [
      'a message that does not exist',
      { messages: { sumaryTitle: 'Bitte prüfen' } },
      /messages: there is no "sumaryTitle"; did you mean "summaryTitle"\?/,
    ],
    [
      'a message like no other',
      { messages: { x: '' } },
      /messages: there is no "x"; there are summaryTitle, titlePrefix, /,
    ],
    [
      'an upload option that does not exist',
      { uploads: { dirs: '.data' } },
      /uploads: there is no "dirs"; did you mean "dir"\?/,
    ],
    ['a folder without a name', { uploads: { dir: '' } }, /uploads\.dir: /],
    ['a driver that was made already', { uploads: { driver: { getItem: () => null } } }, /uploads\.driver/],
    ['a time that is none', { uploads: { ttl: 0 } }, /uploads\.ttl: /],
    ['a message that is no text', { messages: { stale: 5 } }, /messages\.stale: /],
  ])('refuse %s, name it and say what there is', (_, options, message) => {
    let thrown: unknown;
    try {
      Reflect.apply(actionForms, undefined, [options]);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringContaining('completeAstroActions'),
    });
  });
});

describe('where actions have nowhere to run', () => {
  type Routes = Parameters<typeof assertServer>[1];
  // why: the check reads two properties of a route
  const page = (isPrerendered: boolean) => [{ origin: 'project', isPrerendered }] as unknown as Routes;
  const adapter = { name: 'node', hooks: {} };

  test.each<[string, object, Routes, string]>([
    ['an adapter, and a page on demand', { adapter }, page(false), 'build'],
    ['an adapter, prerendered pages with client scripts', { adapter }, page(true), 'build'],
    ['no adapter yet, a page on demand, in dev', {}, page(false), 'dev'],
    ['no pages at all (a test runner)', {}, [], 'dev'],
  ])('%s: fine', (_, config, routes, command) => {
    expect(() => assertServer(config, routes, command)).not.toThrow();
  });

  test.each<[string, Routes, string]>([
    ['a page on demand, in a build', page(false), 'build'],
    ['prerendered pages, in a build', page(true), 'build'],
    ['prerendered pages, in dev', page(true), 'dev'],
  ])('no adapter, %s: an error that says what to do', (_, routes, command) => {
    expect(() => assertServer({}, routes, command)).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/astro add node[\s\S]*prerender = false/) }),
    );
  });

  test('edge middleware is refused', () => {
    expect(() => assertMiddlewareMode('edge')).toThrow(/Edge middleware/);
    expect(() => assertMiddlewareMode('classic')).not.toThrow();
    expect(() => assertMiddlewareMode(undefined)).not.toThrow();
  });
});

describe('completing astro:actions', () => {
  test('replaces three exports and passes the rest through', () => {
    expect(completedModule({ enabled: true })).toMatch(
      /export \* from 'astro[\s\S]*export \{ actions, defineAction, ActionError \}/,
    );
  });

  test('can be declined', () => {
    expect(completedModule({ enabled: false })).toBeUndefined();
  });

  test.each([
    ['7.2.8', true],
    ['7.3.5', true],
    ['7.4.0', false],
    ['8.0.0', false],
  ])('Astro %s was seen: %s', (version, seen) => {
    expect(isSeenAstro(version)).toBe(seen);
  });
});

describe('the set-up module', () => {
  const source = { ...plainSetup, actionsId: '/app/src/actions/index.ts' };

  test.each([
    ['of a server', setupModule],
    ['of a build that renders pages', prerenderSetupModule],
  ])('%s imports src/actions lazily: a static import answers every request with 500', (_, toModule) => {
    const code = toModule(source);
    expect(code).toContain('await import("/app/src/actions/index.ts")');
    expect(code).not.toMatch(/^import [^\n]*\/app\/src\/actions/m);
    expect(toModule({ ...source, actionsId: undefined })).toContain('async () => ({})');
  });
});

describe("an app's own src/fetch.ts", () => {
  test('is put behind the guard', () => {
    const code = guardedFetchModule("export { default } from '/site/src/fetch.ts';");
    expect(code).toContain('import handler from "/site/src/fetch.ts"');
    expect(code).toContain('export default guardFetch(handler)');
  });

  test("Astro's own handler is left alone", () => {
    expect(guardedFetchModule('export default x;\nexport const isDefaultFetchHandler = true;')).toBeUndefined();
  });

  test('fails the build where it is loaded in a way that is not known', () => {
    expect(() => guardedFetchModule("import x from '/site/src/fetch.ts'; export default x;")).toThrow(
      /behind the guard/,
    );
  });
});

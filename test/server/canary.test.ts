import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as astroActions from 'astro/actions/runtime/entrypoints/server.js';

/**
 * What we use of Astro that it does not document. A test that fails here says which part of a new Astro is different, and
 * which file of ours stands on it.
 */
const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
const read = (path: string) => readFileSync(join(astro, path), 'utf8');

describe("Astro's inner workings are as they were", () => {
  test('integration/complete-astro-actions: astro:actions is a virtual module of this id', () => {
    expect(read('dist/actions/consts.js')).toMatch(/VIRTUAL_MODULE_ID = "astro:actions"/);
    expect(read('dist/actions/vite-plugin-actions.js')).toContain('astro/actions/runtime/entrypoints/server.js');
  });

  test('integration/complete-astro-actions: the server runtime exports these names', () => {
    expect(Object.keys(astroActions).toSorted()).toEqual([
      'ACTION_QUERY_PARAMS',
      'ActionError',
      'actions',
      'defineAction',
      'getActionContext',
      'getActionPath',
      'isActionError',
      'isInputError',
    ]);
  });

  test('server/internals: the symbols of the fetch state and of action contexts', () => {
    expect(read('dist/core/constants.js')).toContain('Symbol.for("astro.fetchState")');
    expect(read('dist/actions/runtime/server.js')).toContain('Symbol.for("astro.actionAPIContext")');
  });

  test('server/internals: the RPC route, and the query parameter of native posts', () => {
    expect(read('dist/actions/consts.js')).toContain('ACTION_RPC_ROUTE_PATTERN = "/_actions/[...path]"');
    expect(astroActions.ACTION_QUERY_PARAMS.actionName).toBe('_action');
  });

  test('server/internals: the route of components with server:defer', () => {
    expect(read('dist/core/server-islands/endpoint.js')).toContain('SERVER_ISLAND_ROUTE = "/_server-islands/[name]"');
  });

  test('server/internals: a result that is set stands in locals._actionPayload, and gives the page its status', () => {
    expect(read('dist/actions/utils.js')).toContain('"_actionPayload" in locals');
    expect(read('dist/core/fetch/fetch-state.js')).toContain('actionResult?.error.status');
    expect(read('dist/actions/runtime/server.js')).toMatch(/_actionPayload = \{\s*actionResult,\s*actionName\s*\}/);
  });

  test("integration/guarded-fetch: an app's own src/fetch.ts is the default export of a virtual module", () => {
    const plugin = read('dist/core/fetch/vite-plugin.js');
    expect(plugin).toContain('FETCHABLE_MODULE_ID = "virtual:astro:fetchable"');
    expect(plugin).toContain("`export { default } from '${resolvedUserAppId}';`");
    expect(plugin).toContain('export const isDefaultFetchHandler = true;');
  });

  test('server/serialize: an input error is revived as a 400 from its issues', () => {
    const revived = astroActions.ActionError.fromJson({
      type: 'AstroActionInputError',
      issues: [{ path: ['a'], message: 'No' }],
    });
    expect(revived).toMatchObject({ status: 400, fields: { a: ['No'] } });
  });

  test("server/actions: Astro's proxy answers `orThrow`, `toString` and nested names", () => {
    const { actions } = astroActions;
    expect(String(actions['a'].b)).toBe('?_action=a.b');
    expect(actions['a'].queryString).toBe('?_action=a');
    expect(actions['a'].orThrow).toBeTypeOf('function');
  });
});

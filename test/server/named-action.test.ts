import { describe, expect, test } from 'vitest';
import type { APIContext } from 'astro';
import { getActionContext } from 'astro/actions/runtime/entrypoints/server.js';
import { namedAction } from '../../src/server/named-action.js';

const rpc = '/_actions/[...path]';
const context = (path: string, routePattern = '/') => ({ url: new URL(path, 'http://site.example'), routePattern });

describe('the action that a request names', () => {
  test.each([
    ['RPC', '/_actions/a.b', rpc, { name: 'a.b', calledFrom: 'rpc' }],
    ['RPC below a base', '/docs/_actions/a', rpc, { name: 'a', calledFrom: 'rpc' }],
    ['RPC, with a slash at the end', '/_actions/a/', rpc, { name: 'a', calledFrom: 'rpc' }],
    ['RPC, an action in the query too', '/_actions/a?_action=b', rpc, { name: 'a', calledFrom: 'rpc' }],
    ['RPC, the segment twice', '/_actions/x/_actions/a', rpc, { name: 'a', calledFrom: 'rpc' }],
    ['a form', '/page?x=1&_action=a.b', '/page', { name: 'a.b', calledFrom: 'form' }],
    ['a form, two actions in the query', '/?_action=a&_action=b', '/', { name: 'a', calledFrom: 'form' }],
    ['a page', '/page', '/page', undefined],
    ['an empty name', '/page?_action=', '/page', undefined],
    ['a page whose path looks like it', '/_actions/a', '/[...rest]', undefined],
  ])('%s', (_, path, routePattern, named) => {
    expect(namedAction(context(path, routePattern))).toEqual(named);
    expect(astroSays(path, routePattern)).toEqual(named);
  });
});

function astroSays(path: string, routePattern: string) {
  const request = new Request('http://site.example', { method: 'POST' });
  // why: Astro looks at these parts of a context only
  const { action } = getActionContext({ ...context(path, routePattern), request, locals: {} } as unknown as APIContext);
  return action && { name: action.name.replace(/\/$/, ''), calledFrom: action.calledFrom };
}

import { describe, expect, test, vi } from 'vitest';
import { askForPrivacy, isSurelyPrivate, keepPrivate } from '../../src/server/privacy.js';

const page = (cache?: { enabled: boolean; set: (input: unknown) => void }) =>
  ({ locals: {}, cache }) as unknown as Parameters<typeof keepPrivate>[0]; // why: nothing else of a context is read
const response = (headers: Record<string, string> = {}) => new Response('page', { headers, status: 201 });

describe('a page that has to be private', () => {
  test.each([
    ['nothing', {}, 'private, no-cache'],
    ['public', { 'cache-control': 'public, max-age=60' }, 'private, no-cache'],
    [
      'private for a while, which would give an old key',
      { 'cache-control': 'private, max-age=60' },
      'private, no-cache',
    ],
    ['no-store, which is stricter', { 'cache-control': 'no-store' }, 'no-store'],
  ])('says so where it said: %s', async (_, headers, expected) => {
    const context = page();
    expect(askForPrivacy(context)).toBe(true);
    const marked = keepPrivate(context, response(headers));
    expect(marked.headers.get('cache-control')).toBe(expected);
    expect([marked.status, await marked.text()]).toEqual([201, 'page']);
    expect(askForPrivacy(context)).toBe(true);
  });

  test('says nothing to shared caches by their own headers, and is not put into Astro’s', () => {
    const set = vi.fn<(input: unknown) => void>();
    const context = page({ enabled: true, set });
    askForPrivacy(context);
    const { headers } = keepPrivate(
      context,
      response({
        'CDN-Cache-Control': 'max-age=60',
        'Netlify-CDN-Cache-Control': 'x',
        'Surrogate-Control': 'x',
        'X-Kept': 'x',
      }),
    );
    expect([...headers.keys()].toSorted()).toEqual(['cache-control', 'content-type', 'x-kept']);
    expect(set).toHaveBeenCalledWith(false);
  });

  test('can be marked although its headers cannot be changed', () => {
    const context = page();
    askForPrivacy(context);
    const { status, headers } = keepPrivate(context, Response.redirect('http://site.example/', 303));
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([
      303,
      'http://site.example/',
      'private, no-cache',
    ]);
  });
});

describe('a page that is asked to be private when its headers are gone', () => {
  test.each([
    ['nothing', {}, false],
    ['public', { 'cache-control': 'public' }, false],
    ['private', { 'cache-control': 'max-age=0, private' }, true],
    ['no-store', { 'cache-control': 'no-store' }, true],
  ])('%s: the answer is whether it is', (_, headers, isPrivate) => {
    const context = page();
    const sent = response(headers);
    expect(keepPrivate(context, sent)).toBe(sent);
    expect(askForPrivacy(context)).toBe(isPrivate);
  });
});

describe('a page is surely private', () => {
  test('when it was asked for, before and after its headers are made', () => {
    const context = page();
    expect(isSurelyPrivate(context)).toBe(false);
    askForPrivacy(context);
    expect(isSurelyPrivate(context)).toBe(true);
    keepPrivate(context, response());
    expect(isSurelyPrivate(context)).toBe(true);
  });

  test.each([
    ['no-store', true],
    ['private', true],
    ['public, max-age=60', false],
  ])('when it says so itself: %s', (header, isPrivate) => {
    const headers = new Headers({ 'cache-control': header });
    expect(isSurelyPrivate({ ...page(), response: { headers } })).toBe(isPrivate);
  });
});

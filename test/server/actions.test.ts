import { describe, expect, test } from 'vitest';
import { actions as astroActions } from 'astro/actions/runtime/entrypoints/server.js';
import { actions } from '../../src/server/actions.js';

// why: without an app the tree of actions has no type
const [own, astros] = [actions, astroActions] as unknown as Record<string, Record<string, Record<string, unknown>>>[];

describe('the actions of a page', () => {
  test('are the same whenever a page asks for them', () => {
    expect(own!['greet']).toBe(own!['greet']);
    expect(own!['posts']!['remove']).toBe(own!['posts']!['remove']);
    expect(own!['greet']).not.toBe(own!['posts']);
    expect(own!['greet']!['orThrow']).toBe(own!['greet']!['orThrow']);
  });

  test.each(['greet', 'with space', 'with.dot', 'constructor', '__proto__'])('have the query of Astro: %s', (name) => {
    expect(String(own![name])).toBe(String(astros![name]));
    expect(own![name]!['queryString']).toBe(astros![name]!['queryString']);
    expect(String(own![name]!['inner'])).toBe(String(astros![name]!['inner']));
    expect(String(own![name])).toBe(String(astros![name]));
  });
});

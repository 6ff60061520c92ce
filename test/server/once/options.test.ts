import { z } from 'zod';
import { afterEach, describe, expect, test } from 'vitest';
import { defineAction } from '../../../src/server/define-action.js';
import { toKeptSeconds } from '../../../src/server/once/options.js';
import { configure } from '../../../src/server/runtime.js';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import { options } from './support.js';

afterEach(() => configure(options, async () => ({})));
const accept = 'form' as const;

describe('once', () => {
  test.each([
    ['not given', { accept }, undefined],
    ['false', { accept, once: false }, undefined],
    ['true', { accept, once: true }, 86_400],
    ['with a time', { accept, once: { keep: 60 } }, 60],
    ['false, for JSON', { accept: 'json' as const, once: false }, undefined],
  ])('%s', (_, definition, keep) => {
    expect(toKeptSeconds(definition)).toBe(keep);
  });

  test.each([
    ['JSON, which has no key', { once: true }, /takes JSON/, /accept: "form"/],
    ['no time at all', { accept, once: { keep: 0 } }, /`once.keep` is 0/, /number of seconds/],
    ['no number', { accept, once: { keep: 'day' as unknown as number } }, /`once.keep` is "day"/, /number of seconds/],
    ['for ever', { accept, once: { keep: Infinity } }, /cannot be kept/, /number of seconds/],
  ])('is refused with %s, and says what to do', (_, definition, message, hint) => {
    const define = () => defineAction({ input: z.object({}), handler: () => {}, ...definition });
    expect(define).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), hint: expect.stringMatching(hint) }),
    );
  });

  test('is refused with a store that cannot claim, which other actions may have', () => {
    const { get, set } = createMemoryStore();
    configure(options, async () => ({}), { get, set });
    expect(() => defineAction({ accept, once: true, handler: () => {} })).toThrow(/cannot be used with `once`/);
    expect(() => defineAction({ accept, handler: () => {} })).not.toThrow();
  });
});

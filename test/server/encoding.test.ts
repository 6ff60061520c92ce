import { expect, test } from 'vitest';
import { randomBytes, randomId } from '../../src/server/encoding.js';

test('ids are 22 characters, and no two are the same, from one draw of bytes or from several', () => {
  const ids = Array.from({ length: 2000 }, randomId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[A-Za-z0-9_-]{22}$/.test(id))).toEqual([]);
});

test('random bytes are of the length asked for, and nobody else has them', () => {
  const all = Array.from({ length: 1000 }, () => randomBytes(12));
  expect(all.filter(({ byteLength, buffer }) => byteLength !== 12 || buffer.byteLength !== 12)).toEqual([]);
  expect(new Set(all.map(String)).size).toBe(all.length);
});

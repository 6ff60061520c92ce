import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HostileApp, startHostileApp } from './support/hostile-app.js';

let app: HostileApp;
beforeAll(async () => {
  app = await startHostileApp();
});
afterAll(() => app.stop());

const call = (action: string, body: string, type = 'application/json') =>
  app.fetch(`/_actions/${action}`, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
  });
/** Milliseconds of processor time for which a body may keep the server from everybody else. */
const AT_MOST = 250;

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('JSON', () => {
  test.each<[string, string, string, number]>([
    ['a hundred levels', 'anything', nested(100), 200],
    ['a hundred levels of a schema of itself', 'nested', nested(100), 200],
    ['brackets in a text', 'anything', JSON.stringify('[{'.repeat(1000)), 200],
    ['a hundred and one levels', 'anything', nested(101), 400],
    ['five thousand levels', 'anything', nested(5000), 400],
    ['five thousand levels of a schema of itself', 'nested', nested(5000), 400],
    ['half a million levels', 'nested', nested(500_000), 400],
    ['half a million levels that do not end', 'nested', '['.repeat(1_000_000), 400],
    ['a hundred thousand objects in each other', 'anything', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 400],
    ['__proto__', 'anything', '{"__proto__":{"polluted":1}}', 400],
    ['__proto__ below', 'json', '{"rest":{"a":[{"__proto__":{"polluted":1}}]}}', 400],
    ['__proto__, escaped', 'anything', '{"\\u005f\\u005Fproto__":{"polluted":1}}', 400],
    ['__proto__ as a text', 'anything', '["__proto__"]', 200],
    ['constructor.prototype', 'anything', '{"constructor":{"prototype":{"polluted":1}}}', 200],
    ['a key twice', 'json', '{"name":"a","name":"b"}', 200],
    ['an unknown key', 'json', '{"nope":1}', 200],
    ['a wrong type', 'json', '{"name":{"toString":"x"}}', 400],
    ['a list for an object', 'json', '[]', 400],
    ['null', 'json', 'null', 400],
    ['a number that is too large', 'anything', '1e999', 200],
    ['a number of a megabyte', 'anything', '1'.repeat(1_000_000), 200],
    ['two values', 'anything', '{}{}', 400],
    ['a comma too many', 'anything', '[1,]', 400],
    ['a comment', 'anything', '{}//', 400],
    ['NaN', 'anything', 'NaN', 400],
    ['a lone surrogate', 'anything', '"\\ud800"', 200],
    ['a byte order mark', 'anything', '\uFEFF{}', 200],
    ['a NUL', 'anything', '"\0"', 400],
    ['a text that does not end', 'anything', '"[[[[', 400],
  ])('%s', async (_, action, body, status) => {
    const before = await app.health();
    expect((await call(action, body)).status).toBe(status);
    const after = await app.health();
    expect(after.runs - before.runs).toBe(status === 200 ? 1 : 0);
    if (after.longestTurn >= AT_MOST) {
      await (await call(action, body)).text();
      expect((await app.health()).longestTurn).toBeLessThan(AT_MOST);
    }
    expect(after.pollution).toEqual([]);
  });
});

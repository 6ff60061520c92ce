import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HostileBody } from './body.js';
import { expectAnswer, type HostileApp, nativeStatus, startHostileApp } from './hostile-app.js';

/** Milliseconds of processor time for which a body may keep the server from everybody else. */
const AT_MOST = 250;

/** The first body of a kind has code compiled for it, which is not its fault. */
async function againOf(app: HostileApp, body: HostileBody): Promise<number> {
  for (const response of [await app.call(body), await app.post(body)]) await response.text();
  return (await app.health()).longestTurn;
}

/** Tests that every body of the tables comes to what it says: called, and posted natively. */
export function testBodies(tables: Readonly<Record<string, readonly HostileBody[]>>): void {
  let app: HostileApp;
  beforeAll(async () => {
    app = await startHostileApp();
    // The first requests of a server are slow, and not what is measured here.
    await Promise.all(
      ['/', '/health.json', '/ping'].map((path) => app.fetch(path).then((response) => response.text())),
    );
  });
  afterAll(() => app.stop());

  describe.each(Object.entries(tables))('%s', (_, bodies) => {
    test.each(bodies)('$title', async (body) => {
      const before = await app.health();
      await expectAnswer(await app.call(body), body.outcome);
      const native = await app.post(body);
      expect(nativeStatus(body.outcome), await native.text()).toContain(native.status);
      const after = await app.health();
      expect(after.pollution).toEqual([]);
      expect(after.runs - before.runs).toBe('data' in body.outcome ? 2 : 0);
      if (after.longestTurn >= AT_MOST) expect(await againOf(app, body)).toBeLessThan(AT_MOST);
    });
  });
}

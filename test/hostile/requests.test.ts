import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requests } from './bodies/catalogue.js';
import type { RawRequest } from './bodies/requests.js';
import { type Exchange, exchange } from './support/exchange.js';
import { type HostileApp, startHostileApp } from './support/hostile-app.js';

/** Milliseconds within which a request that is whole is answered, on a machine that does nothing else. */
const AT_ONCE = 250;

let app: HostileApp;
let port: number;
beforeAll(async () => {
  app = await startHostileApp();
  port = Number(new URL(app.url).port);
  // The first requests of a server are slow, and not what is measured here.
  for (const path of ['/', '/search?age=x', '/health.json', '/ping']) await (await app.fetch(path)).text();
});
afterAll(() => app.stop());

describe.each(Object.entries(requests))('%s', (_, rows) => {
  test.each(rows)('$title', async (request) => {
    const before = await app.health();
    const answer = await exchange(port, request.pieces, request);
    const after = await app.health();
    if (request.statuses.length === 0) expect(answer.statuses).toEqual([]);
    else expect(request.statuses, answer.text.slice(0, 600)).toContain(answer.statuses[0]);
    for (const status of answer.statuses) expect(status).toBeLessThan(500);
    const isRefused = answer.statuses.length > 0 && answer.statuses.every((status) => status >= 400);
    if (isRefused) expect(after.runs).toBe(before.runs);
    if (request.runs !== 'any') expect(after.runs - before.runs).toBe(request.runs);
    expect(after.pollution).toEqual([]);
    if (request.isWhole) await expectAtOnce(request, answer);
  });
});

/** A machine that is busy is slow once, and not three times more than it is with an empty answer. */
async function expectAtOnce(request: RawRequest, first: Exchange): Promise<void> {
  let quickest = first.delay ?? Infinity;
  for (let attempt = 0; attempt < 3 && quickest > AT_ONCE; attempt += 1) {
    const idle = await exchange(port, ['GET /ping HTTP/1.1\r\nHost: x\r\n\r\n']);
    const again = await exchange(port, request.pieces, request);
    quickest = Math.min(quickest, (again.delay ?? Infinity) - (idle.delay ?? 0));
  }
  expect(quickest).toBeLessThan(AT_ONCE);
}

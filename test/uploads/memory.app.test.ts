import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'devalue';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Gauge } from '../soak/gauge.js';
import { type App, buildApp, startBuild } from '../support/app.js';
import { content, head, headers, MB, tail } from './large-body.js';

const SIZE = 200 * MB;
/** Bytes that files of `SIZE` may add at most to the resident memory of a server, however many of them come. */
const BOUND = 30 * MB;
/** Where the rest of a body is left unread, the server hangs up only some seconds later. */
const ROUNDS = { taken: 4, refused: 2 };

const agent = new Agent({ keepAlive: true });
let app: App;
let folder: string;
// Each on a server of its own, whose memory has not grown yet.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-'));
  app = await startBuild(await buildApp('test/fixtures/uploads'), { cwd: folder });
});
afterEach(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});
afterAll(() => agent.destroy());

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
}

/**
 * Posts a file in a chunked body. A sender as a browser is one: it goes on after a refusal, until all is sent or the server
 * hangs up.
 */
async function post(path: string, size: number): Promise<Answer> {
  const sending = request(new URL(path, app.url), { method: 'POST', agent, headers });
  const closed = new Promise<void>((resolve) => sending.on('close', resolve));
  const answer = once(sending, 'response').then(async ([response]): Promise<Answer> => {
    const { statusCode: status } = response as IncomingMessage; // why: what a request emits as its response
    return { status, text: await text(response as IncomingMessage) };
  });
  // After the answer it is how the server hangs up.
  sending.on('error', () => {});
  sending.write(head);
  for (const bytes of content(size)) {
    if (sending.destroyed) break;
    if (!sending.write(bytes)) await Promise.race([new Promise((resolve) => sending.once('drain', resolve)), closed]);
  }
  sending.end(tail);
  await closed;
  return answer;
}

/** By how much the memory of the server was at most above what it was at first, in each round, in bytes. */
async function risesOf(rounds: number, round: () => Promise<void>): Promise<number[]> {
  const gauge = new Gauge(app.pid);
  const bytes = () => gauge.readings.splice(0).map(({ memory }) => memory * 1024 * 1024);
  const before = gauge.read().memory * 1024 * 1024;
  const rises: number[] = [];
  gauge.start(20);
  for (let done = 0; done < rounds; done += 1) {
    await round();
    gauge.readings.push(gauge.read());
    rises.push(Math.max(...bytes()) - before);
  }
  gauge.stop();
  return rises;
}

const hash = createHash('sha256');
for (const bytes of content(SIZE)) hash.update(bytes);
const whole = { name: 'a.bin', type: 'a/b', size: SIZE, sha256: hash.digest('hex'), isFile: true };

test.each([
  {
    what: `files of ${SIZE / MB} MB that a script sends`,
    path: '/_actions/store',
    size: SIZE,
    rounds: ROUNDS.taken,
    check: ({ status, text }: Answer) => expect({ status, data: parse(text) }).toEqual({ status: 200, data: whole }),
  },
  {
    what: `files of ${SIZE / MB} MB that a form without JavaScript sends to its page`,
    path: '/?_action=store',
    size: SIZE,
    rounds: ROUNDS.taken,
    check: ({ status }: Answer) => expect(status).toBe(303),
  },
  {
    what: `files of ${SIZE / MB} MB that a script sends to an action that takes 3 MB`,
    path: '/_actions/less',
    size: SIZE,
    rounds: ROUNDS.refused,
    check: ({ status }: Answer) => expect(status).toBe(413),
  },
  {
    what: `files of ${SIZE / MB} MB that a form without JavaScript sends to an action that takes 3 MB`,
    path: '/?_action=less',
    size: SIZE,
    rounds: ROUNDS.refused,
    check: ({ status }: Answer) => expect(status).toBe(413),
  },
  {
    what: 'files of 220 MB that a script sends to an action that takes 210 MB',
    path: '/_actions/store',
    size: 220 * MB,
    rounds: ROUNDS.refused,
    check: ({ status }: Answer) => expect(status).toBe(413),
  },
])(
  `$what do not raise the memory of the server by more than ${BOUND / MB} MB`,
  async ({ what, path, size, rounds, check }) => {
    // The very first form is read by code that has not been loaded yet.
    await post(path, 1000);
    const rises = await risesOf(rounds, async () => check(await post(path, size)));
    console.log(`${what}: ${rises.map((rise) => (rise / MB).toFixed(1)).join(', ')} MB more memory`);
    expect(Math.max(...rises)).toBeLessThanOrEqual(BOUND);
    await vi.waitFor(async () => expect(await readdir(join(folder, '.data/uploads'))).toEqual([]));
  },
);

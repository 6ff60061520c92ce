import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'devalue';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Gauge } from '../soak/gauge.js';
import { type App, buildApp, startBuild } from '../support/app.js';

const MB = 1_000_000;
const SIZE = 200 * MB;
/** What an upload that a handler reads as it comes may add to the memory of the server, in MiB. */
const ALLOWED = 30;
/** `limits.bytes` of the fixture's actions. */
const LIMIT = 210 * MB;
const LIMIT_OF_LESS = 3 * MB;

let app: App;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'large-'));
  app = await startBuild(await buildApp('test/fixtures/uploads'), { cwd: folder });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

const head = '--XX\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: a/b\r\n\r\n';
const tail = '\r\n--XX--\r\n';
const block = Buffer.from(Array.from({ length: 64 * 1024 }, (_, index) => (index * 7919) % 251));

/** The bytes of a file, in blocks: neither side holds all of it. */
function* content(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= block.length) yield block.subarray(0, Math.min(left, block.length));
}

function send(path: string, size: number): Promise<Response> {
  async function* body() {
    yield Buffer.from(head);
    yield* content(size);
    yield Buffer.from(tail);
  }
  return app.fetch(path, {
    method: 'POST',
    body: body() as unknown as BodyInit, // why: Node sends what an async iterator gives
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=XX' },
    duplex: 'half',
  } as RequestInit); // why: TypeScript's RequestInit lacks `duplex`
}

const left = () => readdir(join(folder, '.data/uploads')).catch(() => []);

/** How much more memory a server had at most than before something went on, in MiB. */
async function riseOf({ pid }: App, goesOn: () => Promise<unknown>): Promise<number> {
  const gauge = new Gauge(pid);
  const before = gauge.read().memory;
  gauge.start(20);
  await goesOn();
  gauge.stop();
  return Math.max(...[...gauge.readings, gauge.read()].map(({ memory }) => memory)) - before;
}

test(`uploads of ${SIZE / MB} MB reach the handler whole, and add less than ${ALLOWED} MiB to the memory of the server`, async () => {
  const hash = createHash('sha256');
  for (const bytes of content(SIZE)) hash.update(bytes);
  const sent = { name: 'a.bin', type: 'a/b', size: SIZE, sha256: hash.digest('hex'), isFile: true };
  // The very first form is read by code that has not been loaded yet.
  await (await send('/_actions/store', 1000)).text();

  const rises: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    let answer = '';
    rises.push(await riseOf(app, async () => (answer = await (await send('/_actions/store', SIZE)).text())));
    expect(parse(answer)).toEqual(sent);
  }
  console.log(`uploads of ${SIZE / MB} MB: ${rises.map((rise) => rise.toFixed(1)).join(', ')} MiB more memory`);
  expect(Math.max(...rises)).toBeLessThan(ALLOWED);
  expect(await left()).toEqual([]);
});

test('a body that says that it is too long is refused before any of it is sent', async () => {
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  socket.write(
    `POST /_actions/store HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=XX\r\nContent-Length: ${LIMIT + 1}\r\n\r\n`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer]; // why: what a socket emits as data
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
});

test('a body that is too long without saying so is refused at the first byte over the limit', async () => {
  const more = LIMIT_OF_LESS - head.length - tail.length;
  expect((await send('/_actions/less', more)).status).toBe(200);
  const refused = await send('/_actions/less', more + 1);
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ message: expect.stringContaining('3 MB') });
  // Neither the rest nor the end of it ever comes.
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
  socket.write(
    'POST /_actions/less HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=XX\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  socket.write(chunk(Buffer.from(head)));
  for (const bytes of content(LIMIT_OF_LESS - head.length + 1)) socket.write(chunk(bytes));
  const [answer] = (await once(socket, 'data')) as [Buffer]; // why: what a socket emits as data
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
  await vi.waitFor(async () => expect(await left()).toEqual([]));
});

test('a sender that goes away leaves nothing behind', async () => {
  const gone = new AbortController();
  async function* body() {
    yield Buffer.from(head);
    yield* content(3 * MB);
    await vi.waitFor(async () => expect(await left()).toHaveLength(1));
    gone.abort();
    yield Buffer.from(tail);
  }
  const sent = app.fetch('/_actions/store', {
    method: 'POST',
    body: body() as unknown as BodyInit, // why: Node sends what an async iterator gives
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=XX' },
    duplex: 'half',
    signal: gone.signal,
  } as RequestInit); // why: TypeScript's RequestInit lacks `duplex`
  await expect(sent).rejects.toThrow('aborted');
  await vi.waitFor(async () => expect(await left()).toEqual([]));
});

import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type App, buildApp, startBuild } from '../support/app.js';
import { content, head, headers, MB, tail } from './large-body.js';

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

function send(path: string, size: number): Promise<Response> {
  async function* body() {
    yield Buffer.from(head);
    yield* content(size);
    yield Buffer.from(tail);
  }
  return app.fetch(path, {
    method: 'POST',
    body: body() as unknown as BodyInit, // why: Node sends what an async iterator gives
    headers,
    duplex: 'half',
  } as RequestInit); // why: TypeScript's RequestInit lacks `duplex`
}

const left = () => readdir(join(folder, '.data/uploads')).catch(() => []);

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
    headers,
    duplex: 'half',
    signal: gone.signal,
  } as RequestInit); // why: TypeScript's RequestInit lacks `duplex`
  await expect(sent).rejects.toThrow('aborted');
  await vi.waitFor(async () => expect(await left()).toEqual([]));
});

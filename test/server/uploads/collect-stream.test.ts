import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectStream } from '../../../src/server/uploads/collect-stream.js';

const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251));

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'collect-stream-'));
  path = join(folder, 'a');
  await writeFile(path, content);
});
afterAll(() => rm(folder, { recursive: true }));

const open = async () => collectStream(new File([await openAsBlob(path)], 'a.bin', { type: 'a/b' }));

async function byBuffers(file: File): Promise<Buffer> {
  const reader = file.stream().getReader({ mode: 'byob' });
  const all: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(10_000));
    if (done) return Buffer.concat(all);
    all.push(value);
  }
}

test.each<[string, (file: File) => Promise<Buffer>]>([
  ['its stream', async (file) => Buffer.from(await new Response(file.stream()).arrayBuffer())],
  ['its stream, with buffers that the reader brings', byBuffers],
  ['a slice of all of it', async (file) => Buffer.from(await file.slice().arrayBuffer())],
  ['a response', async (file) => Buffer.from(await new Response(file).arrayBuffer())],
  ['its bytes', async (file) => Buffer.from(await file.arrayBuffer())],
])('a file is read whole, and again, by %s', async (_, read) => {
  const file = await open();
  for (let time = 0; time < 2; time += 1) expect(content.equals(await read(file))).toBe(true);
});

test('it stays a File, with nothing of its own to be seen', async () => {
  const file = await open();
  expect([file.constructor, file.name, file.type, file.size]).toEqual([File, 'a.bin', 'a/b', content.length]);
  expect(Object.keys(file)).toEqual([]);
});

test('a reader may stop in the middle', async () => {
  const reader = (await open()).stream().getReader();
  expect((await reader.read()).value?.length).toBeGreaterThan(0);
  await reader.cancel();
  expect(await reader.read()).toEqual({ done: true, value: undefined });
});

test('what the disk says goes to the reader', async () => {
  const file = await open();
  await writeFile(path, 'changed');
  await expect(new Response(file.stream()).arrayBuffer()).rejects.toMatchObject({ name: 'NotReadableError' });
  await writeFile(path, content);
});

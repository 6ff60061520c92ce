import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outlineMultipart } from '../../../src/server/multipart.js';
import { MalformedMultipartError } from '../../../src/server/uploads/framing.js';
import { createSpool, IN_MEMORY, type Spool } from '../../../src/server/uploads/spool.js';
import { streamForm, TextTooLargeError } from '../../../src/server/uploads/stream-form.js';
import { SubmissionLimitError } from '../../../src/submission/limits.js';
import { bodies } from '../../hostile/bodies/catalogue.js';
import { filePart, part, parts } from '../../hostile/support/body.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stream-form-'));
});
afterAll(() => rm(folder, { recursive: true }));

const limits = { names: 2000, files: 1000, text: 2_000_000 };
const limitOf = (error: unknown) => (error instanceof SubmissionLimitError ? error.limit : error);

interface Options {
  readonly chunk?: number;
  readonly changed?: Partial<typeof limits>;
  readonly boundary?: string;
  readonly spool?: Spool;
}

const bytesOf = (body: string | Uint8Array<ArrayBuffer>) => (typeof body === 'string' ? Buffer.from(body) : body);

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function read(
  body: string | Uint8Array<ArrayBuffer>,
  { chunk = 64 * 1024, changed, boundary = 'XX', spool = createSpool(async () => folder) }: Options = {},
): Promise<FormData> {
  return streamForm(inChunks(bytesOf(body), chunk), boundary, { limits: { ...limits, ...changed }, spool });
}

/** What a form holds, to be compared. */
async function described(form: FormData): Promise<unknown[]> {
  return Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, value.name, value.type, value.size, await value.text()],
    ),
  );
}

/** What becomes of a body that is held in memory. `undefined`: it is refused. */
async function inMemory(body: string | Uint8Array<ArrayBuffer>, type: string, boundary: string) {
  if (outlineMultipart(new TextDecoder('latin1').decode(bytesOf(body)), boundary) === undefined) return undefined;
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined);
  return form && described(form);
}

const hostile = Object.values(bodies.multipart)
  .flat()
  .flatMap((body) => {
    const boundary = /boundary="?([^";]+)/i.exec(body.type)?.[1];
    return boundary && body.type.startsWith('multipart/form-data;') && body.body.length < 20_000
      ? [{ ...body, boundary }]
      : [];
  });

describe('a body that comes in chunks is read as one in memory, or refused as that is', () => {
  test.each(hostile)('$title', async ({ body, type, boundary }) => {
    const expected = await inMemory(body, type, boundary);
    for (const chunk of [body.length < 1000 ? 1 : 64, 7, 64 * 1024]) {
      const form = await read(body, { chunk, boundary }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(MalformedMultipartError);
      });
      expect(form && (await described(form)), `chunks of ${chunk}`).toEqual(expected);
    }
  });
});

const bytes = (size: number, fill = 'x') => fill.repeat(Math.ceil(size / fill.length)).slice(0, size);
const body = (all: readonly string[]) => parts('', all, { refused: 0 }).body;

describe('a body that is read as it comes', () => {
  test.each([1, 3, 100, 64 * 1024])('texts and files keep their order, in chunks of %i', async (chunk) => {
    const sent = body([
      part('name="a"', 'ä'),
      filePart('f', 'a%22.txt', '\n--X\n--X', 'image/PNG'),
      filePart('f', '', '', 'application/octet-stream'),
      part('name="a"', ''),
    ]);
    expect(await described(await read(sent, { chunk }))).toEqual([
      ['a', 'ä'],
      ['f', 'a".txt', 'image/png', 10, '\r\n--X\r\n--X'],
      ['f', '', 'application/octet-stream', 0, ''],
      ['a', ''],
    ]);
  });

  test('files are Files, whether they are in memory or on the disk, and only what memory has no room for is there', async () => {
    const spool = createSpool(async () => folder);
    const sent = body([filePart('f', 'small', bytes(1000, 'abc')), filePart('f', 'large', bytes(IN_MEMORY, 'def'))]);
    const files = (await read(sent, { spool })).getAll('f');
    expect(files.map((file) => file instanceof File && spool.pathOf(file) !== undefined)).toEqual([false, true]);
    expect(await readdir(folder)).toHaveLength(1);
    for (const [index, fill] of ['abc', 'def'].entries()) {
      const file = files[index] as File; // why: told two lines above
      expect(file.constructor).toBe(File);
      expect(await file.text()).toBe(bytes(file.size, fill));
      expect(await file.slice(3, 6).text()).toBe(fill);
    }
    await spool.dispose();
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([1000, 64 * 1024, 4 * IN_MEMORY])('large texts and files, in chunks of %i', async (chunk) => {
    const spool = createSpool(async () => folder);
    const [text, file] = [bytes(600_000, 'abc\n'), bytes(IN_MEMORY + 5000, 'def\n--X')];
    const form = await read(body([part('name="a"', text), filePart('f', 'f', file), part('name="b"', text)]), {
      chunk,
      spool,
    });
    const crlf = (content: string) => content.replaceAll('\n', '\r\n');
    expect([form.get('a'), form.get('b')]).toEqual([crlf(text), crlf(text)]);
    expect(await (form.get('f') as File).text()).toBe(crlf(file)); // why: sent with a name of a file
    await spool.dispose();
  });

  const tooLong = part('name="a"', 'x', `X-Long: ${bytes(16 * 1024)}\n`);
  test.each<[string, string[], Partial<typeof limits>, unknown]>([
    ['names', Array.from({ length: 5 }, () => part('name="a"', 'x')), { names: 1 }, 'names'],
    ['files', [filePart('a', 'f', ''), filePart('a', 'f', '')], { files: 1 }, 'files'],
    ['bytes of text', [part('name="a"', 'xx'), part('name="b"', 'x')], { text: 2 }, expect.any(TextTooLargeError)],
    ['bytes of headers', [tooLong], {}, expect.any(MalformedMultipartError)],
  ])('%s past a limit are refused before the rest is asked for', async (_, all, changed, expected) => {
    const whole = Buffer.from(body(all));
    let asked = 0;
    async function* endless() {
      yield whole.subarray(0, whole.length - 8);
      for (; asked < 100; asked += 1) yield Buffer.from('x');
    }
    const spool = createSpool(async () => folder);
    const error: unknown = await streamForm(endless(), 'XX', { limits: { ...limits, ...changed }, spool }).catch(
      limitOf,
    );
    expect(error).toEqual(expected);
    expect(asked).toBeLessThan(5);
    expect(await read(body(all.slice(0, 1)), { changed }).catch(limitOf)).toEqual(
      all.length > 1 ? expect.any(FormData) : expected,
    );
  });

  test('of a hundred thousand parts no more are read than the limit, and the chunk that it is in', async () => {
    const whole = Buffer.from(body(Array.from({ length: 100_000 }, () => part('name="a"', 'x'))));
    let asked = 0;
    async function* counted() {
      for await (const chunk of inChunks(whole, 64 * 1024)) {
        asked += 1;
        yield chunk;
      }
    }
    const spool = createSpool(async () => folder);
    const start = process.cpuUsage();
    const error: unknown = await streamForm(counted(), 'XX', { limits: { ...limits, names: 1000 }, spool }).catch(
      limitOf,
    );
    const { user, system } = process.cpuUsage(start);
    expect(error).toBe('names');
    expect(asked).toBeLessThan(4);
    expect((user + system) / 1000).toBeLessThan(250);
  });

  test.each<[string, () => AsyncIterable<Uint8Array>]>([
    [
      'a source that fails',
      async function* () {
        yield Buffer.from(body([filePart('f', 'a', bytes(3 * IN_MEMORY))])).subarray(0, 2 * IN_MEMORY);
        throw new Error('gone');
      },
    ],
  ])('%s leaves nothing behind', async (_, source) => {
    const spool = createSpool(async () => folder);
    await expect(streamForm(source(), 'XX', { limits, spool })).rejects.toThrow('gone');
    await spool.dispose();
    expect(await readdir(folder)).toEqual([]);
  });

  test('a disk that cannot be written to ends it', async () => {
    const spool = createSpool(() => Promise.reject(new Error('read-only')));
    const sent = body([filePart('f', 'a', bytes(3 * IN_MEMORY)), part('name="a"', 'x')]);
    await expect(read(sent, { spool })).rejects.toThrow('read-only');
  });
});

import type { Readable } from 'node:stream';
import { Dicer } from '@fastify/busboy';
import { RESERVED_FIELDS } from '../../shared/wire.js';
import { SubmissionLimitError, type Limits } from '../../submission/limits.js';
import { collectChunks } from './collect-chunks.js';
import { Framing } from './framing.js';
import { decodeUtf8, type PartHead } from './part-head.js';
import type { Spool } from './spool.js';

export interface StreamLimits extends Pick<Limits, 'names' | 'files'> {
  /** Bytes of all texts together: they are held in memory. */
  readonly text: number;
}

/** Thrown at the first byte of a text that is too many. */
export class TextTooLargeError extends Error {
  override readonly name = 'TextTooLargeError';
}

/**
 * Reads a multipart body as it comes, and holds no more of it in memory than its texts and what the spool leaves there.
 *
 * @throws MalformedMultipartError, SubmissionLimitError, TextTooLargeError, each at the first byte that is wrong; what the
 * source and the disk throw.
 */
export async function streamForm(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
  { limits, spool }: { limits: StreamLimits; spool: Spool },
): Promise<FormData> {
  const framing = new Framing(boundary);
  const count = counter(limits);
  const heads: PartHead[] = [];
  const reading: Promise<string | File>[] = [];
  const open: Readable[] = [];
  const parser = openParser(boundary);
  const texts = { left: limits.text };

  parser.dicer.on('part', (part: Readable) => {
    const index = reading.length;
    const value = Promise.withResolvers<string | File>();
    value.promise.catch(parser.fail);
    reading.push(value.promise);
    open.push(part);
    part.on('error', value.reject);
    // The framing has read these headers before: here they only say that the content begins.
    part.on('header', () => value.resolve(readPart(part, heads[index]!, { spool, texts })));
  });

  try {
    for await (const chunk of chunks) {
      const begun = framing.write(chunk);
      count(begun);
      heads.push(...begun);
      await parser.write(chunk);
      collectChunks(chunk.length);
    }
    framing.end();
    const values = await Promise.all(reading);
    const form = new FormData();
    for (const [index, value] of values.entries()) form.append(heads[index]!.name, value);
    return form;
  } catch (error) {
    for (const part of open) part.destroy(new Error('The rest of the body is not read.'));
    await Promise.allSettled(reading);
    throw error;
  }
}

interface Parser {
  readonly dicer: Dicer;
  /** Ends when the parser, and who reads the part that it is in, want more. Rejects when either has failed. */
  write(chunk: Uint8Array): Promise<void>;
  readonly fail: (error: unknown) => void;
}

function openParser(boundary: string): Parser {
  const dicer = new Dicer({ boundary });
  let failed: { readonly error: unknown } | undefined;
  let writing: PromiseWithResolvers<void> | undefined;
  const fail = (error: unknown) => {
    failed ??= { error };
    writing?.reject(failed.error);
  };
  dicer.on('error', fail);
  // A chunk with the last delimiter in it is not always called written when its parts have been read.
  dicer.on('finish', () => writing?.resolve());
  return {
    dicer,
    fail,
    write(chunk) {
      writing = Promise.withResolvers();
      if (failed === undefined) dicer.write(chunk, () => writing?.resolve());
      else writing.reject(failed.error);
      return writing.promise;
    },
  };
}

function counter({ names, files }: StreamLimits): (heads: readonly PartHead[]) => void {
  let [parts, withFile] = [0, 0];
  return (heads) => {
    parts += heads.length;
    withFile += heads.filter(({ filename }) => filename).length;
    // Our own hidden fields come on top of what a form may hold.
    if (parts > names + RESERVED_FIELDS.length) throw new SubmissionLimitError('names', names);
    if (withFile > files) throw new SubmissionLimitError('files', files);
  };
}

async function readPart(
  part: Readable,
  { filename, type }: PartHead,
  { spool, texts }: { spool: Spool; texts: { left: number } },
): Promise<string | File> {
  if (filename !== undefined) {
    const sink = spool.sink();
    // why: of a stream of bytes every chunk is a Buffer
    for await (const chunk of part as AsyncIterable<Buffer>) await sink.write(chunk);
    return sink.end(filename, type);
  }
  const text: Buffer[] = [];
  for await (const chunk of part as AsyncIterable<Buffer>) {
    texts.left -= chunk.length;
    if (texts.left < 0) throw new TextTooLargeError();
    text.push(chunk);
  }
  return decodeUtf8(Buffer.concat(text));
}

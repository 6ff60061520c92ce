import { RESERVED_FIELDS } from '../shared/wire.js';
import { type Limits, SubmissionLimitError } from '../submission/limits.js';
import { chunksOf } from './body-chunks.js';
import { malformed, textTooLarge } from './body-errors.js';
import { outlineMultipart } from './multipart.js';
import { letPassOn, letReadAgain } from './reread.js';
import { MalformedMultipartError } from './uploads/framing.js';
import { IN_MEMORY, type Spool } from './uploads/spool.js';
import { streamForm, TextTooLargeError } from './uploads/stream-form.js';

/** How much of a body may be read, and what a form in it may hold, counted before anything is built from it. */
export interface BodyLimits extends Pick<Limits, 'names' | 'files'> {
  readonly bytes: number;
  /** Bytes of all that is no file: it is held in memory. */
  readonly text: number;
}

interface MultipartSource {
  readonly contentType: string;
  readonly boundary: string | undefined;
  readonly limits: BodyLimits;
  readonly spool: () => Spool;
}

/**
 * Reads a multipart form: what is short at once, which is faster, and what is long as it comes. The request of a short one
 * stays readable; any other one is without a body afterwards.
 */
export async function readMultipart(request: Request, source: MultipartSource): Promise<FormData> {
  if (!source.boundary) throw malformed('multipart form without a boundary');
  try {
    return await readParts(request, source);
  } finally {
    letPassOn(request);
  }
}

async function readParts(request: Request, source: MultipartSource): Promise<FormData> {
  const { limits } = source;
  const chunks = chunksOf(request.body, limits.bytes);
  const first: Uint8Array<ArrayBuffer>[] = [];
  for (let length = 0; length <= IN_MEMORY;) {
    const { done, value } = await chunks.next();
    if (done) {
      const bytes = Buffer.concat(first, length);
      letReadAgain(request, bytes);
      return parseMultipart(bytes, source);
    }
    length += value.byteLength;
    first.push(value);
  }
  async function* all() {
    for (let early = first.shift(); early !== undefined; early = first.shift()) yield early;
    yield* chunks;
  }
  return streamMultipart(all(), source);
}

async function streamMultipart(
  chunks: AsyncIterable<Uint8Array>,
  { boundary = '', limits, spool }: MultipartSource,
): Promise<FormData> {
  try {
    return await streamForm(chunks, boundary, { limits, spool: spool() });
  } catch (error) {
    if (error instanceof MalformedMultipartError) throw malformed('multipart form');
    if (error instanceof TextTooLargeError) throw textTooLarge(limits.text);
    throw error;
  }
}

/** U+FEFF in UTF-8, a character a byte. */
const BYTE_ORDER_MARK = '\u00EF\u00BB\u00BF';

async function parseMultipart(bytes: Uint8Array<ArrayBuffer>, source: MultipartSource): Promise<FormData> {
  const { contentType, boundary = '', limits } = source;
  // Latin-1 keeps a character a byte, so that offsets cannot drift.
  const text = new TextDecoder('latin1').decode(bytes);
  const outline = outlineMultipart(text, boundary);
  if (outline === undefined) throw malformed('multipart form');
  if (outline.parts > limits.names + ownFields) throw new SubmissionLimitError('names', limits.names);
  if (outline.files > limits.files) throw new SubmissionLimitError('files', limits.files);
  // The platform takes it away where a name or a text begins with it.
  if (text.includes(BYTE_ORDER_MARK)) return streamMultipart(once(bytes), source);
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    // The platform's parser says no more than that it failed.
    throw malformed('multipart form');
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Our own hidden fields come on top of what a form may hold. */
const ownFields = RESERVED_FIELDS.length;

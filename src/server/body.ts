import { RESERVED_FIELDS } from '../shared/wire.js';
import { SubmissionLimitError } from '../submission/limits.js';
import { bytesOf } from './body-chunks.js';
import { bodyTooLarge, BodyTooLargeError } from './body-errors.js';
import { developerError } from './developer-error.js';
import { discardBody } from './discard.js';
import { JsonBodyError, parseJsonBody } from './json-body.js';
import { splitMediaType } from './media-type.js';
import { type BodyLimits, readMultipart } from './multipart-body.js';
import { programError } from './program-error.js';
import { letPassOn, letReadAgain } from './reread.js';
import type { Spool } from './uploads/spool.js';

/**
 * A request whose body is no longer than so many bytes: itself where it says a length within the bound, which HTTP then
 * holds it to, else a copy whose body ends with a BodyTooLargeError past the bound, or at once where it says more. Nothing is buffered, and the page can
 * read it. What is sent past the bound is thrown away, so that the sender gets its answer.
 */
export function boundRequest(request: Request, bytes: number): Request {
  const { body } = request;
  if (body === null) return request;
  if (isDeclaredTooLarge(request, bytes)) {
    void discardBody(body);
    return withBody(request, endedBy(new BodyTooLargeError(bytes)));
  }
  if (isFramed(request.headers)) return request;
  let left = bytes;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new BodyTooLargeError(bytes));
      else controller.enqueue(chunk);
    },
  });
  void body.pipeTo(counter.writable, { preventCancel: true }).catch(() => discardBody(body));
  return withBody(request, counter.readable);
}

function withBody({ url, method, headers, signal }: Request, body: ReadableStream<Uint8Array>): Request {
  // why: `duplex` is required by fetch for streamed bodies and missing from TypeScript's RequestInit
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit);
}

/** A body that fails whoever reads it. */
function endedBy(error: Error): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.error(error) }, { highWaterMark: 0 });
}

/** Whether the body ends after the length that the headers say (RFC 9112 section 6.3): the server reads no further. */
function isFramed(headers: Headers): boolean {
  return /^\d+$/.test(headers.get('content-length') ?? '') && !headers.has('transfer-encoding');
}

/** Whether the request says itself that its body is too large. */
export function isDeclaredTooLarge(request: Request, bytes: number): boolean {
  return Number(request.headers.get('content-length') ?? 0) > bytes;
}

/**
 * Reads the body of an action's request: FormData, parsed JSON, or undefined for none.
 * The request itself stays readable, unless it is a multipart form of more than 1 MiB: that is read as it comes, and its
 * files go to the spool, which is made only then. Such a request, and one past its limits, is one without a body afterwards.
 *
 * @throws SubmissionLimitError for a form past a limit.
 * @throws ActionError 413 for too many bytes, 400 for a body that is not what its type says, 415 for other types.
 * @throws AstroError for a body that the app has read before.
 */
export async function readBody(request: Request, limits: BodyLimits, spool: () => Spool): Promise<unknown> {
  if (isDeclaredTooLarge(request, limits.bytes)) {
    letPassOn(request);
    throw bodyTooLarge(limits.bytes);
  }
  if (isEncoded(request.headers))
    throw programError('UNSUPPORTED_MEDIA_TYPE', 'Send the request as it is, not packed.');
  const contentType = request.headers.get('content-type');
  if (contentType === null) return undefined;
  const { type, parameters } = splitMediaType(contentType);
  switch (type) {
    case 'application/x-www-form-urlencoded':
      return readUrlEncoded(await readBytes(request, limits), limits);
    case 'multipart/form-data':
      assertUnread(request);
      return readMultipart(request, { contentType, boundary: parameters.get('boundary'), limits, spool });
    case 'application/json':
      return readJson(await readBytes(request, limits));
    default:
      throw programError('UNSUPPORTED_MEDIA_TYPE', 'Send a form (URL-encoded or multipart) or JSON.');
  }
}

async function readBytes(request: Request, { bytes, text }: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  assertUnread(request);
  try {
    const all = await bytesOf(request.body, Math.min(bytes, text));
    letReadAgain(request, all);
    return all;
  } catch (error) {
    letPassOn(request);
    throw error;
  }
}

function assertUnread({ body, bodyUsed }: Request): void {
  if (!bodyUsed && !body?.locked) return;
  throw developerError(
    'The body of a submission was read before its action',
    'a middleware of the app has read the body of the request, which can be read once.',
    'Read a copy of it there: `await context.request.clone().formData()`.',
  );
}

/** Nothing here unpacks a body: packed, its bytes would be read as if they were the form. */
function isEncoded(headers: Headers): boolean {
  return !isPlain(headers, 'content-encoding', 'identity') || !isPlain(headers, 'transfer-encoding', 'chunked');
}

function isPlain(headers: Headers, name: string, plain: string): boolean {
  return ['', plain].includes(headers.get(name)?.trim().toLowerCase() ?? '');
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function readUrlEncoded(bytes: Uint8Array, limits: BodyLimits): FormData {
  if (countByte(bytes, 0x26) >= limits.names + ownFields) throw new SubmissionLimitError('names', limits.names);
  const form = new FormData();
  const text = utf8.decode(bytes);
  // Of a text URLSearchParams drops one "?" at the start, which in a body belongs to the first name.
  new URLSearchParams(`?${text}`).forEach((value, name) => form.append(name, value));
  return form;
}

/** Our own hidden fields come on top of what a form may hold. */
const ownFields = RESERVED_FIELDS.length;

function readJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined;
  try {
    return parseJsonBody(bytes);
  } catch (error) {
    if (!(error instanceof JsonBodyError)) throw error;
    throw programError('BAD_REQUEST', error.message);
  }
}

function countByte(bytes: Uint8Array, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

import { bodyTooLarge, BodyTooLargeError, endedEarly } from './body-errors.js';

export type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * The chunks of a body. Counted here too: what a server has unpacked may be longer than the headers say. What is left of a
 * body that is not read to its end can be read, or thrown away, by others.
 *
 * @throws ActionError 413 at the first byte that is too many, 400 when the sender goes away.
 */
export async function* chunksOf(body: Body | null, limit: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (body === null) return;
  const reader = body.getReader();
  let length = 0;
  let isWhole = false;
  try {
    for (;;) {
      const chunk = await reader.read().catch((error: unknown) => {
        throw toReadError(error, limit);
      });
      isWhole = chunk.done;
      if (chunk.done) return;
      length += chunk.value.byteLength;
      if (length > limit) throw bodyTooLarge(limit);
      yield chunk.value;
    }
  } finally {
    // Letting go of a stream that has ended takes as long as all that is done with a short form.
    if (!isWhole) reader.releaseLock();
  }
}

/** All of a body at once, which is quicker for a short one. Throws as {@link chunksOf} does. */
export async function bytesOf(body: Body | null, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      length += chunk.value.byteLength;
      if (length > limit) break;
      chunks.push(chunk.value);
    }
  } catch (error) {
    throw toReadError(error, limit);
  }
  if (length > limit) {
    reader.releaseLock();
    throw bodyTooLarge(limit);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length);
}

function toReadError(error: unknown, limit: number): Error {
  return error instanceof BodyTooLargeError ? bodyTooLarge(limit) : endedEarly();
}

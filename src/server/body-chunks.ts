import { BodyTooLargeError, endedEarly, tooLarge } from './body-errors.js';

export type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * The chunks of a body. Counted here too: what a server has unpacked may be longer than the headers say.
 *
 * @param abandon What to do with a body of which the rest is not wanted.
 * @throws ActionError 413 at the first byte that is too many, 400 when the sender goes away.
 */
export async function* chunksOf(
  body: Body | null,
  limit: number,
  abandon: (body: Body) => unknown,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (body === null) return;
  const reader = body.getReader();
  let length = 0;
  let isWhole = false;
  try {
    for (;;) {
      const chunk = await readNext(reader, limit);
      isWhole = chunk.done;
      if (chunk.done) return;
      length += chunk.value.byteLength;
      if (length > limit) throw tooLarge(limit);
      yield chunk.value;
    }
  } finally {
    reader.releaseLock();
    if (!isWhole) abandon(body);
  }
}

/** Gives up one half of a clone. Not awaited: it is given up only when the other half is. */
export function giveUp(body: Body): void {
  body.cancel().catch(() => undefined);
}

async function readNext(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, limit: number) {
  try {
    return await reader.read();
  } catch (error) {
    throw error instanceof BodyTooLargeError ? tooLarge(limit) : endedEarly();
  }
}

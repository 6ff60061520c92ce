import { unreadBody } from './reread.js';
import { collectChunks } from './uploads/collect-chunks.js';

/** Bytes of an unwanted body that are thrown away before the connection is given up. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Milliseconds that a sender may take for them. */
const MOST_TIME = 5000;

/**
 * Throws away what is left of a body in the background, within bounds, and does not let it pile up in memory. A client that is still sending could not read its
 * answer otherwise: the connection would be reset under it, and a browser shows that in the place of the refusal.
 */
export async function discardBody(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  const deadline = setTimeout(() => void reader.cancel().catch(ignoreGone), MOST_TIME);
  try {
    for (let left = MOST_BYTES; left > 0;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.byteLength;
      collectChunks(value.byteLength);
    }
    await reader.cancel();
  } catch (error) {
    ignoreGone(error);
  } finally {
    clearTimeout(deadline);
  }
}

const unread = new WeakSet<Request>();

/** Notes that nobody here reads the body of a request. Middleware and page may still do so. */
export function noteUnread(request: Request): void {
  unread.add(request);
}

/** Throws the body away that nobody has read: a connection is kept from its next request by what was not read of the last. */
export function discardUnread(request: Request): void {
  if (unread.has(request)) void discardBody(unreadBody(request));
}

/** The sender has gone away: there is nothing left to throw away. */
function ignoreGone(_error: unknown): void {}

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';

export interface Passing {
  /** Origin without a slash at the end. */
  url: string;
  stop(): void;
}

export interface PassingOptions {
  /** Sees the headers of every post, and its body when that is through. */
  onPost?: (headers: IncomingHttpHeaders, body: Promise<Buffer>) => void;
  /** Takes a request in the place of the server, where it gives `true`. */
  instead?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
  /** What a request waits for before it is passed on. */
  before?: (incoming: IncomingMessage) => Promise<unknown> | undefined;
  /** Headers that every answer gets. */
  headers?: Record<string, string>;
}

/** Passes everything on to a server, under an address of its own. */
export async function passOn(
  target: string,
  { onPost, instead, before, headers: added }: PassingOptions,
): Promise<Passing> {
  const server = createServer(async (incoming, outgoing) => {
    if (instead?.(incoming, outgoing)) return;
    await before?.(incoming);
    if (outgoing.destroyed) return;
    const { method, headers } = incoming;
    if (method === 'POST') onPost?.(headers, bodyOf(incoming));
    const passed = request(new URL(incoming.url ?? '/', target), { method, headers }, (answer) => {
      // Text browsers read until the connection ends.
      const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...kept } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, { ...kept, ...added, connection: 'close' });
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no TCP port');
  return { url: `http://127.0.0.1:${address.port}`, stop: () => server.close().closeAllConnections() };
}

/** What comes in, beside whoever else reads it. */
export async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(incoming, 'end');
  return Buffer.concat(chunks);
}

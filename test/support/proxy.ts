import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { App } from './app.js';
import type { Certificate } from './certificate.js';

/** A proxy that gives every request to the next process in turn, as one that ends TLS for a site does. */
export type Proxy = Pick<App, 'url' | 'fetch' | 'stop'>;

/** The header of an answer that says which process gave it, counted from 0. */
export const ANSWERED_BY = 'x-answered-by';

/**
 * Starts it on a free port of the loopback interface.
 * @param host The name of the site. Processes are asked under addresses of their own, and told this one beside them.
 * @param certificate For browsers: the proxy speaks TLS itself, and is reached by the name of the site and its own port.
 */
export async function startProxy(
  processes: readonly Pick<App, 'url'>[],
  host: string,
  certificate?: Certificate,
): Promise<Proxy> {
  const targets = processes.map(({ url }) => url);
  let turn = 0;
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const first = turn++;
    forward(asked, answer, targets, first, name).catch(() => {
      // What a proxy says when a process dies while it answers.
      if (!answer.headersSent) answer.writeHead(502);
      answer.end();
    });
  };
  const server = certificate ? createTlsServer(certificate, pass) : createServer(pass);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // why: it listens on TCP
  const name = certificate ? `${host}:${port}` : host;
  const url = certificate ? `https://${name}` : `http://127.0.0.1:${port}`;
  return {
    url,
    fetch: (path, init) => fetch(new URL(path, url), { redirect: 'manual', ...init }),
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function forward(
  asked: IncomingMessage,
  answer: ServerResponse,
  targets: readonly string[],
  first: number,
  host: string,
): Promise<void> {
  const { index, socket } = await connectToOne(targets, first);
  const passed = request({
    createConnection: () => socket,
    method: asked.method,
    path: asked.url,
    headers: { ...forwarded(asked, host), host: new URL(targets[index]!).host, connection: 'close' },
  });
  const answered = once(passed, 'response');
  await Promise.all([pipeline(asked, passed), answered]);
  const [given] = (await answered) as [IncomingMessage]; // why: that is what the event has
  answer.writeHead(given.statusCode ?? 502, { ...endToEnd(given.headers), [ANSWERED_BY]: String(index) });
  await pipeline(given, answer);
}

/** The process whose turn it is, or the next one that can be reached: nothing has been sent yet. */
async function connectToOne(targets: readonly string[], first: number): Promise<{ index: number; socket: Socket }> {
  for (let tries = 0; tries < targets.length; tries += 1) {
    const index = (first + tries) % targets.length;
    const socket = connect(Number(new URL(targets[index]!).port), '127.0.0.1');
    try {
      await once(socket, 'connect');
      return { index, socket };
    } catch {
      // It is down: the next one's turn.
    }
  }
  throw new Error('No process can be reached');
}

function forwarded(asked: IncomingMessage, host: string): IncomingHttpHeaders {
  return {
    ...endToEnd(asked.headers),
    'x-forwarded-for': asked.socket.remoteAddress ?? '',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': host,
  };
}

/** What is not about a connection alone (RFC 9110 section 7.6.1). */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _, 'keep-alive': __, ...others } = headers;
  return others;
}

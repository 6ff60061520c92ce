import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What a server sent over one connection. */
export interface Exchange {
  /** Status codes of all answers, in order. */
  readonly statuses: readonly number[];
  readonly text: string;
  /** Milliseconds from the last byte that was sent to the first answer; undefined without an answer. */
  readonly delay: number | undefined;
  readonly isClosed: boolean;
}

export interface ExchangeOptions {
  /** Milliseconds to wait for an answer. Default 3,000. */
  readonly patience?: number;
  /** Ends the writing side after the last byte. */
  readonly end?: boolean;
  /** Resets the connection after the last byte. */
  readonly abort?: boolean;
  /** Milliseconds to go on listening after the first answer, for more of them. Default 0. */
  readonly linger?: number;
}

/** Sends bytes to a server, piece by piece, and listens to what it says. */
export async function exchange(
  port: number,
  pieces: readonly (string | Uint8Array)[],
  { patience = 3000, end = false, abort = false, linger = 0 }: ExchangeOptions = {},
): Promise<Exchange> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const received: Buffer[] = [];
  let first: number | undefined;
  let isClosed = false;
  socket.on('data', (chunk) => {
    first ??= performance.now();
    received.push(chunk);
  });
  socket.on('close', () => (isClosed = true));
  // A reset connection is an answer too; `close` follows.
  socket.on('error', () => {});
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);

  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await pause(20);
    if (socket.writable) socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
  }
  const sent = performance.now();
  if (abort) socket.resetAndDestroy();
  else if (end) socket.end();

  await until(() => isClosed || first !== undefined, patience);
  if (first !== undefined) await until(() => isClosed || isWhole(received, socket), 2000);
  if (linger > 0) await until(() => isClosed, linger);
  socket.destroy();
  const text = Buffer.concat(received).toString('latin1');
  return {
    statuses: [...text.matchAll(/(?:^|\r\n|[^\r\n])HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)),
    text,
    delay: first === undefined ? undefined : first - sent,
    isClosed,
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(isDone: () => boolean, patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  while (!isDone() && performance.now() < deadline) await pause(2);
}

function isWhole(received: readonly Buffer[], socket: Socket): boolean {
  const text = Buffer.concat(received).toString('latin1');
  const split = text.indexOf('\r\n\r\n');
  if (split < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, split))?.[1];
  if (length !== undefined) return text.length - split - 4 >= Number(length);
  return /\r\ntransfer-encoding: chunked/i.test(text.slice(0, split))
    ? text.endsWith('0\r\n\r\n')
    : socket.destroyed || !/\r\nconnection: close/i.test(text);
}

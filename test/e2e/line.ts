import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { bodyOf, type Passing, passOn } from '../support/pass-on.js';
import { type Example, test } from './support.js';

/** What becomes of a post: how it is answered, and by `answered` what the server says to it, which is asked only then. */
export type Trouble = (outgoing: ServerResponse, answered: () => Promise<string>) => unknown;

/** A line to an example, for what no driver can do to a request in every engine. */
export interface Line extends Passing {
  /** What becomes of the posts that come over the line; without it they are passed on. */
  trouble?: Trouble | undefined;
  /** What the posts that come over the line wait for. */
  held?: Promise<void> | undefined;
}

/** Keeps the posts that come over the line from the server until `release` is called. */
export function holdPosts(line: Line): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  line.held = promise;
  return () => {
    line.held = undefined;
    resolve();
  };
}

/**
 * A line that takes so many bytes of a post in a second, and answers nothing. What systems keep for a connection is taken
 * at once all the same: to an address of the machine itself some 4 MB, and then a good megabyte at a time.
 */
export function slowly(rate: number): Trouble {
  return ({ req }) =>
    req.on('data', (bytes: Buffer) => {
      req.pause();
      setTimeout(() => req.resume(), (bytes.length / rate) * 1000);
    });
}

/** The test of these suites with a `line` of its own to an example. */
export function withLine(example: Example) {
  return test.extend<{ line: Line }>({
    line: async ({ urlOf }, use) => {
      const line = await openLine(urlOf(example));
      await use(line);
      line.stop();
    },
  });
}

async function openLine(target: string): Promise<Line> {
  const line: Line = await passOn(target, {
    instead(incoming, outgoing) {
      if (incoming.method !== 'POST' || !line.trouble) return false;
      line.trouble(outgoing, () => ask(incoming, target));
      return true;
    },
    before: ({ method }) => (method === 'POST' ? line.held : undefined),
  });
  return line;
}

/** The text of the server's answer, whoever still waits for it. */
function ask(incoming: IncomingMessage, target: string): Promise<string> {
  const { method, headers, url = '/' } = incoming;
  return new Promise((resolve, reject) => {
    const passed = request(new URL(url, target), { method, headers }, (answer) => {
      bodyOf(answer).then((bytes) => resolve(String(bytes)), reject);
    });
    passed.on('error', reject);
    incoming.pipe(passed);
  });
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright';
import { stringify } from 'devalue';
import { onTestFinished } from 'vitest';
import { launchBrowser } from '../../support/browser.js';
import { bundleClient } from './bundle.js';

/** What the server got. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What it answers. `delay` in milliseconds; `drop` breaks the connection before the answer, `cut` in the middle of it. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly delay?: number;
  readonly drop?: boolean;
  readonly cut?: boolean;
}

export type Responder = (request: Received) => Reply | Promise<Reply>;

/** One page with the island, a server whose answers a test scripts, and a real browser. */
export interface Island {
  readonly origin: string;
  readonly page: Page;
  /** Requests to `/_actions/…`, in order. */
  readonly calls: Received[];
  /** Native posts and other requests for pages, in order. */
  readonly visits: Received[];
  /** Exceptions and rejections that nobody caught. */
  readonly uncaught: Error[];
  /** What `/_actions/…` answers from now on. 204 at first. */
  answer(reply: Reply | Responder): void;
  /** What a path shows, script included. */
  serve(path: string, html: string | (() => string)): void;
  /** Opens a page with that body. */
  open(body: string | (() => string), options?: { path?: string; head?: string }): Promise<void>;
  /** Names of the events seen on the document since it was opened, with their details. */
  events(): Promise<{ type: string; detail: Record<string, unknown> }[]>;
  eventTypes(): Promise<string[]>;
}

export interface Studio {
  island(): Promise<Island>;
  close(): Promise<void>;
}

/** Starts a browser; `island()` gives a fresh page of it, with a server, until the test is over. */
export async function startStudio(): Promise<Studio> {
  const [browser, files] = await Promise.all([launchBrowser(), bundleClient()]);
  return {
    async island() {
      const { island, stop } = await startIsland(browser, files);
      // The more pages a browser has open, the slower it is.
      onTestFinished(stop);
      return island;
    },
    close: () => browser.close(),
  };
}

async function startIsland(browser: Browser, files: ReadonlyMap<string, string>) {
  const calls: Received[] = [];
  const visits: Received[] = [];
  const uncaught: Error[] = [];
  const pages = new Map<string, () => string>();
  let respond: Responder = () => ({ status: 204 });

  const server = createServer(async (request, response) => {
    const received = await receive(request);
    const { pathname } = new URL(received.url, 'http://here');
    const file = files.get(pathname);
    if (file !== undefined) return send(response, { headers: { 'Content-Type': 'text/javascript' }, body: file });
    if (pathname.includes('/_actions/')) {
      calls.push(received);
      return send(response, await respond(received));
    }
    if (pathname === '/favicon.ico') return send(response, { status: 204 });
    visits.push(received);
    const page = pages.get(pathname);
    const body = page ? page() : '<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>';
    return send(response, { headers: { 'Content-Type': 'text/html' }, body });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // why: a server that listens on a port has an address of that kind
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => uncaught.push(error));

  const island: Island = {
    origin,
    page,
    calls,
    visits,
    uncaught,
    answer(reply) {
      respond = typeof reply === 'function' ? reply : () => reply;
    },
    serve(path, html) {
      pages.set(path, typeof html === 'function' ? html : () => html);
    },
    async open(body, { path = '/', head = '' } = {}) {
      pages.set(path, () => toDocument(typeof body === 'function' ? body() : body, head));
      await page.goto(origin + path);
      await page.waitForFunction(() => customElements.get('action-form') !== undefined);
      visits.length = 0;
    },
    async events() {
      return page.evaluate(
        () => (window as unknown as { seen: { type: string; detail: Record<string, unknown> }[] }).seen,
      );
    },
    async eventTypes() {
      return (await island.events()).map(({ type }) => type.replace('actionform:', ''));
    },
  };
  const stop = async () => {
    await context.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { island, stop };
}

/** A page that records the island's events. */
export function toDocument(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout</title>${head}
<script>
  window.seen = [];
  for (const type of ['submit', 'success', 'error', 'end']) {
    document.addEventListener('actionform:' + type, ({ detail: { form, submitter, formData, ...detail } }) => {
      window.seen.push({ type: 'actionform:' + type, detail });
    });
  }
</script>
<script type="module" src="/assets/island.js"></script></head><body>${body}</body></html>`;
}

/** A success with data, as the server writes it. */
export function success(data: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, headers: { 'Content-Type': 'application/json+devalue', ...headers }, body: stringify(data) };
}

/** An error of the input, as the server writes it. */
export function inputError(...issues: { path: unknown; message: unknown; name?: string; code?: string }[]): Reply {
  const error = { type: 'AstroActionInputError', code: 'BAD_REQUEST', status: 400, message: 'Invalid input' };
  return json(400, { ...error, issues: issues.map((issue) => ({ code: 'custom', ...issue })) });
}

/** Any other error, as the server writes it. */
export function actionError(status: number, code: string, message: string): Reply {
  return json(status, { type: 'AstroActionError', code, status, message });
}

export function json(status: number, body: unknown): Reply {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** A reply that waits until it is released. */
export function held(reply: Reply = { status: 204 }): { responder: Responder; release: () => void } {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { responder: () => gate.then(() => reply), release: () => release() };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  return { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
}

async function send(
  response: ServerResponse,
  { status = 200, headers = {}, body, delay, drop, cut }: Reply,
): Promise<void> {
  if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
  if (drop) {
    response.destroy();
    return;
  }
  response.writeHead(status, headers);
  if (cut) response.write(body, () => response.destroy());
  else response.end(body);
}

import type { App } from '../support/app.js';

/** What our cookies may add to a request at most. */
const LIMIT = 10_000;
const OURS = /^(?:__Host-)?action-/;

/** What a tab sees of a page. */
export interface Shown {
  readonly status: number;
  readonly location: string | null;
  readonly cacheControl: string | null;
  readonly html: string;
}

/**
 * A browser of several tabs with one cookie jar. A request takes the cookies along that are there when it is sent; it
 * arrives at the server later, and later again its answer sets cookies. Between these steps other tabs go on.
 */
export class TabBrowser {
  readonly cookies: Map<string, string>;
  readonly #app: Pick<App, 'fetch'>;
  #mostBytes = 0;

  constructor(app: Pick<App, 'fetch'>, cookies: ReadonlyMap<string, string> = new Map()) {
    this.#app = app;
    this.cookies = new Map(cookies);
  }

  /** The most that our cookies have added to a request, in bytes. */
  get mostBytes(): number {
    return this.#mostBytes;
  }

  /** One request in three steps. It yields where time passes. */
  async *request(
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): AsyncGenerator<void, Shown> {
    const headers = { ...init.headers, cookie: this.#header() };
    yield;
    const response = await this.#app.fetch(path, { ...init, headers });
    const html = await response.text();
    yield;
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return {
      status: response.status,
      location: response.headers.get('location'),
      cacheControl: response.headers.get('cache-control'),
      html,
    };
  }

  /** The same where nothing else goes on. */
  async visit(path: string, init: RequestInit = {}): Promise<Shown> {
    // why: nobody here passes headers as anything but a record
    return finish(this.request(path, init as { headers?: Record<string, string> }));
  }

  #header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(line: string): void {
    const pair = line.split(';')[0]!;
    this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    const ours = [...this.cookies].filter(([name]) => OURS.test(name));
    const bytes = ours.map(([name, value]) => `${name}=${value}; `).join('').length;
    this.#mostBytes = Math.max(this.#mostBytes, bytes);
    if (bytes > LIMIT) throw new Error(`Our cookies add ${bytes} bytes to a request: ${ours.map(([name]) => name)}`);
  }
}

/** Goes on with one after the other, by chance, until all have come to their end. */
export async function interleave(tabs: readonly AsyncGenerator<void, unknown>[]): Promise<void> {
  const going = [...tabs];
  while (going.length > 0) {
    const at = Math.floor(Math.random() * going.length);
    const { done } = await going[at]!.next();
    if (done) going.splice(at, 1);
  }
}

async function finish<T>(steps: AsyncGenerator<void, T>): Promise<T> {
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

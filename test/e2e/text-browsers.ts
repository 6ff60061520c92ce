import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passOn, type Passing } from '../support/pass-on.js';
import { expect } from './support.js';
import { openTerminal } from './terminal.js';

/** A proxy that keeps the headers of every post. */
export async function recordPosts(target: string): Promise<Passing & { posts: IncomingHttpHeaders[] }> {
  const posts: IncomingHttpHeaders[] = [];
  return { ...(await passOn(target, { onPost: (headers) => posts.push(headers) })), posts };
}

/** What lynx does with a Referer that has a query; it comes with `DROP`. */
export type RefererWithQuery = 'DROP' | 'SEND';

/**
 * Opens a page in lynx, presses keys, such as `a`, `<tab>` and `^J` for Enter, and leaves it. Gives everything that it has shown.
 */
export async function useLynx(url: string, keys: readonly string[], withQuery: RefererWithQuery): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lynx-'));
  writeFileSync(join(folder, 'keys'), [...keys, 'q', 'y'].map((key) => `key ${key}\n`).join(''));
  writeFileSync(join(folder, 'cfg'), `REFERER_WITH_QUERY:${withQuery}\n`);
  const switches = `-nocolor -nopause -accept_all_cookies -cfg=${join(folder, 'cfg')} -cmd_script=${join(folder, 'keys')}`;
  try {
    return await openTerminal(`lynx ${switches} '${url}'`, 6_000).ended();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text browsers say by `Referer` alone where they come from. */
export function expectRefererOnly(posts: readonly IncomingHttpHeaders[], count: number, page: string): void {
  expect(posts).toHaveLength(count);
  for (const headers of posts) {
    expect(headers.referer).toContain(page);
    expect(headers).not.toHaveProperty('origin');
    expect(headers).not.toHaveProperty('sec-fetch-site');
  }
}

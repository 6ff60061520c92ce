import type { Page } from '@playwright/test';

/** What a page has seen of its island. */
export interface Seen {
  /** Names of the events, without `actionform:`, in order. */
  events: string[];
  /** Texts that the status elements were given, in order, emptied ones left out. */
  said: string[];
  /** `detail.data` of the last success. */
  data: unknown;
  /** `detail.data` of every success, in order. */
  results: unknown[];
  /** `detail.error` of the last error. */
  error: { type: string; code: string; status: number; message: string } | undefined;
}

/** Listens on the document; the returned function gives what was seen so far. */
export async function watchIsland(page: Page): Promise<() => Promise<Seen>> {
  await page.evaluate(() => {
    const seen: Seen = { events: [], said: [], data: undefined, results: [], error: undefined };
    Reflect.set(window, 'seen', seen);
    for (const name of ['submit', 'success', 'error', 'end']) {
      document.addEventListener(`actionform:${name}`, (event) => {
        seen.events.push(name);
        // why: every event of the island is a CustomEvent
        const { detail } = event as CustomEvent;
        if (name === 'success') seen.results.push((seen.data = detail.data));
        if (name === 'error') seen.error = detail.error;
      });
    }
    new MutationObserver((mutations) => {
      for (const { target } of mutations) {
        const status = (target instanceof Element ? target : target.parentElement)?.closest('[role=status]');
        const text = status?.textContent.trim();
        if (text) seen.said.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'seen') as Seen); // why: set above
}

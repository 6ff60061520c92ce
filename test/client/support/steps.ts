import { expect } from 'vitest';
import type { Island } from './island.js';

/** Expects what will hold soon, on a busy machine too. */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: 15_000 });
}

/** Acts, and waits until the submission that this starts is over. */
export async function submitted(island: Island, act?: () => Promise<unknown>): Promise<void> {
  const ends = async () => (await island.eventTypes()).filter((type) => type === 'end').length;
  const before = await ends();
  await (act ? act() : island.page.click('button'));
  await eventually(ends).toBe(before + 1);
}

/** The id of the element that has the focus, else its attributes of ours. */
export function focused(island: Island): Promise<string> {
  return island.page.evaluate(() => {
    const { activeElement } = document;
    const hook = [...(activeElement?.attributes ?? [])].find(({ name }) => name.startsWith('data-action-'));
    return activeElement?.id || (hook?.name ?? activeElement?.tagName ?? '');
  });
}

/** What an element says, and whether it is shown. */
export function said(island: Island, selector: string): Promise<{ text: string; hidden: boolean }> {
  return island.page.evaluate((at) => {
    const element = document.querySelector<HTMLElement>(at);
    return { text: element?.textContent ?? '', hidden: element?.hidden !== false };
  }, selector);
}

/** What the summary lists: of each entry its words, and before them where its link leads. */
export function links({ page }: Island): Promise<string[]> {
  return page.locator('[data-action-summary] li').evaluateAll((items) =>
    items.map((item) => {
      const link = item.querySelector('a');
      return link ? `${link.getAttribute('href')} ${link.textContent}` : (item.textContent ?? '');
    }),
  );
}

import type { Page } from '@playwright/test';

/** Puts a defect into a page. The returned function takes it out again, change by change, so that the page need not load anew. */
export async function plantDefect(page: Page, plant: () => void): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => records.push(...more));
    const what = { attributeOldValue: true, characterDataOldValue: true, childList: true, subtree: true };
    observer.observe(document, what);
    Reflect.set(window, 'planted', { observer, records });
  });
  await page.evaluate(plant);
  return () =>
    page.evaluate(() => {
      // why: set above
      const { observer, records } = Reflect.get(window, 'planted') as {
        observer: MutationObserver;
        records: MutationRecord[];
      };
      const all = [...records, ...observer.takeRecords()];
      observer.disconnect();
      for (const { type, target, attributeName, oldValue, addedNodes, removedNodes, nextSibling } of all.toReversed()) {
        if (type === 'characterData') target.nodeValue = oldValue;
        else if (type === 'childList') {
          for (const node of addedNodes) node.parentNode?.removeChild(node);
          for (const node of removedNodes) target.insertBefore(node, nextSibling);
        } else if (target instanceof Element && attributeName) {
          if (oldValue === null) target.removeAttribute(attributeName);
          else target.setAttribute(attributeName, oldValue);
        }
      }
    });
}

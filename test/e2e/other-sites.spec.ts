import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from './support.js';

/** Engines differ in the headers by which they say who sends what. */
const onAllEngines = { tag: '@engines' };

interface OtherSite {
  /** Address of its page with forms for `action`. */
  luring: (action: string) => string;
  /** Address at which it sends what it is sent on to `action`, as it was sent. */
  sendingBack: (action: string) => string;
}

/** A site of somebody else's. Browsers take `localhost` and `127.0.0.1` for two sites. */
const test = base.extend<{ otherSite: OtherSite }>({
  otherSite: async ({}, use) => {
    const server = createServer((incoming, outgoing) => {
      incoming.resume();
      const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
      const action = searchParams.get('action') ?? '';
      if (pathname === '/back') return outgoing.writeHead(308, { location: action }).end();
      const form = (button: string, target: string) =>
        `<form method="post" action="${action}" target="${target}"><input type="hidden" name="text" value="lured"><button>${button}</button></form>`;
      return outgoing
        .setHeader('content-type', 'text/html')
        .end(`<!doctype html><title>Prizes</title>${form('Here', '_self')}${form('New tab', '_blank')}`);
    }).listen(0);
    await once(server, 'listening');
    // why: it listens on TCP
    const site = `http://localhost:${(server.address() as AddressInfo).port}`;
    await use({
      luring: (action) => `${site}/?action=${encodeURIComponent(action)}`,
      sendingBack: (action) => `${site}/back?action=${encodeURIComponent(action)}`,
    });
    server.close().closeAllConnections();
  },
});

const refused = 'The form was not accepted. Reload the page and try again.';

/** The page that a click leads to: the same one, or that of a new tab. */
async function follow(page: Page, button: Locator, target: string): Promise<Page> {
  if (target === '_self') {
    await button.click();
    return page;
  }
  const [tab] = await Promise.all([page.waitForEvent('popup'), button.click()]);
  return tab;
}

for (const [name, target] of [
  ['Here', '_self'],
  ['New tab', '_blank'],
] as const) {
  test(`what another site sends is refused: ${name}`, onAllEngines, async ({ page, urlOf, otherSite }) => {
    await page.goto(otherSite.luring(`${urlOf('site')}/submitters?_action=echo`));
    const next = await follow(page, page.getByRole('button', { name, exact: true }), target);
    await expect(next.locator('body')).toContainText(refused);
    await expect(next.locator('#result')).toHaveCount(0);
  });
}

for (const [name, target, rel] of [
  ['here', '_self', ''],
  ['to a new tab', '_blank', ''],
  ['to a new tab with an opener', '_blank', 'opener'],
] as const) {
  test(`what another site sends back ${name} is refused`, onAllEngines, async ({ page, urlOf, otherSite }) => {
    await page.goto(`${urlOf('site')}/submitters`);
    const button = page.getByRole('button', { name: 'Elsewhere' });
    const address = otherSite.sendingBack(`${urlOf('site')}/submitters?_action=echo`);
    await button.evaluate(
      (element, attributes) => {
        for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      },
      { formaction: address, formtarget: target },
    );
    await page.locator('form').evaluate((form, value) => form.setAttribute('rel', value), rel);
    const next = await follow(page, button, target);
    await expect(next.locator('body')).toContainText(refused);
    await expect(next.locator('#result')).toHaveCount(0);
  });
}

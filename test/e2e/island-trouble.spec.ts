import type { Page, Route } from '@playwright/test';
import { defaultMessages } from '../../src/shared/messages.js';
import { watchIsland } from './island.js';
import { markDocument } from './pages.js';
import { expect, test } from './support.js';

const html = { contentType: 'text/html', body: '<!doctype html><title>Log in</title><h1>Log in</h1>' };
const troubles: Record<string, { answer: (route: Route) => Promise<void>; says: string; status: number }> = {
  'the network is down': {
    answer: (route) => route.abort('internetdisconnected'),
    says: defaultMessages.network,
    status: 0,
  },
  'the connection breaks': {
    answer: (route) => route.abort('connectionreset'),
    says: defaultMessages.network,
    status: 0,
  },
  'the answer is 500 without a body': {
    answer: (route) => route.fulfill({ status: 500, body: '' }),
    says: defaultMessages.unexpected,
    status: 500,
  },
  'a proxy answers 502 with HTML': {
    answer: (route) => route.fulfill({ status: 502, ...html }),
    says: defaultMessages.unexpected,
    status: 502,
  },
  'a proxy answers 413 with HTML': {
    answer: (route) => route.fulfill({ status: 413, ...html }),
    says: defaultMessages.tooLarge,
    status: 413,
  },
  'a firewall answers 403 with HTML': {
    answer: (route) => route.fulfill({ status: 403, ...html }),
    says: defaultMessages.forbidden,
    status: 403,
  },
  'it is redirected to a login page': {
    answer: (route) => route.fulfill({ status: 302, headers: { location: '/two' } }),
    says: defaultMessages.unreadable,
    status: 200,
  },
  'the answer is 200 and HTML': {
    answer: (route) => route.fulfill({ status: 200, ...html }),
    says: defaultMessages.unreadable,
    status: 200,
  },
  'the answer is garbage under our type': {
    answer: (route) => route.fulfill({ status: 200, contentType: 'application/json+devalue', body: '[[[' }),
    says: defaultMessages.unreadable,
    status: 200,
  },
  'the error is JSON of somebody else': {
    answer: (route) => route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"nope"}' }),
    says: defaultMessages.unreadable,
    status: 400,
  },
  'the error is JSON null': {
    answer: (route) => route.fulfill({ status: 500, contentType: 'application/json', body: 'null' }),
    says: defaultMessages.unexpected,
    status: 500,
  },
};

for (const [title, { answer, says, status }] of Object.entries(troubles)) {
  test(`E12: ${title}: values kept, a message, a retry works`, async ({ page, urlOf }) => {
    await page.goto(`${urlOf('site')}/thank`);
    const isSame = await markDocument(page);
    const seen = await watchIsland(page);
    await page.route('**/_actions/**', answer);
    await page.getByLabel('Text').fill('precious');
    await page.getByRole('button', { name: 'Send' }).click();
    await expectTrouble(page, says);
    expect(await isSame()).toBe(true);
    const { events, error } = await seen();
    expect(events).toEqual(['submit', 'error', 'end']);
    expect(error).toMatchObject({ type: 'ActionFormError', status, message: says });

    await page.unroute('**/_actions/**');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.locator('#action-result')).toHaveText('precious');
  });
}

test('E12: no answer comes: given up after 30 seconds, values kept, a retry works', async ({ page, urlOf }) => {
  await page.clock.install();
  await page.goto(`${urlOf('site')}/thank`);
  await page.route('**/_actions/**', () => undefined);
  await page.getByLabel('Text').fill('precious');
  const sent = page.waitForRequest('**/_actions/**');
  await page.getByRole('button', { name: 'Send' }).click();
  await sent;
  await page.clock.runFor(29_000);
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  await page.clock.runFor(2_000);
  await expectTrouble(page, defaultMessages.timeout);
  await page.unroute('**/_actions/**');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#action-result')).toHaveText('precious');
});

test('E12: a result that cannot be serialised has run, and the page says that something went wrong', async ({
  page,
  urlOf,
}) => {
  await page.goto(`${urlOf('site')}/any?form=unserialisable&js=on`);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('[data-action-summary] li')).toHaveCount(1);
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
});

async function expectTrouble(page: Page, says: string): Promise<void> {
  await expect(page.locator('[data-action-summary]')).toBeFocused();
  await expect(page.locator('[data-action-summary] li')).toHaveText([says]);
  await expect(page.getByLabel('Text')).toHaveValue('precious');
  await expect(page.getByLabel('Text')).not.toHaveAttribute('aria-invalid');
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  await expect(page.getByRole('button', { name: 'Send' })).not.toHaveAttribute('aria-disabled');
}

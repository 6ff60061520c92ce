import type { Page } from '@playwright/test';
import { defaultMessages } from '../../src/shared/messages.js';
import { watchIsland } from './island.js';
import { type Line, type Trouble, withLine } from './line.js';
import { markDocument } from './pages.js';
import { expect } from './support.js';

const test = withLine('site');

const html = { 'content-type': 'text/html' };
const login = '<!doctype html><title>Log in</title><h1>Log in</h1>';
const answers =
  (status: number, headers: Record<string, string> = {}, body = ''): Trouble =>
  (outgoing) =>
    outgoing.writeHead(status, headers).end(body);

const troubles: Record<string, { trouble: Trouble; says: string; status: number }> = {
  'the connection breaks': { trouble: (outgoing) => outgoing.destroy(), says: defaultMessages.network, status: 0 },
  'the answer is 500 without a body': { trouble: answers(500), says: defaultMessages.unexpected, status: 500 },
  'a proxy answers 502 with HTML': {
    trouble: answers(502, html, login),
    says: defaultMessages.unexpected,
    status: 502,
  },
  'a proxy answers 413 with HTML': { trouble: answers(413, html, login), says: defaultMessages.tooLarge, status: 413 },
  'a firewall answers 403 with HTML': {
    trouble: answers(403, html, login),
    says: defaultMessages.forbidden,
    status: 403,
  },
  'it is redirected to a login page': {
    trouble: answers(302, { location: '/two' }),
    says: defaultMessages.unreadable,
    status: 200,
  },
  'the answer is 200 and HTML': { trouble: answers(200, html, login), says: defaultMessages.unreadable, status: 200 },
  'the answer is garbage under our type': {
    trouble: answers(200, { 'content-type': 'application/json+devalue' }, '[[['),
    says: defaultMessages.unreadable,
    status: 200,
  },
  'the error is JSON of somebody else': {
    trouble: answers(400, { 'content-type': 'application/json' }, '{"error":"nope"}'),
    says: defaultMessages.unreadable,
    status: 400,
  },
  'the error is JSON null': {
    trouble: answers(500, { 'content-type': 'application/json' }, 'null'),
    says: defaultMessages.unexpected,
    status: 500,
  },
};

for (const [title, { trouble, says, status }] of Object.entries(troubles)) {
  test(`E12: ${title}: values kept, a message, a retry works`, async ({ page, line }) => {
    await expectKept(page, line, {
      spoil: async () => void (line.trouble = trouble),
      mend: async () => void (line.trouble = undefined),
      says,
      status,
    });
  });
}

test('E12: the network is down: values kept, a message, a retry works', async ({ page, line }) => {
  await expectKept(page, line, {
    spoil: () => page.route('**/_actions/**', (route) => route.abort('internetdisconnected')),
    mend: () => page.unroute('**/_actions/**'),
    says: defaultMessages.network,
    status: 0,
  });
});

test('E12: no answer comes: given up after 30 seconds, values kept, a retry works', async ({ page, line }) => {
  await page.clock.install();
  await page.goto(`${line.url}/thank`);
  line.trouble = () => undefined;
  await page.getByLabel('Text').fill('precious');
  const sent = page.waitForRequest('**/_actions/**');
  await page.getByRole('button', { name: 'Send' }).click();
  await sent;
  await page.clock.runFor(29_000);
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  await page.clock.runFor(2_000);
  await expectTrouble(page, defaultMessages.timeout);
  line.trouble = undefined;
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

async function expectKept(
  page: Page,
  { url }: Line,
  {
    spoil,
    mend,
    says,
    status,
  }: { spoil: () => Promise<unknown>; mend: () => Promise<unknown>; says: string; status: number },
): Promise<void> {
  await page.goto(`${url}/thank`);
  const isSame = await markDocument(page);
  const seen = await watchIsland(page);
  await spoil();
  await page.getByLabel('Text').fill('precious');
  await page.getByRole('button', { name: 'Send' }).click();
  await expectTrouble(page, says);
  expect(await isSame()).toBe(true);
  const { events, error } = await seen();
  expect(events).toEqual(['submit', 'error', 'end']);
  expect(error).toMatchObject({ type: 'ActionFormError', status, message: says });

  await mend();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#action-result')).toHaveText('precious');
}

async function expectTrouble(page: Page, says: string): Promise<void> {
  await expect(page.locator('[data-action-summary]')).toBeFocused();
  await expect(page.locator('[data-action-summary] li')).toHaveText([says]);
  await expect(page.getByLabel('Text')).toHaveValue('precious');
  await expect(page.getByLabel('Text')).not.toHaveAttribute('aria-invalid');
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  await expect(page.getByRole('button', { name: 'Send' })).not.toHaveAttribute('aria-disabled');
}

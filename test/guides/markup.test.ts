/** What the guides about markup show, used as a browser without JavaScript does; frameworks also in Chromium. */
import { describe, expect, test } from 'vitest';
import { sentBy } from '../components/support/sent.js';
import { launchBrowser } from '../support/browser.js';
import { firstColumn } from '../support/doc-table.js';
import { valueOf } from '../support/visitor.js';
import { serveGuides } from './served.js';

const site = serveGuides();

describe('docs/your-own-controls.md', () => {
  test.each([
    ['/markup', 'Mixed: Rust'],
    ['/mix', 'Mixed.'],
  ])('%s works without JavaScript', async (path, thanks) => {
    const page = await site.visitor.get(path);
    const failed = await site.visitor.post(page, [
      ['name', ''],
      ['colour', 'red'],
    ]);
    expect(failed.status).toBe(400);
    expect(failed.text('mix-name-error')).toBe('Name the paint');
    expect(failed.text('mix-colour-error')).toBe('Write a # and six digits');
    expect(valueOf(failed.html, 'colour')).toBe('red');
    const mixed = await site.visitor.post(page, [
      ['name', 'Rust'],
      ['colour', '#8a3b2e'],
    ]);
    expect((await site.visitor.follow(mixed)).html).toContain(thanks);
  });

  test('/paint keeps what was chosen without JavaScript, and takes a box that is unticked', async () => {
    const chosen = (html: string) => sentBy(html).filter(([name]) => !name.startsWith('_action'));
    const page = await site.visitor.get('/paint');
    const untouched = chosen(page.html);
    expect(untouched.map(([name, value]) => `${name}=${value}`)).toEqual([
      'rooms=',
      'tins=',
      'samples=false',
      'samples=true',
    ]);
    const sent: [string, string][] = [
      ['rooms', ''],
      ['rooms', 'bath'],
      ['tins', ''],
      ['tins', 'small'],
      ['tins', 'large'],
      ['samples', 'false'],
    ];
    const failed = await site.visitor.post(page, sent);
    expect(failed.status).toBe(400);
    expect(failed.text('paint-finish-error')).toBe('Choose a finish');
    expect(failed.text('paint-rooms-error')).toBe('Choose two rooms');
    expect(chosen(failed.html)).toEqual(sent);
    const done = await site.visitor.post(failed, [...sent, ['finish', 'matt'], ['rooms', 'hall']]);
    expect((await site.visitor.follow(done)).html).toContain('Samples: no');
  });

  test('/paint shows the result where the island has sent the form', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`${site.app.url}/paint`, { waitUntil: 'networkidle' });
    await page.getByLabel('matt').check();
    await page.getByLabel('hall').check();
    await page.getByLabel('bath').check();
    await page.getByLabel('Bring samples').uncheck();
    await page.getByRole('button', { name: 'Paint' }).click();
    await page.getByRole('status').filter({ hasText: 'Samples: no' }).waitFor({ timeout: 10_000 });
    expect(page.url()).toBe(`${site.app.url}/paint`);
    await browser.close();
  });

  test('React and Svelte take over what was typed, and leave it to the browser', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`${site.app.url}/mix`, { waitUntil: 'networkidle' });
    await page.getByLabel('Name').fill('Rust');
    await page.getByLabel('Colour').fill('red');
    // As a browser sends it whose scripts have not come yet.
    await page.locator('form').evaluate((form: HTMLFormElement) => form.submit());
    await page.locator('#mix-colour-error', { hasText: 'Write a #' }).waitFor();
    await page.getByText('Characters: 4').waitFor();
    await page.getByRole('button', { name: '#2e5d8a' }).waitFor();
    await page.getByLabel('Colour').fill('blue');
    expect(await page.getByLabel('Colour').inputValue()).toBe('blue');
    await page.getByRole('button', { name: '#2e5d8a' }).click();
    expect(await page.getByLabel('Colour').inputValue()).toBe('#2e5d8a');
    await page.getByRole('button', { name: 'Mix' }).click();
    await page.getByText('Mixed.').waitFor();
    await browser.close();
  });
});

describe('docs/island.md', () => {
  test('/by-hand is sent in place, and marks what was not sent', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`${site.app.url}/by-hand`, { waitUntil: 'networkidle' });
    await page.getByLabel('Email').fill('nobody');
    expect(await page.locator('form[data-action-dirty]').count()).toBe(1);
    // The browser's own check would stop it.
    await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Join' }).click();
    expect((await answer).url()).toContain('/_actions/newsletter');
    await page.locator('#hand-email-error', { hasText: /./ }).waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe('nobody');
    await browser.close();
  });
});

describe('docs/styling.md', () => {
  test('the layout brings our style sheet and the tone of the site', async () => {
    const { html } = await site.visitor.get('/newsletter');
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(async ([, href = '']) =>
      (await site.app.fetch(href)).text(),
    );
    const styles = [html, ...(await Promise.all(sheets))].join('\n');
    expect(styles).toContain('@layer action-forms');
    expect(styles).toContain('--action-form-accent:rebeccapurple');
    expect(html).toMatch(/<label [^>]*class="strong"[^>]*>Email</);
  });

  test('every hook of the table is in a page', async () => {
    const pages = [
      await site.visitor.post(await site.visitor.get('/newsletter'), [['email', 'nobody']]),
      await site.visitor.get('/order'),
    ];
    const html = pages.map((page) => page.html).join('\n');
    const hooks = firstColumn('styling.md', 'Hooks').flatMap((cell) => cell.match(/data-action-[\w-]+/g) ?? []);
    expect(hooks.length).toBeGreaterThan(8);
    expect(hooks.filter((hook) => !new RegExp(`<[^>]* ${hook}[ =>]`).test(html))).toEqual([]);
    expect(html).toContain(' aria-invalid="true"');
  });
});

describe('docs/migrating.md', () => {
  test.each([
    ['as it is', '/sign-up', undefined],
    ['with its own markup', '/sign-up-2', 'ada@example.org'],
    ['printed', '/sign-up-3', 'ada@example.org'],
  ])('a form %s is refused and taken', async (_, path, kept) => {
    const page = await site.visitor.get(path);
    const failed = await site.visitor.post(page, [
      ['name', ''],
      ['email', 'ada@example.org'],
    ]);
    expect(failed.status).toBe(400);
    expect(failed.html).toContain('Enter a name');
    expect(valueOf(failed.html, 'email') || undefined).toBe(kept);
    const taken = await site.visitor.post(page, [
      ['name', 'Ada'],
      ['email', 'ada@example.org'],
    ]);
    expect(taken.status).toBe(303);
    expect((await site.visitor.follow(taken)).html).toContain('Welcome, Ada.');
  });

  test('the form as it is is guarded', async () => {
    const page = await site.visitor.get('/sign-up');
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await site.visitor.post(page, [['name', 'Ada']], { headers })).status).toBe(403);
  });
});

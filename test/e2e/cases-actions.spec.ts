import type { Page } from '@playwright/test';
import { withoutCode } from '../support/without-code.js';
import { onBothKinds, send } from './pages.js';
import { axe, expect, test } from './support.js';

/* The numbered cases of what an action does, on the showcase: it crashes, it is another one, its form is one of many, it gives much. */

const card = {
  'Dear you,': 'Two lines\n& <b>more</b>',
  To: 'Ada “the first”',
  'Street and number': 'Main Street 1',
  'ZIP code': '12345',
  Town: 'Nowhere',
};

onBothKinds(({ at, hasIsland }) => {
  test('N7: a handler that crashes is a 500 with an id; nothing of the exception is said, and nothing typed is lost', async ({
    page,
  }) => {
    await page.goto(at('/postcard'));
    for (const [label, text] of Object.entries(card)) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel('Stamp').selectOption('tide');
    const response = await send(page, 'Post the card');
    expect(response.status()).toBe(500);
    expect(withoutCode(await response.text())).not.toMatch(/No road|tide-4711|post\.internal|hung up|\.m?[jt]s:\d/);

    const summary = page.locator('[data-action-summary]');
    await expect(summary.getByRole('listitem')).toHaveText([/^Something went wrong.* \([\da-f-]{8,}\)$/]);
    await expect(summary).toBeFocused();
    await expect(page).toHaveTitle(/^Error: Postcard/);
    for (const [label, text] of Object.entries(card)) {
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(text);
      await expect(page.getByLabel(label, { exact: true })).not.toHaveAttribute('aria-invalid');
    }
    await expect(page.getByLabel('Stamp')).toHaveValue('tide');

    expect(await axe(page)).toEqual([]);

    await page.getByLabel('Town').fill('Lock');
    expect((await send(page, 'Post the card')).status()).toBeLessThan(400);
    await expect(page.getByRole('status').filter({ hasText: 'In the letter box.' })).toBeVisible();
  });

  test('N9: the second button runs the other action, and its errors are at the fields of the form that was posted', async ({
    page,
  }, { project, testId }) => {
    const email = `n9-${project.name}-${testId}@example.org`;
    const lead = page.locator('.lead');
    const press = async (button: string, address: string) => {
      await page.goto(at('/newsletter'));
      await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''));
      await page.getByLabel('Email').fill(address);
      return send(page, button);
    };
    expect((await press('Leave the list', 'ada@')).status()).toBe(400);
    await expect(page.getByLabel('Email')).toHaveAccessibleDescription('Enter the address that the letter goes to');
    await expect(page.getByLabel('Email')).toHaveValue('ada@');
    await expect(page).toHaveTitle(/^Error: Newsletter/);

    await press('Join', email);
    await expect(lead).toHaveText(`The next letter goes to ${email} on the first of the month.`);
    await press('Leave the list', email);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Goodbye');
    await expect(page.getByRole('status')).toHaveText('You are off the list.');
    await expect(lead).toHaveText(`No letter goes to ${email} any more.`);
    expect(await axe(page)).toEqual([]);
    // Who had stayed on the list would be told so.
    await press('Join', email);
    await expect(page.getByRole('status')).toHaveText('You are on the list.');
  });

  test('N12: forms whose ids are the texts of their rows, with slashes, brackets, quotes and spaces: the one that is posted answers', async ({
    page,
    context,
  }) => {
    const jobs = ['“Tide” 3/4 [blå]: a.b #1?', '“Tide” 3/4 [blå]: a.b #2?', '<紙 & 墨> \'n\' "ink"%20'];
    await page.goto(at('/jobs'));
    for (const job of jobs) {
      await page.getByLabel('What is to be done').fill(job);
      await send(page, 'Add');
      await expect(row(page, job)).toBeVisible();
    }
    const [first, second, third] = jobs.map((job) => row(page, job));
    await send(page, second!.getByRole('button', { name: /^Done/ }));
    await expect(second!.getByRole('button', { name: /^Done/ })).toHaveAttribute('aria-pressed', 'true');
    await send(page, third!.getByRole('button', { name: /^Done/ }));
    await expect(third!.getByRole('button', { name: /^Done/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(first!.getByRole('button', { name: /^Done/ })).toHaveAttribute('aria-pressed', 'false');

    const ids = await page.locator('form[id]').evaluateAll((forms) => forms.map(({ id }) => id));
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids.filter((id) => /[^\w-]/.test(id))).toEqual([]);

    const tab = await context.newPage();
    await tab.goto(at('/jobs'));
    await send(tab, row(tab, jobs[0]!).getByRole('button', { name: /^Remove/ }));
    await expect(row(tab, jobs[0]!)).toHaveCount(0);
    await expect(tab.locator('.job-title')).toHaveText(jobs.slice(1));
  });

  test('N13: a result of more than 64 KB, the drawing that was sent, arrives whole on the page of the redirect', async ({
    page,
    mode,
  }) => {
    const drawing = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">${dots(2400)}</svg>`);
    expect(drawing.length).toBeGreaterThan(65_536);
    const field = (label: string) => page.getByLabel(label, { exact: true });
    await page.goto(at('/controls'));
    await field('Name').fill('Ada');
    await field('Email').fill('ada@example.org');
    await field('Password').fill('two drums');
    await field('Paper').selectOption('kraft');
    await field('I agree to all of this').check();
    await field('Drawing').setInputFiles({ name: 'dots.svg', mimeType: 'image/svg+xml', buffer: drawing });
    expect((await send(page, 'Send it all')).status()).toBe(hasIsland(mode) ? 200 : 303);

    const picture = page.getByRole('img', { name: 'The drawing that you sent' });
    await expect(picture).toBeVisible();
    expect(await axe(page)).toEqual([]);
    const source = (await picture.getAttribute('src')) ?? '';
    expect(Buffer.from(source.slice('data:image/svg+xml;base64,'.length), 'base64').equals(drawing)).toBe(true);
    await expect(page.locator('.stored')).toContainText(`dots.svg, ${drawing.length} bytes`);
    expect(page.url()).not.toContain('_action=');
    // Where the island lands on a page with the form, a reload shows that form anew.
    if (hasIsland(mode)) return;
    await page.reload();
    await expect(picture).toHaveAttribute('src', source);
  });
});

function row(page: Page, job: string) {
  return page.locator('#jobs li').filter({ has: page.locator('.job-title').getByText(job, { exact: true }) });
}

function dots(count: number): string {
  const dot = (_: unknown, at: number) => `<circle cx="${at % 80}" cy="${(at * 7) % 60}" r="1"/>`;
  return Array.from({ length: count }, dot).join('');
}

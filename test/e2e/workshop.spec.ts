import type { Page } from '@playwright/test';
import { onBothKinds, send, watchPosts } from './pages.js';
import { expect, test } from './support.js';

/** The showcase's form whose schema is `zfd.formData()`. */
onBothKinds(({ at, hasIsland }) => {
  test('a form in the words of zod-form-data: what is missing or wrong is said at its field, the rest is kept', async ({
    page,
    mode,
  }) => {
    await page.goto(at('/workshop'));
    expect((await send(page, 'Book')).status()).toBe(400);
    const summary = page.locator('[data-action-summary] a');
    await expect(summary).toHaveText([
      'Enter your name',
      'Enter an email address, like name@example.com',
      'Choose a time',
      'Enter how many of you come',
      'Choose an ink',
      'Promise to come in old clothes',
    ]);
    await summary.filter({ hasText: 'Choose an ink' }).click();
    await expect(page.getByRole('checkbox', { name: 'Medium blue' })).toBeFocused();

    await page.getByLabel('Name', { exact: true }).fill('Ada');
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByLabel('Sunday, 10:00').check();
    await page.getByLabel('How many of you').fill('2.5');
    for (const ink of ['Medium blue', 'Fluorescent pink', 'Yellow']) await page.getByLabel(ink).check();
    await page.getByLabel('120 g, white').check();
    await page.getByLabel('I come in clothes').check();
    await attach(page, 'notes.txt', 'text/plain');
    const ofServer = ['Enter a whole number', 'There are two drums: choose two inks at most'];
    if (hasIsland(mode)) {
      // The page refuses the file itself, before anything is sent.
      const posts = watchPosts(page);
      // What else is wrong stays. An ink was chosen, and what more of them come to is told by the next answer.
      await expect(page.getByLabel('How many of you')).toHaveAccessibleDescription(/Enter a whole number/);
      await expect(page.getByRole('group', { name: 'Inks' })).toHaveAccessibleDescription('There are two drums.');
      await page.getByRole('button', { name: 'Book' }).click();
      await expect(summary).toHaveText(['Enter a whole number', 'Choose a file of one of these types: PNG, JPEG.']);
      await expect(page.getByLabel('Drawing')).toHaveAttribute('aria-invalid', 'true');
      expect(posts).toEqual([]);
      await attach(page, 'heron.png', 'image/png');
    }
    expect((await send(page, 'Book')).status()).toBe(400);
    await expect(summary).toHaveText(hasIsland(mode) ? ofServer : [...ofServer, 'Choose a PNG or a JPEG']);
    await expect(page.getByRole('group', { name: 'Inks' })).toHaveAccessibleDescription(
      'There are two drums. There are two drums: choose two inks at most',
    );
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada');
    await expect(page.getByLabel('Sunday, 10:00')).toBeChecked();
    await expect(page.getByLabel('How many of you')).toHaveValue('2.5');
    await expect(page.getByLabel('Yellow')).toBeChecked();
    await expect(page.getByLabel('120 g, white')).toBeChecked();
    await expect(page.getByLabel('90 g, cream')).not.toBeChecked();
    await expect(page.getByLabel('I come in clothes')).toBeChecked();
  });

  test('and what is valid arrives: numbers, lists, a file, and a choice of two values', async ({ page, mode }) => {
    await page.goto(at('/workshop'));
    const posts = watchPosts(page);
    await page.getByLabel('Name', { exact: true }).fill('Grace');
    await page.getByLabel('Email').fill('grace@example.org');
    await page.getByLabel('Saturday, 14:00').check();
    await page.getByLabel('How many of you').fill('1');
    await page.getByLabel('Yellow').check();
    for (const paper of ['90 g', '250 g']) await page.getByLabel(paper).check();
    await attach(page, 'heron.png', 'image/png');
    await page.getByLabel('I come in clothes').check();
    expect((await send(page, 'Book')).status()).toBe(hasIsland(mode) ? 200 : 303);
    await expect(page.getByRole('status')).toHaveText('Booked. It is on your list below.');
    const booked = 'Saturday, 14:00: one seat for Grace, printing yellow on 90 g and 250 g, from heron.png';
    await expect(page.locator('#bookings li')).toHaveText([booked]);
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');
    expect(posts).toHaveLength(1);
  });
});

async function attach(page: Page, name: string, mimeType: string): Promise<void> {
  await page.getByLabel('Drawing').setInputFiles({ name, mimeType, buffer: Buffer.from('x') });
}

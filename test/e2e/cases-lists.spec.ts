import type { Page } from '@playwright/test';
import { onBothKinds, send } from './pages.js';
import { expect, test } from './support.js';

/** The numbered cases of lists, on the showcase's page that is built of blocks. */

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const rows = (page: Page) => page.locator('[data-action-list=blocks] > [data-action-row]');
const headings = (page: Page) => page.getByRole('textbox', { name: 'Heading' });
const tags = async (page: Page) => {
  const all = await page.getByRole('textbox', { name: 'Tag' }).all();
  return Promise.all(all.map((tag) => tag.inputValue()));
};

onBothKinds(({ at }) => {
  test.beforeEach(({ page }) => page.goto(at('/zine')));

  test('N8, N17: of many buttons the one that is pressed is meant: on top, at the end, a copy, up, out of the middle', async ({
    page,
  }) => {
    await press(page, 'Put a heading on top');
    await expect(rows(page)).toHaveCount(3);
    await expect(headings(page).first()).toHaveValue('');
    await headings(page).first().fill('First');
    await press(page, 'Duplicate: Block 1');
    await expect(headings(page).nth(1)).toHaveValue('First');
    await headings(page).nth(1).fill('Copy');
    await press(page, 'Move up: Block 3');
    await expect(headings(page).nth(1)).toHaveValue('At low tide');
    await press(page, 'Remove: Block 2');
    await expect(rows(page)).toHaveCount(3);
    await expect(headings(page).nth(0)).toHaveValue('First');
    await expect(headings(page).nth(1)).toHaveValue('Copy');
    await press(page, 'Add a block');
    await expect(row(page, 'Block 4').getByLabel('What it is')).toBeFocused();
    await expect(page.locator('#sheet'), 'the handler did not run').toContainText('At low tide');
    await press(page, 'Remove: Block 4');
    await send(page, 'Save the page');
    await expect(page.locator('#sheet h3')).toHaveText(['First', 'Copy']);
  });

  test('N17: an error goes along with its row, and a row that was added is told nothing', async ({ page }) => {
    await headings(page).fill('');
    await send(page, 'Save the page');
    await expect(headings(page)).toHaveAccessibleDescription('Enter the heading');
    await press(page, 'Move down: Block 1');
    await expect(row(page, 'Block 2').getByRole('textbox', { name: 'Heading' })).toHaveAccessibleDescription(
      'Enter the heading',
    );
    await press(page, 'Add a tag');
    const tag = page.getByRole('textbox', { name: 'Tag' }).nth(2);
    await expect(tag).toBeFocused();
    await expect(tag).toHaveAccessibleDescription('');
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
  });

  test('N18: at its most and at its least a list says so, and keeps its rows', async ({ page }) => {
    await press(page, 'Add a tag');
    await page.getByRole('textbox', { name: 'Tag' }).nth(2).fill('third');
    await press(page, 'Add a tag');
    await page.getByRole('textbox', { name: 'Tag' }).nth(3).fill('fourth');
    await press(page, 'Add a tag');
    await expect(page.getByRole('group', { name: 'Tags' })).toHaveAccessibleDescription('There can be no more than 4.');
    expect(await tags(page)).toEqual(['birds', 'two colours', 'third', 'fourth']);

    await press(page, 'Remove: Block 2');
    await expect(rows(page)).toHaveCount(1);
    await press(page, 'Remove: Block 1');
    await expect(page.getByRole('group', { name: 'Blocks' })).toHaveAccessibleDescription('There must be at least 1.');
    await expect(headings(page)).toHaveValue('At low tide');
  });

  test('N19: a list in a copied row is edited, and the one that it was copied from stays', async ({ page }) => {
    await press(page, 'Duplicate: Block 2');
    await expect(rows(page)).toHaveCount(3);
    const [original, copy] = [row(page, 'Block 2'), row(page, 'Block 3')];
    await copy.getByRole('button', { name: 'Remove: Part 1' }).click();
    await expect(copy.getByRole('group', { name: /^Part/ })).toHaveCount(1);
    await copy.getByRole('textbox', { name: 'Text' }).fill('Of the copy');
    await copy.getByRole('button', { name: 'Add a part' }).click();
    await expect(copy.getByRole('group', { name: /^Part/ })).toHaveCount(2);
    await expect(original.getByRole('group', { name: /^Part/ })).toHaveCount(2);
    await expect(original.getByRole('textbox', { name: 'Text' })).toHaveValue(/^The heron stands/);
    await expect(copy.getByRole('textbox', { name: 'Text' })).toHaveValue('Of the copy');
  });
});

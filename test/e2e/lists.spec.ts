import type { Locator, Page } from '@playwright/test';
import { lastOf, runsOf } from './lists-page.js';
import { expect, test } from './support.js';

/** Rows of the outer list. */
const dishes = (page: Page) => page.getByRole('group', { name: /^Dish \d+$/ });
const nameOf = (dish: Locator) => dish.getByRole('textbox', { name: 'Name' });
const names = async (page: Page) => Promise.all((await dishes(page).all()).map((dish) => nameOf(dish).inputValue()));
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

test.beforeEach(async ({ page, urlOf }) => {
  await page.goto(`${urlOf('site')}/menu?tab=2`);
  await page.getByLabel('Title').fill('Lunch');
  await nameOf(dishes(page).first()).fill('Bread');
});

test('E18: with the island nothing is sent for an edit, and what is edited is what is saved', async ({
  page,
  request,
  urlOf,
  mode,
}) => {
  test.skip(mode !== 'on', 'without JavaScript the page answers');
  const requests: string[] = [];
  page.on('request', (sent) => requests.push(sent.url()));
  await press(page, 'Add a dish');
  await press(page, 'Move up: Dish 2');
  await press(page, 'Duplicate: Dish 1');
  await dishes(page).nth(1).getByRole('button', { name: 'Remove: Note 1' }).click();
  await dishes(page).nth(2).getByRole('button', { name: 'Add a note' }).click();
  await dishes(page).nth(0).getByRole('textbox', { name: 'Text' }).fill('first');
  await dishes(page).nth(2).getByRole('textbox', { name: 'Text' }).nth(0).fill('one');
  await dishes(page).nth(2).getByRole('textbox', { name: 'Text' }).nth(1).fill('two');
  await press(page, 'Remove: Tag 1');
  expect(requests).toEqual([]);
  await press(page, 'Save');
  const saved = {
    title: 'Lunch',
    dishes: [
      { name: 'Soup', spicy: true, notes: [{ text: 'first' }] },
      { name: 'Soup', spicy: true, notes: [] },
      { name: 'Bread', spicy: false, notes: [{ text: 'one' }, { text: 'two' }] },
    ],
    tags: [],
  };
  await expect.poll(() => lastOf(request, urlOf('site'), 'menu')).toEqual(saved);
});

test('E18: a copy has what was typed in its row, in text areas too, and what was ticked', async ({ page, mode }) => {
  test.skip(mode !== 'on', 'without JavaScript the page answers');
  const [first, copy] = [dishes(page).nth(0), dishes(page).nth(1)];
  await first.getByLabel('Spicy').check();
  await first.getByRole('textbox', { name: 'Text' }).fill('one\ntwo');
  await press(page, 'Duplicate: Dish 1');
  await expect(nameOf(copy)).toHaveValue('Bread');
  await expect(copy.getByLabel('Spicy')).toBeChecked();
  await expect(copy.getByRole('textbox', { name: 'Text' })).toHaveValue('one\ntwo');
});

test('N17: a row at the end shows its defaults and has the focus; the handler does not run', async ({
  page,
  request,
  urlOf,
}) => {
  const before = await runsOf(request, urlOf('site'), 'menu');
  await press(page, 'Add a dish');
  await expect(dishes(page)).toHaveCount(2);
  expect(await names(page)).toEqual(['Bread', 'Soup']);
  await expect(dishes(page).nth(1).getByLabel('Spicy')).toBeChecked();
  await expect(nameOf(dishes(page).nth(1))).toBeFocused();
  await expect(page.getByLabel('Title')).toHaveValue('Lunch');
  await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  expect(await runsOf(request, urlOf('site'), 'menu')).toBe(before);
  expect(new URL(page.url()).searchParams.get('tab')).toBe('2');
});

test('N17: a row on top, by a button of the page; then moved, copied and removed, values with it', async ({ page }) => {
  await press(page, 'Add a dish on top');
  await expect(nameOf(dishes(page).first())).toBeFocused();
  await nameOf(dishes(page).first()).fill('Olives');
  await press(page, 'Move down: Dish 1');
  await expect.poll(() => names(page)).toEqual(['Bread', 'Olives']);
  await expect(dishes(page).nth(1)).toBeFocused();
  await dishes(page).nth(1).getByLabel('Spicy').check();
  await press(page, 'Duplicate: Dish 2');
  await expect.poll(() => names(page)).toEqual(['Bread', 'Olives', 'Olives']);
  await expect(dishes(page).nth(2).getByLabel('Spicy')).toBeChecked();
  await press(page, 'Remove: Dish 2');
  await expect.poll(() => names(page)).toEqual(['Bread', 'Olives']);
  await expect(dishes(page).nth(1)).toBeFocused();
});

test('N17: errors stay with their rows, and a new row is not told what it lacks', async ({ page, urlOf }) => {
  // errors that the island has shown are not known to the page that the browser then asks for
  await page.goto(`${urlOf('site')}/menu?js=off`);
  await page.getByLabel('Title').fill('Lunch');
  await nameOf(dishes(page).first()).fill('Bread');
  await press(page, 'Add a dish');
  await nameOf(dishes(page).nth(1)).fill('');
  await press(page, 'Save');
  await expect(nameOf(dishes(page).nth(1))).toHaveAccessibleDescription('Name the dish');
  await press(page, 'Move up: Dish 2');
  await expect(nameOf(dishes(page).first())).toHaveAccessibleDescription('Name the dish');
  await expect(nameOf(dishes(page).nth(1))).toHaveAccessibleDescription('');
  await expect(page.getByRole('link', { name: 'Name the dish' })).toHaveAttribute('href', '#menu-dishes-0-name');
  await press(page, 'Add a dish on top');
  await expect(nameOf(dishes(page).first())).toHaveAccessibleDescription('');
  await expect(nameOf(dishes(page).nth(1))).toHaveAccessibleDescription('Name the dish');
  await press(page, 'Remove: Dish 2');
  await expect(dishes(page)).toHaveCount(2);
  await expect(page.getByText('Name the dish')).toHaveCount(0);
});

test('N18: at the most and at the least the list says so, and all rows are kept', async ({ page }) => {
  const list = page.getByRole('group', { name: 'Dishes' });
  await press(page, 'Remove: Dish 1');
  await expect(list).toHaveAccessibleDescription('There must be at least 1.');
  expect(await names(page)).toEqual(['Bread']);
  for (const count of [2, 3, 4]) {
    await press(page, 'Add a dish');
    await expect(dishes(page)).toHaveCount(count);
    await expect(list).toHaveAccessibleDescription('');
  }
  await press(page, 'Add a dish');
  await expect(list).toHaveAccessibleDescription('There can be no more than 4.');
  await expect(list).toBeFocused();
  expect(await names(page)).toEqual(['Bread', 'Soup', 'Soup', 'Soup']);
});

test('N19: a list in a list is edited by itself, and goes along with its row', async ({ page }) => {
  await press(page, 'Add a dish');
  const notes = (index: number) => dishes(page).nth(index).getByRole('textbox', { name: 'Text' });
  await notes(0).fill('of bread');
  await notes(1).fill('of soup');
  await dishes(page).nth(1).getByRole('button', { name: 'Add a note' }).click();
  await expect(notes(1)).toHaveCount(2);
  await expect(notes(0)).toHaveCount(1);
  await notes(1).nth(1).fill('more');
  await press(page, 'Move up: Dish 2');
  await expect.poll(() => names(page)).toEqual(['Soup', 'Bread']);
  expect(await Promise.all((await notes(0).all()).map((note) => note.inputValue()))).toEqual(['of soup', 'more']);
  expect(await Promise.all((await notes(1).all()).map((note) => note.inputValue()))).toEqual(['of bread']);
});

test('N17: what was edited is what is saved, and the last row of a list without a minimum can go', async ({
  page,
  request,
  urlOf,
}) => {
  const tag = page.getByRole('group', { name: /^Tag \d+$/ });
  await expect(tag).toHaveCount(1);
  await press(page, 'Remove: Tag 1');
  await expect(tag).toHaveCount(0);
  await press(page, 'Remove: Note 1');
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveCount(0);
  await page.getByLabel('Title').fill('');
  await press(page, 'Save');
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription('Enter a title');
  await expect(tag).toHaveCount(0);
  await page.getByLabel('Title').fill('Dinner');
  await press(page, 'Save');
  const saved = { title: 'Dinner', dishes: [{ name: 'Bread', spicy: false, notes: [] }], tags: [] };
  await expect.poll(() => lastOf(request, urlOf('site'), 'menu')).toEqual(saved);
});

test('N17: Enter in a field saves, and presses no button of a row', async ({ page, request, urlOf }) => {
  const before = await runsOf(request, urlOf('site'), 'menu');
  await press(page, 'Remove: Tag 1');
  await press(page, 'Remove: Note 1');
  await nameOf(dishes(page).first()).press('Enter');
  await expect.poll(() => runsOf(request, urlOf('site'), 'menu')).toBe(before + 1);
});

test('with the style sheet too, the first row has no way up that is seen, and Enter its button out of sight', async ({
  page,
}) => {
  await page.goto('/order');
  await page.getByRole('button', { name: 'Add an item' }).click();
  await expect(page.getByRole('button', { name: 'Move up: Item 2' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move up: Item 1' })).toBeHidden();
  await expect(page.locator('[data-action-default] button')).toBeHidden();
});

import type { Page } from '@playwright/test';
import { lastOf, runsOf } from './lists-page.js';
import { onBothKinds } from './pages.js';
import { expect, test } from './support.js';

const dishes = (page: Page) => page.getByRole('group', { name: /^Dish \d+$/ });
const nameOf = (page: Page, row: number) => dishes(page).nth(row).getByRole('textbox', { name: 'Name' });

onBothKinds(({ at }) => {
  test('buttons of the page add, move, copy and remove rows; what was typed goes along, and the handler does not run', async ({
    page,
    request,
    urlOf,
  }) => {
    const url = urlOf('site');
    const runs = () => runsOf(request, url, 'buffet');
    const press = (row: number, name: string) => dishes(page).nth(row).getByRole('button', { name }).click();
    const expectNames = async (...names: string[]) => {
      await expect(dishes(page)).toHaveCount(names.length);
      for (const [row, name] of names.entries()) await expect(nameOf(page, row)).toHaveValue(name);
    };
    const before = await runs();

    await page.goto(url + at('/own-buttons'), { waitUntil: 'networkidle' });
    await page.getByLabel('Title').fill('Lunch');
    await nameOf(page, 0).fill('Bread');
    await page.getByRole('button', { name: 'One more' }).click();
    await expectNames('Bread', 'Soup');
    await press(1, 'Earlier');
    await expectNames('Soup', 'Bread');
    await press(0, 'Twice');
    await expectNames('Soup', 'Soup', 'Bread');
    await nameOf(page, 1).fill('Tea');
    await press(0, 'Away');
    await expectNames('Tea', 'Bread');
    await press(0, 'Later');
    await expectNames('Bread', 'Tea');
    await page.getByRole('button', { name: 'One between' }).click();
    await expectNames('Bread', '', 'Tea');
    await nameOf(page, 1).fill('Cake');
    await expect(page.getByLabel('Title')).toHaveValue('Lunch');
    await expect(page.locator('[aria-invalid]')).toHaveCount(0);
    expect(await runs()).toBe(before);

    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => lastOf(request, url, 'buffet'))
      .toMatchObject({
        title: 'Lunch',
        dishes: [{ name: 'Bread' }, { name: 'Cake' }, { name: 'Tea' }],
      });
  });
});

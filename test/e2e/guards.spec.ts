import { onBothKinds, send } from './pages.js';
import { axe, expect, test } from './support.js';

onBothKinds(({ at }) => {
  test('a session that ran out while somebody was typing costs nothing of what was typed', async ({
    page,
    context,
  }) => {
    await page.goto(at('/studio'));
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password').fill('two drums');
    await send(page, 'Log in');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Studio');

    await page.getByLabel('Day').selectOption('Wednesday');
    await page.getByLabel('Drums').fill('yellow and pink');
    const session = (await context.cookies()).filter(({ name }) => name === 'session');
    await context.clearCookies({ name: 'session' });
    expect((await send(page, 'Book')).status()).toBe(401);
    await expect(page.locator('[data-action-summary] li')).toHaveText([/^You are not logged in any more/]);
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel('Drums')).toHaveValue('yellow and pink');
    await expect(page.getByLabel('Day')).toHaveValue('Wednesday');
    expect(await axe(page)).toEqual([]);

    await context.addCookies(session);
    await send(page, 'Book');
    await expect(page.locator('#week')).toContainText('yellow and pink');
    await expect(page.getByRole('status').filter({ hasText: 'Booked.' })).toBeVisible();
  });
});

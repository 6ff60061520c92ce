import { watchIsland } from './island.js';
import { onBothKinds, send } from './pages.js';
import { expect, test } from './support.js';

onBothKinds(({ at, hasIsland }) => {
  test.beforeEach(({ page, urlOf }) => page.goto(urlOf('site') + at('/two')));

  for (const [index, title] of [
    [0, 'N11: of two forms of one action'],
    [1, 'N12: a form whose id has a slash, spaces, quotes and unicode'],
  ] as const) {
    test(`${title} only the one that is posted shows its result`, async ({ page, mode }) => {
      const [own, other] = [page.locator(`#section-${index}`), page.locator(`#section-${1 - index}`)];
      const seen = await watchIsland(page);
      await own.getByLabel('Text').fill('mine');
      await other.getByLabel('Text').fill('yours');
      await send(page, own.getByRole('button', { name: 'Send' }));
      if (hasIsland(mode)) {
        await expect.poll(async () => (await seen()).data).toEqual({ text: 'mine' });
        await expect(own.getByLabel('Text')).toHaveValue('');
        await expect(other.getByLabel('Text')).toHaveValue('yours');
      } else {
        await expect(own.locator('output')).toHaveText('mine');
        await expect(other.locator('output')).toHaveText('nothing');
        await expect(own.getByLabel('Text')).toHaveValue('');
      }
    });

    test(`${title} only the one that is posted shows its error`, async ({ page }) => {
      const [own, other] = [page.locator(`#section-${index}`), page.locator(`#section-${1 - index}`)];
      await send(page, own.getByRole('button', { name: 'Send' }));
      await expect(own.getByLabel('Text')).toHaveAccessibleDescription('Write something');
      await expect(own.locator('[data-action-summary]')).toBeFocused();
      await expect(other.getByLabel('Text')).not.toHaveAttribute('aria-invalid');
      await expect(other.getByText('Write something')).toHaveCount(0);
      await own.getByRole('link', { name: 'Write something' }).click();
      await expect(own.getByLabel('Text')).toBeFocused();
    });
  }

  test('A2: ids are unique with the same form twice, before and after a failure', async ({ page }) => {
    const twice = () =>
      page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        return ids.filter((id, index) => ids.indexOf(id) !== index);
      });
    expect(await twice()).toEqual([]);
    await send(page, page.locator('#section-1').getByRole('button', { name: 'Send' }));
    await expect(page.getByRole('link', { name: 'Write something' })).toBeVisible();
    expect(await twice()).toEqual([]);
  });
});

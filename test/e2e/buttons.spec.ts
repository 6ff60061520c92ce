import { watchIsland } from './island.js';
import { onBothKinds, readJson, send } from './pages.js';
import { expect, test } from './support.js';

onBothKinds(({ at, hasIsland }) => {
  test.beforeEach(async ({ page, urlOf }) => {
    await page.goto(urlOf('site') + at('/buttons'));
    await page.getByLabel('Text').fill('words');
  });

  const clicks = [
    ['N8: the second of two submit buttons', 'Publish', { text: 'words', intent: 'publish' }],
    ['N10: a button whose label is nested elements', 'Save', { text: 'words', intent: 'save' }],
    ['N10: a button outside of the form', 'Outside', { text: 'words', intent: 'publish' }],
  ] as const;
  for (const [title, name, expected] of clicks) {
    test(`${title} sends its name and value`, async ({ page, mode }) => {
      const seen = await watchIsland(page);
      const button = page.getByRole('button', { name });
      await send(page, name === 'Save' ? button.locator('b') : button);
      if (hasIsland(mode)) await expect.poll(async () => (await seen()).data).toEqual(expected);
      else expect(await readJson(page, 'result')).toEqual(expected);
    });
  }

  test('N9: a button with formaction of another action runs that one', async ({ page, mode }) => {
    const seen = await watchIsland(page);
    await send(page, 'As a note');
    if (hasIsland(mode)) await expect.poll(async () => (await seen()).data).toEqual({ text: 'words' });
    else expect(await readJson(page, 'note')).toEqual({ text: 'words' });
    await expect(page.locator('#result')).toHaveText('null');
  });

  test('N9: errors of the other action are shown by the form that was posted', async ({ page }) => {
    await page.getByLabel('Text').fill('');
    expect((await send(page, 'As a note')).status()).toBe(400);
    await expect(page.getByLabel('Text')).toHaveAccessibleDescription('Write something');
  });
});

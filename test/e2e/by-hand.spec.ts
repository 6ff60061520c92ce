import { lastOf } from './lists-page.js';
import { onBothKinds, send } from './pages.js';
import { expectKept, fillProfile, goodProfile, type ProfileEntries } from './profile-page.js';
import { axe, expect, test } from './support.js';

/** Nothing is chosen of what has to be. */
const bad: ProfileEntries = { ...goodProfile, color: '', sizes: [], plan: 'none', tags: ['A', 'C'], agree: false };

/** All is right but for the box. */
const almost: ProfileEntries = { ...goodProfile, tags: ['B', 'C'], agree: false };

onBothKinds(({ at, hasIsland }) => {
  test('choices by hand: errors beside each, what was chosen stays, and the focus goes to the first choice', async ({
    page,
    urlOf,
    mode,
  }) => {
    await page.goto(urlOf('site') + at('/by-hand'), { waitUntil: 'networkidle' });
    await expect(page.getByLabel('News')).toBeChecked();
    await fillProfile(page, bad);
    expect((await send(page, 'Save')).status()).toBe(400);
    const plan = page.getByRole('radiogroup', { name: 'Plan' });
    await expect(plan).toHaveAccessibleDescription('Choose a plan');
    await expect(page.getByLabel('Colour')).toHaveAccessibleDescription('Choose a colour');
    await expect(page.getByLabel('Sizes')).toHaveAccessibleDescription('Choose a size');
    await expect(page.getByLabel('I agree')).toHaveAccessibleDescription('Agree to go on');
    await expect(page.getByRole('group', { name: 'Tags' })).toHaveAccessibleDescription('');
    // of a group the group, no choice in it, and nothing that is hidden
    const marked = page.locator('[aria-invalid]');
    const names = await marked.evaluateAll((all) => all.map((part) => part.getAttribute('data-action-control')));
    expect(names.toSorted()).toEqual(['agree', 'color', 'plan', 'sizes']);
    await expectKept(page, bad);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Choose a plan' }).click();
    await expect(page.getByRole('radio', { name: 'Free' })).toBeFocused();

    await fillProfile(page, almost);
    expect((await send(page, 'Save')).status()).toBe(400);
    await expect(plan).toHaveAccessibleDescription('');
    await expect(page.getByLabel('I agree')).toHaveAccessibleDescription('Agree to go on');
    await expect(marked).toHaveCount(1);
    await expectKept(page, almost);

    await fillProfile(page, goodProfile);
    expect((await send(page, 'Save')).status()).toBe(hasIsland(mode) ? 200 : 303);
    await expect(marked).toHaveCount(0);
  });

  test('choices by hand arrive: several, none, and not the box that was ticked to start with', async ({
    page,
    urlOf,
    request,
  }) => {
    const url = urlOf('site');
    await page.goto(url + at('/by-hand'), { waitUntil: 'networkidle' });
    const name = `Hand${at('')}`;
    await fillProfile(page, { ...goodProfile, name, tags: [] });
    expect((await send(page, 'Save')).status()).toBeLessThan(400);
    expect(await lastOf(request, url, `profile ${name}`)).toMatchObject({
      color: 'green',
      sizes: ['s', 'l'],
      plan: 'paid',
      tags: [],
      agree: true,
      news: false,
    });
  });
});

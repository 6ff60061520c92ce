import { gallery } from '../../examples/showcase/src/data/gallery.js';
import { withoutEnhance } from './pages.js';
import { galleryPaths, prepare, showcaseForms } from './showcase-forms.js';
import { axe, expect, test } from './support.js';

test('the start page leads to every form, and so does the foot of every page', async ({ page }) => {
  await page.goto('/');
  for (const group of gallery) {
    for (const { path, subject, title } of group.exhibits) {
      await expect(page.locator('main').getByRole('link', { name: `${subject} (${title})` })).toHaveAttribute(
        'href',
        path,
      );
      const index = page.getByRole('navigation', { name: 'All forms' });
      await expect(index.getByRole('link', { name: title, exact: true })).toHaveAttribute('href', path);
    }
  }
});

test('without enhance every link of the gallery stays without', async ({ page }) => {
  await page.goto(withoutEnhance('/'));
  const links = await page
    .locator('main .exhibit a, .index a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((href) => !href?.endsWith('?js=off'))).toEqual([]);
});

test('every page of the gallery is looked at in all of its states', () => {
  expect(showcaseForms.map(({ path }) => path).toSorted()).toEqual(galleryPaths.toSorted());
});

for (const path of ['/', ...galleryPaths]) {
  test(`${path} shows the code of its form, legible in the dark and at 320 px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 640 });
    await prepare(page, path, (asked) => asked);
    await page.goto(path);
    const form = page.locator('pre.code', { hasText: /<(Field|ActionButton)\b/ }).first();
    await expect(form).toBeVisible();
    await expect(form.locator('.token-constant').first()).toBeVisible();
    await expect(page.locator('pre.code', { hasText: /defineAction|z\./ })).not.toHaveCount(0);

    await page
      .locator('.made details')
      .evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
    expect(await axe(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, 'pixels of horizontal scrolling').toBe(0);
  });
}

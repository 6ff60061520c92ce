import { axe, expect, test } from './support.js';

test.describe('the README’s first form', () => {
  for (const path of ['/', '/plain']) {
    test(`a valid post from ${path} leads to the page that reads the result`, async ({ page, urlOf }) => {
      await page.goto(urlOf('minimal') + path);
      await page.getByLabel('Email').fill('ada@example.org');
      await page.getByRole('button', { name: 'Join' }).click();
      await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
      await expect(page.locator('body')).toContainText('ada@example.org');
    });

    test(`an invalid post from ${path} says what is wrong beside the field and keeps what was typed`, async ({
      page,
      urlOf,
    }) => {
      await page.goto(urlOf('minimal') + path);
      // The browser's own check would stop this before anybody else sees it.
      await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
      await page.getByLabel('Email').fill('nobody');
      await page.getByRole('button', { name: 'Join' }).click();
      await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Email')).toHaveValue('nobody');
      await expect(page.getByLabel('Email')).toHaveAccessibleDescription('Enter an email address');
      expect(await axe(page)).toEqual([]);
    });
  }

  test('a page without enhance has no script at all', async ({ page, urlOf }) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto(`${urlOf('minimal')}/plain`, { waitUntil: 'networkidle' });
    expect(scripts).toEqual([]);
    await expect(page.locator('script, link[rel=modulepreload]')).toHaveCount(0);
  });
});

import type { Page } from '@playwright/test';
import { audit, narrow } from '../accessibility/audit.js';
import { findCoveredFocus, findLostLinks } from '../accessibility/interactions.js';
import { watchIsland } from './island.js';
import { holdPosts, withLine } from './line.js';
import { onBothKinds, send, watchPosts } from './pages.js';
import { buttonOf, type ShowcaseForm, showcaseForms } from './showcase-forms.js';
import { expect } from './support.js';

const test = withLine('showcase');

/** Pages of the showcase that have no form. The last is the one of what is not there. */
const plainPages: readonly Pick<ShowcaseForm, 'path' | 'before'>[] = [
  { path: '/' },
  { path: '/thanks' },
  { path: '/orders/none' },
  { path: '/nowhere' },
];

onBothKinds(({ at, hasIsland }) => {
  test('A2: a control is described by its hint, then by its error', async ({ page }) => {
    await page.goto(at('/profile'));
    await expect(page.getByLabel('Birthday')).toHaveAccessibleDescription('We send a card, on paper.');
    await page.getByLabel('Birthday').fill('2999-01-01');
    await send(page, 'Save profile');
    await expect(page.getByLabel('Birthday')).toHaveAccessibleDescription(
      'We send a card, on paper. A birthday is in the past',
    );
    expect(await audit(page)).toEqual([]);
  });

  test('A3: aria-invalid is on failed fields only, and goes when they are fixed', async ({ page }) => {
    await page.goto(at('/guestbook'));
    await page.getByLabel('Name').fill('Ada');
    await send(page, 'Sign the guestbook');
    await expect(page.getByLabel('Message')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Name')).not.toHaveAttribute('aria-invalid');
    await page.getByLabel('Message').fill('Fixed');
    await page.getByLabel('Name').fill('');
    await send(page, 'Sign the guestbook');
    await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Message')).not.toHaveAttribute('aria-invalid');
  });

  test('A4: the summary has every error in field order, in the words beside the fields; a link goes to its control', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 400, height: 320 });
    await page.goto(at('/order'));
    await send(page, 'Place order');
    const summary = page.locator('[data-action-summary]');
    await expect(summary).toBeFocused();
    const inline = page.locator('[data-action-errors]:not([hidden])');
    const words = (await inline.allInnerTexts()).map((text) => text.trim());
    expect(words).toHaveLength(5);
    await expect(summary.getByRole('listitem')).toHaveText(words);
    for (const [index, link] of (await summary.getByRole('link').all()).entries()) {
      await link.click();
      const control = page.locator('[aria-invalid=true]').nth(index);
      await expect(control).toBeFocused();
      await expect(control).toBeInViewport();
      const id = await control.getAttribute('id');
      await expect(page.locator(`label[for="${id}"]`)).toBeInViewport({ ratio: 1 });
    }
  });

  for (const { path, button, before, spoil } of showcaseForms) {
    test(`A4: on ${path} links of the summary lead to controls whose labels are in view, wide and at 320 px`, async ({
      page,
    }) => {
      await before?.(page, at);
      await page.goto(at(path));
      await spoil?.(page);
      await page.locator('main form').evaluateAll((forms) => forms.map((form) => form.setAttribute('novalidate', '')));
      await send(page, buttonOf(page, button));
      expect(await findLostLinks(page)).toEqual([]);
      await page.setViewportSize(narrow);
      expect(await findLostLinks(page)).toEqual([]);
    });
  }

  test('A4: under a sticky header, of which the form is told, nothing is covered that a link or the Tab key goes to', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 400, height: 480 });
    await page.goto(at('/order?item=NB-A5&item=CAL-27'));
    await send(page, 'Place order');
    await expect(page.locator('[data-action-summary]')).toBeFocused();
    await addStyle(
      page,
      `html { scroll-padding: 0; --action-form-scroll-margin: 11rem }
       body { display: block }
       .site-header { position: sticky; inset-block-start: 0; z-index: 1; background: Canvas; block-size: 5rem; overflow: clip }
       footer { min-block-size: 100vh }`,
    );
    expect(await findLostLinks(page)).toEqual([]);
    expect(await findCoveredFocus(page)).toEqual([]);
    await addStyle(page, 'html { --action-form-scroll-margin: 0rem }');
    expect(await findCoveredFocus(page), 'of which it is told nothing').not.toEqual([]);
  });

  test('A4: the link of a group goes to its first choice; one error has a summary too', async ({ page, urlOf }) => {
    await page.goto(urlOf('site') + at('/profile'));
    await send(page, 'Save');
    await page.locator('[data-action-summary]').getByRole('link', { name: 'Choose a plan' }).click();
    await expect(page.getByRole('radio', { name: 'Free' })).toBeFocused();

    await page.goto(at('/newsletter'));
    await page.getByLabel('Email').fill('name@example');
    await send(page, 'Join');
    const items = page.locator('[data-action-summary]').getByRole('listitem');
    await expect(items).toHaveText(['Enter an email address, like name@example.com']);
    await items.getByRole('link').click();
    await expect(page.getByLabel('Email')).toBeFocused();
  });

  test('A5: with the text spacing of WCAG 1.4.12, at 400 %, no page of the showcase is too wide', async ({ page }) => {
    const spacing =
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';
    await page.setViewportSize({ width: 320, height: 256 });
    const wide: string[] = [];
    for (const { path, before } of [...plainPages, ...showcaseForms]) {
      await before?.(page, at);
      await page.goto(at(path));
      await page.locator('head').evaluate((head, text) => {
        head.append(Object.assign(document.createElement('style'), { textContent: text }));
      }, spacing);
      if (await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth > innerWidth)) wide.push(path);
    }
    expect(wide).toEqual([]);
  });

  test('A6: a success is said in a status: there before with the island, focused without', async ({ page, mode }) => {
    await page.goto(at('/profile'));
    const status = page.getByRole('status');
    await expect(status).toHaveCount(1);
    await status.evaluate((element) => element.setAttribute('data-mark', ''));
    await send(page, 'Save profile');
    await expect(status).toHaveText('Saved.');
    if (hasIsland(mode)) await expect(status).toHaveAttribute('data-mark');
    else await expect(status).toBeFocused();
  });

  test('A9: a form comes before the links that stand beside it', async ({ page }) => {
    await page.goto(at('/order'));
    await page.getByRole('link', { name: 'Without JavaScript' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Email')).toBeFocused();
  });

  test('A9: the tab order is the visual order', async ({ page }) => {
    await page.goto(at('/profile'));
    await page.getByLabel('Name').focus();
    const tops: number[] = [];
    const names: string[] = [];
    for (let stop = 0; stop < 20; stop += 1) {
      const { name, top, isSubmit } = await page.evaluate(() => {
        // why: after a Tab inside of a form the focus is on a control
        const control = document.activeElement as HTMLInputElement;
        return {
          name: control.name,
          top: control.getBoundingClientRect().top + scrollY,
          isSubmit: control.type === 'submit',
        };
      });
      tops.push(top);
      names.push(name);
      if (isSubmit) break;
      await page.keyboard.press('Tab');
    }
    expect([...new Set(names)]).toEqual([
      'name',
      'website',
      'birthday',
      'ink',
      'delivery',
      'topics',
      'about',
      'samples',
      '',
    ]);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
  });

  test('A9: nothing happens on input alone', async ({ page }) => {
    await page.goto(at('/profile'), { waitUntil: 'networkidle' });
    const requests: string[] = [];
    // an icon comes when the browser thinks of it
    page.on('request', (request) => request.url().endsWith('/favicon.svg') || requests.push(request.url()));
    await page.getByLabel('Favourite ink').selectOption('green');
    await page.getByRole('radio', { name: 'By bicycle courier' }).check();
    await page.getByRole('checkbox', { name: 'Notebooks' }).check();
    await page.getByLabel('Name').fill('');
    await page.getByLabel('Name').blur();
    await expect(page.getByLabel('Favourite ink')).toHaveValue('green');
    expect(requests).toEqual([]);
    await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  });

  test('an order is placed with the keyboard alone, after an error', async ({ page }) => {
    await page.goto(at('/order?item=NB-A5'));
    const posts = watchPosts(page);
    const { keyboard } = page;
    const focused = page.locator(':focus');
    await page.getByLabel('Email').focus();
    await keyboard.type('ada@example.org');
    await keyboard.press('Enter');
    await expect(page.locator('[data-action-summary]')).toBeFocused();
    await keyboard.press('Tab');
    await expect(focused).toHaveText('Enter a street and number');
    await keyboard.press('Enter');
    await expect(page.getByLabel('Street and number')).toBeFocused();
    await keyboard.type('Main Street 1');
    await keyboard.press('Tab');
    await keyboard.type('12345');
    while ((await focused.textContent())?.trim() !== 'Place order') await keyboard.press('Tab');
    await keyboard.press('Space');
    await expect(page.getByRole('heading', { level: 1, name: /^Order \w{8}$/ })).toBeVisible();
    expect(posts).toHaveLength(2);
  });

  test('an entry is deleted with the keyboard alone, and asked about before', async ({ page }, { testId, project }) => {
    const text = `Keyboard ${project.name} ${testId}`;
    await page.goto(at('/guestbook'));
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Message').fill(text);
    await send(page, 'Sign the guestbook');
    const entry = page.locator('.entry', { hasText: text });
    const posts = watchPosts(page);
    await entry.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(entry.getByText('Delete this entry?')).toBeVisible();
    expect(posts).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(entry).toHaveCount(0);
    expect(posts).toHaveLength(1);
  });
});

test('A8: pending is said, and the button keeps the focus', async ({ page, line, mode }) => {
  test.skip(mode !== 'on', 'Needs the island');
  await page.goto(`${line.url}/profile`);
  const seen = await watchIsland(page);
  const release = holdPosts(line);
  const button = page.locator('main button[data-action-pending]');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveText('Saving…');
  await expect(button).toBeFocused();
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  release();
  await expect(button).toHaveText('Save profile');
  await expect(button).toBeFocused();
  expect((await seen()).said).toEqual(['Saved.']);
});

function addStyle(page: Page, css: string): Promise<void> {
  return page.evaluate((text) => {
    const style = document.createElement('style');
    style.textContent = text;
    document.head.append(style);
  }, css);
}

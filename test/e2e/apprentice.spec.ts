import type { Locator, Page } from '@playwright/test';
import { audit } from '../accessibility/audit.js';
import { onBothKinds, send, watchPosts } from './pages.js';
import { slowly, withLine } from './line.js';
import { axe, expect } from './support.js';

const test = withLine('showcase');

/** Files that the showcase's form refuses, what it says of them, from the limits or from the schema, and what is kept of all. */
const refusedFiles = [
  {
    what: 'a file of a wrong type is refused',
    label: 'CV',
    files: [pdf('picture.png')],
    before: 'Choose a file of one of these types: PDF, text/plain.',
    after: 'Send your CV as a PDF or a text',
    left: [],
  },
  {
    what: 'a file that is too large is refused',
    label: 'CV',
    files: [{ ...pdf('long.pdf'), buffer: Buffer.alloc(2_000_001, 'x') }],
    before: 'Choose a file of at most 2 MB.',
    after: 'Choose a CV below 2 MB',
    left: [],
  },
  {
    what: 'one file too many is refused',
    label: 'Work',
    files: ['a.png', 'b.png', 'c.png', 'd.png'].map(pdf),
    before: 'Choose at most 3 files.',
    after: 'Three pieces say enough: remove some',
    // each of them is a good one, and any can be removed
    left: ['cv.pdf', 'a.png', 'b.png', 'c.png', 'd.png'],
  },
];

/** The showcase's form with files. */
onBothKinds(({ at, hasIsland }) => {
  test('N20: a file is kept when another field is wrong, and not asked for again', async ({ page, mode }) => {
    await page.goto(at('/apprentice'));
    await choose(page, 'CV', 'cv.pdf');
    await choose(page, 'Work', 'heron.png', 'rook.png');
    expect((await send(page, 'Apply')).status()).toBe(400);
    await expect(errors(page)).toHaveText(['Enter your name', 'Enter an email address, like name@example.com']);
    // The island leaves the chosen files where they are; without it, no page can.
    await expect(kept(page)).toHaveText(
      hasIsland(mode) ? [] : ['Kept: cv.pdf (1 kB)', 'Kept: heron.png (1 kB)', 'Kept: rook.png (1 kB)'],
    );
    if (!hasIsland(mode)) {
      await expect(page.getByLabel('CV', { exact: true })).toHaveAccessibleDescription(
        /^A PDF or a text, below 2 MB\. Kept: cv\.pdf \(1 kB\)\s*$/,
      );
      await expect(page.getByLabel('CV', { exact: true })).not.toHaveAttribute('required');
    }
    await fill(page);
    await send(page, 'Apply');
    await expect(page.getByRole('status')).toHaveText('Your application is here. We write back within a week.');
    await expect(kept(page)).toHaveText([]);
  });

  test('N20: a kept file is removed by the keyboard, and another one takes its place', async ({ page, mode }) => {
    test.skip(hasIsland(mode), 'The island keeps files in their controls');
    await page.goto(at('/apprentice'));
    await choose(page, 'CV', 'old.pdf');
    await choose(page, 'Work', 'heron.png', 'rook.png');
    await send(page, 'Apply');
    await page.getByRole('button', { name: 'Remove: heron.png' }).focus();
    await page.keyboard.press('Enter');
    await expect(kept(page)).toHaveText(['Kept: old.pdf (1 kB)', 'Kept: rook.png (1 kB)']);
    await expect(page.locator('[name=samples][type=file]')).toBeFocused();
    await choose(page, 'CV', 'new.pdf');
    await send(page, 'Apply');
    await expect(kept(page)).toHaveText(['Kept: new.pdf (1 kB)', 'Kept: rook.png (1 kB)']);
    // Enter in a field sends the form, and removes nothing.
    await fill(page);
    await page.getByLabel('Email').press('Enter');
    await expect(page.getByRole('status')).toHaveText('Your application is here. We write back within a week.');
  });

  test('of several chosen files one is taken out before anything is sent', async ({ page, mode }) => {
    await page.goto(at('/apprentice'));
    await choose(page, 'CV', 'cv.pdf');
    await choose(
      page,
      'Work',
      'heron.png',
      'rook.png',
      'a-name-that-is-longer-than-a-small-screen-is-wide-is-wrapped.png',
    );
    const chosen = page.locator('[data-action-chosen]');
    await expect(chosen).toHaveCount(hasIsland(mode) ? 1 : 0);
    if (!hasIsland(mode)) return;
    const posts = watchPosts(page);
    await page.locator('[name=samples]').focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Remove: heron.png' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Remove: rook.png' })).toBeFocused();
    await expect(chosen.locator('span').first()).toHaveText('rook.png');
    await expect(page.getByRole('list').filter({ hasText: 'rook.png' })).toMatchAriaSnapshot(`
      - list:
        - listitem:
          - text: rook.png
          - 'button "Remove: rook.png"'
        - listitem:
          - text: a-name-that-is-longer-than-a-small-screen-is-wide-is-wrapped.png
          - 'button "Remove: a-name-that-is-longer-than-a-small-screen-is-wide-is-wrapped.png"'
    `);
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 640 });
      expect(await axe(page)).toEqual([]);
      expect(await audit(page)).toEqual([]);
    }
    expect(posts).toEqual([]);
    await fill(page);
    await send(page, 'Apply');
    await expect(page.getByRole('status')).toHaveText('Your application is here. We write back within a week.');
    await expect(chosen).toHaveCount(0);
  });

  test('files move with their rows', async ({ page, mode }) => {
    await page.goto(at('/apprentice'));
    for (const [index, from] of ['Ada', 'Grace'].entries()) {
      await page.getByRole('button', { name: 'Add a reference' }).click();
      const row = page.getByRole('group', { name: `Reference ${index + 1}` });
      await row.getByLabel('From').fill(from);
      await row.getByLabel('Letter').setInputFiles(pdf(`${from}.pdf`));
    }
    await page.getByRole('button', { name: 'Move up: Reference 2' }).click();
    const first = page.getByRole('group', { name: 'Reference 1' });
    await expect(first.getByLabel('From')).toHaveValue('Grace');
    if (hasIsland(mode)) {
      const files = first.getByLabel('Letter').evaluate((input) => (input as HTMLInputElement).files?.[0]?.name); // why: a file control
      expect(await files).toBe('Grace.pdf');
    } else {
      await expect(kept(page)).toHaveText(['Kept: Grace.pdf (1 kB)', 'Kept: Ada.pdf (1 kB)']);
    }
    await choose(page, 'CV', 'cv.pdf');
    await fill(page);
    await send(page, 'Apply');
    await expect(page.getByRole('status')).toHaveText('Your application is here. We write back within a week.');
  });

  test('axe finds nothing on a form that has kept files, light and dark, wide and at 320 px', async ({
    page,
    mode,
  }) => {
    test.skip(hasIsland(mode), 'The island keeps files in their controls');
    await page.goto(at('/apprentice'));
    await choose(page, 'CV', 'a-name-that-is-longer-than-the-screen-of-a-small-telephone-is-wide.pdf');
    await choose(page, 'Work', 'heron.png', 'rook.png');
    await send(page, 'Apply');
    await expect(kept(page)).toHaveCount(3);
    expect(await axe(page)).toEqual([]);
    expect(await audit(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  test('E19: what is sent is shown as it goes, and can be called off and sent again', async ({ page, mode, line }) => {
    test.skip(!hasIsland(mode), 'Without it the browser shows what it sends');
    await page.goto(line.url + at('/apprentice'));
    await fill(page);
    await page
      .getByLabel('CV', { exact: true })
      .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(1_900_000, 'x') });
    // Systems take megabytes for a connection before anybody has read them.
    const removeBallast = await addBallast(page.locator('main form'), 14_000_000);
    const bar = page.getByRole('progressbar', { name: 'Uploading' });
    await expect(bar).toBeHidden();
    const values = await watchValues(page.locator('[data-action-progress] progress'));
    line.trouble = slowly(1_500_000);
    const posts = watchPosts(page);
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(bar).toBeVisible();
    const between = async () => new Set((await values()).filter((value) => value > 0 && value < 1)).size;
    await expect.poll(between, { timeout: 20_000 }).toBeGreaterThan(2);
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(bar).toBeHidden();
    await expect(page.locator('form[aria-busy]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Apply' })).toBeFocused();
    const seen = await values();
    expect(seen.slice(0, -1), 'it only grows').toEqual(seen.slice(0, -1).toSorted((one, other) => one - other));
    expect(seen.at(-1), 'it begins anew').toBe(0);
    await expect(page.getByRole('status')).toHaveText('');
    await expect(page.getByLabel('CV', { exact: true })).toHaveValue(/cv\.pdf$/);

    line.trouble = undefined;
    await removeBallast();
    await send(page, 'Apply');
    await expect(page.getByRole('status')).toHaveText('Your application is here. We write back within a week.');
    expect(posts).toHaveLength(2);
  });

  for (const { what, label, files, before, after, left } of refusedFiles) {
    test(`E19, N20: ${what} before anything is sent, and without the island after`, async ({ page, mode }) => {
      await page.goto(at('/apprentice'));
      await choose(page, 'CV', 'cv.pdf');
      await fill(page);
      const control = page.getByLabel(label).and(page.locator('[type=file]'));
      await control.setInputFiles(files);
      const posts = watchPosts(page);
      await page.getByRole('button', { name: 'Apply' }).click();
      await expect(errors(page)).toHaveText([hasIsland(mode) ? before : after]);
      await expect(control).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByRole('status')).toHaveText('');
      expect(posts).toHaveLength(hasIsland(mode) ? 0 : 1);
      const found = (await kept(page).allInnerTexts()).map((text) => text.replace(/ \(.*/, ''));
      expect(found).toEqual(hasIsland(mode) ? [] : left.map((name) => `Kept: ${name}`));
    });
  }
});

const kept = (page: Page) => page.locator('[data-action-kept] span');
const errors = (page: Page) => page.locator('[data-action-summary] a');

function pdf(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const mimeType = name.endsWith('.png') ? 'image/png' : 'application/pdf';
  return { name, mimeType, buffer: Buffer.alloc(1000, 'x') };
}

async function choose(page: Page, label: string, ...names: string[]): Promise<void> {
  await page.getByLabel(label).and(page.locator('[type=file]')).setInputFiles(names.map(pdf));
}

/** Makes a form heavier by so many bytes, which no server of ours would take. */
async function addBallast(form: Locator, bytes: number): Promise<() => Promise<void>> {
  await form.evaluate((element, length) => {
    const ballast = Object.assign(document.createElement('input'), { type: 'hidden', name: 'ballast' });
    ballast.value = 'x'.repeat(length);
    element.append(ballast);
  }, bytes);
  return () => form.locator('[name=ballast]').evaluate((ballast) => ballast.remove());
}

/** Every value that a bar has from now on. */
async function watchValues(bar: Locator): Promise<() => Promise<number[]>> {
  await bar.evaluate((element) => {
    // why: its tag says so
    const progress = element as HTMLProgressElement;
    const values: number[] = [];
    Object.assign(window, { values });
    const note = () => progress.hasAttribute('value') && values.push(progress.value);
    new MutationObserver(note).observe(progress, { attributeFilter: ['value'] });
  });
  // why: set above
  return () => bar.page().evaluate(() => Reflect.get(window, 'values') as number[]);
}

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('Ada');
  await page.getByLabel('Email').fill('ada@example.org');
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Island, type Studio } from './support/island.js';
import { checked, liveForm, openLive } from './support/live.js';
import { eventually, said } from './support/steps.js';

// What is checked while people edit leaves everything where it is.

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const note = '#order-note-error';

describe('E16 what is pressed stays in its place until it is let go', () => {
  test('E16 a link below a field that is left by pressing it is followed', async () => {
    const island = await openLive(
      studio,
      liveForm({ button: '<a href="#elsewhere">Elsewhere</a><button>Go</button>' }),
    );
    const { page } = island;
    await page.fill('[name=note]', 'x');
    const link = page.getByRole('link', { name: 'Elsewhere' });
    const { x, y } = (await link.boundingBox())!;
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.down();
    await page.waitForTimeout(500);
    expect(await said(island, note)).toEqual({ text: '', hidden: true });
    await page.mouse.up();
    await eventually(() => page.url()).toMatch(/#elsewhere$/);
    await eventually(() => said(island, note)).toEqual({ text: 'Too short', hidden: false });
  });
});

describe('E17 what is edited stays in its place', () => {
  const high = '<div style="height:2000px"></div>';

  /** Where the page, the dialog and the note are. */
  const places = ({ page }: Island) =>
    page.evaluate(() => ({
      page: scrollY,
      note: Math.round(document.querySelector('textarea')!.getBoundingClientRect().top),
    }));

  test.each([
    ['one that is scrolled', `${high}<p>Above</p>`, high],
    ['a small one', '', ''],
  ])('E17 in a modal dialog the page behind stays where it is: %s', async (_, above, below) => {
    const island = await openLive(
      studio,
      `${high}<dialog style="overflow:auto">${above}${liveForm()}${below}</dialog>${high}`,
    );
    const { page } = island;
    await page.evaluate(() => {
      scrollTo(0, 500);
      document.querySelector('dialog')!.showModal();
    });
    await page.fill('[name=email]', 'ada');
    await page.locator('[name=note]').scrollIntoViewIfNeeded();
    const before = await places(island);
    await checked(island, () => page.focus('[name=note]'));
    expect(await said(island, '#order-email-error')).toMatchObject({ hidden: false });
    const after = await places(island);
    expect(after.page).toBe(before.page);
    if (above) expect(after.note).toBe(before.note);
  });
});

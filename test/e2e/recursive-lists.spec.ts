import type { Page } from '@playwright/test';
import { lastOf } from './lists-page.js';
import { expect, test } from './support.js';

/** The list of replies in a row, by the row's name. */
const list = (page: Page, row: string) => page.locator(`[data-action-list="${row}.replies"]`);
const text = (page: Page, row: string) => page.locator(`[name="${row}.text"]`);
/** A button of a list itself, not one of the lists in it. */
const reply = (page: Page, row: string) => list(page, row).locator('> [data-action-add]').click();
const press = (page: Page, row: string, name: string) =>
  page.locator(`[data-action-row="${row}"] > [data-action-row-buttons]`).getByRole('button', { name }).click();

test.describe('replies to replies', () => {
  test.beforeEach(async ({ page, urlOf }) => {
    await page.goto(`${urlOf('site')}/thread`);
    await text(page, 'comments[0]').fill('one');
  });

  test('N19 E18: replies to replies to replies are added, each with the focus, and saved', async ({
    page,
    request,
    urlOf,
    mode,
  }) => {
    const requests: string[] = [];
    page.on('request', (sent) => requests.push(sent.url()));
    let row = 'comments[0]';
    for (const words of ['two', 'three', 'four']) {
      await expect(list(page, row).locator('[data-action-row]')).toHaveCount(0);
      await reply(page, row);
      row += '.replies[0]';
      await expect(text(page, row)).toBeFocused();
      await text(page, row).fill(words);
    }
    await reply(page, 'comments[0].replies[0]');
    await text(page, 'comments[0].replies[0].replies[1]').fill('beside three');
    if (mode === 'on') expect(requests).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const four = { text: 'four', replies: [] };
    const below = [
      { text: 'three', replies: [four] },
      { text: 'beside three', replies: [] },
    ];
    const saved = { comments: [{ text: 'one', replies: [{ text: 'two', replies: below }] }] };
    await expect.poll(() => lastOf(request, urlOf('site'), 'thread')).toEqual(saved);
  });

  test('N17 E18: in a comment that was added, replies go along when it moves, is copied and loses one', async ({
    page,
    request,
    urlOf,
  }) => {
    await page.locator('[data-action-list="comments"] > [data-action-add]').click();
    await text(page, 'comments[1]').fill('new');
    await reply(page, 'comments[1]');
    await text(page, 'comments[1].replies[0]').fill('a');
    await reply(page, 'comments[1].replies[0]');
    await text(page, 'comments[1].replies[0].replies[0]').fill('b');
    await press(page, 'comments[1]', 'Move up: Comment 2');
    await expect(text(page, 'comments[0].replies[0].replies[0]')).toHaveValue('b');
    await press(page, 'comments[0].replies[0]', 'Duplicate: Reply 1');
    await expect(text(page, 'comments[0].replies[1].replies[0]')).toHaveValue('b');
    await reply(page, 'comments[0].replies[1].replies[0]');
    await text(page, 'comments[0].replies[1].replies[0].replies[0]').fill('c');
    await press(page, 'comments[0].replies[0].replies[0]', 'Remove: Reply 1');
    await expect(list(page, 'comments[0].replies[0]').locator('> [data-action-add]')).toBeFocused();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const c = { text: 'c', replies: [] };
    const replies = [
      { text: 'a', replies: [] },
      { text: 'a', replies: [{ text: 'b', replies: [c] }] },
    ];
    await expect
      .poll(() => lastOf(request, urlOf('site'), 'thread'))
      .toEqual({
        comments: [
          { text: 'new', replies },
          { text: 'one', replies: [] },
        ],
      });
  });

  test('N17: an error deep down is shown there, and links to its field', async ({ page }) => {
    await reply(page, 'comments[0]');
    await reply(page, 'comments[0].replies[0]');
    await text(page, 'comments[0].replies[0]').fill('two');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const deep = text(page, 'comments[0].replies[0].replies[0]');
    await expect(deep).toHaveAccessibleDescription('Write something');
    await page.getByRole('link', { name: 'Write something' }).click();
    await expect(deep).toBeFocused();
  });
});

test.describe('blocks that hold blocks, of a union', () => {
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
  const add = (page: Page, name: string) => page.locator(`[data-action-list="${name}"] > [data-action-add]`).click();
  const choose = async (page: Page, row: string, type: string, mode: string) => {
    await page.locator(`[name="${row}.type"][value=${type}]`).check();
    if (mode !== 'on') await page.locator(`[name=_action_intent][value='["update","${row}.type"]']`).click();
  };

  test.beforeEach(({ page, urlOf }) => page.goto(`${urlOf('site')}/blocks`));

  test('N17 E18: a column is filled in a column, each block with the focus on its choice', async ({
    page,
    request,
    urlOf,
    mode,
  }) => {
    let row = 'blocks[0]';
    for (const side of ['left', 'right', 'left']) {
      await choose(page, row, 'columns', mode);
      await add(page, `${row}.${side}`);
      await expect(page.locator(`[data-action-row="${row}.${side}[0]"]`)).toHaveAccessibleName(
        side === 'left' ? 'Left block 1' : 'Right block 1',
      );
      row += `.${side}[0]`;
      await expect(page.locator(`[name="${row}.type"]`).first()).toBeFocused();
    }
    await choose(page, row, 'text', mode);
    await text(page, row).fill('deep');
    await save(page);
    const columns = (left: object[], right: object[] = []) => ({ type: 'columns', left, right });
    await expect
      .poll(() => lastOf(request, urlOf('site'), 'blocks'))
      .toEqual({ blocks: [columns([columns([], [columns([{ type: 'text', text: 'deep' }])])])] });
  });

  test('N17: on the fifth level there is room to type in a narrow window', async ({ page, mode }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    let row = 'blocks[0]';
    for (let level = 1; level < 5; level += 1) {
      await choose(page, row, 'columns', mode);
      await add(page, `${row}.left`);
      row += '.left[0]';
    }
    await choose(page, row, 'text', mode);
    // Styles may come after the control.
    await expect.poll(async () => (await text(page, row).boundingBox())?.width).toBeGreaterThan(160);
    // A scroll bar takes some of the width, and not every window can be as narrow.
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    await expect.poll(() => page.evaluate(overflow)).toBe(0);
  });

  test('N17: a block of which nothing is chosen stays, and is told so', async ({ page, mode }) => {
    await add(page, 'blocks');
    await add(page, 'blocks');
    await choose(page, 'blocks[1]', 'text', mode);
    await text(page, 'blocks[1]').fill('the second');
    await save(page);
    await expect(page.locator('[data-action-list="blocks"] > [data-action-row]')).toHaveCount(3);
    await expect(text(page, 'blocks[1]')).toHaveValue('the second');
    for (const row of ['blocks[0]', 'blocks[2]']) {
      await expect(page.locator(`[data-action-errors="${row}.type"]`)).not.toBeEmpty();
    }
  });
});

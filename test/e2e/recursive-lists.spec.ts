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
  await expect(list(page, 'comments[0].replies[0]')).toBeFocused();
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

import type { Page } from '@playwright/test';
import { lastOf } from './lists-page.js';
import { send, watchPosts } from './pages.js';
import { expect, test } from './support.js';

/** Lists of texts, and of what is one of several kinds: rows of one control, and of those that a choice shows. */

const rowsOf = (page: Page, list: string) => page.locator(`[data-action-list=${list}] > [data-action-row]`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What the rows of a list show, and in brackets what is said of it. */
function shown(page: Page, list: string): Promise<string[]> {
  return rowsOf(page, list).evaluateAll((rows) =>
    rows.map((row) => {
      const controls = [...row.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select')];
      const texts = controls.filter((control) => control.checkVisibility()).map(describe);
      return texts.join(' ');
      function describe(control: HTMLInputElement): string {
        const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
        const words = ids.map((id) => document.getElementById(id)?.textContent ?? '').join('');
        return control.value + (control.ariaInvalid === 'true' || words ? ` (${words})` : '');
      }
    }),
  );
}

/** What has the focus: a control by its name, a row, a button of one or of the list by what it is called. */
function focus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: active } = document;
    if (active?.matches('input, select')) return active.getAttribute('name') ?? '';
    return active?.getAttribute('aria-label') ?? (active?.matches('button') ? active.textContent.trim() : '');
  });
}

interface Step {
  readonly button: string;
  readonly rows: readonly string[];
  /** As {@link focus} says it. */
  readonly focus: string;
}

async function take(page: Page, list: string, steps: readonly Step[]): Promise<void> {
  for (const { button, rows, focus: expected } of steps) {
    await press(page, button);
    await expect.poll(() => shown(page, list), button).toEqual(rows);
    await expect.poll(() => focus(page), button).toBe(expected);
  }
}

test.beforeEach(({ page, urlOf }) => page.goto(`${urlOf('site')}/mix`));

test('N17, E18: texts are moved, copied, removed and put between others, and values and errors go with them', async ({
  page,
  request,
  urlOf,
  mode,
}) => {
  const error = 'x (Two letters at least)';
  await page.getByLabel('Text').nth(1).fill('x');
  expect((await send(page, 'Save')).status()).toBe(400);
  await expect.poll(() => shown(page, 'labels')).toEqual(['one', error, 'three']);
  const posts = watchPosts(page);
  const steps = [
    { button: 'Move up: Label 2', rows: [error, 'one', 'three'], focus: 'Label 1' },
    { button: 'Move down: Label 1', rows: ['one', error, 'three'], focus: 'Move down: Label 2' },
    { button: 'Duplicate: Label 2', rows: ['one', error, 'x', 'three'], focus: 'labels[2]' },
    { button: 'Move up: Label 4', rows: ['one', error, 'three', 'x'], focus: 'Move up: Label 3' },
    { button: 'A label behind the first', rows: ['one', '', error, 'three', 'x'], focus: 'labels[1]' },
    { button: 'Remove: Label 1', rows: ['', error, 'three', 'x'], focus: 'Label 1' },
    { button: 'Add a label', rows: ['', error, 'three', 'x', 'new'], focus: 'labels[4]' },
    { button: 'Remove: Label 4', rows: ['', error, 'three', 'new'], focus: 'Label 4' },
    { button: 'The last label', rows: ['', error, 'three', 'new', 'last'], focus: 'labels[4]' },
    { button: 'Remove: Label 2', rows: ['', 'three', 'new', 'last'], focus: 'Label 2' },
    { button: 'Remove: Label 4', rows: ['', 'three', 'new'], focus: 'Add a label' },
  ];
  await take(page, 'labels', steps);
  expect(posts).toHaveLength(mode === 'on' ? 0 : steps.length);
  await page.getByLabel('Text').first().fill('between');
  await send(page, 'Save');
  await expect.poll(() => lastOf(request, urlOf('site'), 'mix')).toMatchObject({ labels: ['between', 'three', 'new'] });
});

test('N17, E18: parts of several kinds are moved, copied, removed and put between others, with what their kind shows', async ({
  page,
  request,
  urlOf,
  mode,
}) => {
  const error = 'song  (Name the song)';
  await page.getByLabel('Title').first().fill('');
  expect((await send(page, 'Save')).status()).toBe(400);
  await expect.poll(() => shown(page, 'parts')).toEqual([error, 'pause 30', 'song Coda']);
  const posts = watchPosts(page);
  const steps = [
    { button: 'Move down: Part 1', rows: ['pause 30', error, 'song Coda'], focus: 'Move down: Part 2' },
    { button: 'Move up: Part 3', rows: ['pause 30', 'song Coda', error], focus: 'Move up: Part 2' },
    { button: 'Duplicate: Part 1', rows: ['pause 30', 'pause 30', 'song Coda', error], focus: 'parts[1].kind' },
    { button: 'Remove: Part 1', rows: ['pause 30', 'song Coda', error], focus: 'Part 1' },
    { button: 'A part behind the first', rows: ['pause 30', '', 'song Coda', error], focus: 'parts[1].kind' },
    { button: 'Move down: Part 2', rows: ['pause 30', 'song Coda', '', error], focus: 'Move down: Part 3' },
    { button: 'Remove: Part 3', rows: ['pause 30', 'song Coda', error], focus: 'Part 3' },
    { button: 'Move up: Part 3', rows: ['pause 30', error, 'song Coda'], focus: 'Move up: Part 2' },
    { button: 'Remove: Part 2', rows: ['pause 30', 'song Coda'], focus: 'Part 2' },
    { button: 'A pause of 5 seconds', rows: ['pause 30', 'pause 5', 'song Coda'], focus: 'parts[1].kind' },
  ];
  await take(page, 'parts', steps);
  expect(posts).toHaveLength(mode === 'on' ? 0 : steps.length);
  await send(page, 'Save');
  await expect
    .poll(() => lastOf(request, urlOf('site'), 'mix'))
    .toMatchObject({
      parts: [
        { kind: 'pause', seconds: 30 },
        { kind: 'pause', seconds: 5 },
        { kind: 'song', title: 'Coda' },
      ],
    });
});

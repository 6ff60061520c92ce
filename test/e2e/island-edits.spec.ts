import type { Page, Request } from '@playwright/test';
import { isSubmission, watchPosts } from './pages.js';
import { expect, test } from './support.js';

const errorOf = (page: Page, name: string) => page.locator(`[data-action-errors="${name}"]`);

/** Names of the fields that each check asks about, in order. */
function watchChecks(page: Page): string[][] {
  const checks: string[][] = [];
  page.on('request', (request) => {
    if (isCheck(request)) checks.push((request.headers()['x-action-validate'] ?? '').split(',').toSorted());
  });
  return checks;
}

function isCheck(request: Request): boolean {
  return request.method() === 'POST' && !isSubmission(request);
}

/** Keeps checks from being answered; each call of the returned function lets the next one through. */
async function holdChecks(page: Page): Promise<() => Promise<void>> {
  const held: (() => void)[] = [];
  await page.route('**/_actions/**', async (route) => {
    if (isCheck(route.request())) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue().catch(() => undefined);
  });
  return async () => {
    await expect.poll(() => held.length).toBe(1);
    held.shift()?.();
  };
}

/** Opens the form whose fields are checked when they are left, and waits for the part that does. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/visit?validate=blur`);
  await page.waitForFunction(() => Symbol.for('astro-action-forms.live') in document);
}

test('E15: of several errors that of the field that is mended goes, the others stay', async ({ page, urlOf }) => {
  await page.goto(`${urlOf('site')}/visit`);
  const checks = watchChecks(page);
  await page.getByLabel('Name').fill('taken');
  await page.getByRole('button', { name: 'Send' }).click();
  const summary = page.locator('[data-action-summary] li');
  await expect(summary).toHaveText(['Enter an email address', 'That name is taken', 'Choose a colour']);
  await page.waitForFunction(() => Symbol.for('astro-action-forms.live') in document);
  await page.getByLabel('Name').fill('free');
  await expect(errorOf(page, 'name')).toBeHidden();
  await expect(page.getByLabel('Name')).not.toHaveAttribute('aria-invalid');
  await expect(summary).toHaveText(['Enter an email address', 'Choose a colour']);
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveTitle('Error: Visit');
  // It is edited, and still wrong.
  await page.getByLabel('Email').fill('ada@');
  await expect.poll(() => checks.at(-1)).toContain('email');
  await expect(errorOf(page, 'email')).toHaveText('Enter an email address');
  await page.getByRole('radio', { name: 'Blue' }).check();
  await expect(errorOf(page, 'colour')).toBeHidden();
  await expect(summary).toHaveText(['Enter an email address']);
});

test('E16: a field has no error before it is left; once it shows one, it is live', async ({ page, urlOf }) => {
  await open(page, urlOf('site'));
  const checks = watchChecks(page);
  const posts = watchPosts(page);
  await page.getByLabel('Email').press('a');
  await page.getByLabel('Email').press('b');
  // Longer than a pause in typing after which a live field is checked.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  expect(checks).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(errorOf(page, 'email')).toHaveText('Enter an email address');
  expect(checks).toEqual([['email']]);
  // Nobody has been in these, though the schema refuses them.
  await expect(page.locator('[data-action-errors]:not([hidden])')).toHaveCount(1);
  await page.getByLabel('Email').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('@example.org');
  await expect(errorOf(page, 'email')).toBeHidden();
  await expect(page.getByLabel('Email')).toBeFocused();
  expect(posts).toEqual([]);
});

test('E16: a check asks what the database knows, and runs no handler, however right everything is', async ({
  page,
  urlOf,
  request,
}, { testId }) => {
  const email = `${testId}@example.org`;
  const runs = async (): Promise<object> => (await request.get(`${urlOf('site')}/runs.json`)).json();
  await open(page, urlOf('site'));
  const checks = watchChecks(page);
  await page.getByRole('radio', { name: 'Blue' }).check();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Name').fill('taken');
  await page.getByLabel('Size').focus();
  await expect(errorOf(page, 'name')).toHaveText('That name is taken');
  await page.getByLabel('Name').fill('free');
  await page.getByLabel('Size').focus();
  await expect(errorOf(page, 'name')).toBeHidden();
  expect(checks.length).toBeGreaterThan(1);
  expect(await runs()).not.toHaveProperty([`visit ${email}`]);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toBeVisible();
  expect(await runs()).toHaveProperty([`visit ${email}`], 1);
});

test('E16: a radio button, a box and a select are checked at once, a file takes its error away, and stays here', async ({
  page,
  urlOf,
}) => {
  await open(page, urlOf('site'));
  const bodies: string[] = [];
  page.on('request', (request) => {
    if (isCheck(request)) bodies.push(request.headers()['content-type'] ?? '');
  });
  await page.getByRole('radio', { name: 'Red' }).check();
  await expect(errorOf(page, 'colour')).toHaveText('There is no red left');
  await page.getByLabel('Size').selectOption('s');
  await expect(errorOf(page, 'size')).toHaveText('There is no S left');
  await page.getByLabel('News').uncheck();
  await expect(errorOf(page, 'news')).toHaveText('Agree to go on');
  await page.getByLabel('News').check();
  await expect(errorOf(page, 'news')).toBeHidden();
  const photo = (size: number) => ({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(size, 'a') });
  await page.getByLabel('Photo').setInputFiles(photo(1001));
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(errorOf(page, 'photo')).not.toBeEmpty();
  await page.getByLabel('Photo').setInputFiles(photo(1000));
  await expect(errorOf(page, 'photo')).toBeHidden();
  await page.getByLabel('Name').fill('taken');
  await page.keyboard.press('Tab');
  await expect(errorOf(page, 'name')).toHaveText('That name is taken');
  expect(bodies.filter((type) => !type.startsWith('application/x-www-form-urlencoded'))).toEqual([]);
});

test('E16: one check is under way; what is edited meanwhile comes with the next, and a stale answer is dropped', async ({
  page,
  urlOf,
}) => {
  await open(page, urlOf('site'));
  const checks = watchChecks(page);
  const answer = await holdChecks(page);
  await page.getByLabel('Email').fill('wrong');
  await page.keyboard.press('Tab');
  await expect.poll(() => checks).toEqual([['email']]);
  await page.getByLabel('Name').fill('taken');
  await page.getByRole('radio', { name: 'Red' }).check();
  await page.getByLabel('Email').fill('ada@example.org');
  await page.getByLabel('Size').selectOption('s');
  expect(checks).toHaveLength(1);
  await answer();
  await expect.poll(() => checks.length).toBe(2);
  expect(checks[1]).toEqual(['colour', 'email', 'name', 'size']);
  await expect(errorOf(page, 'email'), 'it was right by the time the answer came').toBeHidden();
  await answer();
  await expect(errorOf(page, 'size')).toHaveText('There is no S left');
  await expect(errorOf(page, 'name')).toHaveText('That name is taken');
  await expect(errorOf(page, 'email')).toBeHidden();
  expect(checks).toHaveLength(2);
});

test('E16: the press of the submit button that a field loses the focus to sends the form, and no check', async ({
  page,
  urlOf,
}) => {
  await open(page, urlOf('site'));
  const checks = watchChecks(page);
  const posts = watchPosts(page);
  await page.getByLabel('Email').focus();
  await page.keyboard.type('wrong');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('[data-action-summary]')).toBeFocused();
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  expect([posts.length, checks]).toEqual([1, []]);
});

test('E22: what a password manager fills in, or a script, is checked without the focus', async ({ page, urlOf }) => {
  await open(page, urlOf('site'));
  for (const [label, type] of [
    ['Email', 'input'],
    ['Name', 'change'],
  ] as const) {
    await page.getByLabel(label).evaluate((input: HTMLInputElement, name) => {
      input.value = 'taken';
      input.dispatchEvent(new Event(name, { bubbles: true }));
    }, type);
  }
  await expect(errorOf(page, 'email')).toHaveText('Enter an email address');
  await expect(errorOf(page, 'name')).toHaveText('That name is taken');
});

test('E22: what is pasted is checked when the field is left', async ({ page, urlOf }) => {
  await open(page, urlOf('site'));
  await page.getByLabel('Email').focus();
  // What a paste comes to: one event of the browser's own.
  await page.evaluate(() => document.execCommand('insertText', false, 'pasted'));
  await expect(page.getByLabel('Email')).toHaveValue('pasted');
  await page.getByLabel('Name').focus();
  await expect(errorOf(page, 'email')).toHaveText('Enter an email address');
});

test('E22: a composition is checked when it has ended, and not before', async ({ page, urlOf }) => {
  await page.goto(`${urlOf('site')}/visit`);
  await page.getByLabel('Name').fill('taken');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(errorOf(page, 'name')).toHaveText('That name is taken');
  await page.waitForFunction(() => Symbol.for('astro-action-forms.live') in document);
  const checks = watchChecks(page);
  // What an input method tells a page of.
  const compose = (value: string, isOver: boolean) =>
    page.getByLabel('Name').evaluate(
      (element, [text, isLast]) => {
        // why: the field is an input
        (element as HTMLInputElement).value = text;
        element.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, data: text }));
        if (isLast) element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: text }));
      },
      [value, isOver] as const,
    );
  await page.getByLabel('Name').focus();
  await compose('にほ', false);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  expect(checks).toEqual([]);
  await compose('日本', true);
  await expect(errorOf(page, 'name')).toBeHidden();
  // What was found wrong before is asked about with it.
  expect(checks.map((names) => names.includes('name'))).toEqual([true]);
});

import { watchIsland } from './island.js';
import { holdPosts, withLine } from './line.js';
import { markDocument, send, watchPosts, withoutEnhance } from './pages.js';
import { fillProfile, goodProfile } from './profile-page.js';
import { expect } from './support.js';

const test = withLine('showcase');

test('E1: a success stays on the page: events in order, announced once, cleared, list fresh', async ({
  page,
  context,
}, { testId }) => {
  await page.goto('/guestbook');
  const isSame = await markDocument(page);
  const seen = await watchIsland(page);
  const posts = watchPosts(page);
  for (const message of [`First ${testId}`, `Second ${testId}`]) {
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Message').fill(message);
    await send(page, 'Sign the guestbook');
    await expect(page.locator('.entry-text').first()).toHaveText(message);
  }
  const thanks = 'Thank you. Your entry is on top of the list.';
  await expect(page.locator('form').first().getByRole('status')).toHaveText(thanks);
  await expect(page.getByLabel('Name')).toHaveValue('');
  await expect(page.getByLabel('Message')).toHaveValue('');
  expect(await isSame()).toBe(true);
  expect(posts).toHaveLength(2);
  const { events, said, data } = await seen();
  expect(events).toEqual(['submit', 'success', 'end', 'submit', 'success', 'end']);
  expect(said).toEqual([thanks, thanks]);
  expect(data).toEqual({ id: expect.any(Number) });

  const visited = await context.newPage();
  await visited.goto('/guestbook');
  // others sign at the same time
  const mine = (where: typeof page) => where.locator('.entry', { hasText: testId }).allInnerTexts();
  expect(await mine(visited)).toEqual(await mine(page));
});

test('E1: a button in a row that goes leaves the focus near by, and the list is as a reload shows it', async ({
  page,
}, { testId }) => {
  await page.goto('/guestbook');
  for (const message of [`Stays ${testId}`, `Goes ${testId}`]) {
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Message').fill(message);
    await send(page, 'Sign the guestbook');
    await expect(page.locator('.entry-text').first()).toHaveText(message);
  }
  const row = page.locator('.entry', { hasText: `Goes ${testId}` });
  await row.locator('summary').click();
  await row.getByRole('button').click();
  await expect(row).toHaveCount(0);
  await expect(page.locator('.entry', { hasText: `Stays ${testId}` })).toHaveCount(1);
  expect(await page.evaluate(() => document.querySelector('#entries')!.contains(document.activeElement))).toBe(true);
});

test('E2: an invalid submission changes nothing but the errors, and the first of them has the focus', async ({
  page,
  urlOf,
}) => {
  await page.goto(`${urlOf('site')}/profile`);
  const isSame = await markDocument(page);
  const seen = await watchIsland(page);
  const bad = { ...goodProfile, name: 'A', zip: '1' };
  await fillProfile(page, bad);
  await send(page, 'Save');
  const summary = page.locator('[data-action-summary]');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('listitem')).toHaveText(['Enter your name', 'Five digits']);
  await expect(page.getByLabel('Password')).toHaveValue(bad.password);
  expect(await isSame()).toBe(true);
  const { events, error } = await seen();
  expect(events).toEqual(['submit', 'error', 'end']);
  expect(error).toMatchObject({ type: 'AstroActionInputError', code: 'BAD_REQUEST', status: 400 });
});

test('E3: a redirect is followed, and the page arrived at shows the result', async ({ page, urlOf }) => {
  await page.goto(`${urlOf('site')}/thank`);
  const posts = watchPosts(page);
  await page.getByLabel('Text').fill('over there');
  const response = await send(page, 'Send');
  expect(response.headers()['x-action-location']).toMatch(/^\/arrived\?from=thank&_result=/);
  await expect(page.locator('#form-result')).toHaveText('over there');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Send' })).not.toHaveAttribute('aria-disabled');
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  expect(posts).toEqual(['/_actions/thank/']);
});

test('E17: scroll and the text that is being edited survive an answer', async ({ page, line }) => {
  await page.setViewportSize({ width: 800, height: 300 });
  await page.goto(`${line.url}/guestbook`);
  const release = holdPosts(line);
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Message').fill('sent');
  await page.getByRole('button', { name: 'Sign the guestbook' }).click();
  await page.getByLabel('Message').fill('the next one');
  await page.getByLabel('Message').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 5));
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(0);
  release();
  await expect(page.locator('.entry-text').first()).toHaveText('sent');
  await expect(page.getByLabel('Message')).toBeFocused();
  await expect(page.getByLabel('Message')).toHaveValue('the next one');
  const caret = await page
    .getByLabel('Message')
    .evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd]);
  expect(caret).toEqual([3, 5]);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test('E27: errors that the server rendered are taken over without a change, and go when they are fixed', async ({
  page,
  urlOf,
}) => {
  await page.goto(`${urlOf('site')}/profile`);
  await fillProfile(page, { ...goodProfile, name: 'A', zip: '1' });
  // The browser posts this one, and the page that comes has an island.
  await page.getByRole('button', { name: 'Save' }).evaluate((button) => button.setAttribute('data-action-native', ''));
  const response = await send(page, 'Save');
  expect(response.request().isNavigationRequest()).toBe(true);
  const summary = page.locator('[data-action-summary]');
  await expect(summary).toBeFocused();
  const served = await response.text();
  const isUntouched = await page.locator('[data-action-errors="name"]').evaluate((element, html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-action-errors="name"]');
    return parsed?.outerHTML === element.outerHTML;
  }, served);
  expect(isUntouched).toBe(true);

  const seen = await watchIsland(page);
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Password').fill(goodProfile.password);
  await send(page, 'Save');
  await expect(summary.getByRole('listitem')).toHaveText(['Five digits']);
  await page.getByLabel('Zip').fill('12345');
  await send(page, 'Save');
  await expect(summary).toBeHidden();
  await expect(page).toHaveTitle('Profile');
  await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  const events = ['submit', 'error', 'end', 'submit', 'success', 'end'];
  await expect.poll(async () => (await seen()).events).toEqual(events);
});

test('E25: works under a strict Content Security Policy', async ({ page, urlOf }) => {
  await page.route('**/*', async (route) => {
    if (!route.request().isNavigationRequest()) return route.fallback();
    const response = await route.fetch({ maxRedirects: 0 });
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'";
    return route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(`${urlOf('site')}/profile`);
  const isSame = await markDocument(page);
  await fillProfile(page, { ...goodProfile, name: 'A' });
  await send(page, 'Save');
  await expect(page.locator('[data-action-summary]')).toBeFocused();
  await page.getByLabel('Name').fill('Ada');
  await send(page, 'Save');
  await expect(page.getByLabel('Name')).toHaveValue('');
  expect(await isSame()).toBe(true);
});

test('E1: the same page in both kinds says the same after a success', async ({ page }) => {
  const said: string[] = [];
  for (const path of ['/profile', withoutEnhance('/profile')]) {
    await page.goto(path);
    await send(page, 'Save profile');
    await expect(page.getByRole('status')).toHaveText('Saved.');
    said.push(await page.locator('#stored').innerText());
  }
  expect(said[0]).toBe(said[1]);
});

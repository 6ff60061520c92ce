import { onBothKinds, readJson, send, watchPosts, withoutEnhance } from './pages.js';
import { fillProfile, goodProfile } from './profile-page.js';
import { expect, test } from './support.js';

onBothKinds(({ at, hasIsland }) => {
  test('N1: a valid post redirects to the page that reads the result; reload posts and runs nothing', async ({
    page,
    urlOf,
    mode,
  }, { project, testId }) => {
    const text = `${project.name} ${testId}`;
    await page.goto(urlOf('site') + at('/thank'));
    const posts = watchPosts(page);
    await page.getByLabel('Text').fill(text);
    const response = await send(page, 'Send');
    expect(response.status()).toBe(hasIsland(mode) ? 200 : 303);
    await expect(page.locator('#message')).toHaveText(`Thank you for “${text}”`);
    await expect(page.locator('#action-result')).toHaveText(text);
    await expect(page.locator('#form-result')).toHaveText(text);
    await expect(page.locator('#when')).toHaveText('1970-01-01T00:00:00.000Z');
    expect(new URL(page.url()).searchParams.get('from')).toBe('thank');
    expect(new URL(page.url()).hash).toBe('#end');
    expect(posts).toHaveLength(1);

    await page.reload();
    await expect(page.locator('#action-result')).toHaveText(text);
    expect(posts).toHaveLength(1);
    const runs = await (await page.request.get(`${urlOf('site')}/runs.json`)).json();
    expect(runs[`thank ${text}`]).toBe(1);
  });

  test('N1: a page’s own words for a success are said, with the focus there or without leaving the page', async ({
    page,
    urlOf,
    mode,
  }) => {
    await page.goto(urlOf('site') + at('/said'));
    await expect(page.getByRole('status')).toBeEmpty();
    await send(page, 'Save');
    await expect(page.getByRole('status')).toHaveText('Saved.');
    if (!hasIsland(mode)) await expect(page.getByRole('status')).toBeFocused();
    await page.goto(urlOf('site') + at('/said'));
    await expect(page.getByRole('status')).toBeEmpty();
  });

  test('N1: an order leads to its own page, and reload orders nothing', async ({ page, mode }) => {
    await page.goto(at('/order?item=NB-A5&item=CAL-27'));
    const posts = watchPosts(page);
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByLabel('Street and number').fill('Main Street 1');
    await page.getByLabel('ZIP code').fill('12345');
    await page.getByRole('group', { name: 'Item 2' }).getByLabel('Quantity').fill('3');
    expect((await send(page, 'Place order')).status()).toBe(hasIsland(mode) ? 200 : 303);
    await expect(page.getByRole('heading', { level: 1, name: /^Order [0-9A-F]{8}$/ })).toBeVisible();
    await expect(page.getByRole('status')).toHaveText('Thank you. Your order is in the drying rack.');
    await expect(page.getByRole('row', { name: /CAL-27/ })).toContainText('3');
    await page.reload();
    await expect(page.getByRole('status')).toHaveText('Thank you. Your order is in the drying rack.');
    expect(posts).toHaveLength(1);
  });

  test('N1: the newsletter leads to a page that reads the result', async ({ page }, { project, testId }) => {
    const email = `${project.name}-${testId}@example.org`;
    await page.goto(at('/newsletter'));
    await page.getByLabel('Email').fill(email);
    await send(page, 'Join');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
    await expect(page.locator('.lead')).toContainText(email);
    await expect(page.getByRole('status')).toHaveText('You are on the list.');
  });

  test('N1: a login leads back to where one was going, the session with it', async ({ page }) => {
    await page.goto(at('/studio'));
    await expect(page).toHaveURL(/\/login\?next=/);
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password').fill('two drums');
    await send(page, 'Log in');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Studio');
    await expect(page.getByRole('status').first()).toHaveText('Welcome back, Ada.');
    await send(page, 'Log out');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log in');
    await page.goto(at('/studio'));
    await expect(page).toHaveURL(/\/login\?next=/);
  });

  test('N1: a login follows no address of another site', async ({ page }) => {
    await page.goto(at('/login?next=https://example.com/'));
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password').fill('two drums');
    await send(page, 'Log in');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Studio');
  });

  test('N4: other query parameters are still there after a success and after a failure', async ({
    page,
    urlOf,
    mode,
  }) => {
    await page.goto(urlOf('site') + at('/profile?page=2&q=a%26b'));
    const query = () => new URL(page.url()).searchParams;
    await fillProfile(page, { ...goodProfile, name: 'A' });
    await send(page, 'Save');
    await expect(page.getByText('Enter your name').first()).toBeVisible();
    expect([query().get('page'), query().get('q')]).toEqual(['2', 'a&b']);
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Password').fill('correct horse');
    await send(page, 'Save');
    if (hasIsland(mode)) await expect(page.getByLabel('Name')).toHaveValue('');
    else expect(await readJson(page, 'result')).toMatchObject({ name: 'Ada', agree: true, age: 36 });
    expect([query().get('page'), query().get('q')]).toEqual(['2', 'a&b']);
  });
});

test('N4: the address of a result says nothing that the page did not ask for', async ({ page, urlOf }) => {
  await page.goto(urlOf('site') + withoutEnhance('/profile?page=2'));
  await fillProfile(page, goodProfile);
  await send(page, 'Save');
  await readJson(page, 'result');
  const { searchParams } = new URL(page.url());
  expect([...searchParams.keys()]).toEqual(['page', 'js', '_result']);
});

for (const js of ['on', 'off']) {
  test(`N13: a result of 64 KB arrives whole (js=${js})`, async ({ page, urlOf }) => {
    await page.goto(`${urlOf('site')}/any?form=big&js=${js}`);
    await send(page, 'Send');
    await expect(page.locator('#big')).toHaveText('65536');
  });
}

test('N28: of a hundred buttons the one that is clicked sends its own id', async ({ page, urlOf }) => {
  const response = await page.goto(`${urlOf('site')}/hundred`);
  expect((await response!.body()).length / 100, 'bytes a button').toBeLessThan(700);
  await expect(page.locator('script')).toHaveCount(0);
  await send(page, 'Remove entry 42');
  expect(await readJson(page, 'removed')).toEqual({ id: 42 });
});

test('N28: a bound id cannot be forged', async ({ page, urlOf }) => {
  const runs = async () => (await page.request.get(`${urlOf('site')}/runs.json`)).json();
  const spoil = (record: string) => record.slice(0, -4) + (record.endsWith('AAAA') ? 'BBBB' : 'AAAA');
  await page.goto(`${urlOf('site')}/hundred`);
  const form = page.locator('form').nth(77);
  await form.evaluate((element) => element.insertAdjacentHTML('beforeend', '<input name="id" value="78">'));
  await send(page, 'Remove entry 77');
  expect(await readJson(page, 'removed')).toEqual({ id: 77 });
  const record = await form.locator('[name=_action_form]').inputValue();
  await form
    .locator('[name=_action_form]')
    .evaluate((input, value) => input.setAttribute('value', value), spoil(record));
  const response = await send(page, 'Remove entry 77');
  expect(response.status()).toBe(400);
  expect(await runs()).toMatchObject({ 'remove 77': 1 });
  expect(await runs()).not.toHaveProperty('remove 78');
});

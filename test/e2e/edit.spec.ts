import { watchIsland } from './island.js';
import { markDocument, onBothKinds, send } from './pages.js';
import { expect, test } from './support.js';

onBothKinds(({ at, hasIsland }) => {
  test('N27: an edit form keeps what was typed, then shows what was saved; a cleared field arrives as null', async ({
    page,
    urlOf,
    mode,
  }) => {
    await page.goto(urlOf('site') + at('/edit'));
    const [name, website] = [page.getByLabel('Name'), page.getByLabel('Website')];
    await name.fill('');
    await website.fill('typed');
    expect((await send(page, 'Save')).status()).toBe(400);
    await expect(name).toHaveAccessibleDescription('Enter a name');
    await expect(name).toHaveValue('');
    await expect(website).toHaveValue('typed');

    await name.fill('Grace');
    await website.fill('https://grace.example');
    expect((await send(page, 'Save')).status()).toBe(hasIsland(mode) ? 200 : 303);
    await expect(page.locator('#saved')).toHaveText('{"name":"Grace","website":"https://grace.example"}');
    await expect(name).toHaveValue('Grace');
    await expect(website).toHaveValue('https://grace.example');
    await expect(page.locator('[aria-invalid]')).toHaveCount(0);

    await website.fill('');
    await send(page, 'Save');
    await expect(page.locator('#saved')).toHaveText('{"name":"Grace","website":null}');
    await expect(website).toHaveValue('');
    await page.goto(urlOf('site') + at('/edit'));
    await expect(name).toHaveValue('Grace');
    await expect(website).toHaveValue('');
  });

  test('N27: what a form is bound to is that of the page after each success, so that one may save again', async ({
    page,
    urlOf,
    mode,
  }, { project, testId }) => {
    const url = urlOf('site') + at(`/versioned?of=${project.name}-${testId}`);
    await page.goto(url);
    const record = page.locator('[name=_action_form]');
    const first = (await record.getAttribute('value')) ?? '';
    for (const text of ['Second', 'Third']) {
      await page.getByLabel('Text').fill(text);
      expect((await send(page, 'Save')).ok() || !hasIsland(mode)).toBe(true);
      await expect(page.getByRole('status')).toHaveText('Saved.');
      await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
    }
    await record.evaluate((input, value) => input.setAttribute('value', value), first);
    await page.getByLabel('Text').fill('Too late');
    expect((await send(page, 'Save')).status()).toBe(409);
    await page.goto(url);
    await expect(page.getByLabel('Text')).toHaveValue('Third');
  });

  test('N27: a profile is edited: typed values kept, then the saved ones, cleared ones null', async ({ page }) => {
    await page.goto(at('/profile'));
    await page.getByLabel('Name').fill('');
    await page.getByLabel('Website').fill('');
    await page.getByLabel('Birthday').fill('');
    for (const topic of await page
      .getByRole('group', { name: /hear about/ })
      .getByRole('checkbox')
      .all()) {
      await topic.uncheck();
    }
    await page.getByRole('radio', { name: 'By bicycle courier' }).check();
    await page.getByLabel(/paper sample/).uncheck();
    expect((await send(page, 'Save profile')).status()).toBe(400);
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Enter your name');
    await expect(page.getByLabel('Website')).toHaveValue('');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await expect(page.getByRole('radio', { name: 'By bicycle courier' })).toBeChecked();

    await page.getByLabel('Name').fill('Grace');
    await send(page, 'Save profile');
    await expect(page.locator('#stored dd')).toHaveText([
      '"Grace"',
      'null',
      'null',
      '"blue"',
      '"courier"',
      '[]',
      '"I fold what others throw away."',
      'false',
    ]);
    await expect(page.getByRole('status')).toHaveText('Saved.');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });
});

test('E1: what was saved becomes the default of a form with values', async ({ page, urlOf, mode }) => {
  test.skip(mode !== 'on', 'Needs the island');
  await page.goto(`${urlOf('site')}/edit`);
  const isSame = await markDocument(page);
  const seen = await watchIsland(page);
  await page.getByLabel('Name').fill('Hedy');
  await send(page, 'Save');
  await expect(page.locator('#saved')).toContainText('"name":"Hedy"');
  await page.getByLabel('Name').fill('Something else');
  // why: the element under the locator is the form
  await page.locator('form').evaluate((form) => (form as HTMLFormElement).reset());
  await expect(page.getByLabel('Name')).toHaveValue('Hedy');
  expect(await isSame()).toBe(true);
  expect((await seen()).events).toEqual(['submit', 'success', 'end']);
});

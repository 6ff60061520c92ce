import { onBothKinds, send } from './pages.js';
import { expectKept, fillProfile, goodProfile, type ProfileEntries } from './profile-page.js';
import { expect, test } from './support.js';

const bad: ProfileEntries = {
  ...goodProfile,
  name: 'A',
  bio: 'Two\nlines & <b>marks</b>, Ä€😀',
  color: 'blue',
  sizes: ['m', 'l'],
  plan: 'Free',
  tags: ['A', 'C'],
  agree: false,
  zip: '1',
  password: 'hunter2',
  qty: '0',
};

const errors = {
  Name: 'Enter your name',
  Zip: 'Five digits',
  Password: 'Too short',
  Quantity: 'One at least',
  'I agree': 'Agree to go on',
};

onBothKinds(({ at, hasIsland }) => {
  test.beforeEach(({ page, urlOf }) => page.goto(urlOf('site') + at('/profile')));

  test('N2: an invalid post shows each error beside its field and keeps every typed value', async ({ page }) => {
    await fillProfile(page, bad);
    const response = await send(page, 'Save');
    expect(response.status()).toBe(400);
    for (const [label, message] of Object.entries(errors)) {
      await expect(page.getByLabel(label), label).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel(label), label).toHaveAccessibleDescription(message);
    }
    await expectKept(page, bad);
    await expect(page.locator('#result')).toHaveText('null');
  });

  test('N2: a number and a date that are none are kept as they were sent', async ({ page, mode }) => {
    await fillProfile(page, { ...goodProfile, age: 'abc' });
    await page.getByLabel('Birthday').evaluate((input: HTMLInputElement) => {
      input.type = 'text';
      input.value = '2024-02-30';
    });
    expect((await send(page, 'Save')).status()).toBe(400);
    await expect(page.getByLabel('Age')).toHaveAccessibleDescription('Enter a number');
    await expect(page.getByLabel('Birthday')).toHaveAccessibleDescription('Enter a date');
    if (hasIsland(mode)) return;
    // A number or date field shows no text; browsers that show it have it from the attribute.
    await expect(page.getByLabel('Age')).toHaveAttribute('value', 'abc');
    await expect(page.getByLabel('Birthday')).toHaveAttribute('value', '2024-02-30');
  });

  test('N3: a password is nowhere in the answer, nor a file', async ({ page, mode }) => {
    await fillProfile(page, bad);
    const response = await send(page, 'Save');
    expect(await response.text()).not.toContain('hunter2');
    await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
    if (!hasIsland(mode)) await expect(page.getByLabel('Password')).toHaveValue('');
    expect(await page.content()).not.toContain('hunter2');
  });

  test('N5: one field fixed and posted again, only its error goes', async ({ page }) => {
    await fillProfile(page, { ...goodProfile, name: 'A', zip: '1' });
    await send(page, 'Save');
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Enter your name');
    await page.getByLabel('Name').fill('Ada');
    await send(page, 'Save');
    await expect(page.getByLabel('Name')).not.toHaveAttribute('aria-invalid');
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription('');
    await expect(page.getByLabel('Zip')).toHaveAccessibleDescription('Five digits');
    await expect(page.locator('[data-action-summary] li')).toHaveText(['Five digits']);
  });

  const thrown = [
    { name: 'Taken', status: 409, label: 'Name', message: 'That name is taken' },
    { name: 'Row', status: 409, label: 'SKU', message: 'Sold out' },
    { name: 'Fields', status: 403, label: 'Street', message: 'Not there' },
    { name: 'Whole', status: 402, label: undefined, message: 'Pay first' },
    { name: 'Returned', status: 410, label: undefined, message: 'Too late' },
  ];
  for (const { name, status, label, message } of thrown) {
    test(`N6: an ActionError (${name}) shows ${label ? 'beside its field' : 'in the summary'}, as ${status}`, async ({
      page,
    }) => {
      await fillProfile(page, { ...goodProfile, name });
      expect((await send(page, 'Save')).status()).toBe(status);
      await expect(page.locator('[data-action-summary] li')).toHaveText([message]);
      if (label) await expect(page.getByLabel(label)).toHaveAccessibleDescription(message);
      await expect(page.locator('[aria-invalid]')).toHaveCount(label ? 1 : 0);
      await expectKept(page, { ...goodProfile, name });
    });
  }

  test('N7: an unexpected exception keeps the values and says an id only', async ({ page }) => {
    await fillProfile(page, { ...goodProfile, name: 'Crash' });
    const response = await send(page, 'Save');
    expect(response.status()).toBe(500);
    expect(await response.text()).not.toMatch(/secret\.ts|password=/);
    await expect(page.locator('[data-action-summary] li')).toHaveCount(1);
    await expectKept(page, { ...goodProfile, name: 'Crash' });
  });

  test('N23: after a failure the summary has the focus and the title begins with “Error: ”, once', async ({ page }) => {
    await expect(page).toHaveTitle('Profile');
    await fillProfile(page, bad);
    await send(page, 'Save');
    await expect(page.locator('[data-action-summary]')).toBeFocused();
    await expect(page).toHaveTitle('Error: Profile');
    await send(page, 'Save');
    await expect(page.locator('[data-action-summary]')).toBeFocused();
    await expect(page).toHaveTitle('Error: Profile');
  });
});

onBothKinds(({ at }) => {
  test('N6: a wrong password is UNAUTHORIZED, in the summary, and is not echoed', async ({ page }) => {
    await page.goto(at('/login'));
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password').fill('three drums');
    const response = await send(page, 'Log in');
    expect(response.status()).toBe(401);
    expect(await response.text()).not.toContain('three drums');
    await expect(page.locator('[data-action-summary] li')).toHaveText(['No member has this address and password.']);
    await expect(page.getByLabel('Email')).toHaveValue('ada@example.com');
  });

  test('N6: what only the stock knows lands on its row', async ({ page }) => {
    await page.goto(at('/order?item=NB-A5&item=SOLD-1'));
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByLabel('Street and number').fill('Main Street 1');
    await page.getByLabel('ZIP code').fill('12345');
    expect((await send(page, 'Place order')).status()).toBe(409);
    const row = page.getByRole('group', { name: 'Item 2' });
    await expect(row.getByLabel('Code')).toHaveAccessibleDescription('Sold out');
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);
    expect(new URL(page.url()).searchParams.getAll('item')).toEqual(['NB-A5', 'SOLD-1']);
  });
});

import { onBothKinds, send } from './pages.js';
import { axe, expect, test } from './support.js';

onBothKinds(({ at, hasIsland }) => {
  test('a password is shown and hidden with the keyboard, and hidden when it is sent; without a script there is no button', async ({
    page,
    mode,
  }) => {
    await page.goto(at('/controls'), { waitUntil: 'networkidle' });
    const password = page.getByRole('textbox', { name: 'Password' });
    const button = page.getByRole('button', { name: /^(Show|Hide): Password$/ });
    await password.fill('two');
    if (!hasIsland(mode)) {
      await expect(button).toHaveCount(0);
      await expect(password).toHaveAttribute('type', 'password');
      return;
    }
    await expect(button).toHaveAccessibleName('Show: Password');
    await password.press('Tab');
    await expect(button).toBeFocused();
    await page.keyboard.press('Space');
    await expect(password).toHaveAttribute('type', 'text');
    await expect(button).toHaveAccessibleName('Hide: Password');
    await expect(password).toHaveValue('two');
    expect(await axe(page)).toEqual([]);
    await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''));
    expect((await send(page, 'Send it all')).status()).toBe(400);
    await expect(password).toHaveAttribute('type', 'password');
    await expect(button).toHaveAccessibleName('Show: Password');
  });

  test('a text is counted as it is typed; without a script its limit is said', async ({ page, mode }) => {
    await page.goto(at('/controls'), { waitUntil: 'networkidle' });
    const about = page.getByRole('textbox', { name: 'About' });
    const island = hasIsland(mode);
    await about.pressSequentially('Hi 😀');
    await expect(about).toHaveAccessibleDescription(island ? '116 of 120 characters left' : 'At most 120 characters');
    await about.fill('x'.repeat(121));
    await expect(about).toHaveAccessibleDescription(
      island ? '1 over the limit of 120 characters' : 'At most 120 characters',
    );
    await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''));
    await send(page, 'Send it all');
    await expect(about).toHaveValue('x'.repeat(121));
    await expect(about).toHaveAccessibleDescription(
      `${island ? '1 over the limit of 120 characters' : 'At most 120 characters'} Shorten it to 120 characters`,
    );
  });

  test('a range says its value; without a script it says none that could be wrong', async ({ page, mode }) => {
    await page.goto(at('/controls'), { waitUntil: 'networkidle' });
    const range = page.getByRole('slider', { name: 'Drums' });
    const output = page.locator('output');
    await range.press('ArrowRight');
    await expect(range).toHaveValue('3');
    if (hasIsland(mode)) await expect(output).toHaveText('3 of 6');
    else await expect(output.filter({ visible: true })).toHaveCount(0);
  });

  test('every control is kept after a failure, but for secrets, and arrives as what the schema makes of it', async ({
    page,
  }) => {
    await page.goto(at('/controls'), { waitUntil: 'networkidle' });
    const field = (label: string) => page.getByLabel(label, { exact: true });
    const kept: readonly [label: string, value: string][] = [
      ['Name', 'Ada'],
      ['Phone', '+43123456'],
      ['Town', 'Wels'],
      ['About', 'Two lines,\nas typed'],
      ['Day', '2026-05-04'],
      ['Opens', '09:30'],
      ['Pickup', '2026-06-01T11:15'],
      ['Month', '2026-07'],
      ['Week', '2026-W20'],
      ['Colour of the wall', '#00ff80'],
    ];
    for (const [label, value] of kept) await field(label).fill(value);
    await field('Drums').press('ArrowRight');
    await field('Password').fill('two drums');
    await field('One-time code').fill('907361');
    await field('Paper').selectOption('kraft');
    await field('Thread').check();
    await field('Yellow').check();
    await field('Also send me').selectOption(['Paper samples', 'A price list']);
    await field('It is a gift').check();
    await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''));

    const refused = await send(page, 'Send it all');
    expect(refused.status()).toBe(400);
    expect(await refused.text()).not.toMatch(/two drums|907361/);
    await expect(page.getByRole('listitem').filter({ hasText: 'Agree, or leave it' })).toBeVisible();
    for (const [label, value] of kept) await expect(field(label)).toHaveValue(value);
    await expect(field('Drums')).toHaveValue('3');
    await expect(field('Paper')).toHaveValue('kraft');
    await expect(field('Thread')).toBeChecked();
    await expect(field('Yellow')).toBeChecked();
    await expect(field('Also send me')).toHaveValues(['Paper samples', 'A price list']);
    await expect(field('It is a gift')).toBeChecked();

    await field('Email').fill('ada@example.org');
    await field('Password').fill('two drums');
    await field('I agree to all of this').check();
    await send(page, 'Send it all');
    await expect(page.getByRole('heading', { name: 'What the handler got' })).toBeVisible();
    const got = Object.fromEntries(
      await page
        .locator('.stored dl > div')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()))),
    );
    expect(got).toMatchObject({
      town: '"Wels"',
      about: '"Two lines,\\nas typed"',
      drums: '3',
      pickup: '"2026-06-01T09:15:00.000Z"',
      month: '"2026-07"',
      week: '"2026-W20"',
      paper: '"kraft"',
      binding: '"thread"',
      inks: '["blue","pink","yellow"]',
      extras: '["Paper samples","A price list"]',
      paint: '"#00ff80"',
      gift: 'true',
      agree: 'true',
      campaign: '"spring"',
      password: '"9 characters"',
    });
    expect(await axe(page)).toEqual([]);
  });
});

test('each control has the code beside it that makes it', async ({ page }) => {
  await page.goto('/controls');
  await expect(page.locator('.sample')).toHaveCount(25);
  await expect(page.locator('.sample', { has: page.getByLabel('Town') }).locator('.sample-code')).toHaveText(
    /town: z\.string\(\)\.optional\(\),.*<Field of=\{form\.fields\.town\}.*suggestions=\{\['Graz', 'Linz', 'Wien'\]\} \/>/s,
  );
});

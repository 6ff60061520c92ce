import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';
import type { Page } from '@playwright/test';
import { forceValue, onBothKinds, send } from './pages.js';
import { expect, test } from './support.js';

/*
 * The numbered cases of a post, on the showcase. Those of lists are in cases-lists.spec.ts, of accessibility in
 * cases-accessibility.spec.ts; what an action does (N7, N9, N12, N13) is in cases-actions.spec.ts, two tabs (N14) are in
 * tabs.spec.ts, where the site is served (N24, N25) is in cases-deployed.spec.ts, and w3m and lynx (N26) are in
 * cases-text-browsers.spec.ts. Fixtures are asked for more.
 */

onBothKinds(({ at, hasIsland }) => {
  test('N2, N3: what was typed and chosen is kept, each error beside its field; a password and a file are nowhere', async ({
    page,
    mode,
  }) => {
    const field = (label: string) => page.getByLabel(label, { exact: true });
    await page.goto(at('/controls'));
    await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''));
    await field('Email').fill('ada@');
    await field('Password').fill('hunter2');
    await field('About').fill('Two\nlines & <b>');
    await field('Day').fill('2026-05-04');
    await field('Paper').selectOption('kraft');
    await page.getByRole('radio', { name: 'Thread' }).check();
    await page.getByRole('checkbox', { name: 'Pink' }).uncheck();
    await field('Also send me').selectOption(['A price list', 'A colour chart']);
    await field('It is a gift').check();
    await forceValue(field('Copies'), 'abc');
    await field('Drawing').setInputFiles({
      name: 'a.png',
      mimeType: 'image/png',
      buffer: Buffer.from('bytes-of-mine'),
    });
    const response = await send(page, 'Send it all');
    expect(response.status()).toBe(400);
    expect(await response.text()).not.toMatch(/hunter2|bytes-of-mine/);

    const errors = {
      Name: 'Enter a name',
      Email: 'Enter an email address',
      Password: 'Take at least 8 characters',
      Copies: 'Enter a whole number',
      'I agree to all of this': 'Agree, or leave it',
    };
    for (const [label, error] of Object.entries(errors)) {
      await expect(field(label)).toHaveAccessibleDescription(new RegExp(`${error}$`));
    }
    await expect(page.locator('[data-action-summary] li')).toHaveText(Object.values(errors));
    await expect(field('Email')).toHaveValue('ada@');
    await expect(field('About')).toHaveValue('Two\nlines & <b>');
    await expect(field('Day')).toHaveValue('2026-05-04');
    await expect(field('Paper')).toHaveValue('kraft');
    await expect(page.getByRole('radio', { name: 'Thread' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Pink' })).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Blue' })).toBeChecked();
    await expect(field('Also send me')).toHaveValues(['A price list', 'A colour chart']);
    await expect(field('It is a gift')).toBeChecked();
    if (hasIsland(mode)) return;
    await expect(field('Copies')).toHaveAttribute('value', 'abc');
    await expect(field('Password')).toHaveValue('');
    expect(await page.content()).not.toMatch(/hunter2|bytes-of-mine/);
  });

  test('N4, N5, N23: the query stays; one error of two is mended, and the other is left, with the focus and the title', async ({
    page,
  }) => {
    await page.goto(at('/guestbook?page=2&q=a%26b'));
    const query = () => ['page', 'q'].map((name) => new URL(page.url()).searchParams.get(name));
    const summary = page.locator('[data-action-summary]');
    await send(page, 'Sign the guestbook');
    await expect(summary.getByRole('listitem')).toHaveText(['Enter your name', 'Write a few words']);
    await expect(summary).toBeFocused();
    await expect(page).toHaveTitle(/^Error: Guestbook/);

    await page.getByLabel('Name').fill('Ada');
    await send(page, 'Sign the guestbook');
    await expect(summary.getByRole('listitem')).toHaveText(['Write a few words']);
    await expect(page.getByLabel('Name')).not.toHaveAttribute('aria-invalid');
    await expect(page.getByLabel('Message')).toHaveAccessibleDescription('Write a few words');
    await expect(summary).toBeFocused();
    await expect(page).toHaveTitle(/^Error: Guestbook/);
    expect(query()).toEqual(['2', 'a&b']);

    await page.getByLabel('Message').fill('Two pages further');
    await send(page, 'Sign the guestbook');
    await expect(page.getByRole('status').filter({ hasText: 'Thank you' })).toBeVisible();
    await expect(page).toHaveTitle(/^Guestbook/);
    expect(query()).toEqual(['2', 'a&b']);
  });

  test('N10, N11: a click on the picture in a button sends its form, and of several of one action it alone answers', async ({
    page,
  }) => {
    await page.goto(at('/prints'));
    await send(page, page.getByRole('button', { name: /^Like Misprint/ }).locator('svg'));
    await expect(page.locator('#print-misprint')).toContainText('Nobody likes a misprint.');
    await expect(page.locator('.prints').getByText('Nobody likes a misprint.')).toHaveCount(1);
    await send(page, page.getByRole('button', { name: /^Like Tide/ }).locator('svg'));
    await expect(page.getByRole('button', { name: /^Like Tide/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('button', { name: /^Like Heron/ })).toHaveAttribute('aria-pressed', 'false');
  });

  test('N10: as HTML says, a button outside of a form sends it, and one with formnovalidate sends it as it is', async ({
    page,
  }) => {
    await page.goto(at('/guestbook'));
    const form = page.locator('main form', { has: page.getByRole('button', { name: 'Sign the guestbook' }) });
    await form.evaluate((element) => element.removeAttribute('novalidate'));
    await page.locator('h1').evaluate(
      (heading, id) => {
        heading.insertAdjacentHTML('afterend', `<button form="${id}" formnovalidate><b>Sign here</b></button>`);
      },
      await form.getAttribute('id'),
    );
    const outside = page.getByRole('button', { name: 'Sign here' });
    expect((await send(page, outside.locator('b'))).status()).toBe(400);
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Enter your name');
  });

  test('N16: back, another number, ordered again: it is another order', async ({ page }) => {
    const heading = page.getByRole('heading', { level: 1, name: /^Order \w{8}$/ });
    await fillOrder(page, at('/order?item=NB-A5'));
    await send(page, 'Place order');
    await expect(page.getByRole('row', { name: /NB-A5/ })).toContainText('1');
    const first = await heading.innerText();
    await page.goBack();
    await page.getByLabel('Quantity').fill('7');
    await send(page, 'Place order');
    await expect(page.getByRole('row', { name: /NB-A5/ })).toContainText('7');
    expect(await heading.innerText()).not.toBe(first);
  });

  test('N28: of a hundred buttons, the one that is pressed sends the id that the page fixed, and each is light', async ({
    page,
    baseURL,
  }) => {
    await page.goto(at('/jobs'));
    const headers = { origin: new URL(baseURL ?? '').origin };
    for (let job = 1; job <= 47; job += 1) {
      const form = { title: `Job ${job}` };
      const added = await page.request.post('/jobs?_action=jobs.add', { form, headers, maxRedirects: 0 });
      expect(added.status()).toBe(303);
    }
    await page.goto(at('/jobs'));
    for (const job of ['Wash the drums', 'Cut paper', 'Fold']) {
      await page.getByLabel('What is to be done').fill(job);
      await send(page, 'Add');
      await expect(page.locator('.job-title', { hasText: job })).toBeVisible();
    }
    const buttons = page.locator('#jobs form');
    await expect(buttons).toHaveCount(100);
    const sizes = await buttons.evaluateAll((forms) => forms.map((form) => form.outerHTML.length));
    // The name of the job is in a button twice: for its form's id, and for who does not see it.
    expect(Math.max(...sizes)).toBeLessThan(800);
    const cut = page.getByRole('button', { name: 'Done with Cut paper' });
    await expect(page.locator('[name=id]')).toHaveCount(0);
    const form = page.locator('form', { has: cut });
    await form.evaluate((element) =>
      element.insertAdjacentHTML('beforeend', '<input type="hidden" name="id" value="1">'),
    );
    await send(page, cut);
    await expect(cut).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('[aria-pressed=true]')).toHaveCount(1);

    const record = page
      .locator('form', { has: page.getByRole('button', { name: 'Done with Fold' }) })
      .locator('[name=_action_form]');
    await record.evaluate((input) => input.setAttribute('value', `${input.getAttribute('value')?.slice(0, -4)}AAAA`));
    expect((await send(page, 'Done with Fold')).status()).toBe(400);
    await page.goto(at('/jobs'));
    await expect(page.locator('[aria-pressed=true]')).toHaveCount(1);
  });
});

test('N24: a form under the prefix of a language answers there, and in it', async ({ page }) => {
  await page.goto('/de/contact');
  expect((await send(page, 'Senden')).status()).toBe(400);
  expect(new URL(page.url()).pathname).toBe('/de/contact');
  await expect(page.locator('[data-action-summary]')).toHaveAccessibleName('Bitte prüfen');
});

test('N15: an order that is posted three times at once is one order, and each is shown it; ordered again it is another', async ({
  page,
  baseURL,
}) => {
  const url = `${baseURL}/order?js=off&item=CAL-27`;
  const place = async () => {
    await fillOrder(page, url);
    const entries = await page
      .locator('main form')
      .first()
      // why: the element under the locator is the form
      .evaluate((form) => [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
    const action = await page
      .locator('main form')
      .first()
      .evaluate((form) => form.getAttribute('action') ?? '');
    const post = async () => {
      const body = new URLSearchParams(entries).toString();
      const headers = { origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await page.request.post(new URL(action, url).href, { data: body, headers, maxRedirects: 0 });
      expect(answer.status()).toBe(303);
      return new URL(answer.headers()['location'] ?? '', url).pathname;
    };
    const paths = new Set(await Promise.all([post(), post(), post()]));
    expect(paths.size).toBe(1);
    return [...paths][0];
  };
  expect(await place()).not.toBe(await place());
});

test('N26: a form is posted by curl that says where it comes from, and by none from elsewhere', ({ baseURL }, {
  project,
  testId,
}) => {
  const post = (...headers: string[]) => {
    const to = ['-o', devNull, '-w', '%{http_code}', `${baseURL}/newsletter?_action=newsletter`];
    const sent = ['--data-urlencode', `email=${project.name}-${testId}@example.org`];
    return execFileSync('curl', ['-s', ...sent, ...headers.flatMap((header) => ['-H', header]), ...to], {
      encoding: 'utf8',
    });
  };
  const site = new URL(baseURL ?? '').origin;
  expect(post(`Referer: ${site}/newsletter`)).toBe('303');
  expect(post(`Origin: ${site}`)).toBe('303');
  expect(post('Origin: https://elsewhere.example')).toBe('403');
  expect(post('Referer: https://elsewhere.example/')).toBe('403');
  expect(post()).toBe('403');
});

async function fillOrder(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Email').fill('ada@example.org');
  await page.getByLabel('Street and number').fill('Main Street 1');
  await page.getByLabel('ZIP code').fill('12345');
}

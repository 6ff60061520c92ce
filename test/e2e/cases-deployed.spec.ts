import { BASE, test } from './deployed.js';
import { onBothKinds, send } from './pages.js';
import { expect, type Mode } from './support.js';

/* N24 and N25: the showcase built with a `base` and `trailingSlash: 'always'`, behind a proxy that ends TLS. */
test.skip(({ mode }) => mode === 'blocked', 'The HTML is that of the mode without JavaScript');

onBothKinds(({ at, hasIsland }) => {
  const answered = (mode: Mode) => (hasIsland(mode) ? 200 : 303);

  test('N24: from the start of a site with a base to a form; its errors and its success are at that page’s own address', async ({
    page,
    deployed,
    mode,
  }) => {
    await page.goto(deployed.origin + at(`${BASE}/`));
    await page.getByRole('navigation', { name: 'All forms' }).getByRole('link', { name: 'Guestbook' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Guestbook');
    const path = () => new URL(page.url()).pathname;
    expect(path()).toBe(`${BASE}/guestbook/`);
    await expect(page.getByRole('link', { name: 'Guestbook', exact: true })).toHaveAttribute('aria-current', 'page');

    expect((await send(page, 'Sign the guestbook')).status()).toBe(400);
    await expect(page.getByLabel('Message')).toHaveAccessibleDescription('Write a few words');
    expect(path()).toBe(`${BASE}/guestbook/`);

    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Message').fill('Signed below a base');
    expect((await send(page, 'Sign the guestbook')).status()).toBe(answered(mode));
    await expect(page.getByRole('status').filter({ hasText: 'Thank you' })).toBeVisible();
    await expect(page.locator('.entry').first()).toContainText('Signed below a base');
    expect(path()).toBe(`${BASE}/guestbook/`);
  });

  test('N24: a redirect of an action and its result arrive below the base, and so does who logs in', async ({
    page,
    deployed,
  }, { project, testId }) => {
    const email = `${project.name}-${testId}@example.org`;
    await page.goto(deployed.origin + at(`${BASE}/newsletter/`));
    await page.getByLabel('Email').fill(email);
    await send(page, 'Join');
    await expect(page.locator('.lead')).toContainText(email);
    expect(new URL(page.url()).pathname).toBe(`${BASE}/thanks/`);

    await page.goto(deployed.origin + at(`${BASE}/studio/`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log in');
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password').fill('two drums');
    await send(page, 'Log in');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Studio');
    expect(new URL(page.url()).pathname).toBe(`${BASE}/studio/`);
  });

  test('N24: below the base and the prefix of a language a form answers in that language', async ({
    page,
    deployed,
  }) => {
    await page.goto(deployed.origin + at(`${BASE}/de/contact/`));
    await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''));
    expect((await send(page, 'Senden')).status()).toBe(400);
    await expect(page.locator('[data-action-summary]')).toHaveAccessibleName('Bitte prüfen');
    expect(new URL(page.url()).pathname).toBe(`${BASE}/de/contact/`);
  });

  test('N25: behind a TLS proxy a form is accepted, and its cookies are Secure and of this host alone', async ({
    page,
    context,
    deployed,
    mode,
  }, { project, testId }) => {
    await page.goto(deployed.origin + at(`${BASE}/newsletter/`));
    await page.getByLabel('Email').fill(`tls-${project.name}-${testId}@example.org`);
    const response = await send(page, 'Join');
    expect(response.status()).toBe(answered(mode));
    expect(await response.request().headerValue('origin')).toBe(deployed.origin);
    await expect(page.getByRole('status')).toHaveText('You are on the list.');
    const cookies = (await context.cookies()).filter(({ name }) => name.includes('action-'));
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({ secure: true, httpOnly: true, domain: 'localhost', path: '/' });
      expect(cookie.name).toMatch(/^__Host-action-/);
    }
  });
});

test('N25: forwarded headers that a client forges get nobody in, through the proxy or past it', async ({
  page,
  deployed: { origin, app },
}) => {
  const path = `${BASE}/_actions/guestbook.sign/`;
  const form = { name: 'Eve', message: 'Not from here' };
  const evil = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  const through = async (headers: Record<string, string>) =>
    (await page.request.post(origin + path, { form, headers, ignoreHTTPSErrors: true })).status();
  const past = async (headers: Record<string, string>) =>
    (await app.fetch(path, { method: 'POST', body: new URLSearchParams(form), headers })).status;
  const { host } = new URL(origin);

  expect(await through(evil)).toBe(403);
  expect(await past(evil)).toBe(403);
  expect(await past({ ...evil, 'x-forwarded-host': `${host}.evil.example` })).toBe(403);
  await page.goto(`${origin}${BASE}/guestbook/`);
  await expect(page.locator('.entry', { hasText: 'Not from here' })).toHaveCount(0);

  expect(await through({ origin })).toBe(200);
  expect(await past({ origin, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' })).toBe(200);
});

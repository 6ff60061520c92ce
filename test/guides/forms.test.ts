/** What the guides about forms show, used as a browser without JavaScript does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAxe } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { valueOf, Visitor } from '../support/visitor.js';
import { buttonOf, isInSight } from './page.js';
import { serveGuides } from './served.js';

const site = serveGuides();

describe('docs/first-form.md', () => {
  const reply = [
    ['name', 'Ada'],
    ['email', 'ada@example.org'],
    ['guests', '2'],
    ['meal', 'vegan'],
  ] as const;
  const but = (name: string, value: string) => reply.map(([own, was]) => [own, own === name ? value : was] as const);

  test('what does not fit is beside its field, in the summary and in the title, and what was typed stays', async () => {
    const page = await site.visitor.get('/rsvp');
    const failed = await site.visitor.post(page, [
      ['name', ''],
      ['email', 'ada'],
      ['guests', '6'],
    ]);
    expect(failed.status).toBe(400);
    expect(failed.text('rsvp-name-error')).toBe('Enter your name');
    expect(failed.text('rsvp-email-error')).toBe('Enter an email address');
    expect(failed.text('rsvp-meal-error')).toBe('Choose a meal');
    expect([valueOf(failed.html, 'email'), valueOf(failed.html, 'guests')]).toEqual(['ada', '6']);
    expect(failed.html).toContain('<title>Error: Will you come?</title>');
    expect(failed.html.match(/<li><a href="#rsvp-/g)).toHaveLength(4);
  });

  test('what the handler finds is beside its field too', async () => {
    const page = await site.visitor.get('/rsvp');
    const failed = await site.visitor.post(page, but('name', 'Count Dracula'));
    expect([failed.status, failed.text('rsvp-name-error')]).toEqual([400, 'You are not on the list']);
  });

  test('the next page reads the result, also when it is loaded once more, and nobody else does', async () => {
    const sent = await site.visitor.post(await site.visitor.get('/rsvp'), reply);
    expect(sent.status).toBe(303);
    const thanks = await site.visitor.follow(sent);
    for (const { html } of [thanks, await site.visitor.get(thanks.path)])
      expect(html).toContain('See you, Ada. Seats: 3.');
    expect((await new Visitor(site.app).get(thanks.path)).html).toContain('Nobody has replied here.');
  });

  test('passes an audit and can be filled in by its labels, with JavaScript and without, also where it has errors', async () => {
    const browser = await launchBrowser();
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({ javaScriptEnabled, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(`${site.app.url}/rsvp`, { waitUntil: 'networkidle' });
      expect(await runAxe(page, javaScriptEnabled), 'as it comes').toEqual([]);
      await page.getByLabel('Name').fill('Count Dracula');
      await page.getByLabel('Email').fill('vlad@example.org');
      await page.getByLabel('Fish').check();
      await page.getByRole('button', { name: 'Reply' }).click();
      await page.getByRole('link', { name: 'You are not on the list' }).waitFor();
      expect(await page.getByLabel('Name').inputValue()).toBe('Count Dracula');
      expect(await runAxe(page, javaScriptEnabled), 'with an error').toEqual([]);
      await page.getByLabel('Name').fill('Ada');
      await page.getByRole('button', { name: 'Reply' }).click();
      await page.getByText('seats: 1').waitFor();
      await context.close();
    }
    await browser.close();
  });
});

describe('docs/edit-forms.md', () => {
  test('the form shows what is there, and after a failure what was typed', async () => {
    const page = await site.visitor.get('/profiles/ada');
    expect(valueOf(page.html, 'name')).toBe('Ada Lovelace');
    expect(valueOf(page.html, 'birthday')).toBe('1815-12-10');
    const failed = await site.visitor.post(page, [
      ['name', ''],
      ['birthday', '1815-12-11'],
    ]);
    expect(failed.status).toBe(400);
    expect(failed.text('profile-save-name-error')).toBe('Enter a name');
    expect(valueOf(failed.html, 'birthday')).toBe('1815-12-11');
  });

  test('a success is there on the next page, and a cleared date is gone', async () => {
    const page = await site.visitor.get('/profiles/ada');
    const saved = await site.visitor.post(page, [
      ['name', 'Ada King'],
      ['birthday', ''],
    ]);
    expect(saved.status).toBe(303);
    const { html } = await site.visitor.follow(saved);
    expect([valueOf(html, 'name'), valueOf(html, 'birthday')]).toEqual(['Ada King', '']);
    expect(html).toContain('>Saved.</p>');
  });

  test('whoever is late is told so, loses nothing that was typed, and may then save it', async () => {
    const stale = await site.visitor.get('/profiles/ada');
    await site.visitor.post(stale, [['name', 'First']]);
    const late = await site.visitor.post(stale, [['name', 'Second']]);
    expect(late.status).toBe(409);
    expect(late.html).toContain('Somebody has changed this meanwhile.');
    expect(valueOf(late.html, 'name')).toBe('Second');
    expect((await site.visitor.post(late, [['name', 'Second']])).status).toBe(303);
    expect(valueOf((await site.visitor.get('/profiles/ada')).html, 'name')).toBe('Second');
  });

  test('with the island it can be saved again and again, until somebody else has', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`${site.app.url}/profiles/ada`, { waitUntil: 'networkidle' });
    for (const name of ['Ada One', 'Ada Two']) {
      await page.getByLabel('Name').fill(name);
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Save' }).click();
      await loaded;
      await page.waitForLoadState('networkidle');
      await page.getByText('Saved.').waitFor();
      expect(await page.getByLabel('Name').inputValue()).toBe(name);
    }
    await site.visitor.post(await site.visitor.get('/profiles/ada'), [['name', 'Somebody else']]);
    await page.getByLabel('Name').fill('Late');
    for (const _ of ['late', 'late still']) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: 'Save' }).click();
      expect((await answered).status()).toBe(409);
      await page.getByText('Somebody has changed this meanwhile.').waitFor();
      expect(await page.getByLabel('Name').inputValue()).toBe('Late');
    }
    await browser.close();
  });

  test('which record it is, no field shows and nobody changes', async () => {
    const page = await site.visitor.get('/profiles/ada');
    expect(page.html).not.toMatch(/name="(?:id|version)"/);
    const posted = await site.visitor.post(page, [
      ['id', 'nobody'],
      ['version', '0'],
      ['name', 'Ada'],
    ]);
    expect(posted.status).toBe(303);
    expect((await site.visitor.get('/profiles/nobody')).status).toBe(404);
  });
});

describe('docs/lists.md', () => {
  test('rows are added, moved, copied and removed, and keep what was typed', async () => {
    let page = await site.visitor.get('/order');
    const skus = () => [0, 1, 2].map((row) => valueOf(page.html, `items[${row}].sku`));
    const rows = (...typed: string[]) =>
      typed.flatMap((sku, row): [string, string][] => [
        [`items[${row}].sku`, sku],
        [`items[${row}].qty`, String(row + 1)],
      ]);
    const press = async (button: string, ...typed: string[]) => {
      page = await site.visitor.post(page, [...rows(...typed), buttonOf(page, button)]);
      expect(page.status).toBe(200);
    };
    await press('Add an item', 'A-1');
    expect(skus()).toEqual(['A-1', '', undefined]);
    expect(valueOf(page.html, 'items[1].qty')).toBe('1');
    await press('Move up: Item 2', 'A-1', 'B-2');
    expect(skus()).toEqual(['B-2', 'A-1', undefined]);
    await press('Duplicate: Item 1', 'B-2', 'A-1');
    expect(skus()).toEqual(['B-2', 'B-2', 'A-1']);
    await press('Remove: Item 1', 'B-2', 'B-2', 'A-1');
    expect(skus()).toEqual(['B-2', 'A-1', undefined]);
  });

  test('errors are beside the fields of their row, and a right order is taken', async () => {
    const page = await site.visitor.get('/order');
    const failed = await site.visitor.post(page, [
      ['items[0].sku', 'A-1'],
      ['items[0].qty', '2'],
      ['items[1].sku', 'B'],
      ['items[1].qty', ''],
    ]);
    expect(failed.status).toBe(400);
    expect(failed.text('order-items-0-sku-error')).toBe('');
    expect(failed.text('order-items-1-sku-error')).toBe('A SKU has three characters');
    expect(failed.text('order-items-1-qty-error')).toBe('Enter a quantity');
    const taken = await site.visitor.post(page, [
      ['items[0].sku', 'A-1'],
      ['items[0].qty', '2'],
    ]);
    expect((await site.visitor.follow(taken)).html).toContain('>Thank you.</p>');
  });

  test('a list in rows of its own kind goes as deep as one likes', async () => {
    const page = await site.visitor.get('/thread');
    expect(valueOf(page.html, 'comments[0].text')).toBe('');
    expect(valueOf(page.html, 'comments[0].replies[0].text')).toBeUndefined();
    const replied = await site.visitor.post(page, [['comments[0].text', 'One'], buttonOf(page, 'Reply')]);
    expect(valueOf(replied.html, 'comments[0].text')).toBe('One');
    expect(valueOf(replied.html, 'comments[0].replies[0].text')).toBe('');
    const deep = (text: string) =>
      site.visitor.post(replied, [
        ['comments[0].text', 'One'],
        ['comments[0].replies[0].text', 'Two'],
        ['comments[0].replies[0].replies[0].text', 'Three'],
        ['comments[0].replies[0].replies[0].replies[0].text', text],
      ]);
    expect((await deep('')).text('thread-comments-0-replies-0-replies-0-replies-0-text-error')).toBe('Write something');
    expect((await site.visitor.follow(await deep('Four'))).html).toContain('>Thank you.</p>');
  });
});

describe('docs/files.md', () => {
  const pdf = new File(['%PDF-1.7'], 'ada.pdf', { type: 'application/pdf' });

  test('a file of another type is refused with the message of the schema', async () => {
    const png = new File(['x'], 'ada.png', { type: 'image/png' });
    const refused = await site.visitor.post(
      await site.visitor.get('/apply'),
      [
        ['name', 'Ada'],
        ['cv', png],
      ],
      { multipart: true },
    );
    expect([refused.status, refused.text('apply-cv-error')]).toEqual([400, 'Send your CV as a PDF']);
    expect(refused.html).not.toContain('ada.png');
  });

  test('a file of a form that failed is kept, and comes to the handler with the next submission', async () => {
    const failed = await site.visitor.post(
      await site.visitor.get('/apply'),
      [
        ['name', ''],
        ['cv', pdf],
      ],
      { multipart: true },
    );
    expect([failed.status, failed.text('apply-name-error')]).toEqual([400, 'Enter your name']);
    expect(failed.html).toContain('ada.pdf');
    const [, token = ''] = /name="cv" value="(kept\.[^"]*)"/.exec(failed.html) ?? [];
    const sent = await site.visitor.post(
      failed,
      [
        ['name', 'Ada'],
        ['cv', token],
      ],
      { multipart: true },
    );
    expect((await site.visitor.follow(sent)).html).toContain('>Thank you.</p>');
    const [stored = ''] = readdirSync(join(site.cwd, '.data/cvs'));
    expect(readFileSync(join(site.cwd, '.data/cvs', stored), 'utf8')).toBe('%PDF-1.7');
  });

  test('a body over the limit of the action is refused', async () => {
    const large = new File([new Uint8Array(6_000_001)], 'large.pdf', { type: 'application/pdf' });
    const refused = await site.visitor.post(
      await site.visitor.get('/apply'),
      [
        ['name', 'Ada'],
        ['cv', large],
      ],
      { multipart: true },
    );
    expect(refused.status).toBe(413);
  });
});

describe('docs/dependent-fields.md', () => {
  test('the button shows what the chosen option of a union needs, and the schema asks for that alone', async () => {
    const page = await site.visitor.get('/pay');
    const chosen = await site.visitor.post(page, [['payment.by', 'card'], buttonOf(page, 'Update')]);
    expect(chosen.status).toBe(200);
    expect(isInSight(chosen, 'payment.number')).toBe(true);
    expect(isInSight(chosen, 'payment.email')).toBe(false);
    const failed = await site.visitor.post(chosen, [['payment.by', 'card']]);
    expect([failed.status, failed.text('pay-payment-number-error')]).toEqual([400, 'Enter the number']);
    const paid = await site.visitor.post(page, [['payment.by', 'cash']]);
    expect((await site.visitor.follow(paid)).html).toContain('>Thank you.</p>');
  });

  const free = [
    ['kind', 'private'],
    ['ink', 'house'],
    ['gift', 'false'],
    ['late', 'false'],
  ] as const;
  const others = (name: string) => free.filter(([own]) => own !== name);

  test.each([
    ['kind', 'company', 'vat'],
    ['gift', 'true', 'greeting'],
    ['ink', 'own', 'colour'],
  ])('by declaration: %s = %s enables %s', async (name, value, field) => {
    const page = await site.visitor.get('/register');
    const button = buttonOf(page, `["update","${name}"]`);
    expect(isInSight(await site.visitor.post(page, [...free, button]), field)).toBe(false);
    expect(isInSight(await site.visitor.post(page, [...others(name), [name, value], button]), field)).toBe(true);
  });

  test.each([
    ['kind', 'company', 'vat', 'Enter it'],
    ['late', 'true', 'phone', 'Enter a number'],
  ])('by declaration: with %s = %s the schema asks for %s', async (name, value, field, message) => {
    const page = await site.visitor.get('/register');
    const failed = await site.visitor.post(page, [...others(name), [name, value]]);
    expect([failed.status, failed.text(`register-${field}-error`)]).toEqual([400, message]);
    const taken = await site.visitor.post(page, [...others(name), [name, value], [field, '12345']]);
    expect((await site.visitor.follow(taken)).html).toContain('>Thank you.</p>');
    expect((await site.visitor.post(page, free)).status).toBe(303);
  });
});

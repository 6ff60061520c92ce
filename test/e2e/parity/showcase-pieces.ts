import type { Page } from '@playwright/test';
import type { ParityForm } from './forms.js';
import { png } from './png.js';
import { press } from './press.js';

const item = (page: Page, number: number) => page.getByRole('group', { name: `Item ${number}` });

/** The forms of the showcase that show what is in a form. */
export const formsOfPieces: readonly ParityForm[] = [
  {
    title: 'controls, all there are',
    example: 'showcase',
    path: '/controls',
    // What stands beside a control and needs a script, such as the count of characters, is there with a script.
    region: 'h1, .stored, [data-action-summary], [data-action-errors], .gallery :is(input, select, fieldset)',
    steps: [
      {
        title: 'invalid',
        act: async (page) => {
          await page.locator('form.gallery').evaluate((form) => form.setAttribute('novalidate', ''));
          for (const [name, value] of Object.entries(controls)) await page.locator(`[name=${name}]`).fill(value);
          await page.locator('[name=paper]').selectOption('kraft');
          await page.getByLabel('Thread').check();
          await page.getByLabel('Yellow').check();
          await page.getByLabel('Also send me').selectOption(['Paper samples', 'A price list']);
          await page.getByLabel('It is a gift').check();
          await press(page, 'Send it all');
        },
        shows: 'Agree, or leave it',
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.locator('[name=email]').fill('ada@example.org');
          // Secrets are in no page.
          await page.locator('[name=password]').fill('two drums');
          await page.locator('[name=code]').fill(controls.code);
          await page.getByLabel('I agree to all of this').check();
          await page.locator('[name=drawing]').setInputFiles({ name: 'héron.png', mimeType: 'image/png', buffer: png });
          await press(page, 'Send it all');
        },
        shows: 'What the handler got',
        kind: 'moved',
      },
    ],
  },
  {
    title: 'order, with rows, done once',
    example: 'showcase',
    path: '/order?item=NB-A5&item=SOLD-1',
    steps: [
      {
        title: 'empty',
        act: async (page) => {
          await item(page, 2).getByLabel('Quantity').fill('1.5');
          await press(page, 'Place order');
        },
        shows: 'Enter a ZIP code of five digits',
        kind: 'refused',
      },
      {
        title: 'a row moved up, its error with it',
        act: (page) => press(page, 'Move up: Item 2'),
        shows: 'Enter a whole number',
        kind: 'edited',
      },
      {
        title: 'refused by the handler',
        act: async (page) => {
          await page.getByLabel('Email').fill('ada@example.org');
          await page.getByLabel('Street and number').fill('St James’s Square 12 & more');
          await page.getByLabel('ZIP code').fill('12345');
          await item(page, 1).getByLabel('Quantity').fill('1');
          await press(page, 'Place order');
        },
        shows: 'Sold out',
        kind: 'refused',
      },
      {
        title: 'the row removed that was refused',
        act: (page) => press(page, 'Remove: Item 1'),
        kind: 'edited',
      },
      {
        title: 'one added',
        act: (page) => press(page, 'Add an item'),
        kind: 'edited',
      },
      {
        title: 'mended, by Enter',
        act: async (page) => {
          await item(page, 2).getByLabel('Code').fill('CAL-27');
          await item(page, 2).getByLabel('Quantity').press('Enter');
        },
        shows: 'Your order is in the drying rack',
        kind: 'moved',
      },
    ],
  },
  {
    title: 'zine, of blocks in blocks',
    example: 'showcase',
    path: '/zine',
    // The rows have a button more where no island shows what a choice needs.
    region: '[data-action-summary], [data-action-status], .tags, #sheet',
    steps: [
      {
        title: 'invalid, deep down and in a list of texts',
        act: async (page) => {
          await page.getByLabel('Tag', { exact: true }).nth(1).fill('x');
          await page.getByRole('textbox', { name: 'Text' }).fill('');
          await press(page, 'Save the page');
        },
        shows: 'Two letters at least',
        kind: 'refused',
      },
      {
        title: 'a block moved up, its errors with it',
        act: (page) => press(page, 'Move up: Block 2'),
        shows: 'Write something',
        kind: 'edited',
      },
      {
        title: 'a tag added',
        act: (page) => press(page, 'Add a tag'),
        kind: 'edited',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel('Tag', { exact: true }).nth(1).fill('tide');
          await page.getByLabel('Tag', { exact: true }).nth(2).fill('herons');
          await page.getByRole('textbox', { name: 'Text' }).fill('It is gone.');
          await press(page, 'Save the page');
        },
        shows: 'It is gone.',
        kind: 'done',
      },
    ],
  },
  {
    title: 'apprentice, with files in rows',
    example: 'showcase',
    path: '/apprentice',
    steps: [
      { title: 'empty', act: (page) => press(page, 'Apply'), shows: 'Choose your CV', kind: 'refused' },
      { title: 'a row added', act: (page) => press(page, 'Add a reference'), shows: 'Letter', kind: 'edited' },
      {
        title: 'mended',
        act: async (page) => {
          const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`Text of ${name}`) });
          const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: png });
          await page.getByLabel('Name', { exact: true }).fill('Ada');
          await page.getByLabel('Email').fill('ada@example.org');
          await page.locator('[name=cv]').setInputFiles(text('cv.txt'));
          await page.locator('[name=samples]').setInputFiles([picture('one.png'), picture('zwö.png')]);
          await page.getByLabel('From').fill('Grace');
          await page.getByLabel('Letter').setInputFiles(text('letter.txt'));
          await press(page, 'Apply');
        },
        shows: 'Your application is here.',
        kind: 'done',
      },
    ],
  },
  {
    title: 'rent, whose fields depend on each other',
    example: 'showcase',
    path: '/rent',
    // Buttons that bring what a choice needs are there where no island does it.
    region:
      '[data-action-summary], [data-action-status], [data-action-field], [data-action-field] :is(input, textarea)',
    steps: [
      { title: 'empty', act: (page) => press(page, 'Rent the press'), shows: 'Choose how you pay', kind: 'refused' },
      {
        title: 'a choice, and what it needs',
        act: async (page) => {
          await page.getByLabel('Your name').fill('Ada');
          await page.getByLabel('My company pays').check();
          const show = page.getByRole('button', { name: 'Show what this needs' });
          // The next field is the first of what it needs.
          await ((await show.isVisible()) ? show.click() : page.keyboard.press('Tab'));
        },
        shows: 'VAT number',
        kind: 'edited',
        region: '[data-action-field^="payment."]',
      },
      {
        title: 'half of that',
        act: async (page) => {
          await page.getByRole('textbox', { name: 'Company' }).fill('Two Drum Press');
          await press(page, 'Rent the press');
        },
        shows: /VAT number, like/,
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel('VAT number').fill('DE123456789');
          await press(page, 'Rent the press');
        },
        shows: 'It is yours.',
        kind: 'done',
      },
    ],
  },
  {
    title: 'postcard, in markup of its own',
    example: 'showcase',
    path: '/postcard',
    steps: [
      {
        title: 'half of it',
        act: async (page) => {
          await page.getByLabel('Dear you,').fill('The heron\nis back.');
          await page.getByLabel('Stamp').selectOption('tide');
          await page.getByLabel('ZIP code').fill('12345');
          await press(page, 'Post the card');
        },
        shows: 'Enter a town',
        kind: 'refused',
      },
      {
        title: 'mended, by Enter',
        act: async (page) => {
          await page.getByLabel('To', { exact: true }).fill('Ada');
          await page.getByLabel('Street and number').fill('Main Street 1');
          await page.getByLabel('Town').fill('Lock');
          await page.getByLabel('Town').press('Enter');
        },
        shows: 'In the letter box.',
        kind: 'done',
      },
    ],
  },
];

/** What is typed into the controls that one types into. */
const controls = {
  name: 'Ada & co',
  phone: '+43123456',
  town: 'Wels',
  about: 'Two lines,\nas typed',
  copies: '7',
  day: '2026-05-04',
  opens: '09:30',
  pickup: '2026-06-01T11:15',
  month: '2026-07',
  week: '2026-W20',
  paint: '#00ff80',
  code: '907361',
};

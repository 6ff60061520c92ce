import type { Page } from '@playwright/test';
import type { ParityForm } from './forms.js';
import { press } from './press.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);
const item = (page: Page, number: number) => page.getByRole('group', { name: `Item ${number}` });

/** The form in each of two languages. */
const contacts: readonly ParityForm[] = [
  contact('/contact', ['Your name', 'Email', 'A visit', 'Message', 'Send'], /answer within two days/),
  contact('/de/contact', ['Name', 'E-Mail-Adresse', 'Ein Besuch', 'Nachricht', 'Senden'], /innerhalb von zwei Tagen/),
];

/** Every form of the showcase. */
export const showcaseForms: readonly ParityForm[] = [
  ...contacts,
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
    title: 'prints, buttons that are liked before the server has answered',
    example: 'showcase',
    path: '/prints',
    steps: [
      {
        title: 'a like',
        act: (page) => page.getByRole('button', { name: 'Like Heron' }).click(),
        kind: 'done',
      },
      {
        title: 'one that is refused',
        act: (page) => page.getByRole('button', { name: 'Like Misprint' }).click(),
        shows: 'Nobody likes a misprint.',
        kind: 'refused',
      },
    ],
  },
  {
    title: 'jobs, a list that shows them before the server has answered',
    example: 'showcase',
    path: '/jobs',
    steps: [
      { title: 'refused by the handler', act: (page) => addJob(page, 'A jam'), shows: /jams on this/, kind: 'refused' },
      { title: 'added', act: (page) => addJob(page, 'Print'), shows: '1 of 1 to do', kind: 'done' },
      {
        title: 'ticked',
        act: (page) => page.getByRole('button', { name: 'Done with Print' }).click(),
        shows: '0 of 1 to do',
        kind: 'done',
        // What another form had to say is gone with a new page.
        region: '#jobs',
      },
      {
        title: 'removed',
        act: (page) => page.getByRole('button', { name: 'Remove Print' }).click(),
        shows: 'Nothing to do',
        kind: 'done',
        region: '#jobs',
      },
    ],
  },
  {
    title: 'newsletter, of one field',
    example: 'showcase',
    path: '/newsletter',
    steps: [
      {
        title: 'invalid',
        act: async (page) => {
          await page.getByLabel('Email').fill('name@example');
          await press(page, 'Join');
        },
        shows: 'Enter an email address',
        kind: 'refused',
      },
      {
        title: 'mended, by Enter',
        act: async (page) => {
          await page.getByLabel('Email').fill('ada@example.org');
          await page.getByLabel('Email').press('Enter');
        },
        shows: 'You are on the list.',
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
  {
    title: 'guestbook',
    example: 'showcase',
    path: '/guestbook',
    steps: [
      {
        title: 'invalid',
        act: async (page) => {
          await page.getByLabel('Message').fill('  ');
          await press(page, 'Sign the guestbook');
        },
        shows: 'Write a few words',
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel('Name').fill('Ada <b>& co</b>');
          await page.getByLabel('Message').fill('Line one\nLine two – “ünï” 日本');
          await press(page, 'Sign the guestbook');
        },
        shows: 'Thank you. Your entry is on top',
        kind: 'done',
      },
      {
        title: 'deleted by the button of the entry, which asks before',
        act: async (page) => {
          await page.locator('.entry summary').click();
          await page.getByRole('button', { name: /^Delete/ }).click();
        },
        shows: '2 entries',
        kind: 'done',
        // What another form had to say is gone with a new page.
        region: '#entries',
      },
    ],
  },
  {
    title: 'workshop, with a file',
    example: 'showcase',
    path: '/workshop',
    steps: [
      {
        title: 'empty',
        act: (page) => press(page, 'Book'),
        shows: 'Promise to come in old clothes',
        kind: 'refused',
      },
      {
        title: 'with a number that will not do',
        act: async (page) => {
          await page.getByLabel('Name').fill('Ada');
          await page.getByLabel('Email').fill('ada@example.org');
          await page.getByRole('radio', { name: 'Sunday, 10:00' }).check();
          await page.getByLabel('How many of you').fill('2.5');
          for (const ink of ['Medium blue', 'Yellow']) await page.getByRole('checkbox', { name: ink }).check();
          await page.getByLabel('I come in clothes').check();
          await press(page, 'Book');
        },
        shows: 'Enter a whole number',
        kind: 'refused',
      },
      {
        title: 'mended',
        // A file of another type is refused in the page where there is a script, and on the server where there is none.
        act: async (page) => {
          await page.getByLabel('How many of you').fill('2');
          await page.getByLabel('Drawing').setInputFiles({ name: 'héron.png', mimeType: 'image/png', buffer: png });
          await press(page, 'Book');
        },
        shows: 'from héron.png',
        kind: 'done',
      },
      {
        title: 'at once, without a file',
        act: async (page) => {
          await page.getByLabel('Name').fill('Grace');
          await page.getByLabel('Email').fill('grace@example.org');
          await page.getByRole('radio', { name: 'Saturday, 14:00' }).check();
          await page.getByLabel('How many of you').fill('1');
          await page.getByRole('checkbox', { name: 'Yellow' }).check();
          await page.getByRole('checkbox', { name: '120 g, white' }).check();
          await page.getByLabel('I come in clothes').check();
          await press(page, 'Book');
        },
        shows: 'one seat for Grace',
        kind: 'done',
      },
    ],
  },
  {
    title: 'shelf, checked while it is filled in',
    example: 'showcase',
    path: '/shelf',
    steps: [
      {
        title: 'invalid',
        act: async (page) => {
          await page.getByLabel('Name of the shelf').fill('heron');
          await page.getByRole('radio', { name: 'Large' }).check();
          await page.getByLabel('Email', { exact: true }).fill('ada@example.org');
          await page.getByLabel('Email again').fill('ada@example.com');
          await press(page, 'Reserve');
        },
        shows: /^This is not the address above$/,
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel('Name of the shelf').fill('egret');
          await page.getByRole('radio', { name: 'Small' }).check();
          await page.getByLabel('Email again').fill('ada@example.org');
          await press(page, 'Reserve');
        },
        shows: 'Reserved.',
        kind: 'done',
      },
    ],
  },
  {
    title: 'profile, to edit',
    example: 'showcase',
    path: '/profile',
    steps: [
      {
        title: 'invalid',
        act: async (page) => {
          await page.getByLabel('Name').fill('');
          await page.getByLabel('Website').fill('robin');
          await page.getByLabel('Birthday').fill('2999-01-01');
          await page.getByLabel('Favourite ink').selectOption('green');
          await page.getByRole('radio', { name: 'By bicycle courier' }).check();
          await page.getByRole('checkbox', { name: 'Prints' }).uncheck();
          await press(page, 'Save profile');
        },
        shows: 'A birthday is in the past',
        kind: 'refused',
      },
      {
        title: 'mended, some of it cleared',
        act: async (page) => {
          await page.getByLabel('Name').fill('Robin');
          await page.getByLabel('Website').fill('');
          await page.getByLabel('Birthday').fill('');
          await page.getByRole('checkbox', { name: 'Workshops' }).uncheck();
          await page.getByLabel('Put a paper sample').uncheck();
          await press(page, 'Save profile');
        },
        shows: 'Saved.',
        kind: 'done',
      },
    ],
  },
  {
    title: 'log in, book the studio, log out',
    example: 'showcase',
    path: '/login?next=/studio',
    also: ['/studio'],
    // What the page itself says of the login is gone with the next post, where that brings a new page.
    region: 'main form, main h1, main .lead, #week',
    steps: [
      {
        title: 'refused by the handler',
        act: async (page) => {
          await page.getByLabel('Email').fill('ada@example.com');
          await page.getByLabel('Password').fill('three drums');
          await press(page, 'Log in');
        },
        shows: 'No member has this address and password.',
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel('Password').fill('two drums');
          await press(page, 'Log in');
        },
        shows: 'You are logged in as Ada.',
        kind: 'moved',
      },
      {
        title: 'a booking that is invalid',
        act: async (page) => {
          await page.getByLabel('Day', { exact: true }).selectOption('Tuesday');
          await page.getByLabel('Drums').fill('   ');
          await press(page, 'Book');
        },
        shows: 'Say which colours',
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel('Drums').fill('blue and pink');
          await press(page, 'Book');
        },
        shows: 'Booked.',
        kind: 'done',
      },
      {
        title: 'a button that is a form of its own',
        act: (page) => press(page, 'Log out'),
        shows: 'Members print here',
        kind: 'moved',
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

function contact(path: string, labels: readonly [string, string, string, string, string], thanks: RegExp): ParityForm {
  const [name, email, topic, message, send] = labels;
  return {
    title: `contact, at ${path}`,
    example: 'showcase',
    path,
    steps: [
      {
        title: 'half of it',
        act: async (page) => {
          await page.getByLabel(name, { exact: true }).fill('A');
          await page.getByLabel(topic).check();
          await page.getByLabel(message).fill('Short\ntext');
          await press(page, send);
        },
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel(name, { exact: true }).fill('Ada');
          await page.getByLabel(email).fill('ada@example.org');
          await page.getByLabel(message).fill('Long enough\nof a text');
          await press(page, send);
        },
        shows: thanks,
        kind: 'done',
      },
    ],
  };
}

async function addJob(page: Page, title: string): Promise<void> {
  await page.getByLabel('What is to be done').fill(title);
  await page.getByLabel('What is to be done').press('Enter');
}

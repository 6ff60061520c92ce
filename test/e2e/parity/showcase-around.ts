import type { ParityForm } from './forms.js';
import { png } from './png.js';
import { press } from './press.js';

/** The form in each of two languages. */
const contacts: readonly ParityForm[] = [
  contact('/contact', ['Your name', 'Email', 'A visit', 'Message', 'Send'], /answer within two days/),
  contact('/de/contact', ['Name', 'E-Mail-Adresse', 'Ein Besuch', 'Nachricht', 'Senden'], /innerhalb von zwei Tagen/),
];

/** The forms of the showcase around which something goes on: pages, languages, a log-in, what others have written. */
export const formsAround: readonly ParityForm[] = [
  ...contacts,
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
];

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

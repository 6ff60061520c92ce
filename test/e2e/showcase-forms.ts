import { expect, type Locator, type Page } from '@playwright/test';
import { gallery } from '../../examples/showcase/src/data/gallery.js';
import { send } from './pages.js';

/** A page of the showcase, and how a person gets it from one state to the next. */
export interface ShowcaseForm {
  path: string;
  button: string | RegExp;
  /** Entries of the summary after it was sent as it comes, or what is said where there is none. */
  errors: number | string;
  /** What is done before the page can be visited. */
  before?: (page: Page, at: (path: string) => string) => Promise<void>;
  /** Makes it fail, where it would not as it comes. */
  spoil?: (page: Page) => Promise<void>;
  /** Fills it in, so that it succeeds. */
  fill: (page: Page) => Promise<void>;
  /** What its status says once it has, or what else one sees it by. */
  success: string | RegExp | ((page: Page) => Locator);
  /** The button that succeeds, where it is another one. */
  submit?: string | RegExp;
}

/** Every page of the showcase that has a form. */
export const showcaseForms: readonly ShowcaseForm[] = [
  {
    path: '/order',
    button: 'Place order',
    errors: 5,
    fill: (page) =>
      fill(page, {
        Email: 'ada@example.org',
        'Street and number': 'Main Street 1',
        'ZIP code': '12345',
        Code: 'NB-A5',
        Quantity: '1',
      }),
    success: (page) => page.getByRole('heading', { name: /^Order \w{8}$/ }),
  },
  {
    path: '/zine',
    button: 'Save the page',
    errors: 2,
    spoil: (page) => fill(page, { Title: '', Heading: '' }),
    fill: (page) => fill(page, { Title: 'Birds', Heading: 'At high tide' }),
    success: 'Saved. This is how it prints.',
  },
  {
    path: '/guestbook',
    button: 'Sign the guestbook',
    errors: 2,
    fill: (page) => fill(page, { Name: 'Ada', Message: 'A word to every state of the page' }),
    success: 'Thank you. Your entry is on top of the list.',
  },
  {
    path: '/jobs',
    button: 'Add',
    errors: 1,
    fill: (page) => fill(page, { 'What is to be done': 'Print the heron' }),
    success: 'Added.',
  },
  {
    path: '/workshop',
    button: 'Book',
    errors: 6,
    fill: async (page) => {
      await fill(page, { Name: 'Ada', Email: 'ada@example.org', 'How many of you': '2' });
      await page.getByRole('radio').first().check();
      await page.getByRole('checkbox').first().check();
      await page.getByLabel('I come in clothes').check();
    },
    success: 'Booked. It is on your list below.',
  },
  {
    path: '/apprentice',
    button: 'Apply',
    errors: 3,
    fill: async (page) => {
      await fill(page, { Name: 'Ada', Email: 'ada@example.org' });
      const file = { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') };
      await page.getByLabel('CV', { exact: true }).setInputFiles(file);
    },
    success: 'Your application is here. We write back within a week.',
  },
  {
    path: '/shelf',
    button: 'Reserve',
    errors: 4,
    fill: async (page) => {
      const name = `egret-${Date.now() % 1e9}`;
      await fill(page, { 'Name of the shelf': name, Email: 'ada@example.org', 'Email again': 'ada@example.org' });
      await page.getByLabel('Small').check();
    },
    success: 'Reserved. Your name is on it.',
  },
  {
    path: '/newsletter',
    button: 'Join',
    errors: 1,
    fill: (page) => fill(page, { Email: `ada-${Date.now()}@example.org` }),
    success: 'You are on the list.',
  },
  {
    path: '/profile',
    button: 'Save profile',
    errors: 2,
    spoil: (page) => fill(page, { Name: '', 'Website (optional)': 'nowhere' }),
    fill: (page) => fill(page, { Name: 'Ada', 'Website (optional)': '' }),
    success: 'Saved.',
  },
  ...['/contact', '/de/contact'].map((path): ShowcaseForm => {
    const isGerman = path.startsWith('/de');
    return {
      path,
      button: isGerman ? 'Senden' : 'Send',
      errors: 4,
      fill: async (page) => {
        const message = isGerman ? 'Nachricht' : 'Message';
        const [name, email] = isGerman ? ['Name', 'E-Mail-Adresse'] : ['Your name', 'Email'];
        await fill(page, { [name]: 'Ada', [email]: 'ada@example.org', [message]: 'When do you print the heron?' });
        await page.getByRole('radio').first().check();
      },
      success: isGerman ? /^Danke/ : 'Thank you. We answer within two days.',
    };
  }),
  {
    path: '/rent',
    button: 'Rent the press',
    errors: 2,
    fill: async (page) => {
      await fill(page, { 'Your name': 'Ada' });
      await page.getByLabel('By invoice').check();
      const show = page.getByRole('button', { name: 'Show what this needs' });
      if (await show.isVisible()) await show.click();
      await fill(page, { 'Where the invoice goes': 'ada@example.org' });
    },
    success: 'It is yours. Bring old clothes.',
  },
  {
    path: '/postcard',
    button: 'Post the card',
    errors: 6,
    fill: async (page) => {
      const address = { To: 'Ada', 'Street and number': 'Main Street 1', 'ZIP code': '12345', Town: 'Lock' };
      await fill(page, { 'Dear you,': 'The heron is back.', ...address });
      await page.getByLabel('Stamp').selectOption('heron');
    },
    success: 'In the letter box. It is emptied on Fridays.',
  },
  {
    path: '/controls',
    button: 'Send it all',
    errors: 5,
    fill: async (page) => {
      await fill(page, { Name: 'Ada', Email: 'ada@example.org', Password: 'two drums' });
      await page.getByLabel('Paper', { exact: true }).selectOption('kraft');
      await page.getByLabel('I agree to all of this').check();
    },
    success: (page) => page.getByRole('heading', { name: 'What the handler got' }),
  },
  {
    path: '/login',
    button: 'Log in',
    errors: 2,
    fill: fillLogin,
    success: 'Welcome back, Ada.',
  },
  {
    path: '/studio',
    button: 'Book',
    errors: 2,
    before: async (page, at) => {
      await page.goto(at('/login'));
      await fillLogin(page);
      await send(page, 'Log in');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Studio');
    },
    fill: async (page) => {
      await page.getByLabel('Day').selectOption('Thursday');
      await fill(page, { Drums: 'blue and pink' });
    },
    success: 'Booked.',
  },
  {
    path: '/prints',
    button: /^Like Misprint/,
    errors: 'Nobody likes a misprint.',
    fill: async () => undefined,
    success: (page) => page.getByRole('button', { name: /^Like Heron/, pressed: true }),
    submit: /^Like Heron/,
  },
];

/** Every page of the gallery, and those in another language. */
export const galleryPaths: readonly string[] = [
  ...gallery.flatMap(({ exhibits }) => exhibits.map(({ path }) => path)),
  '/de/contact',
];

/** Does what has to be done before a page can be visited. */
export async function prepare(page: Page, path: string, at: (path: string) => string): Promise<void> {
  await showcaseForms.find((form) => form.path === path)?.before?.(page, at);
}

/** A button of such a page. */
export function buttonOf(page: Page, name: string | RegExp): Locator {
  return page.getByRole('main').getByRole('button', { name, exact: true });
}

async function fillLogin(page: Page): Promise<void> {
  await fill(page, { Email: 'ada@example.com', Password: 'two drums' });
}

async function fill(page: Page, entries: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(entries)) {
    await page.getByLabel(label, { exact: true }).filter({ visible: true }).fill(value);
  }
}

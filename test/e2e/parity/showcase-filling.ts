import type { Page } from '@playwright/test';
import type { ParityForm } from './forms.js';
import { press } from './press.js';

/** The forms of the showcase that do something while they are filled in. */
export const formsWhileFilling: readonly ParityForm[] = [
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
];

async function addJob(page: Page, title: string): Promise<void> {
  await page.getByLabel('What is to be done').fill(title);
  await page.getByLabel('What is to be done').press('Enter');
}

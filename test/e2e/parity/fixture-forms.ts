import type { Page } from '@playwright/test';
import { fillProfile, goodProfile, type ProfileEntries } from '../profile-page.js';
import type { ParityForm, Step } from './forms.js';
import { press } from './press.js';

/** What React and Svelte add to a page when they come is theirs. */
const withoutAdditions = 'h1, form > label, form p[data-action-errors], form input, [data-action-summary], #paints';

/** Forms that have what the showcase has not: every kind of field, buttons with values, hidden members, frameworks. */
export const fixtureForms: readonly ParityForm[] = [
  {
    title: 'every kind of field',
    example: 'site',
    path: '/profile?page=2',
    region: 'form',
    steps: [
      saved('invalid', { name: 'A', agree: false, zip: '1', qty: '0', tags: ['A', 'C'] }, 'Agree to go on'),
      saved('mended, and refused by the handler', { name: 'Taken' }, 'That name is taken'),
      saved('refused as a whole', { name: 'Whole' }, 'Pay first'),
      saved('mended', { bio: '', birthday: '', age: '', news: true }),
    ],
  },
  {
    title: 'every kind of field, in markup of the page’s own',
    example: 'site',
    path: '/by-hand',
    region: 'form',
    steps: [
      saved('invalid', { color: '', sizes: [], plan: 'none', tags: ['A', 'C'], agree: false }, 'Choose a plan'),
      saved('mended', { news: true }),
    ],
  },
  {
    title: 'buttons with values, and one of another action',
    example: 'site',
    path: '/buttons',
    region: 'form',
    steps: [
      {
        title: 'refused by the other action',
        act: (page) => press(page, 'As a note'),
        shows: 'Write something',
        kind: 'refused',
      },
      { title: 'done by it', act: (page) => typeAndPress(page, 'A note', 'As a note'), kind: 'done' },
      { title: 'the first button', act: (page) => typeAndPress(page, 'one', 'Save'), kind: 'done' },
      { title: 'the second', act: (page) => typeAndPress(page, 'two', 'Publish'), kind: 'done' },
      { title: 'one outside of the form', act: (page) => typeAndPress(page, 'three', 'Outside'), kind: 'done' },
      {
        title: 'Enter, which presses the first',
        act: async (page) => {
          await page.getByLabel('Text').fill('four');
          await page.getByLabel('Text').press('Enter');
        },
        kind: 'done',
      },
    ],
  },
  {
    title: 'every way of submitting that the island takes over',
    example: 'site',
    path: '/submitters',
    region: 'form',
    steps: [
      ...['Plain', 'Nameless', 'Multipart', 'Input', 'No validation', 'Outside'].map((name): Step => ({
        title: name,
        act: (page) => press(page, name),
        kind: 'done',
      })),
      {
        title: 'an image',
        act: (page) => page.getByRole('button', { name: 'Image' }).click({ position: { x: 5, y: 7 } }),
        kind: 'done',
      },
    ],
  },
  {
    title: 'fields named like members of a form',
    example: 'site',
    path: '/clobber',
    region: 'form',
    steps: [
      { title: 'invalid', act: (page) => press(page, 'Send'), shows: 'Enter a method', kind: 'refused' },
      {
        title: 'mended',
        act: async (page) => {
          for (const label of ['Action', 'Method', 'Submit', 'Name']) {
            await page.getByLabel(label, { exact: true }).fill(label);
          }
          await press(page, 'Send');
        },
        kind: 'done',
      },
    ],
  },
  {
    title: 'settings, to edit',
    example: 'site',
    path: '/edit',
    region: 'form, #saved',
    steps: [
      {
        title: 'invalid',
        act: async (page) => {
          await page.getByLabel('Website').fill('example');
          await press(page, 'Save');
        },
        shows: 'Enter a full address',
        kind: 'refused',
      },
      {
        title: 'mended by clearing',
        act: async (page) => {
          await page.getByLabel('Website').fill('');
          await press(page, 'Save');
        },
        kind: 'done',
      },
    ],
  },
  {
    title: 'a form of which there are two',
    example: 'site',
    path: '/two',
    region: 'form',
    steps: [
      {
        title: 'invalid',
        act: (page) => page.locator('#section-1').getByRole('button').click(),
        shows: 'Write something',
        kind: 'refused',
      },
    ],
  },
  {
    title: 'a form that redirects when it is refused, too',
    example: 'site',
    path: '/thank?invalid=redirect',
    region: 'body',
    steps: [
      { title: 'invalid', act: (page) => press(page, 'Send'), shows: 'Write something', kind: 'refused' },
      {
        title: 'mended',
        act: (page) => typeAndPress(page, 'Tea', 'Send'),
        shows: 'Thank you for “Tea”',
        kind: 'moved',
      },
    ],
  },
  {
    title: 'lists in lists, and Enter beside their buttons',
    example: 'site',
    path: '/menu',
    region: 'form',
    steps: [
      { title: 'invalid', act: (page) => press(page, 'Save'), shows: 'Enter a title', kind: 'refused' },
      { title: 'a row added', act: (page) => press(page, 'Add a dish'), shows: 'Spicy', kind: 'edited' },
      {
        title: 'mended, by Enter',
        act: async (page) => {
          const dish = (number: number) => page.getByRole('group', { name: `Dish ${number}`, exact: true });
          for (const [number, name] of ['Bread', 'Olives'].entries()) {
            await dish(number + 1)
              .getByLabel('Name')
              .fill(name);
            await dish(number + 1)
              .getByLabel('Text')
              .fill(`Note of ${name}`);
          }
          await page.getByRole('textbox', { name: 'Tag' }).fill('cold');
          await page.getByLabel('Title').fill('Lunch');
          await page.getByLabel('Title').press('Enter');
        },
        kind: 'done',
      },
    ],
  },
  {
    title: 'a React control',
    example: 'frameworks',
    path: '/react',
    region: withoutAdditions,
    steps: [
      {
        title: 'invalid',
        act: async (page) => {
          await page.getByLabel('Name').fill('  ');
          await page.getByRole('textbox', { name: 'Colour' }).fill('#8a3b2e');
          await press(page, 'Mix');
        },
        shows: 'Name the paint',
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel('Name').fill('Rust');
          await press(page, 'Mix');
        },
        shows: 'Rust: #8a3b2e',
        kind: 'done',
      },
    ],
  },
  {
    title: 'Svelte controls',
    example: 'frameworks',
    path: '/svelte',
    region: withoutAdditions,
    steps: [
      {
        title: 'invalid',
        act: async (page) => {
          await page.getByLabel('Title').fill('  ');
          await page.getByRole('radio', { name: '4' }).check();
          await press(page, 'Rate');
        },
        shows: 'Name the book',
        kind: 'refused',
      },
      {
        title: 'mended',
        act: async (page) => {
          await page.getByLabel('Title').fill('Moby-Dick');
          await press(page, 'Rate');
        },
        shows: 'Moby-Dick: 4 of 5',
        kind: 'moved',
      },
    ],
  },
];

/** The form with every kind of field, all well but for some. */
function saved(title: string, entries: Partial<ProfileEntries>, shows?: string): Step {
  const act = async (page: Page) => {
    await fillProfile(page, { ...goodProfile, ...entries });
    await press(page, 'Save');
  };
  return { title, act, shows, kind: shows === undefined ? 'done' : 'refused' };
}

async function typeAndPress(page: Page, text: string, button: string): Promise<void> {
  await page.getByLabel('Text').fill(text);
  await press(page, button);
}

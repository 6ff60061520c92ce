import { expect, type Page } from '@playwright/test';
import { forceValue } from './pages.js';

/** What a person enters on the fixture's `/profile`. */
export interface ProfileEntries {
  name: string;
  bio: string;
  color: string;
  sizes: string[];
  plan: 'Free' | 'Paid' | 'none';
  tags: string[];
  agree: boolean;
  news: boolean;
  birthday: string;
  age: string;
  password: string;
  street: string;
  zip: string;
  sku: string;
  qty: string;
}

export const goodProfile: ProfileEntries = {
  name: 'Ada',
  bio: 'Line one\nLine two',
  color: 'green',
  sizes: ['s', 'l'],
  plan: 'Paid',
  tags: ['B'],
  agree: true,
  news: false,
  birthday: '1815-12-10',
  age: '36',
  password: 'correct horse',
  street: 'St James’s Square 12',
  zip: '12345',
  sku: 'A-1',
  qty: '2',
};

export async function fillProfile(page: Page, entries: ProfileEntries): Promise<void> {
  await page.getByLabel('Name').fill(entries.name);
  await page.getByLabel('Bio').fill(entries.bio);
  await page.getByLabel('Colour').selectOption(entries.color);
  await page.getByLabel('Sizes').selectOption(entries.sizes);
  if (entries.plan !== 'none') await page.getByRole('radio', { name: entries.plan }).check();
  for (const tag of ['A', 'B', 'C']) {
    await page.getByRole('checkbox', { name: tag, exact: true }).setChecked(entries.tags.includes(tag));
  }
  await page.getByLabel('I agree').setChecked(entries.agree);
  await page.getByLabel('News').setChecked(entries.news);
  await page.getByLabel('Birthday').fill(entries.birthday);
  if (Number.isNaN(Number(entries.age))) await forceValue(page.getByLabel('Age'), entries.age);
  else await page.getByLabel('Age').fill(entries.age);
  await page.getByLabel('Password').fill(entries.password);
  await page.getByLabel('Street').fill(entries.street);
  await page.getByLabel('Zip').fill(entries.zip);
  await page.getByLabel('SKU').fill(entries.sku);
  await page.getByLabel('Quantity').fill(entries.qty);
}

/** That every control shows what was entered, but for the password. */
export async function expectKept(page: Page, entries: ProfileEntries): Promise<void> {
  await expect(page.getByLabel('Name')).toHaveValue(entries.name);
  await expect(page.getByLabel('Bio')).toHaveValue(entries.bio);
  await expect(page.getByLabel('Colour')).toHaveValue(entries.color);
  await expect(page.getByLabel('Sizes')).toHaveValues(entries.sizes);
  for (const plan of ['Free', 'Paid']) {
    await expect(page.getByRole('radio', { name: plan })).toBeChecked({ checked: entries.plan === plan });
  }
  for (const tag of ['A', 'B', 'C']) {
    await expect(page.getByRole('checkbox', { name: tag, exact: true })).toBeChecked({
      checked: entries.tags.includes(tag),
    });
  }
  await expect(page.getByLabel('I agree')).toBeChecked({ checked: entries.agree });
  await expect(page.getByLabel('News')).toBeChecked({ checked: entries.news });
  await expect(page.getByLabel('Birthday')).toHaveValue(entries.birthday);
  await expect(page.getByLabel('Street')).toHaveValue(entries.street);
  await expect(page.getByLabel('Zip')).toHaveValue(entries.zip);
  await expect(page.getByLabel('SKU')).toHaveValue(entries.sku);
  await expect(page.getByLabel('Quantity')).toHaveValue(entries.qty);
}

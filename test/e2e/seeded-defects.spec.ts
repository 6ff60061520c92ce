import type { BrowserContext, Page } from '@playwright/test';
import { audit, auditPreferences } from '../accessibility/audit.js';
import { calmChecks, checks, forcedColorChecks } from '../accessibility/checks.js';
import { behaviourDefects } from '../accessibility/defects/behaviour.js';
import type { Defect } from '../accessibility/defects/defect.js';
import { choiceDefects } from '../accessibility/defects/choices.js';
import { fileDefects } from '../accessibility/defects/files.js';
import { lookDefects } from '../accessibility/defects/looks.js';
import { orderDefects } from '../accessibility/defects/order.js';
import { preferenceDefects } from '../accessibility/defects/preferences.js';
import { plantDefect } from '../accessibility/plant.js';
import { firstColumn, rowsBelow } from '../support/doc-table.js';
import { send, withoutEnhance } from './pages.js';
import { axe, expect, test, urlVariable } from './support.js';

/** Names of the findings of `interactions.ts`. */
const interactions = ['summary-link', 'focus-covered', 'on-input', 'row-focus', 'pending'];

const order = { path: '/order?item=NB-A5&item=CAL-27', button: 'Place order' };

/** A page, and how it comes to be sent and refused. */
interface Refused {
  path: string;
  button: string;
  fill?: (page: Page) => Promise<void>;
}

/** Pages that nothing is wrong with, loaded once, and what is put into each of them. */
const seeded: readonly (Refused & { defects: readonly Defect[] })[] = [
  { ...order, defects: [...orderDefects, ...lookDefects] },
  { path: '/workshop', button: 'Book', defects: choiceDefects },
  { path: withoutEnhance('/apprentice'), button: 'Apply', fill: chooseFiles, defects: fileDefects },
];

for (const { path, button, fill, defects } of seeded) {
  test.describe(`put into ${path}`, () => {
    let context: BrowserContext;
    let page: Page;

    test.beforeAll(async ({ engine }, { project }) => {
      context = await engine.newContext({ baseURL: process.env[urlVariable('showcase', project.name)] });
      page = await context.newPage();
      await openRefused(page, { path, button, fill });
      expect(await axe(page), 'axe before').toEqual([]);
    });
    test.afterAll(() => context.close());

    for (const { name, check, axe: isFoundByAxe, plant } of defects) {
      test(`found: ${name}`, async () => {
        expect(await audit(page), 'the audit before').toEqual([]);
        const takeOut = await plantDefect(page, plant);
        const byAudit = await audit(page);
        const byAxe = await axe(page);
        await takeOut();
        expect([...byAudit.map((finding) => finding.check), ...byAxe.map(({ id }) => id)]).toContain(check);
        expect(byAxe.length > 0, `axe finds it: ${JSON.stringify(byAxe)}`).toBe(isFoundByAxe);
      });
    }
  });
}

test.describe('put into /order for people with forced colours, or who have asked for less motion', () => {
  for (const { name, check, plant } of preferenceDefects) {
    test(`found: ${name}`, async ({ page }) => {
      await openRefused(page, order);
      expect(await auditPreferences(page), 'before').toEqual([]);
      await page.evaluate(plant);
      expect(await axe(page), 'axe sees the page as others do').toEqual([]);
      expect((await auditPreferences(page)).map((finding) => finding.check)).toContain(check);
    });
  }
});

test.describe('put into what /order does', () => {
  for (const { name, find, plant } of behaviourDefects) {
    test(`found: ${name}`, async ({ page }) => {
      await openRefused(page, order);
      expect(await find(page), 'before').toEqual([]);
      await openRefused(page, order);
      await page.evaluate(plant);
      expect(await axe(page), 'axe sees the page, not what it does').toEqual([]);
      expect((await find(page)).length).toBeGreaterThan(0);
    });
  }
});

test('axe alone finds fewer than half of these defects, and docs/accessibility.md says how many of how many', () => {
  const onPages = seeded.flatMap(({ defects }) => defects);
  const figures = {
    'in the markup': onPages.length - lookDefects.length,
    'in style, size and order': lookDefects.length,
    'in forced colours, and with less motion': preferenceDefects.length,
    'in what a page does': behaviourDefects.length,
    together: onPages.length + preferenceDefects.length + behaviourDefects.length,
  };
  const ofAxe = (defects: readonly Defect[]) => defects.filter((defect) => defect.axe).length;
  const byAxe = [
    ofAxe(onPages) - ofAxe(lookDefects),
    ofAxe(lookDefects),
    0, // each of them is shown to axe above
    0, // and each of these
    ofAxe(onPages),
  ];
  console.log(`${figures.together} seeded defects: the audit finds all of them, axe alone ${byAxe.at(-1)}`);
  const rows = Object.entries(figures).map(([what, count], index) => [what, String(count), String(byAxe[index])]);
  expect(rowsBelow('accessibility.md', 'Seeded defects')).toEqual(rows);
  expect(ofAxe(onPages), 'axe alone finds fewer than half').toBeLessThan(figures.together / 2);
});

test('docs/accessibility.md names every check of a page', () => {
  const ofPages = Object.keys({ ...checks, ...forcedColorChecks, ...calmChecks });
  const named = firstColumn('accessibility.md', 'What is checked').map((cell) => cell.replaceAll('`', ''));
  expect(named.toSorted()).toEqual([...ofPages, ...interactions].toSorted());
});

async function chooseFiles(page: Page): Promise<void> {
  const file = (name: string, mimeType: string) => ({ name, mimeType, buffer: Buffer.from(name) });
  await page.getByLabel('CV', { exact: true }).setInputFiles(file('cv.pdf', 'application/pdf'));
  await page.locator('[name=samples]').setInputFiles([file('heron.png', 'image/png'), file('rook.png', 'image/png')]);
}

async function openRefused(page: Page, { path, button, fill }: Refused): Promise<void> {
  await page.goto(path);
  await fill?.(page);
  await send(page, button);
  await expect(page.locator('[data-action-summary]')).toBeFocused();
}

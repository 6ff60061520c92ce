import type { BrowserContext, Page } from '@playwright/test';
import { audit } from '../accessibility/audit.js';
import { choiceDefects } from '../accessibility/defects/choices.js';
import { lookDefects } from '../accessibility/defects/looks.js';
import { orderDefects } from '../accessibility/defects/order.js';
import { plantDefect } from '../accessibility/plant.js';
import { send } from './pages.js';
import { axe, expect, test, urlVariable } from './support.js';

/** Pages that nothing is wrong with, loaded once, and what is put into each of them. */
const seeded = [
  {
    path: '/order?item=NB-A5&item=CAL-27',
    button: 'Place order',
    defects: [...orderDefects, ...lookDefects],
  },
  { path: '/workshop', button: 'Book', defects: choiceDefects },
];

for (const { path, button, defects } of seeded) {
  test.describe(`put into ${path}`, () => {
    let context: BrowserContext;
    let page: Page;

    test.beforeAll(async ({ engine }, { project }) => {
      context = await engine.newContext({ baseURL: process.env[urlVariable('showcase', project.name)] });
      page = await context.newPage();
      await page.goto(path);
      await send(page, button);
      await expect(page.locator('[data-action-summary]')).toBeFocused();
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

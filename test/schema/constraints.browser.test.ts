import fc from 'fast-check';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.js';
import { firstColumn } from '../support/doc-table.js';
import { htmlIsStricter, zodIsStricter } from './browser/differences.js';
import { excuses, isExcused } from './browser/excuses.js';
import { isTaken, judge, judgeOne, toHtml, type Trial, type Verdict } from './browser/form.js';
import { boxes, choices, files } from './browser/choices.js';
import { dates, isoStrings } from './browser/dates.js';
import { bigints, numbers } from './browser/numbers.js';
import { emails, texts, typedTexts, urls } from './browser/texts.js';
import { jsons, unions } from './browser/unions.js';

/** Forms filled in at once, and how often: some seconds in all, some minutes with `LONG=1`. */
const [BATCH, ROUNDS, TYPED] = process.env.LONG ? [200, 100, 3000] : [150, 3, 60];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent('<!doctype html><form id="typed"></form>');
}, 60_000);
afterAll(() => browser.close());

const kinds: readonly [string, fc.Arbitrary<Trial>][] = [
  ['texts', texts],
  ['email addresses', emails],
  ['web addresses', urls],
  ['numbers', numbers],
  ['bigints', bigints],
  ['dates', dates],
  ['ISO dates and times, and types that a page asks for', isoStrings],
  ['choices', choices],
  ['boxes', boxes],
  ['files', files],
  ['unions', unions],
  ['JSON', jsons],
];

describe('what HTML refuses, Zod refuses', { timeout: 600_000 }, () => {
  test.each(kinds)('%s', async (_, trial) => {
    const seen = { refused: 0, valid: 0 };
    const batch = fc.array(trial, { minLength: BATCH, maxLength: BATCH });
    await fc.assert(
      fc.asyncProperty(batch, async (tried) => {
        const verdicts = await judge(page, tried);
        for (const [index, one] of tried.entries()) {
          const verdict = verdicts[index]!;
          if (verdict.refusals.length === 0) seen.valid += 1;
          else seen.refused += 1;
          await expectAgreement(one, verdict);
        }
      }),
      // the failure names the one that failed; a smaller batch would say no more
      { numRuns: ROUNDS, endOnFailure: true },
    );
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.valid).toBeGreaterThan(0);
  });

  test('texts that are typed or pasted, whose lengths count then', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(typedTexts, async (trial) => {
        const verdict = await judgeOne(page, trial);
        for (const refusal of verdict.refusals) seen.add(refusal);
        await expectAgreement(trial, verdict);
      }),
      // few are tried, so always the same ones: among them are texts of both kinds
      { numRuns: TYPED, seed: 1 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['cut', 'tooShort']));
  });
});

describe('docs/constraints.md', () => {
  test.each(zodIsStricter)('Zod refuses what a browser takes: $name', async ({ name, ...trial }) => {
    const verdict = await judgeOne(page, { title: name, ...trial });
    expect(verdict.refusals).toEqual([]);
    expect(await isTaken({ title: name, ...trial }, verdict.sent)).toBe(false);
  });

  test.each(htmlIsStricter)('a browser refuses what Zod takes: $name', async ({ name, ...trial }) => {
    const verdict = await judgeOne(page, { title: name, ...trial });
    expect(verdict.refusals).toHaveLength(1);
    expect(await isTaken({ title: name, ...trial }, verdict.sent)).toBe(true);
  });

  test('names every such difference', () => {
    const names = (all: readonly { name: string }[]) => all.map(({ name }) => name);
    expect(firstColumn('constraints.md', 'Where Zod is stricter')).toEqual(names(zodIsStricter));
    expect(firstColumn('constraints.md', 'Where a browser is stricter')).toEqual(names(htmlIsStricter));
    expect(Object.keys(excuses).toSorted()).toEqual(names(htmlIsStricter).toSorted());
  });
});

async function expectAgreement(trial: Trial, verdict: Verdict): Promise<void> {
  if (verdict.refusals.length === 0 || !(await isTaken(trial, verdict.sent)) || isExcused(trial, verdict)) return;
  throw new Error(
    `HTML refuses (${verdict.refusals.join(', ')}) what ${trial.title} takes: ${JSON.stringify(verdict.sent)}\n${toHtml(trial)}`,
  );
}

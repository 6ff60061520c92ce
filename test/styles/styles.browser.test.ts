import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.js';
import { firstColumn } from '../support/doc-table.js';
import { form } from './form.js';

const css = readFileSync(new URL('../../dist/styles.css', import.meta.url), 'utf8');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser.close());

/** Shows the form with the style sheet, and rules of a page's own in front of it. */
async function show(own = ''): Promise<void> {
  await page.setContent(
    `<!doctype html><meta name="color-scheme" content="light dark"><style>${own}</style><style>${css}</style>${form}`,
  );
}

function styleOf(selector: string, property: string, pseudo?: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name), [
      property,
      pseudo,
    ] as const);
}

describe('what the sheet consists of', () => {
  /** Every style rule, as the browser has read it, and what stands outside of the layer. */
  async function readSheet() {
    await show();
    return page.evaluate(() => {
      const rules: { selectors: string; properties: string[] }[] = [];
      const collect = (list: CSSRuleList): void => {
        for (const rule of list) {
          if (rule instanceof CSSStyleRule) rules.push({ selectors: rule.selectorText, properties: [...rule.style] });
          else if (rule instanceof CSSGroupingRule) collect(rule.cssRules);
        }
      };
      const top = [...(document.styleSheets[1]?.cssRules ?? [])];
      top.forEach((rule) => rule instanceof CSSLayerBlockRule && collect(rule.cssRules));
      return { layers: top.map((rule) => (rule instanceof CSSLayerBlockRule ? rule.name : rule.cssText)), rules };
    });
  }

  test('it stands in one layer, whole', async () => {
    const { layers, rules } = await readSheet();
    expect(new Set(layers)).toEqual(new Set(['action-forms']));
    expect(rules.length).toBeGreaterThan(60);
  });

  test('no selector weighs anything, but the pseudo-elements that have no other way', async () => {
    const { rules } = await readSheet();
    expect(rules.map(({ selectors }) => selectors).filter((selectors) => !isWeightless(selectors))).toEqual([]);
  });

  test.each([
    ['a class', '.field'],
    ['an attribute beside :where()', ':where(p)[hidden]'],
    ['an element below', ':where(form) p'],
    ['a state', ':where(a):hover'],
    ['one of several', ':where(form), form'],
  ])('%s would be seen', (_name, selector) => {
    expect(isWeightless(selector)).toBe(false);
  });

  test('no property knows left from right', async () => {
    const { rules } = await readSheet();
    // Shorthands of four sides come apart when a browser reads them; the same on both sides is the same both ways.
    const sides = await page.evaluate(() => {
      const found: string[] = [];
      const collect = (list: CSSRuleList): void => {
        for (const rule of list) {
          if (rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule)) collect(rule.cssRules);
          if (!(rule instanceof CSSStyleRule)) continue;
          for (const name of rule.style) {
            const other = name.replace('left', 'right');
            if (/left/.test(name) && rule.style.getPropertyValue(name) !== rule.style.getPropertyValue(other))
              found.push(`${rule.selectorText} { ${name} }`);
          }
          for (const name of ['float', 'text-align', 'clear'])
            if (/^(left|right)$/.test(rule.style.getPropertyValue(name)))
              found.push(`${rule.selectorText} { ${name} }`);
        }
      };
      collect(document.styleSheets[1]!.cssRules);
      return found;
    });
    expect(rules.length).toBeGreaterThan(60);
    expect(sides).toEqual([]);
  });

  test('its custom properties are those of the guide', async () => {
    const documented = firstColumn('styling.md', 'Our style sheet').flatMap((cell) => cell.match(/--[\w-]+/g) ?? []);
    const declared = [...new Set(Array.from(css.matchAll(/^\s*(--[\w-]+):/gm), ([, name]) => name))];
    const used = [...new Set(Array.from(css.matchAll(/var\((--[\w-]+)/g), ([, name]) => name))];
    expect(declared.toSorted()).toEqual(documented.toSorted());
    expect(used.toSorted()).toEqual(declared.toSorted());
  });
});

test.each([
  ['an element', 'input { border-radius: 9px; }', '#plain', 'border-top-left-radius', '9px'],
  ['a universal selector', '* { padding: 1px; }', '#send', 'padding-left', '1px'],
  ['a custom property', ':root { --action-form-accent: rgb(1, 2, 3); }', '#send', 'background-color', 'rgb(1, 2, 3)'],
])('a rule of the page wins by %s, though it comes first', async (_name, own, selector, property, value) => {
  await show();
  expect(await styleOf(selector, property)).not.toBe(value);
  await show(own);
  expect(await styleOf(selector, property)).toBe(value);
});

describe('beside layers, as Tailwind has them', () => {
  const layers = /^@layer .*;$/m.exec(readFileSync(new URL('../../docs/styling.md', import.meta.url), 'utf8'))?.[0];
  const tailwind = `
    @layer theme, base, components, utilities;
    @layer base { *, ::before, ::after { margin: 0; padding: 0; border: 0 solid; } button { background-color: transparent; } }
    @layer utilities { .px-8 { padding-inline: 2rem; } .border-4 { border-width: 4px; } .border-red { border-color: rgb(255, 0, 0); } }`;
  const styled = form.replace('<input id="plain" />', '<input id="plain" class="px-8 border-4 border-red" />');

  test.each([
    ['before ours', [tailwind, css]],
    ['behind ours', [css, tailwind]],
  ])(
    'with the order that the guide says, classes win over us, and we over a reset that is loaded %s',
    async (_, sheets) => {
      const [head, ...others] = [layers, ...sheets].map((sheet) => `<style>${sheet}</style>`);
      await page.setContent(`<!doctype html>${head}${others.join('')}${styled}`);
      expect(await styleOf('#plain', 'padding-left')).toBe('32px');
      expect(await styleOf('#plain', 'border-top-width')).toBe('4px');
      expect(await styleOf('#plain', 'border-top-color')).toBe('rgb(255, 0, 0)');
      expect(await styleOf('#a', 'padding-left')).toBe('12px');
      expect(await styleOf('#a', 'border-top-width')).toBe('1px');
      expect(await styleOf('#send', 'background-color')).not.toBe('rgba(0, 0, 0, 0)');
    },
  );

  test('without it they do not', async () => {
    await page.setContent(`<!doctype html><style>${tailwind}</style><style>${css}</style>${styled}`);
    expect(await styleOf('#plain', 'padding-left')).toBe('12px');
    await page.setContent(`<!doctype html><style>${css}</style><style>${tailwind}</style>${styled}`);
    expect(await styleOf('#a', 'padding-left')).toBe('0px');
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const pairs = [
    ['text', 'surface', 4.5],
    ['text', 'error-surface', 4.5],
    ['muted', 'surface', 4.5],
    ['error', 'surface', 4.5],
    ['error', 'error-surface', 4.5],
    ['on-accent', 'accent', 4.5],
    ['border', 'surface', 3],
    ['focus', 'surface', 3],
  ] as const;

  test.each(pairs)('%s on %s can be told apart', async (front, back, least) => {
    await page.emulateMedia({ colorScheme });
    await show();
    expect(contrast(await colourOf(front), await colourOf(back))).toBeGreaterThanOrEqual(least);
  });

  test('the control takes the colours of the scheme', async () => {
    await page.emulateMedia({ colorScheme });
    await show();
    const [red = 0] = numbersOf(await styleOf('#plain', 'background-color'));
    expect(red > 127).toBe(colorScheme === 'light');
  });
});

test('in forced colours a button has a border, and what is invalid a thicker one', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await show();
  const button = await styleOf('#send', 'border-top-color');
  expect(button).not.toBe(await styleOf('#send', 'background-color'));
  expect(await styleOf('#a', 'border-top-width')).toBe('3px');
  expect(await styleOf('#plain', 'border-top-width')).toBe('1px');
  await page.emulateMedia({ forcedColors: 'none' });
});

test.each([
  ['no-preference', '0.12s'],
  ['reduce', '0s'],
] as const)('with reduced motion %s a button takes %s to change', async (reducedMotion, duration) => {
  await page.emulateMedia({ reducedMotion });
  await show();
  expect(await styleOf('#send', 'transition-duration')).toBe(duration);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
});

test.each([
  ['ltr', 'left', 'right'],
  ['rtl', 'right', 'left'],
])('on a page in %s everything begins at the %s', async (dir, start, end) => {
  await show();
  await page.locator('html').evaluate((root, value) => root.setAttribute('dir', value), dir);
  for (const selector of ['[data-action-summary]', '[data-action-status]', '#radios']) {
    const width = async (side: string) => Number.parseFloat(await styleOf(selector, `border-${side}-width`));
    expect(await width(start), selector).toBeGreaterThan(await width(end));
  }
  for (const selector of ['#a-errors', '#kept']) {
    const padding = async (side: string) => Number.parseFloat(await styleOf(selector, `padding-${side}`));
    expect(await padding(start), selector).toBeGreaterThan(await padding(end));
  }
  expect(await styleOf('#radios > legend', 'float')).toBe('inline-start');
});

test.each(['#alone', '[data-action-summary]', '[data-action-status]'])(
  '%s is as wide as the form',
  async (selector) => {
    await show();
    const widthOf = (found: string) => page.locator(found).evaluate((element) => element.getBoundingClientRect().width);
    expect(await widthOf(selector)).toBeCloseTo(await widthOf('form'), 0);
  },
);

test('what is hidden stays out of sight', async () => {
  await show();
  expect(await page.locator('[data-action-row]').isVisible()).toBe(false);
});

/** Whether nothing of a list of selectors counts, but pseudo-elements. */
function isWeightless(selectors: string): boolean {
  let rest = selectors;
  // From the inside out: what stands in :where() weighs nothing, and neither does what stands in it.
  for (let before = ''; before !== rest;)
    [before, rest] = [rest, rest.replace(/:where\([^()]*\)|(?<=:not|:is|:has)\([^()]*\)/g, '')];
  return rest.replace(/::[\w-]+/g, '').replace(/[\s,>+~]/g, '') === '';
}

function colourOf(name: string): Promise<string> {
  return page.evaluate((property) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = `var(--action-form-${property})`;
    return getComputedStyle(probe).color;
  }, name);
}

function numbersOf(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

/** Contrast ratio of two colours: WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = numbersOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

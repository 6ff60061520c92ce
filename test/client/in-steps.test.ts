import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Island, inputError, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, focused, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const names = Array.from({ length: 200 }, (_, at) => `line${at}`);
const fields = names
  .map(
    (name) => `<label for="${name}">${name}</label>
      <input id="${name}" name="${name}" data-action-control="${name}" aria-describedby="${name}-error">
      <p id="${name}-error" data-action-errors="${name}" hidden></p>`,
  )
  .join('');
const summaryBelow = '<div data-action-summary tabindex="-1" hidden><ul></ul></div>';
const issues = names.map((name) => ({ path: [name], message: `${name} is missing` }));

/** A form that is enhanced from code, and so loads the part by itself; its page notes what it shows after each task that changed it. */
async function open(more: Parameters<typeof orderForm>[0] = {}): Promise<Island> {
  const island = await studio.island();
  await island.open(orderForm({ fields, island: false, ...more }));
  await island.page.evaluate(() => {
    const { enhanceForm } = Reflect.get(window, 'client') as typeof import('../../src/client.js');
    enhanceForm(document.querySelector('form')!);
  });
  await island.page.waitForFunction(() => {
    const kit: object = Reflect.get(customElements.get('action-form')!, 'kit');
    return Reflect.has(kit, Symbol.for('astro-action-forms.in-steps'));
  });
  island.answer(inputError(...issues));
  await island.page.evaluate(() => {
    const seen: Shown[] = [];
    Reflect.set(window, 'shown', seen);
    const count = (selector: string) => document.querySelectorAll(selector).length;
    new MutationObserver(() => {
      seen.push({
        listed: count('[data-action-summary]:not([hidden]) li'),
        beside: count('[data-action-errors]:not([hidden])'),
        marked: count('[aria-invalid=true]'),
        focus: document.activeElement?.hasAttribute('data-action-summary') ?? false,
      });
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['hidden', 'aria-invalid'] });
  });
  return island;
}

interface Shown {
  readonly listed: number;
  readonly beside: number;
  readonly marked: number;
  readonly focus: boolean;
}

const shown = ({ page }: Island): Promise<Shown[]> => page.evaluate(() => Reflect.get(window, 'shown'));
const all = { listed: 200, beside: 200, marked: 200, focus: true };

describe('many errors', () => {
  test('are listed first, with the focus, and come beside their fields in several tasks', async () => {
    const island = await open();
    await submitted(island);
    const seen = (await shown(island)).filter(({ listed }) => listed > 0);
    expect(seen[0]).toEqual({ listed: 200, beside: 0, marked: 0, focus: true });
    expect(seen.at(-1)).toEqual(all);
    const written = seen.map(({ beside, marked }) => beside + marked);
    const most = Math.max(...written.slice(1).map((count, at) => count - written[at]!));
    expect(most).toBeLessThanOrEqual(200);
    expect(await island.page.textContent('#line7-error')).toBe('line7 is missing');
    expect(island.uncaught).toEqual([]);
  });

  test('are all there when the error is told', async () => {
    const island = await open();
    await island.page.evaluate(() => {
      addEventListener('actionform:error', () => {
        Reflect.set(window, 'told', document.querySelectorAll('[data-action-errors]:not([hidden])').length);
      });
    });
    await submitted(island);
    expect(await island.page.evaluate(() => Reflect.get(window, 'told'))).toBe(200);
  });

  test('that are fewer the next time leave nothing behind', async () => {
    const island = await open();
    await submitted(island);
    island.answer(inputError(...issues.slice(0, 100)));
    await submitted(island);
    expect((await shown(island)).at(-1)).toEqual({ listed: 100, beside: 100, marked: 100, focus: true });
    island.answer(inputError(issues[3]!));
    await submitted(island);
    expect((await shown(island)).at(-1)).toEqual({ listed: 1, beside: 1, marked: 1, focus: true });
  });

  test('are gone for good when the form is reset before all of them are there', async () => {
    const island = await open();
    await island.page.evaluate(() => {
      const form = document.querySelector('form')!;
      const observer = new MutationObserver(() => {
        if (document.querySelectorAll('[data-action-errors]:not([hidden])').length === 0) return;
        observer.disconnect();
        form.reset();
      });
      observer.observe(form, { subtree: true, attributeFilter: ['hidden'] });
    });
    await submitted(island);
    expect((await shown(island)).at(-1)).toEqual({ listed: 0, beside: 0, marked: 0, focus: false });
    expect(await island.page.title()).toBe('Checkout');
  });

  test('are shown again where a listener puts back a form that was taken off the page before all of them were there', async () => {
    const island = await open();
    await island.page.evaluate(() => {
      const form = document.querySelector('form')!;
      const observer = new MutationObserver(() => {
        if (document.querySelectorAll('[data-action-summary] li').length === 0) return;
        observer.disconnect();
        form.remove();
      });
      observer.observe(form, { subtree: true, childList: true });
      form.addEventListener('actionform:error', () => document.body.append(form));
    });
    await island.page.click('button');
    await eventually(async () => (await shown(island)).at(-1)).toEqual(all);
  });

  test('are shown at once where the summary is below the fields: it stays in view', async () => {
    const island = await open({ summary: false, button: `<button>Send</button>${summaryBelow}` });
    await submitted(island);
    const seen = (await shown(island)).filter(({ listed }) => listed > 0);
    expect(seen[0]).toEqual(all);
  });

  test('stand beside their fields at once where no summary lists them: the focus goes to the first of these', async () => {
    const island = await open({ summary: false });
    await submitted(island);
    const seen = (await shown(island)).filter(({ beside }) => beside > 0);
    expect(seen[0]).toMatchObject({ beside: 200, marked: 200 });
    expect(await focused(island)).toBe('line0');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Island, type Studio } from './support/island.js';
import {
  askedOf,
  byRules,
  checked,
  checks,
  liveForm,
  openLive,
  orderRules,
  watchFields,
  watching,
} from './support/live.js';
import { orderForm } from './support/order-form.js';
import { eventually, focused, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const rules = byRules(orderRules);
const open = (body: string, options?: { head: string }) => openLive(studio, body, options);

const email = '#order-email-error';
const note = '#order-note-error';

/** What the polite region has said, in order. */
async function hear({ page }: Island): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = target instanceof Element ? target : target.parentElement;
        if (region?.role === 'status' && region.textContent) heard.push(region.textContent.trim());
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'heard'));
}

describe('E17 nothing is taken from who is typing', () => {
  test('E17 focus, caret and scroll survive what is written around a field; its value is never touched', async () => {
    const island = await open(`<div style="height:1500px"></div>${liveForm()}<div style="height:2000px"></div>`);
    const { page } = island;
    await submitted(island, () => page.click('[type=submit]'));
    await page.fill('[name=note]', 'a long text');
    await page.locator('[name=note]').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 4));
    const state = () =>
      page.locator('[name=note]').evaluate((area: HTMLTextAreaElement) => ({
        value: area.value,
        selection: [area.selectionStart, area.selectionEnd],
        hasFocus: document.activeElement === area,
        top: Math.round(area.getBoundingClientRect().top),
      }));
    await eventually(() => said(island, note)).toMatchObject({ hidden: true });
    const before = await state();
    await checked(island, () =>
      page.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('[name=email]')!;
        input.value = 'ada@example.org';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
    await eventually(() => said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    expect(await state()).toEqual(before);
    expect(before).toMatchObject({ value: 'a long text', selection: [2, 4], hasFocus: true });
  });

  test('E17 a summary that somebody is in stays as it is until the focus has left it', async () => {
    const island = await open(liveForm());
    const { page } = island;
    await submitted(island, () => page.click('[type=submit]'));
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    island.answer(async (request) => {
      await gate;
      return rules(request);
    });
    await page.fill('[name=email]', 'ada@example.org');
    await eventually(() => checks(island).length).toBe(1);
    await page.focus('[data-action-summary] li:first-child a');
    release();
    await eventually(() => said(island, email)).toMatchObject({ hidden: true });
    expect(await page.locator('[data-action-summary] li').count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
  });
});

describe('E22 whatever fills a field in counts', () => {
  test('E22 a paste', async () => {
    const island = await open(liveForm());
    const { page } = island;
    await page.focus('[name=email]');
    // What a paste comes to: one event of the browser's own.
    await page.keyboard.insertText('pasted');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, email)).toMatchObject({ text: 'Enter an email address' });
  });

  test.each(['input', 'change'])(
    'E22 autofill and password managers: %s at fields that never had the focus',
    async (type) => {
      const island = await open(liveForm());
      const { page } = island;
      await checked(island, () =>
        page.evaluate((name) => {
          for (const selector of ['[name=email]', '[name=note]']) {
            const field = document.querySelector<HTMLInputElement>(selector)!;
            field.value = 'x';
            field.dispatchEvent(new Event(name, { bubbles: true }));
          }
        }, type),
      );
      expect(checks(island)).toEqual([['email', 'note']]);
      expect(await said(island, note)).toMatchObject({ text: 'Too short' });
    },
  );

  test('E22 a composition is checked when it ends, not while it goes on', async () => {
    const island = await open(liveForm({ attributes: '' }));
    const { page } = island;
    await submitted(island, () => page.click('[type=submit]'));
    // What was edited within 100 ms of the failure is asked about then, and nothing has been: timers keep their order.
    await page.evaluate(() => new Promise((done) => setTimeout(() => setTimeout(done), 110)));
    await page.focus('[name=note]');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    await page.waitForTimeout(500);
    expect(checks(island)).toEqual([]);
    await checked(island, () => session.send('Input.insertText', { text: '日本語' }));
    expect(checks(island)).toEqual([['note']]);
    expect(await said(island, note)).toMatchObject({ hidden: true });
  });

  test('E22 a control outside of the form, and one in a custom element', async () => {
    const head = `<script>
      customElements.define('x-text', class extends HTMLElement {
        static formAssociated = true;
        #internals = this.attachInternals();
        constructor() {
          super();
          this.attachShadow({ mode: 'open', delegatesFocus: true }).innerHTML = '<input>';
          const input = this.shadowRoot.querySelector('input');
          input.addEventListener('input', () => this.#internals.setFormValue(input.value));
        }
      });
    </script>`;
    const fields = '<x-text name="far"></x-text><p data-action-errors="far" hidden></p>';
    const island = await open(
      `${liveForm({ fields })}<input name="out" form="order"><p data-action-errors="out" hidden></p>`,
      { head },
    );
    const { page } = island;
    island.answer(byRules({ far: (value) => value && 'Not this', out: (value) => value && 'Nor that' }));
    await page.locator('x-text input').pressSequentially('a');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, '[data-action-errors=far]')).toMatchObject({ text: 'Not this' });
    expect(await page.locator('x-text').getAttribute('aria-invalid')).toBe('true');
    await page.fill('[name=out]', 'b');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, '[data-action-errors=out]')).toMatchObject({ text: 'Nor that' });
  });

  test('E22 fields named like members of a form', async () => {
    const names = ['elements', 'matches', 'closest', 'addEventListener', 'ariaBusy', 'action'];
    const fields = names.map((name) => `<input name="${name}"><p data-action-errors="${name}" hidden></p>`).join('');
    const island = await open(liveForm({ fields }));
    const { page } = island;
    island.answer(byRules({ elements: (value) => value && 'Not this' }));
    await page.fill('[name=elements]', 'x');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, '[data-action-errors=elements]')).toMatchObject({ text: 'Not this' });
    expect(island.uncaught).toEqual([]);
  });

  test.each([
    ['opted out', liveForm({ attributes: 'data-action-native' })],
    ['of no action', '<form data-action-validate="blur"><input name="email"><input name="note"></form>'],
    ['that the island does not have', liveForm({ island: false })],
  ])('E22 a form %s is left alone', async (_, body) => {
    const island = await open(`${body}${liveForm({ id: 'other' })}`);
    const { page } = island;
    await page.locator('[name=email]').first().fill('abc');
    await page.keyboard.press('Tab');
    await page.fill('#other [name=note]', 'x');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(checks(island)).toEqual([['note']]);
  });

  test('E22 enhanceForm: by option, and not after it was undone', async () => {
    const island = await studio.island();
    const { page } = island;
    island.answer(rules);
    await island.open(orderForm({ island: false }));
    await page.evaluate(() => {
      const client = Reflect.get(window, 'client') as typeof import('../../src/client.js');
      Object.assign(window, { stop: client.enhanceForm(document.forms[0]!, { validate: 'blur' }) });
    });
    await watching(island);
    await page.fill('[name=email]', 'abc');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, email)).toMatchObject({ text: 'Enter an email address' });
    await page.evaluate(() => Reflect.get(window, 'stop')());
    await page.fill('[name=email]', 'a@b');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(500);
    expect(checks(island)).toEqual([['email']]);
  });
});

describe('E27 errors that the server has rendered', () => {
  const failed = () =>
    orderForm({ emailError: 'Enter an email address', email: 'abc' }).replace('<title>', '<title>Error: ');

  test('E27 are taken over: nothing is written or said until a field is edited; then its error goes, with the rest', async () => {
    const island = await studio.island();
    const { page } = island;
    island.answer(rules);
    await island.open(failed());
    await page.evaluate(() => {
      document.title = 'Error: Checkout';
      const changes: string[] = [];
      Object.assign(window, { changes });
      new MutationObserver((seen) => changes.push(...seen.map(({ type }) => type))).observe(document, {
        attributes: true,
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
    await watchFields(island);
    await page.focus('[name=note]');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => Reflect.get(window, 'changes'))).toEqual([]);
    expect(island.calls).toHaveLength(0);
    await checked(island, () => page.fill('[name=email]', 'ada@example.org'));
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    expect(await page.title()).toBe('Checkout');
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
  });
});

describe('A3, A8 what assistive technology has of it', () => {
  test('A3 aria-invalid is on fields that failed, and on none that were not left', async () => {
    const island = await open(liveForm());
    const { page } = island;
    await page.fill('[name=email]', 'abc');
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await page.locator('[aria-invalid]').evaluateAll((all) => all.map(({ id }) => id))).toEqual(['order-email']);
    await checked(island, () => page.fill('[name=email]', 'a@b'));
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
  });

  test('A8 an error that appears is said once, politely; that it is still there, or gone, is not', async () => {
    const island = await open(liveForm());
    const { page } = island;
    const heard = await hear(island);
    await page.fill('[name=email]', 'abc');
    await checked(island, () => page.keyboard.press('Tab'));
    await eventually(heard).toEqual(['Enter an email address']);
    await checked(island, () => page.fill('[name=email]', 'abcd'));
    await checked(island, () => page.fill('[name=email]', 'a@b'));
    await page.waitForTimeout(200);
    expect(await heard()).toEqual(['Enter an email address']);
    expect(await focused(island)).toBe('order-email');
  });

  test('A8 errors that appear together are said together', async () => {
    const island = await open(liveForm());
    const heard = await hear(island);
    await checked(island, () =>
      island.page.evaluate(() => {
        for (const field of document.querySelectorAll('[name=email],[name=note]'))
          field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
    await eventually(heard).toEqual(['Enter an email address\nToo short']);
  });

  test('A8 in an open dialog it is said inside of it', async () => {
    const island = await open(`<dialog>${liveForm()}</dialog>`);
    const { page } = island;
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await page.fill('[name=email]', 'abc');
    await checked(island, () => page.keyboard.press('Tab'));
    await eventually(() => page.locator('dialog > [role=status]').textContent()).toContain('Enter an email address');
  });

  test('A8 what a submit shows is said by the focus alone', async () => {
    const island = await open(liveForm());
    const heard = await hear(island);
    await submitted(island, () => island.page.click('[type=submit]'));
    await island.page.waitForTimeout(200);
    expect(await heard()).toEqual([]);
    expect(await focused(island)).toBe('data-action-summary');
    expect(island.calls.map(askedOf)).toEqual([undefined]);
  });
});

test('E16 what was asked of a row is not shown at another one that has its number by then', async () => {
  const row = (index: number) =>
    `<div data-action-row="items[${index}]"><input name="items[${index}].sku" value="${index === 2 ? 'good' : ''}" data-action-control="items[${index}].sku">
      <p data-action-errors="items[${index}].sku" hidden></p>
      <div><button name="_action_intent" value='["remove","items",${index}]' formnovalidate data-action-native>Remove ${index}</button></div></div>`;
  const fields = `<fieldset id="order-items" data-action-list="items" data-action-control="items"><legend>Items</legend>
    ${[0, 1, 2].map(row).join('')}<template data-action-row-template="Item">${row(999999999)}</template></fieldset>`;
  const island = await open(liveForm({ fields }));
  const { page } = island;
  const releases: (() => void)[] = [];
  island.answer(async (request) => {
    const reply = byRules({ 'items[1].sku': (value) => (value === 'bad' ? 'Not that one' : undefined) })(request);
    await new Promise<void>((resolve) => releases.push(resolve));
    return reply;
  });
  await page.fill('[name="items[1].sku"]', 'bad');
  await page.keyboard.press('Tab');
  await eventually(() => releases.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Remove 0' }).click();
  expect(await page.inputValue('[name="items[1].sku"]')).toBe('good');
  for (const release of releases) release();
  await page.waitForTimeout(500);
  for (const release of releases) release();
  expect(await page.locator('[data-action-errors="items[1].sku"]').textContent()).toBe('');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Studio } from './support/island.js';
import { byRules, checked, checks, liveForm, openLive, rules, watching } from './support/live.js';
import { orderForm } from './support/order-form.js';
import { said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const open = (body: string, options?: { head: string }) => openLive(studio, body, options);

const email = '#order-email-error';
const note = '#order-note-error';

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

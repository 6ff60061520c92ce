import { silenceMessages } from '../../src/shared/silence-messages.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { held, inputError, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

describe('E11 pending', () => {
  test('E11 the form is busy and the button disabled in name only; its label changes after 300 ms, and all is restored', async () => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held();
    island.answer(responder);
    await page.clock.install({ time: 0 });
    await island.open(orderForm());
    await page.clock.pauseAt(600_000);
    const bold = await page.$('b');
    const read = () =>
      page
        .locator('form')
        .evaluate((form) => [
          form.getAttribute('aria-busy'),
          form.querySelector('button')?.getAttribute('aria-disabled'),
          form.querySelector('button')?.disabled,
          form.querySelector('button')?.textContent,
          document.activeElement?.tagName,
        ]);
    await submitted(island, async () => {
      await page.focus('button');
      await page.keyboard.press('Enter');
      await page.clock.runFor(1);
      expect(await read()).toEqual(['true', 'true', false, 'Place order', 'BUTTON']);
      await page.clock.runFor(298);
      expect(await read()).toEqual(['true', 'true', false, 'Place order', 'BUTTON']);
      await page.clock.runFor(2);
      expect(await read()).toEqual(['true', 'true', false, 'Placing…', 'BUTTON']);
      release();
    });
    await page.clock.runFor(1);
    expect(await page.innerHTML('button')).toBe('Place <b>order</b>');
    // What the button held is put back, and not made anew.
    expect(await page.locator('b').evaluate((element, before) => element === before, bold)).toBe(true);
    expect(await page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
  });

  test('E11 the form is busy at once and is not sent twice, the button follows when the task of the click is done', async () => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held();
    island.answer(responder);
    await island.open(orderForm());
    await submitted(island, async () => {
      const marks = await page.locator('form').evaluate(async (form: HTMLFormElement) => {
        const button = form.querySelector('button')!;
        const read = () => [form.ariaBusy, button.ariaDisabled];
        for (let times = 0; times < 2; times += 1) form.requestSubmit(button);
        const atOnce = read();
        await new Promise((then) => setTimeout(then));
        return [atOnce, read()];
      });
      expect(marks).toEqual([
        ['true', null],
        ['true', 'true'],
      ]);
      release();
    });
    await eventually(() => page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
    expect(island.calls).toHaveLength(1);
  });

  test('E11 a button whose submission is called off before it was marked stays as it is', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    const marks = await page.locator('form').evaluate(async (form: HTMLFormElement) => {
      const button = form.querySelector('button')!;
      form.requestSubmit(button);
      form.dispatchEvent(new CustomEvent('actionform:abort'));
      await new Promise((then) => setTimeout(then));
      return [form.ariaBusy, button.ariaDisabled];
    });
    expect(marks).toEqual([null, null]);
  });

  test('E11 an answer within 300 ms leaves the label alone', async () => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held(inputError({ path: ['email'], message: 'No' }));
    island.answer(responder);
    await page.clock.install({ time: 0 });
    await island.open(orderForm());
    await page.clock.pauseAt(600_000);
    await page.evaluate(() => {
      const labels: string[] = [];
      Object.assign(window, { labels });
      new MutationObserver(() => labels.push(document.querySelector('button')?.textContent ?? '')).observe(
        document.querySelector('button')!,
        { childList: true, subtree: true },
      );
    });
    await submitted(island, async () => {
      await page.click('button');
      await page.clock.runFor(299);
      release();
    });
    await page.clock.runFor(1000);
    expect(await page.evaluate(() => (window as unknown as { labels: string[] }).labels)).toEqual([]); // why: set above
  });

  test('E11 an input has its label in its value, and what is sent is the old one', async () => {
    const island = await studio.island();
    const { responder, release } = held();
    island.answer(responder);
    await island.open(
      orderForm({ button: '<input type="submit" name="do" value="Save" data-action-pending="Saving…">' }),
    );
    await submitted(island, async () => {
      await island.page.click('[type=submit]');
      await eventually(() => island.page.inputValue('[type=submit]')).toBe('Saving…');
      release();
    });
    await eventually(() => island.page.inputValue('[type=submit]')).toBe('Save');
    expect(new URLSearchParams(island.calls[0]?.body).get('do')).toBe('Save');
  });

  test('E11 Enter presses a button out of sight: the one in its place is disabled in name, and has the pending label', async () => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held();
    island.answer(responder);
    const shown = '<button type="submit" id="shown" data-action-pending="Placing…">Place order</button>';
    const other = '<button type="submit" id="other" data-action-pending="Saving…">Save as draft</button>';
    await island.open(
      orderForm({
        fields: '<span hidden data-action-default><button type="submit" name="do" value="place"></button></span>',
        button: shown + other,
      }),
    );
    await submitted(island, async () => {
      await page.focus('[name=email]');
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('[aria-disabled]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
        'shown',
      ]);
      await eventually(() => page.textContent('#shown')).toBe('Placing…');
      expect(await page.textContent('#other')).toBe('Save as draft');
      release();
    });
    await eventually(() => page.textContent('#shown')).toBe('Place order');
    expect(await page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
    expect(new URLSearchParams(island.calls[0]?.body).get('do')).toBe('place');
  });

  test('E11 a page that comes back from the browser’s cache is not busy', async () => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held();
    island.answer(responder);
    await island.open(orderForm());
    await page.click('button');
    await eventually(() => page.textContent('button')).toBe('Placing…');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await eventually(() => page.textContent('button')).toBe('Place order');
    expect(await page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
    release();
    island.answer({ status: 204 });
    await submitted(island);
    expect((await island.eventTypes()).filter((type) => type === 'error')).toEqual([]);
  });

  test('E11 the form stays busy while the browser goes where the action leads, and is not when it comes back', async () => {
    const island = await studio.island();
    const { page } = island;
    island.answer({ status: 204, headers: { 'X-Action-Location': '/thanks' } });
    await island.open(orderForm());
    await page.click('button');
    await page.waitForURL('**/thanks');
    await page.goBack();
    await page.waitForFunction(() => customElements.get('action-form') !== undefined);
    expect(await page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
    expect(island.calls).toHaveLength(1);
  });

  test.each(['reset', 'actionform:abort'])(
    'E11 a form whose action leads to a download is ready after %s',
    async (type) => {
      const island = await studio.island();
      const { page } = island;
      island.answer({ status: 204, headers: { 'X-Action-Location': '/file' } });
      await page.route('**/file', (route) => route.fulfill({ status: 204 }));
      await island.open(orderForm());
      await submitted(island);
      expect(await page.locator('form[aria-busy]').count()).toBe(1);
      await page.evaluate((name) => document.forms[0]?.dispatchEvent(new CustomEvent(name)), type);
      expect(await page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
      await submitted(island);
      expect(island.calls).toHaveLength(2);
    },
  );
});

describe('E19 called off from code', () => {
  test.each([
    ['without a reason: nothing is said', undefined, ['submit', 'end'], []],
    ['as a timeout: a message', 'timeout', ['submit', 'error', 'end'], [silenceMessages.timeout]],
  ] as const)('E19 %s', async (_, detail, types, said) => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held(inputError({ path: ['email'], message: 'No' }));
    island.answer(responder);
    await island.open(orderForm());
    await submitted(island, async () => {
      await page.click('button');
      await page.evaluate((reason) => {
        document.forms[0]?.dispatchEvent(new CustomEvent('actionform:abort', { detail: reason }));
      }, detail);
      release();
    });
    expect(await page.locator('[aria-busy], [aria-disabled], [aria-invalid]').count()).toBe(0);
    expect(await island.eventTypes()).toEqual(types);
    expect(await page.locator('[data-action-summary] li').allTextContents()).toEqual(said);
    expect(island.uncaught).toEqual([]);
  });
});

describe('E21 native reset', () => {
  test('E21 errors, summary, status and title are cleared', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm({ button: '<button>Go</button><button type="reset">Reset</button>' }));
    island.answer(inputError({ path: ['email'], message: 'No' }));
    await page.fill('[name=note]', 'x');
    await submitted(island, () => page.click('button >> nth=0'));
    await page.click('[type=reset]');
    expect(await said(island, '#order-email-error')).toEqual({ text: '', hidden: true });
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    expect(await page.title()).toBe('Checkout');
    expect(await page.inputValue('[name=note]')).toBe('');
  });

  test('E21 in flight: not busy any more, and the answer is not looked at', async () => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held(inputError({ path: ['email'], message: 'No' }));
    island.answer(responder);
    await island.open(orderForm({ button: '<button>Go</button><button type="reset">Reset</button>' }));
    await submitted(island, async () => {
      await page.click('button >> nth=0');
      await page.click('[type=reset]');
      release();
    });
    expect(await page.locator('[aria-busy], [aria-disabled], [aria-invalid]').count()).toBe(0);
    expect(await island.eventTypes()).toEqual(['submit', 'end']);
    expect(island.uncaught).toEqual([]);
  });

  test('E21 a reset that was prevented changes nothing', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm({ button: '<button>Go</button><button type="reset">Reset</button>' }));
    await page.evaluate(() => document.forms[0]?.addEventListener('reset', (event) => event.preventDefault()));
    island.answer(inputError({ path: ['email'], message: 'No' }));
    await submitted(island, () => page.click('button >> nth=0'));
    await page.click('[type=reset]');
    expect(await said(island, '#order-email-error')).toEqual({ text: 'No', hidden: false });
  });
});

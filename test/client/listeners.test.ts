import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldErrors } from '../../src/client/field-errors.js';
import { held, inputError, startStudio, success, type Island, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

/** Runs `code` in the page with `client`, `actions` and `log`; what it logs is read by `logged`. */
async function listen(island: Island, code: string): Promise<void> {
  await island.page.evaluate((text) => {
    const action = (name: string) => Object.assign(() => {}, { toString: () => `?_action=${name}`, orThrow: () => {} });
    Object.assign(window, {
      logs: [] as unknown[],
      log: (entry: unknown) => (window as unknown as { logs: unknown[] }).logs.push(entry),
    }); // why: set here
    Object.assign(window, { actions: { order: action('order'), refund: action('refund') } });
    new Function('client', 'actions', 'log', text)(
      ...['client', 'actions', 'log'].map((name) => Reflect.get(window, name)),
    );
  }, code);
}

function logged(island: Island): Promise<unknown[]> {
  return island.page.evaluate(() => (window as unknown as { logs: unknown[] }).logs); // why: set by listen()
}

describe('onActionResult', () => {
  test.each(['document', "'#order'", "document.querySelector('#order')"])(
    'hears of data and of errors at %s',
    async (target) => {
      const island = await studio.island();
      await island.open(
        orderForm() + orderForm({ id: 'other' }).replace('data-action-form="order"', 'data-action-form="refund"'),
      );
      await listen(
        island,
        `client.onActionResult(${target}, actions.order, ({ data, error, message, action, form }) => log([data, error?.code, message, action, form.id]))`,
      );
      island.answer(success({ id: 7 }, { 'X-Action-Message': 'Thanks' }));
      await submitted(island, () => island.page.click('#order button'));
      await submitted(island, () => island.page.click('#other button'));
      island.answer(inputError({ path: ['email'], message: 'No' }));
      await submitted(island, () => island.page.click('#order button'));
      expect(await logged(island)).toEqual([
        [{ id: 7 }, undefined, 'Thanks', 'order', 'order'],
        [undefined, 'BAD_REQUEST', undefined, 'order', 'order'],
      ]);
    },
  );

  test('a selector also finds forms that come later; stopped, it hears nothing', async () => {
    const island = await studio.island();
    await island.open('<main></main>');
    await listen(island, `window.stop = client.onActionResult('#order', actions.order, ({ form }) => log(form.id))`);
    await island.page.evaluate((markup) => {
      document.querySelector('main')!.innerHTML = markup;
    }, orderForm());
    await submitted(island);
    expect(await logged(island)).toEqual(['order']);
    await island.page.evaluate(() => window.stop());
    await submitted(island);
    expect(await logged(island)).toEqual(['order']);
  });
});

describe('onActionSubmit', () => {
  const code = (target = 'document') =>
    `client.onActionSubmit(${target}, ({ formData }) => { log('do ' + formData.get('note')); return () => log('undo'); })`;

  test('is called before anything is sent; what it gives only when the submission fails', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await listen(island, code());
    await submitted(island);
    expect(await logged(island)).toEqual(['do ']);
    island.answer({ status: 500 });
    await submitted(island);
    expect(await logged(island)).toEqual(['do ', 'do ', 'undo']);
    island.answer({ status: 204 });
    await submitted(island);
    expect(await logged(island)).toEqual(['do ', 'do ', 'undo', 'do ']);
  });

  test('is taken back when the form is removed in flight', async () => {
    const island = await studio.island();
    const { responder, release } = held();
    island.answer(responder);
    await island.open(orderForm());
    await listen(island, code());
    await island.page.click('button');
    await island.page.evaluate(() => document.querySelector('action-form')?.remove());
    release();
    await eventually(() => logged(island)).toEqual(['do ', 'undo']);
  });

  test('is taken back when somebody prevents the submission after it, and not called when somebody did before', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await listen(
      island,
      `${code("'#order'")}; document.addEventListener('actionform:submit', (event) => event.preventDefault())`,
    );
    await island.page.click('button');
    await eventually(() => logged(island)).toEqual(['do ', 'undo']);
    await island.open(orderForm());
    await listen(
      island,
      `document.forms[0].addEventListener('actionform:submit', (event) => event.preventDefault()); ${code()}`,
    );
    await island.page.click('button');
    await island.page.waitForTimeout(100);
    expect(await logged(island)).toEqual([]);
  });

  test('with an action it hears of that one alone', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await listen(
      island,
      `client.onActionSubmit(document, actions.order, () => log('order')); client.onActionSubmit(document, actions.refund, () => log('refund'))`,
    );
    await submitted(island);
    expect(await logged(island)).toEqual(['order']);
  });
});

describe('fieldErrors', () => {
  const error = {
    type: 'AstroActionInputError',
    code: 'BAD_REQUEST',
    status: 400,
    message: '',
    issues: [
      { path: ['items', 0, 'sku'], message: 'Sold out', code: 'custom' },
      { path: ['items', 0, 'sku'], message: 'Unknown', code: 'custom' },
      { path: [], message: 'Not today', code: 'custom' },
      { path: ['__proto__'], message: 'No', code: 'custom' },
    ],
  } as const;

  test('gives messages by full path', () => {
    const errors = fieldErrors<{ items: { sku: string }[] }>(error);
    expect(errors['items[0].sku']).toEqual(['Sold out', 'Unknown']);
    expect(errors['']).toEqual(['Not today']);
  });

  test('a path is only a name, also one that objects inherit', () => {
    const errors = fieldErrors(error);
    expect(Object.keys(errors)).toEqual(['items[0].sku', '', '__proto__']);
    expect('constructor' in errors).toBe(false);
  });

  test('without an error, or without issues, there is nothing', () => {
    expect(Object.keys(fieldErrors(undefined))).toEqual([]);
    expect(Object.keys(fieldErrors(new Error('x')))).toEqual([]);
  });
});

declare global {
  interface Window {
    stop(): void;
  }
}

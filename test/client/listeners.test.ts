import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldErrors } from '../../src/client/field-errors.js';
import { actionError, held, inputError, startStudio, success, type Island, type Studio } from './support/island.js';
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

  const endOf = "document.forms[0].addEventListener('actionform:end', () => log('end'))";

  test.each([
    ['fails: it is taken back', actionError(409, 'CONFLICT', 'No'), ['do ', 'undo']],
    ['succeeds: it stays', { status: 204 }, ['do ']],
  ])('a form that is removed in flight %s', async (_, reply, lines) => {
    const island = await studio.island();
    const { responder, release } = held(reply);
    island.answer(responder);
    await island.open(orderForm());
    await listen(island, `${code()}; ${endOf}`);
    await island.page.click('button');
    await island.page.evaluate(() => document.querySelector('action-form')?.remove());
    release();
    await eventually(() => logged(island)).toEqual([...lines, 'end']);
  });

  /** A row that goes before it is known whether it may. */
  const rowOf = (count: number) =>
    `<ul><li>${orderForm({ attributes: 'data-action-refresh="#count"' })}</li></ul><p id="count">${count}</p>`;
  const dropRow = `client.onActionSubmit(document, ({ form }) => {
    const row = form.closest('li');
    const list = row.parentElement;
    row.remove();
    return () => list.append(row);
  })`;

  test('a row that its handler removes with its form stays away after a success, and what the form refreshes is fresh', async () => {
    const island = await studio.island();
    let count = 1;
    await island.open(() => rowOf(count));
    await listen(island, dropRow);
    island.answer(() => {
      count = 0;
      return { status: 204 };
    });
    await island.page.click('button');
    await eventually(() => island.page.textContent('#count')).toBe('0');
    expect(await island.page.locator('li').count()).toBe(0);
    expect(island.uncaught).toEqual([]);
  });

  test('a row that its handler removes with its form is back after a failure, and says why', async () => {
    const island = await studio.island();
    await island.open(rowOf(1));
    await listen(island, dropRow);
    island.answer(actionError(409, 'CONFLICT', 'Somebody else has it'));
    await island.page.click('button');
    await eventually(() => island.page.locator('[data-action-summary] li').allTextContents()).toEqual([
      'Somebody else has it',
    ]);
    expect(await island.page.title()).toBe('Error: Checkout');
    expect(await island.page.evaluate(() => document.activeElement?.hasAttribute('data-action-summary'))).toBe(true);
  });

  test('a row that is removed asks for nothing of a page that came after its own', async () => {
    const island = await studio.island();
    const { responder, release } = held();
    island.answer(responder);
    await island.open(rowOf(1));
    await listen(island, endOf);
    await island.page.click('button');
    await eventually(() => island.calls.length).toBe(1);
    await island.page.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = '<p id="count">other</p>';
      document.body.replaceWith(body);
    });
    release();
    await eventually(() => logged(island)).toEqual(['end']);
    expect(island.visits).toEqual([]);
  });

  test('is not taken back by the end of an earlier submission, which was called off in the moment of this one', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await listen(island, code());
    const [first, second] = [held(), held(actionError(409, 'CONFLICT', 'No'))];
    island.answer(first.responder);
    await island.page.click('button');
    await eventually(() => island.calls.length).toBe(1);
    island.answer(second.responder);
    await island.page.evaluate(() => {
      const [form] = document.forms;
      form?.dispatchEvent(new CustomEvent('actionform:abort'));
      form?.requestSubmit();
    });
    await eventually(() => island.eventTypes()).toEqual(['submit', 'submit', 'end']);
    expect(await logged(island), 'one of the two').toEqual(['do ', 'do ', 'undo']);
    second.release();
    await eventually(() => logged(island)).toEqual(['do ', 'do ', 'undo', 'undo']);
    first.release();
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

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { held, inputError, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

describe('E5 the submitter', () => {
  const elsewhere = [
    ['another action', '?_action=refund', '/_actions/refund'],
    ['another action among other parameters', '?page=3&amp;_action=blog.like&amp;x=1', '/_actions/blog.like'],
    ['another action at a path', '/other?_action=refund', '/_actions/refund'],
    ['the same action', '?page=9&amp;_action=order', '/_actions/order'],
  ] as const;

  test.each(elsewhere)('E5 formaction naming %s posts to that action', async (_, formaction, url) => {
    const island = await studio.island();
    await island.open(orderForm({ button: `<button formaction="${formaction}">Go</button>` }));
    await submitted(island, () => island.page.click('button'));
    expect(island.calls.map((call) => call.url)).toEqual([url]);
    expect((await island.events())[0]?.detail.action).toBe(url.replace('/_actions/', ''));
  });

  test('E5 keeps the trailing slash and the base of the endpoint', async () => {
    const island = await studio.island();
    const markup = orderForm({ button: '<button formaction="?_action=refund">Go</button>' });
    await island.open(markup.replace('"/_actions/order"', '"/shop/_actions/order/"'));
    await submitted(island, () => island.page.click('button'));
    expect(island.calls[0]?.url).toBe('/shop/_actions/refund/');
  });

  const native = [
    ['a blank formaction, which is the page itself', '<button formaction="">Go</button>', 'POST', '/'],
    ['a formaction that names no action', '<button formaction="/search">Go</button>', 'POST', '/search'],
    ['formmethod=get', '<button formmethod="get">Go</button>', 'GET', '/'],
    ['formmethod that is none, which is get', '<button formmethod="put">Go</button>', 'GET', '/'],
    ['formenctype=text/plain', '<button formenctype="text/plain">Go</button>', 'POST', '/'],
    ['data-action-native on the submitter', '<button data-action-native>Go</button>', 'POST', '/'],
  ] as const;

  test.each(native)('E5 %s stays native', async (_, button, method, path) => {
    const island = await studio.island();
    await island.open(orderForm({ button }));
    await island.page.click('button');
    await eventually(() => island.visits.length).toBe(1);
    expect(island.visits[0]?.method).toBe(method);
    expect(new URL(island.visits[0]?.url ?? '', island.origin).pathname).toBe(path);
    expect(island.calls).toEqual([]);
  });

  test('E5 formenctype and formtarget of the submitter win over the form', async () => {
    const island = await studio.island();
    const button = '<button formenctype="multipart/form-data" formtarget="_self">Go</button>';
    await island.open(orderForm({ fields: '<input type="file" name="doc">', attributes: 'target="_blank"', button }));
    await island.page.setInputFiles('input[type=file]', {
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('a'),
    });
    await submitted(island, () => island.page.click('button'));
    expect(island.calls[0]?.headers['content-type']).toMatch(/^multipart/);
  });

  test('E5 method=dialog closes the dialog and sends nothing', async () => {
    const island = await studio.island();
    await island.open(
      `<dialog open>${orderForm({ button: '<button formmethod="dialog" value="bye">Close</button>' })}</dialog>`,
    );
    await island.page.click('button');
    await eventually(() => island.page.evaluate(() => document.querySelector('dialog')?.returnValue)).toBe('bye');
    expect([...island.calls, ...island.visits]).toEqual([]);
  });
});

test.each([
  'action',
  'method',
  'id',
  'submit',
  'reset',
  'elements',
  'target',
  'enctype',
  'getAttribute',
  'querySelector',
  'name',
])('E6 a field named %s changes nothing', async (name) => {
  const island = await studio.island();
  const { page } = island;
  const click = () => page.evaluate(() => document.querySelector('button')?.click());
  await island.open(orderForm({ fields: `<input name="${name}" value="x">` }));
  island.answer(inputError({ path: [name], message: 'No' }));
  await submitted(island, click);
  await submitted(island, click);
  expect(await page.evaluate((at) => document.querySelector(`[name="${at}"]`)?.ariaInvalid, name)).toBe('true');
  island.answer({ status: 204 });
  const value = (text?: string) =>
    page.evaluate(
      ([at, typed]) => {
        const input = document.querySelector<HTMLInputElement>(`[name="${at}"]`)!;
        if (typed !== undefined) input.value = typed;
        return [input.value, input.ariaInvalid];
      },
      [name, text] as const,
    );
  await value('typed');
  await submitted(island, click);
  expect(await value()).toEqual(['x', null]);
  expect(island.uncaught).toEqual([]);
  expect(island.calls).toHaveLength(3);
});

describe('E7 stays native', () => {
  const forms = [
    ['an external action', orderForm().replace('?page=2&amp;_action=order', 'http://localhost:1/x')],
    ['target', orderForm({ attributes: 'target="_blank"' })],
    ['GET', orderForm().replace('method="post"', 'method="get"')],
    ['data-action-native on the form', orderForm({ attributes: 'data-action-native' })],
    ['a form that is no action’s', '<action-form><form method="post"><button>Go</button></form></action-form>'],
  ] as const;

  test.each(forms)('E7 %s', async (_, markup) => {
    const island = await studio.island();
    await island.open(markup);
    const prevented = await island.page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('submit', (event) => {
            resolve(event.defaultPrevented);
            event.preventDefault();
          });
          document.querySelector('button')?.click();
        }),
    );
    expect(prevented).toBe(false);
    expect(island.calls).toEqual([]);
  });

  test.each(['Control', 'Shift', 'Alt', 'Meta'] as const)(
    'E7 a click with %s; the next one without is enhanced again',
    async (key) => {
      const island = await studio.island();
      await island.open(orderForm());
      await island.page.evaluate(() => addEventListener('submit', (event) => event.preventDefault()));
      await island.page.click('button', { modifiers: [key] });
      expect(await island.eventTypes()).toEqual([]);
      await submitted(island, () => island.page.click('button'));
      expect(island.calls).toHaveLength(1);
    },
  );

  test.each(['_self', '_SELF', ''])('E7 target="%s" is this page, and enhanced', async (target) => {
    const island = await studio.island();
    await island.open(orderForm({ attributes: `target="${target}"` }));
    await submitted(island, () => island.page.click('button'));
    expect(island.calls).toHaveLength(1);
  });
});

describe('E8 prevented', () => {
  test.each(['form', 'action-form'])('E8 a submit that a listener on %s prevented sends nothing', async (selector) => {
    const island = await studio.island();
    await island.open(orderForm());
    await island.page.evaluate((at) => {
      document.querySelector(at)?.addEventListener('submit', (event) => event.preventDefault(), { capture: true });
    }, selector);
    await island.page.click('button');
    await island.page.waitForTimeout(100);
    expect([...island.calls, ...island.visits, ...(await island.eventTypes())]).toEqual([]);
  });

  test('E8 preventing actionform:submit sends nothing, and the form can be sent later', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await island.page.evaluate(() =>
      document.addEventListener('actionform:submit', (event) => event.preventDefault(), { once: true }),
    );
    await island.page.click('button');
    await island.page.waitForTimeout(100);
    expect([...island.calls, ...island.visits]).toEqual([]);
    expect(await island.eventTypes()).toEqual(['submit']);
    expect(await island.page.locator('form').getAttribute('aria-busy')).toBe(null);
    await submitted(island, () => island.page.click('button'));
    expect(island.calls).toHaveLength(1);
  });

  test('E8 a listener may change what is sent', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await island.page.evaluate(() => {
      document.addEventListener('actionform:submit', ({ detail }) => detail.formData.set('note', 'changed'));
    });
    await submitted(island, () => island.page.click('button'));
    expect(new URLSearchParams(island.calls[0]?.body).get('note')).toBe('changed');
  });
});

describe('E9 how it starts', () => {
  test('E9 requestSubmit() with and without a submitter', async () => {
    const island = await studio.island();
    await island.open(orderForm({ button: '<button name="do" value="save">Save</button>' }));
    await submitted(island, () => island.page.evaluate(() => document.forms[0]?.requestSubmit()));
    await submitted(island, () =>
      island.page.evaluate(() => document.forms[0]?.requestSubmit(document.querySelector('button'))),
    );
    expect(island.calls.map(({ body }) => new URLSearchParams(body).get('do'))).toEqual([null, 'save']);
  });

  test.each([
    ['with a button', '<button name="do" value="save">Save</button>', 'save'],
    ['without one', '', null],
  ])('E9 Enter %s', async (_, button, value) => {
    const island = await studio.island();
    const markup = orderForm({ button, fields: '' }).replace(/<textarea.*<\/textarea>/, '');
    await island.open(markup);
    await submitted(island, () => island.page.press('[name=email]', 'Enter'));
    expect(new URLSearchParams(island.calls[0]?.body).get('do')).toBe(value);
  });

  test('E9 a natively invalid form is not sent, with formnovalidate it is', async () => {
    const island = await studio.island();
    const button = '<button id="a">Save</button><button id="b" formnovalidate>Draft</button>';
    await island.open(orderForm({ button, email: 'no' }).replace('novalidate', ''));
    await island.page.click('#a');
    await island.page.waitForTimeout(100);
    expect(island.calls).toEqual([]);
    await submitted(island, () => island.page.click('#b'));
    expect(island.calls).toHaveLength(1);
  });
});

test('E10 a second submit while one is in flight is blocked, and nothing is navigated', async () => {
  const island = await studio.island();
  const { responder, release } = held();
  island.answer(responder);
  await island.open(orderForm());
  await submitted(island, async () => {
    await island.page.click('button');
    await island.page.click('button', { force: true });
    await island.page.press('[name=email]', 'Enter');
    await island.page.evaluate(() => document.forms[0]?.requestSubmit());
    release();
  });
  expect(island.calls).toHaveLength(1);
  expect(island.visits).toEqual([]);
  expect(await island.eventTypes()).toEqual(['submit', 'success', 'end']);
  await submitted(island, () => island.page.click('button'));
  expect(island.calls).toHaveLength(2);
});

test('E10 two forms are sent at once', async () => {
  const island = await studio.island();
  const { responder, release } = held();
  island.answer(responder);
  await island.open(orderForm() + orderForm({ id: 'other' }));
  await island.page.click('#order button');
  await island.page.click('#other button');
  await eventually(() => island.calls.length).toBe(2);
  release();
  await eventually(async () => (await island.eventTypes()).toSorted()).toEqual([
    'end',
    'end',
    'submit',
    'submit',
    'success',
    'success',
  ]);
});

test('E23 a click before the script has loaded is a native post', async () => {
  const island = await studio.island();
  island.serve('/', `<!doctype html><title>Checkout</title>${orderForm()}`);
  await island.page.goto(`${island.origin}/`);
  island.visits.length = 0;
  await island.page.fill('[name=email]', 'ada@example.org');
  await island.page.click('button');
  await eventually(() => island.visits.length).toBe(1);
  expect(island.visits[0]).toMatchObject({ method: 'POST', url: '/?page=2&_action=order' });
  expect(new URLSearchParams(island.visits[0]?.body).get('email')).toBe('ada@example.org');
});

test('messages of the form that are no JSON leave the form native', async () => {
  const island = await studio.island();
  await island.open(orderForm({ attributes: `data-action-messages="{"` }));
  await island.page.click('button');
  await eventually(() => island.visits.length).toBe(1);
  expect(island.visits[0]?.method).toBe('POST');
});

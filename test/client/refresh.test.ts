import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Island, type Reply, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, focused, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const thanks: Reply = { status: 204, headers: { 'X-Action-Message': encodeURIComponent('Thank you – done') } };

describe('refresh', () => {
  const entries = (...names: string[]) =>
    `<ul id="entries">${names.map((name) => `<li>${name} <button id="drop-${name}">Remove ${name}</button></li>`).join('')}</ul>`;

  test('E1 what `refresh` names shows the new state, and the rest of the page stays', async () => {
    const island = await studio.island();
    const { page } = island;
    let list = entries('a', 'b');
    await island.open(
      () => `<h1>${list.length}</h1>${list}${orderForm({ attributes: 'data-action-refresh="#entries"' })}`,
    );
    const heading = await page.textContent('h1');
    island.answer(() => {
      list = entries('a', 'b', 'c');
      return thanks;
    });
    await submitted(island, () => page.click('#order button'));
    expect(await page.locator('#entries li').count()).toBe(3);
    expect(await page.textContent('h1')).toBe(heading);
    expect(await said(island, '[role=status]')).toMatchObject({ text: 'Thank you – done' });
    expect(island.visits).toMatchObject([{ method: 'GET', url: '/', headers: { accept: 'text/html' } }]);
  });

  test('E17 focus goes to what took the place of the row that is gone, scroll stays', async () => {
    const island = await studio.island();
    const { page } = island;
    let names = ['a', 'b', 'c'];
    const button = '<button>Remove</button>';
    const row = (name: string) =>
      `<li>${orderForm({ id: name, summary: false, button, attributes: 'data-action-refresh="#rows"' })}</li>`;
    await island.open(() => `<div style="height:2000px"></div><ul id="rows">${names.map(row).join('')}</ul>`);
    island.answer(() => {
      names = names.filter((name) => name !== 'b');
      return { status: 204 };
    });
    await page.focus('#b button');
    const scroll = await page.evaluate(() => scrollY);
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('#rows li').count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.closest('form')?.id)).toBe('c');
    expect(await page.evaluate(() => scrollY)).toBe(
      Math.min(scroll, await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)),
    );
    await page.click('#c button');
    await eventually(() => island.calls.length).toBe(2);
    expect(island.uncaught).toEqual([]);
  });

  test('E17 a field in the region that is being edited keeps text, caret and focus', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(
      `<div id="entries"><input id="search"></div>${orderForm({ attributes: 'data-action-refresh="#entries"' })}`,
    );
    island.answer({ status: 204, delay: 200 });
    await submitted(island, async () => {
      await page.click('button');
      await page.fill('#search', 'typed');
      await page.keyboard.press('ArrowLeft');
    });
    expect(await page.inputValue('#search')).toBe('typed');
    expect(await page.locator('#search').evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(4);
    expect(await focused(island)).toBe('search');
  });

  test.each(['keep', 'clear'] as const)('E1 a form (%s) is busy until what it refreshes has come', async (reset) => {
    const island = await studio.island();
    const { page } = island;
    await island.open(entries('a') + orderForm({ reset, attributes: 'data-action-refresh="#entries"' }));
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/', (route) => isReleased.then(() => route.continue()));
    await submitted(island, async () => {
      await page.click('#order button');
      await eventually(() => island.eventTypes()).toEqual(['submit', 'success']);
      await page.evaluate(() => document.forms[0]?.dispatchEvent(new CustomEvent('actionform:abort')));
      await page.locator('#order button').dispatchEvent('click');
      expect(await page.locator('#order[aria-busy=true]').count()).toBe(1);
      release();
    });
    await eventually(() => page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
    expect(island.calls).toHaveLength(1);
  });

  test('E1 scripts in the region do not run again, and forms in it are enhanced', async () => {
    const island = await studio.island();
    const { page } = island;
    const region = `<div id="entries"><script>window.runs = (window.runs ?? 0) + 1;</script>${orderForm({ id: 'inner' })}</div>`;
    await island.open(region + orderForm({ attributes: 'data-action-refresh="#entries"' }));
    await submitted(island, () => page.click('#order button'));
    await submitted(island, () => page.click('#inner button'));
    expect(await page.evaluate(() => (window as unknown as { runs: number }).runs)).toBe(1); // why: set by the page
    expect(island.calls).toHaveLength(2);
  });

  test.each([
    ['its copy, which is its form', true, 'order'],
    ['the document, where there is none', false, 'document'],
  ])('the end of a form that its own refresh replaces is heard on %s', async (_, hasCopy, target) => {
    const island = await studio.island();
    let isGone = false;
    await island.open(() => {
      const form = orderForm({ attributes: 'data-action-refresh="#region"' });
      return `<div id="region">${isGone ? '' : form}</div>`;
    });
    await island.page.evaluate(() => {
      document.addEventListener('actionform:end', ({ target, detail: { form } }) => {
        const isCopy = target === form && form.isConnected;
        Object.assign(window, { heard: isCopy ? form.id : target === document ? 'document' : 'elsewhere' });
      });
    });
    island.answer(() => {
      isGone = !hasCopy;
      return { status: 204 };
    });
    await submitted(island);
    expect(await island.page.evaluate(() => Reflect.get(window, 'heard'))).toBe(target);
  });

  test('E1 a form that is itself refreshed says the message in its fresh copy', async () => {
    const island = await studio.island();
    await island.open(orderForm({ attributes: 'data-action-refresh="action-form"' }));
    island.answer(thanks);
    await island.page.click('button');
    await eventually(() => said(island, '[role=status]')).toMatchObject({ text: 'Thank you – done' });
  });

  test('E1 a form with a field that is called id is refreshed by its own id', async () => {
    const island = await studio.island();
    let opened = 0;
    await island.open(() => {
      const fields = `<input type="hidden" name="id" value="7"><b>${(opened += 1)}</b>`;
      return orderForm({ fields, attributes: 'data-action-refresh="#order"' });
    });
    await submitted(island, () => island.page.evaluate(() => document.forms[0]?.requestSubmit()));
    await eventually(() => island.page.locator('form > b').textContent()).toBe('2');
    expect(island.uncaught).toEqual([]);
  });

  test.each([
    ['the page cannot be had', '<!doctype html>', 'data-action-refresh="#entries"'],
    ['the selector is none', '', 'data-action-refresh="###"'],
  ])('E12 %s: still a success, and the page stays as it is', async (_, later, attributes) => {
    const island = await studio.island();
    await island.open(entries('a') + orderForm({ attributes }));
    if (later) island.serve('/', later);
    island.answer(thanks);
    await submitted(island, () => island.page.click('#order button'));
    expect(await island.page.locator('#entries li').count()).toBe(1);
    expect(await island.eventTypes()).toEqual(['submit', 'success', 'end']);
    expect(await said(island, '[role=status]')).toMatchObject({ text: 'Thank you – done' });
    expect(island.uncaught).toEqual([]);
  });
});

describe('a record that has an id', () => {
  test.each([
    ['has one', 'id="order--record"', 'keep', ['version 2', 'version 3']],
    ['has one, and the form begins anew', 'id="order--record"', 'clear', ['version 2', 'version 3']],
    ['has none', '', 'keep', ['version 1', 'version 1']],
  ] as const)('is taken from the page after a success: it %s', async (_, id, reset, records) => {
    const island = await studio.island();
    let version = 0;
    await island.open(() => {
      const record = `<input type="hidden" name="_action_form" ${id} value="version ${(version += 1)}">`;
      return orderForm({ reset }).replace('<input type="hidden" name="_action_form" value="sealed">', record);
    });
    const record = () => island.page.inputValue('[name=_action_form]');
    for (const expected of records) {
      await island.page.fill('[name=note]', 'typed');
      await submitted(island);
      expect(await record()).toBe(expected);
    }
    expect(await island.page.inputValue('[name=note]')).toBe(reset === 'keep' ? 'typed' : '');
    expect(island.visits).toHaveLength(id ? 2 : 0);
  });
});

describe('a page that has changed meanwhile', () => {
  /** Sends the form, and holds the page back that it fetches then. */
  async function fetching(island: Island, press = () => island.page.click('#order button')) {
    const waiting: (() => Promise<void>)[] = [];
    await island.page.route(`${island.origin}/`, async (route) => {
      const response = await route.fetch();
      waiting.push(() => route.fulfill({ response }));
    });
    await press();
    await eventually(() => waiting.length).toBe(1);
    return async () => waiting[0]?.();
  }

  test.each(['/other', '/'])('a page at %s that a router put in its place stays as it is', async (address) => {
    const island = await studio.island();
    const { page } = island;
    await island.open(`<main>old</main>${orderForm({ attributes: 'data-action-refresh="main"' })}`);
    const letGo = await fetching(island);
    await page.evaluate((url) => {
      document.forms[0]!.addEventListener('actionform:end', () => document.body.setAttribute('data-ended', ''));
      history.pushState(null, '', url);
      const body = document.createElement('body');
      body.innerHTML = '<main>other</main>';
      document.body.replaceWith(body);
    }, address);
    await letGo();
    await eventually(() => page.locator('[data-ended]').count()).toBe(1);
    expect(await page.textContent('main')).toBe('other');
    expect(island.uncaught).toEqual([]);
  });

  test('E17 what is entered in a form while its own success is refreshed stays, left fields too', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(`<main>${orderForm({ attributes: 'data-action-refresh="main"' })}</main>`);
    await page.fill('[name=email]', 'ada@example.org');
    const letGo = await fetching(island, () => page.press('[name=email]', 'Enter'));
    await page.fill('[name=email]', 'grace@example.org');
    await page.fill('[name=note]', 'the next one');
    await submitted(island, letGo);
    expect(await page.inputValue('[name=email]')).toBe('grace@example.org');
    expect(await page.inputValue('[name=note]')).toBe('the next one');
  });

  test('E17 a file that is chosen in a form while its own success is refreshed stays', async () => {
    const island = await studio.island();
    const { page } = island;
    const fields = '<input type="file" name="photo" aria-label="Photo">';
    await island.open(`<main>${orderForm({ fields, attributes: 'data-action-refresh="main"' })}</main>`);
    const letGo = await fetching(island);
    await page.setInputFiles('[name=photo]', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('a') });
    await submitted(island, letGo);
    expect(await page.inputValue('[name=photo]')).toMatch(/a\.png$/);
  });

  test.each([
    ['of a form', (field: string) => orderForm({ id: 'inner', fields: field })],
    ['of the page', (field: string) => field],
  ])('E17 a field %s that nobody knows the caret of keeps what is being typed', async (_, toRegion) => {
    const island = await studio.island();
    const { page } = island;
    const field = '<input type="email" id="friend" name="friend" aria-label="Friend">';
    await island.open(`<main>${toRegion(field)}</main>${orderForm({ attributes: 'data-action-refresh="main"' })}`);
    const letGo = await fetching(island);
    await page.locator('#friend').pressSequentially('ada@');
    await submitted(island, letGo);
    expect(await page.inputValue('#friend')).toBe('ada@');
    expect(await focused(island)).toBe('friend');
  });

  test('other fresh forms are made ready like those that came with the page', async () => {
    const island = await studio.island();
    const { page } = island;
    const update = '<button name="_action_intent" value="update" data-action-update>Update</button>';
    const region = () => `<main>${orderForm({ id: 'inner', fields: update })}</main>`;
    await island.open(() => region() + orderForm({ attributes: 'data-action-refresh="main"' }));
    await eventually(() => page.isVisible('[data-action-update]')).toBe(false);
    await submitted(island, () => page.click('#order button'));
    expect(await page.isVisible('[data-action-update]')).toBe(false);
  });
});

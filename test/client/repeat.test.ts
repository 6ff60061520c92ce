import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Island, type Reply, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

/** Answers that a test gives one by one. */
function oneByOne(island: Island): (reply?: Reply) => void {
  const replies: Promise<Reply>[] = [];
  const givers: ((reply: Reply) => void)[] = [];
  const add = () => replies.push(new Promise((resolve) => givers.push(resolve)));
  // What is answered before it has come is answered when it comes.
  let [asked, given] = [0, 0];
  island.answer(() => {
    if (asked === replies.length) add();
    return replies[asked++]!;
  });
  return (reply = { status: 204 }) => {
    if (given === givers.length) add();
    givers[given++]!(reply);
  };
}

async function send(island: Island, note: string): Promise<void> {
  await island.page.fill('[name=note]', note);
  // a button that is disabled in name only still submits
  await island.page.click('button', { force: true });
}

function notes(island: Island): (string | null)[] {
  return island.calls.map(({ body }) => new URLSearchParams(body).get('note'));
}

describe('E10 a second submission while one is under way', () => {
  test('E10 by default it is dropped', async () => {
    const island = await studio.island();
    await island.open(orderForm({ reset: 'keep' }));
    const answer = oneByOne(island);
    await send(island, 'one');
    await send(island, 'two');
    answer();
    await eventually(() => island.eventTypes()).toEqual(['submit', 'success', 'end']);
    expect(notes(island)).toEqual(['one']);
  });

  test('E10 abort: the first is called off, and the second sent', async () => {
    const island = await studio.island();
    await island.open(orderForm({ reset: 'keep', attributes: 'data-action-repeat="abort"' }));
    const answer = oneByOne(island);
    await send(island, 'one');
    await send(island, 'two');
    await eventually(() => island.calls.length).toBe(2);
    answer();
    answer({ status: 204, headers: { 'X-Action-Message': 'Two' } });
    await eventually(() => island.eventTypes()).toEqual(['submit', 'end', 'submit', 'success', 'end']);
    expect(notes(island)).toEqual(['one', 'two']);
    await eventually(() => island.page.locator('[role=status]').textContent()).toBe('Two');
    expect(island.uncaught).toEqual([]);
  });

  test('E10 abort: of several that come while the page is refreshed for the first, the last one is the last', async () => {
    const island = await studio.island();
    const { page } = island;
    const attributes = 'data-action-repeat="abort" data-action-refresh="main"';
    await island.open(`<main>old</main>${orderForm({ reset: 'keep', attributes })}`);
    const letGo: (() => unknown)[] = [];
    await page.route(`${island.origin}/`, async (route) => {
      letGo.push(() => route.continue().catch(() => {}));
    });
    await send(island, 'one');
    await eventually(() => letGo.length).toBe(1);
    await send(island, 'two');
    await send(island, 'three');
    await eventually(async () => {
      for (const go of letGo.splice(0)) go();
      return (await island.eventTypes()).filter((type) => type === 'end').length;
    }).toBe(2);
    expect(notes(island)).toEqual(['one', 'three']);
  });

  test('E10 queue: a button whose label says what is under way still sends its own value', async () => {
    const island = await studio.island();
    const button = '<button name="how" value="gift" data-action-pending="Sending…">Send</button>';
    await island.open(orderForm({ button, attributes: 'data-action-repeat="queue"' }));
    const answer = oneByOne(island);
    await send(island, 'one');
    await eventually(() => island.page.textContent('button')).toBe('Sending…');
    await send(island, 'Sending…');
    answer();
    await eventually(() => island.calls.length).toBe(2);
    const sent = island.calls.map(({ body }) => new URLSearchParams(body));
    expect(sent.map((entries) => entries.get('how'))).toEqual(['gift', 'gift']);
    expect(notes(island)).toEqual(['one', 'Sending…']);
    answer();
  });

  test('E10 queue: all are sent one after the other, as they were when they were asked for, with the newest key', async () => {
    const island = await studio.island();
    const key = '<input type="hidden" name="_action_key" value="first">';
    await island.open(orderForm({ fields: key, attributes: 'data-action-repeat="queue"' }));
    const answer = oneByOne(island);
    for (const note of ['one', 'two', 'three']) await send(island, note);
    await island.page.fill('[name=note]', 'not sent');
    for (const number of [1, 2, 3]) {
      await eventually(() => island.calls.length).toBe(number);
      answer({ status: 204, headers: { 'X-Action-Key': `after ${number}` } });
    }
    await eventually(async () => (await island.eventTypes()).length).toBe(9);
    expect(notes(island)).toEqual(['one', 'two', 'three']);
    const keys = island.calls.map(({ body }) => new URLSearchParams(body).getAll('_action_key'));
    expect(keys).toEqual([['first'], ['after 1'], ['after 2']]);
  });

  test('E10 queue: a failure of one keeps no other from being sent', async () => {
    const island = await studio.island();
    await island.open(orderForm({ reset: 'keep', attributes: 'data-action-repeat="queue"' }));
    const answer = oneByOne(island);
    await send(island, 'one');
    await send(island, 'two');
    answer({ status: 500 });
    await eventually(() => island.calls.length).toBe(2);
    answer();
    await eventually(() => island.eventTypes()).toEqual(['submit', 'error', 'end', 'submit', 'success', 'end']);
  });

  test.each(['abort', 'queue'])(
    'E10 %s: what is sent while the form leads to a download waits until it is ready again',
    async (policy) => {
      const island = await studio.island();
      const { page } = island;
      await page.clock.install();
      await page.route('**/download', (route) => route.fulfill({ status: 204 }));
      await island.open(orderForm({ reset: 'keep', attributes: `data-action-repeat="${policy}"` }));
      const answer = oneByOne(island);
      await send(island, 'one');
      if (policy === 'queue') await send(island, 'two');
      answer({ status: 204, headers: { 'X-Action-Location': '/download' } });
      await eventually(() => island.eventTypes()).toEqual(['submit', 'success', 'end']);
      if (policy === 'abort') await send(island, 'two');
      await page.clock.runFor(11_000);
      await eventually(() => notes(island)).toEqual(['one', 'two']);
      answer();
      await eventually(async () => (await island.eventTypes()).length).toBe(6);
      await page.clock.runFor(11_000);
      expect(notes(island)).toEqual(['one', 'two']);
    },
  );

  test('E10 queue: what waits when the page is left is not sent by one that comes back', async () => {
    const island = await studio.island();
    const { page } = island;
    await page.clock.install();
    await page.route('**/download', (route) => route.fulfill({ status: 204 }));
    await island.open(orderForm({ reset: 'keep', attributes: 'data-action-repeat="queue"' }));
    const answer = oneByOne(island);
    await send(island, 'one');
    await send(island, 'two');
    answer({ status: 204, headers: { 'X-Action-Location': '/download' } });
    await eventually(() => island.eventTypes()).toEqual(['submit', 'success', 'end']);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    // Two are sent before anybody has looked at what waits.
    await send(island, 'three');
    await send(island, 'four');
    await page.clock.runFor(11_000);
    answer();
    await eventually(async () => (await island.eventTypes()).filter((type) => type === 'end').length).toBe(2);
    await page.clock.runFor(1000);
    await eventually(() => notes(island)).toEqual(['one', 'three', 'four']);
    answer();
  });

  test('E10 queue: what somebody prevents when its turn comes is not sent', async () => {
    const island = await studio.island();
    await island.open(orderForm({ reset: 'keep', attributes: 'data-action-repeat="queue"' }));
    const answer = oneByOne(island);
    await send(island, 'one');
    await island.page.evaluate(() =>
      document.forms[0]?.addEventListener('submit', (event) => event.preventDefault(), { once: true }),
    );
    await send(island, 'two');
    await send(island, 'three');
    answer();
    await eventually(() => notes(island)).toEqual(['one', 'three']);
  });

  test('E10 queue: what waits is sent from the fresh copy of a form that is in the region it refreshes, by the same button', async () => {
    const island = await studio.island();
    let version = 0;
    const form = () =>
      orderForm({
        attributes: 'data-action-repeat="queue" data-action-refresh="#region"',
        fields: `<input type="hidden" name="_action_form" value="version ${(version += 1)}">
          <button name="how" value="gift">As a gift</button>`,
      });
    await island.open(() => `<div id="region">${form()}</div>`);
    const answer = oneByOne(island);
    for (const note of ['one', 'two', 'three']) {
      await island.page.fill('[name=note]', note);
      await island.page.click('[name=how]', { force: true });
    }
    for (const number of [1, 2, 3]) {
      await eventually(() => island.calls.length).toBe(number);
      answer();
    }
    await eventually(async () => (await island.eventTypes()).filter((type) => type === 'success').length).toBe(3);
    const sent = island.calls.map(({ body }) => new URLSearchParams(body));
    expect(sent.map((entries) => entries.getAll('note').join())).toEqual(['one', 'two', 'three']);
    expect(sent.map((entries) => entries.getAll('how').join())).toEqual(['gift', 'gift', 'gift']);
    expect(sent.map((entries) => entries.getAll('_action_form').at(-1))).toEqual([1, 2, 3].map((n) => `version ${n}`));
  });

  test.each(['abort', 'queue'])('E14 %s: the form is removed in between: no error', async (policy) => {
    const island = await studio.island();
    await island.open(orderForm({ reset: 'keep', attributes: `data-action-repeat="${policy}"` }));
    const answer = oneByOne(island);
    await send(island, 'one');
    await island.page.evaluate(() => {
      const form = document.forms[0]!;
      form.requestSubmit();
      form.remove();
    });
    answer();
    await island.page.waitForTimeout(200);
    expect(island.calls.length).toBe(1);
    expect(island.uncaught).toEqual([]);
  });
});

test('E12 a form says itself how long it waits', async () => {
  const island = await studio.island();
  await island.open(orderForm({ attributes: 'data-action-timeout="200"' }));
  const answer = oneByOne(island);
  await send(island, 'one');
  await eventually(() => island.eventTypes()).toEqual(['submit', 'error', 'end']);
  expect((await island.events())[1]?.detail.error).toMatchObject({ code: 'timeout' });
  answer();
});

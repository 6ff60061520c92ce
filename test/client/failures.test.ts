import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerMessages } from '../../src/shared/answer-messages.js';
import { defaultMessages } from '../../src/shared/messages.js';
import { silenceMessages } from '../../src/shared/silence-messages.js';
import { held, startStudio, type Reply, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { focused, said, submitted } from './support/steps.js';

const failureMessages = { ...silenceMessages, ...answerMessages };

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

test('the texts of the island are among those of the toolkit', () => {
  expect(defaultMessages).toMatchObject(failureMessages);
});

describe('E12 no answer of the action', () => {
  const html = { headers: { 'Content-Type': 'text/html' }, body: '<h1>Oops</h1>' };
  const failures: [string, Reply, keyof typeof failureMessages, number][] = [
    ['the connection breaks', { drop: true }, 'network', 0],
    ['500 without a body', { status: 500 }, 'unexpected', 500],
    ['502 with HTML', { status: 502, ...html }, 'unexpected', 502],
    ['504', { status: 504, ...html }, 'unexpected', 504],
    ['413', { status: 413, ...html }, 'tooLarge', 413],
    ['403 with text', { status: 403, headers: { 'Content-Type': 'text/plain' }, body: 'Cross-site' }, 'forbidden', 403],
    ['404', { status: 404, ...html }, 'unreadable', 404],
    ['a login page', { status: 303, headers: { Location: '/login' } }, 'unreadable', 200],
    ['200 with HTML', html, 'unreadable', 200],
    ['200 with plain JSON', { headers: { 'Content-Type': 'application/json' }, body: '{}' }, 'unreadable', 200],
  ];

  test.each(failures)(
    'E12 %s: a message with the focus, values kept, and a retry works',
    async (_, reply, key, status) => {
      const island = await studio.island();
      const { page } = island;
      await island.open(orderForm());
      island.answer(reply);
      await page.fill('[name=note]', 'kept');
      await submitted(island);
      expect(await page.locator('[data-action-summary] li').allTextContents()).toEqual([failureMessages[key]]);
      expect(await focused(island)).toBe('data-action-summary');
      expect(await page.title()).toBe('Error: Checkout');
      expect(await page.inputValue('[name=note]')).toBe('kept');
      expect((await island.events())[1]?.detail.error).toEqual({
        type: 'ActionFormError',
        code: key,
        status,
        message: failureMessages[key],
        issues: [],
      });
      island.answer({ status: 204 });
      await submitted(island);
      expect(await island.eventTypes()).toEqual(['submit', 'error', 'end', 'submit', 'success', 'end']);
      expect(island.uncaught).toEqual([]);
      expect(page.url()).toBe(`${island.origin}/`);
    },
  );

  test('E12 without a summary the status says it, and has the focus', async () => {
    const island = await studio.island();
    await island.open(orderForm({ summary: false }));
    island.answer({ status: 500 });
    await submitted(island);
    expect(await said(island, '[role=status]')).toMatchObject({ text: failureMessages.unexpected });
    expect(await focused(island)).toBe('data-action-status');
  });

  test('E12 offline, then online again', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await island.page.context().setOffline(true);
    await submitted(island);
    await island.page.context().setOffline(false);
    await submitted(island);
    expect(await island.eventTypes()).toEqual(['submit', 'error', 'end', 'submit', 'success', 'end']);
  });

  test('E12 an answer that takes longer than the timeout', async () => {
    const island = await studio.island();
    await island.open(orderForm({ island: false }));
    await island.page.evaluate(() => {
      // why: put there by the page of the tests
      const { client } = window as unknown as { client: typeof import('../../src/client.js') };
      client.enhanceForm(document.forms[0]!, { timeout: 200 });
    });
    const { responder, release } = held();
    island.answer(responder);
    await submitted(island);
    release();
    expect(await island.page.locator('[data-action-summary] li').allTextContents()).toEqual([failureMessages.timeout]);
    expect(island.uncaught).toEqual([]);
  });

  test('E12 the form may say it in other words', async () => {
    const island = await studio.island();
    await island.open(orderForm({ attributes: `data-action-messages='{"unexpected":"Ups"}'` }));
    island.answer({ status: 500 });
    await submitted(island);
    expect(await island.page.locator('[data-action-summary] li').allTextContents()).toEqual(['Ups']);
  });
});

describe('E14 removed in flight', () => {
  test.each(['form', 'action-form'])('E14 %s: no error, and nothing is navigated', async (selector) => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held({ status: 204, headers: { 'X-Action-Location': '/thanks' } });
    island.answer(responder);
    await island.open(orderForm());
    await page.evaluate(() => {
      const form = document.forms[0]!;
      Object.assign(window, { ended: new Promise((resolve) => form.addEventListener('actionform:end', resolve)) });
    });
    await page.click('button');
    await page.evaluate((at) => document.querySelector(at)?.remove(), selector);
    release();
    await page.evaluate(() => (window as unknown as { ended: Promise<unknown> }).ended.then(() => true)); // why: set above
    expect(await island.eventTypes()).toEqual(['submit']);
    expect(island.uncaught).toEqual([]);
    expect(page.url()).toBe(`${island.origin}/`);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputError, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { links, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const note = { path: ['note'], message: 'Too short' };

describe('E27 errors that the server rendered', () => {
  test('E27 are left alone on load', async () => {
    const island = await studio.island();
    await island.open(`${orderForm({ emailError: 'Enter an email address', email: 'abc' })}
      <script>window.changes = 0; new MutationObserver(() => { window.changes += 1; }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });</script>`);
    await island.page.waitForTimeout(200);
    const changes = await island.page.evaluate(
      () => (window as unknown as { changes: number }).changes, // why: set by the page above
    );
    expect(changes).toBe(0);
    expect(await said(island, '#order-email-error')).toEqual({ text: 'Enter an email address', hidden: false });
  });

  test('E27 go when they are fixed, and so does the prefix of the title', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm({ emailError: 'Enter an email address', email: 'abc' }));
    await page.evaluate(() => {
      document.title = 'Error: Checkout';
    });
    island.answer(inputError(note));
    await submitted(island);
    expect(await said(island, '#order-email-error')).toEqual({ text: '', hidden: true });
    expect(await links(island)).toEqual(['#order-note Too short']);
    expect(await page.title()).toBe('Error: Checkout');
    island.answer({ status: 204 });
    await submitted(island);
    expect(await page.title()).toBe('Checkout');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputError, json, startStudio, type Reply, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { links, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

describe('attack: what an answer may hold', () => {
  const odd: [string, Reply][] = [
    ['JSON null', json(400, null)],
    ['a JSON string', json(400, 'no')],
    ['an array', json(400, [])],
    ['another type', json(400, { type: 'Error', message: '<b>x</b>' })],
    ['a type that is an object', json(400, { type: { toString: 1 }, message: 'x' })],
    ['issues that are a string', json(400, { type: 'AstroActionInputError', message: 'x', issues: 'abc' })],
    ['issues that are null', json(400, { type: 'AstroActionInputError', message: 'x', issues: null })],
    ['an issue that is null', json(400, { type: 'AstroActionInputError', message: 'x', issues: [null] })],
    ['a path that cannot be written out', inputError({ path: [{ toString: 1 }], message: 'x' })],
    ['a path that is no list', inputError({ path: 5, message: 'x' })],
    ['a message that cannot be written out', inputError({ path: ['email'], message: { toString: 1 } })],
    ['broken JSON', { status: 400, headers: { 'Content-Type': 'application/json' }, body: '{"type":' }],
    ['broken devalue', { status: 200, headers: { 'Content-Type': 'application/json+devalue' }, body: '[[[' }],
    ['no devalue', { status: 200, headers: { 'Content-Type': 'application/json+devalue' }, body: '' }],
    ['a message header that is not encoded', { status: 204, headers: { 'X-Action-Message': '%E0%A4%A' } }],
    ['a redirect that is none', { status: 304 }],
  ];

  test.each(odd)('attack %s: a message, values kept, nothing uncaught, and the form works on', async (_, reply) => {
    const island = await studio.island();
    await island.open(orderForm());
    island.answer(reply);
    await island.page.fill('[name=note]', 'kept');
    await submitted(island);
    expect(await links(island)).toHaveLength(1);
    expect(await island.page.inputValue('[name=note]')).toBe('kept');
    island.answer({ status: 204 });
    await submitted(island);
    expect(island.uncaught).toEqual([]);
    expect(await island.eventTypes()).toEqual(['submit', 'error', 'end', 'submit', 'success', 'end']);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'attack an issue at %s is only a name',
    async (key) => {
      const island = await studio.island();
      await island.open(orderForm());
      const body = `{"type":"AstroActionInputError","code":"BAD_REQUEST","status":400,"message":"x","__proto__":{"polluted":1},
      "issues":[{"path":["${key}"],"message":"No","code":"custom"}]}`;
      island.answer({ status: 400, headers: { 'Content-Type': 'application/json' }, body });
      await submitted(island);
      expect(await links(island)).toEqual(['No']);
      expect(await island.page.evaluate(() => 'polluted' in {})).toBe(false);
    },
  );

  test('attack markup in messages and names is text', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    const markup = '<img src=x onerror="window.hacked = 1"><b>bold</b>';
    island.answer(inputError({ path: ['email'], message: markup }, { path: [`"]${markup}`], message: markup }));
    await submitted(island);
    expect(await said(island, '#order-email-error')).toMatchObject({ text: markup });
    island.answer({ status: 204, headers: { 'X-Action-Message': encodeURIComponent(markup) } });
    await submitted(island);
    expect(await said(island, '[role=status]')).toMatchObject({ text: markup });
    expect(await island.page.locator('img, b >> nth=1').count()).toBe(0);
    expect(await island.page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

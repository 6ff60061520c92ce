import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY_HEADER } from '../../src/shared/wire.js';
import {
  actionError,
  inputError,
  startStudio,
  success,
  type Island,
  type Reply,
  type Studio,
} from './support/island.js';
import { orderForm } from './support/order-form.js';
import { submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const keyField = '<input type="hidden" name="_action_key" value="first" autocomplete="off">';
const next = { [KEY_HEADER]: 'second' };

async function opened(fields = keyField): Promise<Island> {
  const island = await studio.island();
  await island.open(orderForm({ fields }));
  return island;
}

/** The keys that were sent, in order. */
const keys = ({ calls }: Island) => calls.map(({ body }) => new URLSearchParams(body).get('_action_key'));

describe('the one-time key of a form', () => {
  test.each<[string, Reply]>([
    ['a success', success({ id: 1 }, next)],
    ['a success without data', { status: 204, headers: next }],
    ['an error of the handler', withNext(actionError(402, 'PAYMENT_REQUIRED', 'Declined'))],
    ['errors beside fields', withNext(inputError({ path: ['email'], message: 'Taken' }))],
  ])('is another one after an answer that brings it: %s', async (_, reply) => {
    const island = await opened();
    island.answer(reply);
    await submitted(island);
    await submitted(island);
    expect(keys(island)).toEqual(['first', 'second']);
    expect(island.uncaught).toEqual([]);
  });

  test.each<[string, Reply]>([
    ['errors beside fields', inputError({ path: ['email'], message: 'Enter one' })],
    ['still being worked on', actionError(503, 'SERVICE_UNAVAILABLE', 'Wait')],
    ['a broken connection', { drop: true }],
    ['a proxy’s error', { status: 502, body: 'Bad gateway' }],
  ])('is the same after an answer that brings none, so that a retry is the same attempt: %s', async (_, reply) => {
    const island = await opened();
    island.answer(reply);
    await submitted(island);
    island.answer(success({ id: 1 }, next));
    await submitted(island);
    await submitted(island);
    // Chromium sends a post again by itself when the connection breaks before the answer.
    expect([...new Set(keys(island).slice(0, -1))]).toEqual(['first']);
    expect(keys(island).at(-1)).toBe('second');
  });

  test('is the same when the connection breaks in the middle of an answer that brings another one', async () => {
    const island = await opened();
    // More is announced than comes: the browser has the headers, and never the body.
    island.answer({ ...success({ id: 1 }, { ...next, 'Content-Length': '1000' }), cut: true });
    await submitted(island);
    island.answer({ status: 204 });
    await submitted(island);
    expect(await island.eventTypes()).toEqual(['submit', 'error', 'end', 'submit', 'success', 'end']);
    expect(new Set(keys(island))).toEqual(new Set(['first']));
  });

  test('is not missed by a form that has none, or has lost it', async () => {
    const island = await opened('');
    island.answer(success({ id: 1 }, next));
    await submitted(island);
    expect(await island.eventTypes()).toEqual(['submit', 'success', 'end']);
    expect(island.uncaught).toEqual([]);
  });
});

function withNext(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, ...next } };
}

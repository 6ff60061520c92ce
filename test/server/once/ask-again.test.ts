import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Carried } from '../../../src/server/carry/carry.js';
import { ActionError } from '../../../src/server/action-error.js';
import { askAgain } from '../../../src/server/once/ask-again.js';
import { type Claim, newRun, writeClaim } from '../../../src/server/once/claim.js';
import { sealOutcome, type StoredOutcome } from '../../../src/server/once/outcome.js';
import { configure } from '../../../src/server/runtime.js';
import { serializeError } from '../../../src/server/serialize.js';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import { defaultMessages } from '../../../src/shared/messages.js';
import { breakable, options } from './support.js';

const waiting: Carried = {
  action: 'act',
  record: { action: 'act', form: 'act' },
  result: serializeError(new ActionError({ code: 'SERVICE_UNAVAILABLE', message: 'Wait' })),
  values: { name: ['Ada'] },
  key: 'key',
  running: { claim: 'claim', location: '/page' },
};
const ask = () => askAgain(waiting, { claim: 'claim', location: '/page' });

async function settled(outcome: StoredOutcome): Promise<Claim> {
  return { state: 'settled', at: Date.now(), sealed: await sealOutcome(outcome, 'claim', 60) };
}
const data = { type: 'data', status: 200, contentType: 'application/json+devalue', body: '["Ada"]' } as const;
const refused = serializeError(new ActionError({ code: 'CONFLICT', message: 'Sold out' }));

async function know(claim: Claim): Promise<void> {
  const store = createMemoryStore();
  configure(options, async () => ({}), store);
  await store.set('claim', writeClaim(claim), { ttl: 60 });
}

beforeEach(() => configure(options, async () => ({}), createMemoryStore()));
afterEach(() => void vi.restoreAllMocks());

describe('who was told to wait, and asks again', () => {
  test('while it runs, is told to wait', async () => {
    await know(newRun());
    expect(await ask()).toEqual({ state: 'running' });
  });

  test.each([
    ['to where the handler sends them', { location: '/done', message: 'Thank you' }, '/done'],
    ['to the form’s own page', undefined, '/page'],
  ])('is sent on with the result, and without what was typed: %s', async (_, redirect, location) => {
    await know(await settled({ result: data, ...(redirect && { redirect }) }));
    expect(await ask()).toEqual({
      state: 'succeeded',
      location,
      outcome: { action: 'act', record: waiting.record, result: data, message: redirect?.message },
    });
  });

  test('sees what the handler refused, with what was typed, and gets another key', async () => {
    await know(await settled({ result: refused }));
    const { action, record, values } = waiting;
    expect(await ask()).toEqual({ state: 'failed', carried: { action, record, values, result: refused } });
  });

  test.each<[string, () => Promise<void>, keyof typeof defaultMessages, string | undefined]>([
    ['its process has died', () => know({ ...newRun(), until: 0 }), 'outcomeUnknown', undefined],
    ['nothing is known any more', async () => {}, 'outcomeUnknown', undefined],
    ['nobody has run it', () => know({ state: 'free' }), 'notTaken', 'key'],
  ])('is told so, and keeps the key only where nothing has run: %s', async (_, prepare, message, key) => {
    await prepare();
    const asked = await ask();
    if (asked.state !== 'failed') throw new Error(asked.state);
    expect(asked.carried.result).toMatchObject({ body: expect.stringContaining(defaultMessages[message]) });
    expect([asked.carried.key, asked.carried.running]).toEqual([key, undefined]);
  });

  test('is told to wait when the store is away', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { store, broken } = breakable();
    broken.add('get');
    configure(options, async () => ({}), store);
    expect(await ask()).toEqual({ state: 'running' });
  });
});

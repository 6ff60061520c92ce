import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readRecord, sealRecord } from '../../src/server/record.js';
import { configure, runtime } from '../../src/server/runtime.js';
import { RECORD_FIELD } from '../../src/shared/wire.js';

const options = runtime().options;
const withSecrets = (...secrets: string[]) => configure({ ...options, secrets }, async () => ({}));
const order = { action: 'order', form: 'order' };

async function read(sealed: string) {
  const form = new FormData();
  form.append(RECORD_FIELD, sealed);
  return readRecord(form);
}

beforeEach(() => {
  withSecrets('current');
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => void vi.useRealTimers());

describe('the record of a form', () => {
  test('is sealed once for pages that say the same, and anew after an hour', async () => {
    const sealed = await sealRecord(order);
    expect(await sealRecord({ ...order })).toBe(sealed);
    vi.setSystemTime(Date.now() + 3_600_001);
    expect(await sealRecord(order)).not.toBe(sealed);
    expect(await read(sealed)).toEqual({ status: 'intact', record: order });
  });

  test('is another one where a page says something else', async () => {
    const sealed = await sealRecord({ ...order, bound: { id: 1 } });
    expect(await sealRecord({ ...order, bound: { id: 2 } })).not.toBe(sealed);
    expect(await sealRecord({ ...order, bound: { id: '1' } })).not.toBe(sealed);
  });

  test('is an object that no request can change where pages share it', async () => {
    const sealed = await sealRecord({ ...order, submitters: ['draft'], initial: { size: ['small'] } });
    const [first, second] = [await read(sealed), await read(sealed)];
    if (first.status !== 'intact' || second.status !== 'intact') throw new Error('The record is broken.');
    expect(second.record).toBe(first.record);
    expect(() => Object.assign(first.record, { form: 'another' })).toThrow(TypeError);
    expect(() => Object.assign(first.record.submitters ?? [], ['another'])).toThrow(TypeError);
    expect(() => Object.assign(first.record.initial?.['size'] ?? [], ['large'])).toThrow(TypeError);
    expect(second.record).toEqual({ ...order, submitters: ['draft'], initial: { size: ['small'] } });
  });

  test('is read into an object of its own each time where a page fixes input', async () => {
    const sealed = await sealRecord({ ...order, bound: { tags: ['a'] } });
    const [first, second] = [await read(sealed), await read(sealed)];
    expect(first).toEqual(second);
    expect(first.status === 'intact' && second.status === 'intact' && first.record.bound !== second.record.bound).toBe(
      true,
    );
  });

  test('is broken after thirty days, however late it was read last', async () => {
    const sealed = await sealRecord(order);
    vi.setSystemTime(Date.now() + (30 * 24 - 0.5) * 3_600_000);
    expect(await read(sealed)).toMatchObject({ status: 'intact' });
    vi.setSystemTime(Date.now() + 0.6 * 3_600_000);
    expect(await read(sealed)).toEqual({ status: 'broken' });
  });

  test('is broken under other secrets, also when it has been read before', async () => {
    const sealed = await sealRecord(order);
    expect(await read(sealed)).toMatchObject({ status: 'intact' });
    withSecrets('another');
    expect(await read(sealed)).toEqual({ status: 'broken' });
    expect(await sealRecord(order)).not.toBe(sealed);
  });

  test('is broken with any change, also when it has been read before', async () => {
    const sealed = await sealRecord(order);
    expect(await read(sealed)).toMatchObject({ status: 'intact' });
    for (const changed of [`${sealed}A`, sealed.slice(0, -4), sealed.replace('1.', '2.'), ` ${sealed}`])
      expect(await read(changed)).toEqual({ status: 'broken' });
  });
});

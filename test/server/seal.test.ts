import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { configure, type RuntimeOptions } from '../../src/server/runtime.js';
import { seal, unseal } from '../../src/server/seal.js';

const options: RuntimeOptions = {
  dev: false,
  csrf: 'fetch-metadata',
  trustedOrigins: [],
  bodySizeLimit: 1000,
  limits: {},
  enhance: false,
  locale: 'en',
  messages: {},
  locales: {},
  uploads: {},
  secrets: ['current', 'previous'],
};
const withSecrets = (...secrets: string[]) => configure({ ...options, secrets }, async () => ({}));
const forRecord = { purpose: 'record' } as const;

beforeEach(() => withSecrets('current'));
afterEach(() => vi.useRealTimers());

describe('a sealed text', () => {
  test('opens for the purpose that it was sealed for', async () => {
    expect(await unseal(await seal('Grüße 🎉', 60, forRecord), forRecord)).toBe('Grüße 🎉');
  });

  test('is different every time and holds nothing readable', async () => {
    const first = await seal('secret text', 60, forRecord);
    expect(first).not.toBe(await seal('secret text', 60, forRecord));
    expect(atob(first.split('.')[2]!.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('secret');
  });

  test('has an IV of its own, however many are sealed', () => {
    const ivs = Array.from({ length: 100 }, () => seal('text', 60, forRecord).split('.')[2]?.slice(0, 16));
    expect(new Set(ivs).size).toBe(100);
  });

  test('is what the Web Cryptography API makes of it, byte for byte', async () => {
    const [, id = '', payload = ''] = (await seal('Grüße 🎉', 60, { purpose: 'result', context: ['a'] })).split('.');
    const bytes = Buffer.from(payload, 'base64url');
    const utf8 = (text: string) => new TextEncoder().encode(text);
    const material = await crypto.subtle.importKey('raw', utf8('current'), 'HKDF', false, ['deriveKey', 'deriveBits']);
    const hkdf = (info: string) =>
      ({ name: 'HKDF', hash: 'SHA-256', salt: utf8('astro-action-forms'), info: utf8(info) }) as const;
    const aes = { name: 'AES-GCM', length: 256 };
    const key = await crypto.subtle.deriveKey(hkdf('seal result'), material, aes, false, ['decrypt']);
    const additionalData = utf8(JSON.stringify(['result', '1', id, 'a']));
    const opening = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData };
    const plain = await crypto.subtle.decrypt(opening, key, bytes.subarray(12));
    expect(new TextDecoder().decode(plain)).toMatch(/^[0-9a-z]+:Grüße 🎉$/);
    expect(id).toBe(Buffer.from(await crypto.subtle.deriveBits(hkdf('key id'), material, 48)).toString('base64url'));
  });

  test('opens under a secret that was current before', async () => {
    const sealed = await seal('text', 60, forRecord);
    withSecrets('next', 'current');
    expect(await unseal(sealed, forRecord)).toBe('text');
  });

  test('does not open under other secrets', async () => {
    const sealed = await seal('text', 60, forRecord);
    withSecrets('next');
    expect(await unseal(sealed, forRecord)).toBeUndefined();
  });

  test('does not open for another purpose or another context', async () => {
    const sealed = await seal('text', 60, { purpose: 'result', context: ['binding', 'id'] });
    expect(await unseal(sealed, { purpose: 'result', context: ['binding', 'id'] })).toBe('text');
    expect(await unseal(sealed, { purpose: 'record', context: ['binding', 'id'] })).toBeUndefined();
    expect(await unseal(sealed, { purpose: 'result', context: ['other', 'id'] })).toBeUndefined();
    expect(await unseal(sealed, { purpose: 'result', context: ['binding', 'other'] })).toBeUndefined();
    expect(await unseal(sealed, { purpose: 'result', context: ['bindingid'] })).toBeUndefined();
  });

  test('does not open after its time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const sealed = await seal('text', 60, forRecord);
    vi.setSystemTime(Date.now() + 59_000);
    expect(await unseal(sealed, forRecord)).toBe('text');
    vi.setSystemTime(Date.now() + 2_000);
    expect(await unseal(sealed, forRecord)).toBeUndefined();
  });

  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  // Their lengths leave the last character of base64url with four, two and no bits that are no byte's.
  test.each(['some text', 'some texts', 'some texts!'])(
    'does not open with any single character changed: %j',
    async (text) => {
      const sealed = await seal(text, 60, forRecord);
      for (let at = 0; at < sealed.length; at += 1) {
        for (const other of at === sealed.length - 1 ? alphabet : 'AB') {
          if (sealed[at] === other) continue;
          const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
          expect(await unseal(changed, forRecord), `${other} at ${at}`).toBeUndefined();
        }
      }
    },
  );

  test('does not open with a part of its tag', async () => {
    const [version, id, payload = ''] = (await seal('text', 60, forRecord)).split('.');
    const bytes = Buffer.from(payload, 'base64url');
    for (let less = 1; less < bytes.length; less += 1) {
      const shorter = bytes.subarray(0, -less).toString('base64url');
      expect(await unseal(`${version}.${id}.${shorter}`, forRecord), `${less} bytes less`).toBeUndefined();
    }
  });

  test.each(['', '.', '..', '...', '1..', '1.x.y', '2.a.b', '1.a.b.c', '1.💥.x', 'x'.repeat(100_000)])(
    'text that nobody sealed (%#) does not open and does not throw',
    async (text) => {
      expect(await unseal(text, forRecord)).toBeUndefined();
    },
  );
});

import { hash, hkdfSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { configure } from '../../src/server/runtime.js';
import { openSigned, sign } from '../../src/server/sign.js';
import { options } from './once/support.js';

const withSecrets = (...secrets: string[]) => configure({ ...options, secrets }, async () => ({}));

beforeEach(() => withSecrets('current'));
afterEach(() => vi.useRealTimers());

describe('a signed text', () => {
  test('opens for the purpose that it was signed for, and for no other', () => {
    const signed = sign('text', 60, 'key');
    expect(openSigned(signed, 'key')).toBe('text');
    expect(openSigned(signed, 'record')).toBeUndefined();
  });

  test('ends with the SHA3-256 of a key and all that is in front of it', () => {
    const signed = sign('text', 60, 'key');
    const key = Buffer.from(hkdfSync('sha256', 'current', 'astro-action-forms', 'sign key', 32)).toString('base64url');
    const said = signed.slice(0, signed.lastIndexOf('.'));
    expect(signed).toBe(`${said}.${hash('sha3-256', key + said, 'base64url')}`);
  });

  test('opens under a secret that was current before, and under no other', () => {
    const signed = sign('text', 60, 'key');
    withSecrets('next', 'current');
    expect(openSigned(signed, 'key')).toBe('text');
    withSecrets('next');
    expect(openSigned(signed, 'key')).toBeUndefined();
  });

  test('opens until its time has passed', () => {
    vi.useFakeTimers();
    const signed = sign('text', 60, 'key');
    vi.advanceTimersByTime(58_000);
    expect(openSigned(signed, 'key')).toBe('text');
    vi.advanceTimersByTime(3000);
    expect(openSigned(signed, 'key')).toBeUndefined();
  });

  test('does not open with any character changed, left out or added', () => {
    const signed = sign('text', 60, 'key');
    for (let at = 0; at <= signed.length; at += 1) {
      const [before, after] = [signed.slice(0, at), signed.slice(at + 1)];
      for (const other of ['a', 'b', '.', 'é', '\u{141}', '']) {
        const changed = before + other + after;
        if (changed !== signed) expect(openSigned(changed, 'key'), changed).toBeUndefined();
        expect(openSigned(`${before}${other || '\n'}${signed.slice(at)}`, 'key')).toBeUndefined();
      }
    }
    for (const none of ['', '.', '....', '1....', `${signed}.`]) expect(openSigned(none, 'key')).toBeUndefined();
  });

  test('needs a secret', () => {
    withSecrets();
    expect(() => sign('text', 60, 'key')).toThrow('There is no secret to sign with.');
  });
});

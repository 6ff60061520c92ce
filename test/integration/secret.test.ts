import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { devSecret } from '../../src/integration/secret.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'secret-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const cacheDir = () => pathToFileURL(`${join(folder, 'node_modules', '.astro')}/`);
const file = () => new URL('action-forms-secret', cacheDir());

describe('the secret of the dev server', () => {
  test('is made once and remembered, in a file that only its user can read', () => {
    const secret = devSecret(cacheDir());
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(devSecret(cacheDir())).toBe(secret);
    expect(readFileSync(file(), 'utf8')).toBe(secret);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('is another one in every project', () => {
    const secret = devSecret(cacheDir());
    rmSync(file());
    expect(devSecret(cacheDir())).not.toBe(secret);
  });

  test.each([
    ['empty', ''],
    ['cut off', 'abc'],
    ['something else', 'text with spaces and more characters than 43 of them'],
  ])('is made again when the file is %s', (_, content) => {
    devSecret(cacheDir());
    writeFileSync(file(), content);
    const secret = devSecret(cacheDir());
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(devSecret(cacheDir())).toBe(secret);
  });
});

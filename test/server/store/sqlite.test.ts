import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSqliteStore } from '../../../src/server/store/sqlite.js';
import { StoreError } from '../../../src/server/store/store-error.js';
import { storeConformance } from '../../../src/testing.js';
import { claimAtOnce, storeProcess } from './support/store-process.js';

let folder: string;
let files = 0;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sqlite-store-'))));
afterAll(() => rmSync(folder, { recursive: true }));
const newPath = () => join(folder, `${++files}`, 'store.sqlite');

describe('the SQLite store', { timeout: 20_000 }, () => {
  describe('through two connections', () => {
    const shared = () => createSqliteStore({ path: join(folder, 'shared.sqlite') });
    for (const { name, run } of storeConformance(shared, { shared: true })) test.concurrent(name, run);
  });

  test('of two processes that claim 100 keys at the same time, each key is claimed once', async () => {
    const path = newPath();
    await claimAtOnce({ kind: 'sqlite', path }, { keys: 100, contenders: 5 });
  });

  test('two processes that open a new file at the same time both can', async () => {
    for (let round = 0; round < 5; round += 1) await claimAtOnce({ kind: 'sqlite', path: newPath() }, { keys: 2 });
  });

  test('what a process wrote is there after it was killed', async () => {
    const path = newPath();
    const child = await storeProcess({ kind: 'sqlite', path });
    expect(await child.ask('putIfAbsent', 'claim', 'running', { ttl: 600 })).toBe(true);
    await child.ask('set', 'result', 'sealed', { ttl: 600 });
    await child.kill();
    const store = createSqliteStore({ path });
    expect(await store.putIfAbsent('claim', 'again', { ttl: 600 })).toBe(false);
    expect(await store.get('result')).toBe('sealed');
    await store.close?.();
  });

  test('is usable, with every claim answered before, after a process was killed while it wrote', async () => {
    const path = newPath();
    const store = createSqliteStore({ path });
    for (let round = 0; round < 5; round += 1) {
      const child = await storeProcess({ kind: 'sqlite', path });
      const claimed = await child.claimUntilKilled(`round ${round}`, 20 + round * 17);
      expect(claimed.length).toBeGreaterThan(0);
      for (const key of claimed) expect(await store.putIfAbsent(key, 'again', { ttl: 600 })).toBe(false);
    }
    await store.close?.();
  });

  test('removes expired rows while it is written to', async () => {
    const path = newPath();
    const store = createSqliteStore({ path });
    for (let index = 0; index < 250; index += 1) await store.set(`old ${index}`, 'value', { ttl: 0 });
    for (let index = 0; index < 100; index += 1) await store.set(`new ${index}`, 'value', { ttl: 600 });
    await store.close?.();
    const database = new DatabaseSync(path);
    const row = database.prepare("SELECT count(*) AS rows FROM action_forms_entries WHERE key LIKE 'old%'").get();
    database.close();
    expect(row?.['rows']).toBe(0);
  });

  /** A store whose file another connection has locked. */
  async function locked(timeout: number) {
    const path = newPath();
    const store = createSqliteStore({ path, timeout });
    await store.set('k', 'before', { ttl: 600 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const unlock = () => {
      other.exec('COMMIT');
      other.close();
    };
    return { store, unlock, claim: () => store.putIfAbsent('claim', 'value', { ttl: 600 }) };
  }

  test('waits for a lock of another process, and lets other work go on meanwhile', async () => {
    const { store, unlock, claim } = await locked(10_000);
    const claimed = claim();
    expect(await store.get('k')).toBe('before');
    unlock();
    expect(await claimed).toBe(true);
    await store.close?.();
  });

  test('rejects with the path when another process holds the lock for too long, and works again after', async () => {
    const { store, unlock, claim } = await locked(100);
    const results = await Promise.allSettled(Array.from({ length: 300 }, claim));
    for (const result of results) {
      expect(result).toMatchObject({
        reason: { name: 'StoreError', message: expect.stringMatching(/store\.sqlite was locked for more than 100 ms/) },
      });
    }
    expect(await store.get('k')).toBe('before');
    unlock();
    expect(await claim()).toBe(true);
    await store.close?.();
  });

  test('rejects with the reason when the file cannot be opened, and opens it once it can', async () => {
    const path = newPath();
    const store = createSqliteStore({ path });
    new DatabaseSync(join(folder, 'wrong')).close();
    const wrong = createSqliteStore({ path: join(folder, 'wrong', 'store.sqlite') });
    await expect(wrong.get('k')).rejects.toThrow(StoreError);
    await expect(wrong.get('k')).rejects.toThrow(/wrong.store\.sqlite/);
    expect(await store.get('k')).toBeUndefined();
    await store.close?.();
  });

  test('keeps a write-ahead log, so that who reads does not wait for who writes', async () => {
    const path = newPath();
    const store = createSqliteStore({ path });
    await store.set('k', 'before', { ttl: 60 });
    const other = new DatabaseSync(path);
    expect(other.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    other.exec('BEGIN IMMEDIATE');
    expect(await store.get('k')).toBe('before');
    other.exec('ROLLBACK');
    other.close();
    await store.close?.();
  });

  test('touches no file before it is used', () => {
    const path = newPath();
    createSqliteStore({ path });
    expect(existsSync(path)).toBe(false);
  });
});

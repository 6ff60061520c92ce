import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store-error.js';

/** Milliseconds that SQLite itself waits for a lock: it stops this process meanwhile. */
const BLOCKING_WAIT = 20;
const SQLITE_BUSY = 5;

const schema = `
  CREATE TABLE IF NOT EXISTS action_forms_entries (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, expires INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS action_forms_expires ON action_forms_entries (expires)`;

/**
 * Opens a database file for several processes at a time, and makes file, folder and table where they are missing.
 * @throws StoreError when it cannot be opened within `timeout` milliseconds.
 */
export async function openSqlite(path: string, timeout: number): Promise<DatabaseSync> {
  const { DatabaseSync } = await loadSqlite();
  const file = resolve(path);
  return withinLocks(file, timeout, () => {
    mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file);
    try {
      database.exec(`PRAGMA busy_timeout = ${BLOCKING_WAIT}; PRAGMA journal_mode = WAL; ${schema}`);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Runs what may meet another process's lock, again until it does not; other requests go on meanwhile. */
export async function withinLocks<T>(file: string, timeout: number, run: () => T): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return run();
    } catch (cause) {
      if (!isBusy(cause)) throw new StoreError(`SQLite failed on ${file}: ${messageOf(cause)}`, { cause });
      if (Date.now() >= end) throw new StoreError(`${file} was locked for more than ${timeout} ms.`, { cause });
    }
    await sleep(2 + Math.random() * BLOCKING_WAIT);
  }
}

async function loadSqlite(): Promise<typeof import('node:sqlite')> {
  try {
    return await import('node:sqlite');
  } catch (cause) {
    throw new StoreError(
      `sqliteStore() needs the module node:sqlite, which this Node (${process.version}) does not offer. Use Node 22.13 or later, or start it with --experimental-sqlite.`,
      { cause },
    );
  }
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error ? Reflect.get(error, 'errcode') : undefined;
  // Extended codes carry the reason above the first byte (https://sqlite.org/rescode.html).
  return typeof code === 'number' && (code & 0xff) === SQLITE_BUSY;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openSqlite, withinLocks } from './sqlite-file.js';
import { SqliteWriter } from './sqlite-writer.js';
import type { AtomicStore, StoreWriteOptions } from './types.js';

export interface SqliteStoreOptions {
  /** The database file, from the working directory of the server. File and folder are made when they are missing. */
  readonly path: string;
  /** Milliseconds that an operation waits for other processes at most. Default 2,000. */
  readonly timeout?: number;
}

/** Writes between two removals of expired rows, and rows that one removal takes at most: it keeps up with any traffic. */
const PURGE_EVERY = 100;
const PURGE_ROWS = 1000;

const durable = { durable: true };
const quick = { durable: false };

/**
 * A store in a SQLite file, for the processes of one machine: it survives restarts and crashes. A claim is on the disk
 * when it is answered, so that it also survives a power failure; a carried result is not waited for.
 * Rejects with a `StoreError`.
 */
export function createSqliteStore({ path, timeout = 2000 }: SqliteStoreOptions): AtomicStore {
  let opening: Promise<Statements> | undefined;

  const opened = async (): Promise<Statements> => {
    opening ??= openSqlite(path, timeout).then((database) => prepare(database, path, timeout));
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };

  return {
    get: async (key) => {
      const { get } = await opened();
      return valueOf(await withinLocks(path, timeout, () => get.all(key, Date.now())));
    },
    set: async (key, value, options) => {
      const { writer, set } = await opened();
      await writer.write(quick, () => set.run(key, value, expiryOf(options)));
    },
    putIfAbsent: async (key, value, options) => {
      const { writer, put } = await opened();
      const { changes } = await writer.write(durable, () => put.run(key, value, expiryOf(options), Date.now()));
      return changes === 1;
    },
    compareAndSwap: async (key, expected, next, options) => {
      const { writer, swap } = await opened();
      const { changes } = await writer.write(durable, () =>
        swap.run(next, expiryOf(options), key, expected, Date.now()),
      );
      return changes === 1;
    },
    take: async (key) => {
      const { writer, take } = await opened();
      return valueOf(await writer.write(durable, () => take.all(key, Date.now())));
    },
    close: async () => {
      (await opening)?.database.close();
      opening = undefined;
    },
  };
}

interface Statements extends Record<'get' | 'set' | 'put' | 'swap' | 'take', StatementSync> {
  readonly database: DatabaseSync;
  readonly writer: SqliteWriter;
}

/** An expired row is no row. */
function prepare(database: DatabaseSync, file: string, timeout: number): Statements {
  // Text would come back as far as its first NUL only.
  const bytes = 'CAST(value AS BLOB) AS value';
  const insert = 'INSERT INTO action_forms_entries AS entry (key, value, expires) VALUES (?, ?, ?)';
  const replace = 'ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires';
  return {
    database,
    writer: new SqliteWriter({ database, file, timeout, beforeWrites: purgeNowAndThen(database) }),
    get: database.prepare(`SELECT ${bytes} FROM action_forms_entries WHERE key = ? AND expires > ?`),
    set: database.prepare(`${insert} ${replace}`),
    put: database.prepare(`${insert} ${replace} WHERE entry.expires <= ?`),
    swap: database.prepare(
      'UPDATE action_forms_entries SET value = ?, expires = ? WHERE key = ? AND value = ? AND expires > ?',
    ),
    take: database.prepare(`DELETE FROM action_forms_entries WHERE key = ? AND expires > ? RETURNING ${bytes}`),
  };
}

function purgeNowAndThen(database: DatabaseSync): (writes: number) => void {
  const purge = database.prepare(
    'DELETE FROM action_forms_entries WHERE rowid IN (SELECT rowid FROM action_forms_entries WHERE expires <= ? LIMIT ?)',
  );
  let due = 0;
  return (writes) => {
    due -= writes;
    if (due > 0) return;
    due = PURGE_EVERY;
    purge.run(Date.now(), PURGE_ROWS);
  };
}

function expiryOf({ ttl }: StoreWriteOptions): number {
  return Math.ceil(Date.now() + ttl * 1000);
}

function valueOf([row]: readonly Record<string, unknown>[]): string | undefined {
  if (row === undefined) return undefined;
  return Buffer.from(row['value'] as Uint8Array).toString(); // why: the statements ask for bytes of a column that is NOT NULL
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openSqlite, withinLocks } from './sqlite-file.js';
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

/**
 * A store in a SQLite file, for the processes of one machine: it survives restarts and crashes. A claim is on the disk
 * when it is answered, so that it also survives a power failure; a carried result is not waited for.
 * Rejects with a `StoreError`.
 */
export function createSqliteStore({ path, timeout = 2000 }: SqliteStoreOptions): AtomicStore {
  let opening: Promise<Statements> | undefined;
  let writes = 0;

  const opened = async (): Promise<Statements> => {
    opening ??= openSqlite(path, timeout).then(prepare);
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  const read = async <T>(run: (statements: Statements) => T): Promise<T> => {
    const statements = await opened();
    return withinLocks(path, timeout, () => run(statements));
  };
  const write = <T>(durability: Durability, run: (statements: Statements) => T): Promise<T> =>
    read((statements) => {
      statements.database.exec(`PRAGMA synchronous = ${durability}`);
      // Before the write: were it locked after it, the write would run again, and a claim meet itself.
      if (writes++ % PURGE_EVERY === 0) statements.purge.run(Date.now(), PURGE_ROWS);
      return run(statements);
    });

  return {
    get: (key) => read(({ get }) => valueOf(get.get(key, Date.now()))),
    set: (key, value, options) => write('NORMAL', ({ set }) => void set.run(key, value, expiryOf(options))),
    putIfAbsent: (key, value, options) =>
      write('FULL', ({ put }) => put.run(key, value, expiryOf(options), Date.now()).changes === 1),
    compareAndSwap: (key, expected, next, options) =>
      write('FULL', ({ swap }) => swap.run(next, expiryOf(options), key, expected, Date.now()).changes === 1),
    // All rows are asked for, since only then an error of the commit is thrown.
    take: (key) => write('FULL', ({ take }) => valueOf(take.all(key, Date.now())[0])),
    close: async () => {
      (await opening)?.database.close();
      opening = undefined;
    },
  };
}

/** `FULL` waits for the disk, `NORMAL` does not (https://sqlite.org/pragma.html#pragma_synchronous). */
type Durability = 'FULL' | 'NORMAL';

interface Statements extends Record<'get' | 'set' | 'put' | 'swap' | 'take' | 'purge', StatementSync> {
  readonly database: DatabaseSync;
}

/** Each is one statement, and SQLite runs a statement as a whole or not at all. An expired row is no row. */
function prepare(database: DatabaseSync): Statements {
  // Text would come back as far as its first NUL only.
  const bytes = 'CAST(value AS BLOB) AS value';
  const insert = 'INSERT INTO action_forms_entries AS entry (key, value, expires) VALUES (?, ?, ?)';
  const replace = 'ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires';
  return {
    database,
    get: database.prepare(`SELECT ${bytes} FROM action_forms_entries WHERE key = ? AND expires > ?`),
    set: database.prepare(`${insert} ${replace}`),
    put: database.prepare(`${insert} ${replace} WHERE entry.expires <= ?`),
    swap: database.prepare(
      'UPDATE action_forms_entries SET value = ?, expires = ? WHERE key = ? AND value = ? AND expires > ?',
    ),
    take: database.prepare(`DELETE FROM action_forms_entries WHERE key = ? AND expires > ? RETURNING ${bytes}`),
    purge: database.prepare(
      'DELETE FROM action_forms_entries WHERE rowid IN (SELECT rowid FROM action_forms_entries WHERE expires <= ? LIMIT ?)',
    ),
  };
}

function expiryOf({ ttl }: StoreWriteOptions): number {
  return Math.ceil(Date.now() + ttl * 1000);
}

function valueOf(row: Record<string, unknown> | undefined): string | undefined {
  if (row === undefined) return undefined;
  return Buffer.from(row['value'] as Uint8Array).toString(); // why: the statements ask for bytes of a column that is NOT NULL
}

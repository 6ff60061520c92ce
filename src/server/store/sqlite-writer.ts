import type { DatabaseSync } from 'node:sqlite';
import { withinLocks } from './sqlite-file.js';

export interface WriteOptions {
  /** Whether the write has to survive a power failure once it is answered. */
  readonly durable: boolean;
}

export interface SqliteWriterOptions {
  readonly database: DatabaseSync;
  /** For messages. */
  readonly file: string;
  /** Milliseconds that a transaction waits for other processes at most. */
  readonly timeout: number;
  /** Runs in front of the writes of a transaction, and is told how many they are. */
  readonly beforeWrites: (count: number) => void;
}

interface Write extends WriteOptions {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes of a transaction. It holds up other work, and other processes, while it runs. */
const WRITES_AT_ONCE = 200;

/**
 * Joins writes that come at the same time in one transaction, so that all of them wait for the disk once. They run one
 * after the other, each sees what those before it did, and none is answered before the transaction is committed.
 */
export class SqliteWriter {
  readonly #options: SqliteWriterOptions;
  readonly #waiting: Write[] = [];
  #isScheduled = false;

  constructor(options: SqliteWriterOptions) {
    this.#options = options;
  }

  /** @throws StoreError when the transaction does not come about. */
  write<T>(options: WriteOptions, run: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ ...options, run, resolve, reject });
    this.#schedule();
    return promise as Promise<T>; // why: it is resolved with what `run` returns
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => void this.#work());
  }

  async #work(): Promise<void> {
    const { file, timeout } = this.#options;
    try {
      const values = await withinLocks(file, timeout, () => this.#commit(this.#waiting.slice(0, WRITES_AT_ONCE)));
      this.#waiting.splice(0, values.length).forEach(({ resolve }, index) => resolve(values[index]));
    } catch (error) {
      // Those behind would wait as long again, and for the same.
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    }
    this.#isScheduled = false;
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Without a pause, so that nothing else of this process comes between. */
  #commit(writes: readonly Write[]): unknown[] {
    const { database, beforeWrites } = this.#options;
    // https://sqlite.org/pragma.html#pragma_synchronous: in WAL mode, FULL waits for the disk and NORMAL does not.
    database.exec(`PRAGMA synchronous = ${writes.some(({ durable }) => durable) ? 'FULL' : 'NORMAL'}; BEGIN IMMEDIATE`);
    try {
      beforeWrites(writes.length);
      const values = writes.map(({ run }) => run());
      database.exec('COMMIT');
      return values;
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back itself, as it does when the disk is full.
  }
}

import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SqliteWriter } from '../../../src/server/store/sqlite-writer.js';

let database: DatabaseSync;
let transactions: number[];
let writer: SqliteWriter;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE numbers (number INTEGER PRIMARY KEY)');
  transactions = [];
  const beforeWrites = (count: number) => void transactions.push(count);
  writer = new SqliteWriter({ database, file: 'numbers', timeout: 100, beforeWrites });
});
afterEach(() => database.close());

const insert = (number: number) =>
  writer.write({ durable: true }, () => database.prepare('INSERT INTO numbers VALUES (?)').run(number).changes);
const count = () => database.prepare('SELECT count(*) AS rows FROM numbers').get()?.['rows'];

describe('writes to SQLite', () => {
  test('that come at the same time share a transaction, and each gets its own answer', async () => {
    const answers = await Promise.all([insert(1), insert(2), writer.write({ durable: false }, count), insert(3)]);
    expect(answers).toEqual([1, 1, 2, 1]);
    expect(transactions).toEqual([4]);
  });

  test('that come one after the other have one each', async () => {
    await insert(1);
    await insert(2);
    expect(transactions).toEqual([1, 1]);
  });

  test('that are many are all done, in several transactions', async () => {
    await Promise.all(Array.from({ length: 1000 }, (_, number) => insert(number)));
    expect(count()).toBe(1000);
    expect(transactions.length).toBeGreaterThan(1);
  });

  test('are all undone and rejected when one of a transaction fails, and later ones work', async () => {
    await insert(1);
    const results = await Promise.allSettled([insert(2), insert(1), insert(3)]);
    for (const result of results) {
      expect(result).toMatchObject({ reason: { name: 'StoreError', message: expect.stringMatching(/UNIQUE/) } });
    }
    expect(count()).toBe(1);
    expect(await insert(2)).toBe(1);
  });

  test('are rejected when their transaction cannot be committed, also by an error that SQLite undid itself', async () => {
    const undone = writer.write({ durable: true }, () => database.exec('INSERT INTO numbers VALUES (1); ROLLBACK'));
    await expect(undone).rejects.toThrow(/no transaction is active/);
    expect(count()).toBe(0);
    expect(await insert(1)).toBe(1);
  });
});

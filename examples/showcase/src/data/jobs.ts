import { database } from './database';

export interface Job {
  id: number;
  title: string;
  done: boolean;
}

const select = database.prepare('SELECT id, title, done FROM jobs WHERE visitor = ? ORDER BY id LIMIT 50');
const insert = database.prepare('INSERT INTO jobs (visitor, title) VALUES (?, ?)');
const update = database.prepare('UPDATE jobs SET done = ? WHERE id = ? AND visitor = ?');
const remove = database.prepare('DELETE FROM jobs WHERE id = ? AND visitor = ?');

/** The visitor's own, oldest first. */
export function listJobs(visitor: string): Job[] {
  return select.all(visitor).map((row) => ({
    id: Number(row['id']),
    title: String(row['title']),
    done: row['done'] === 1,
  }));
}

export function addJob(title: string, visitor: string): number {
  return Number(insert.run(visitor, title).lastInsertRowid);
}

/** False when there is no such job. */
export function setDone(id: number, done: boolean, visitor: string): boolean {
  return update.run(Number(done), id, visitor).changes === 1;
}

/** False when there is no such job. */
export function removeJob(id: number, visitor: string): boolean {
  return remove.run(id, visitor).changes === 1;
}

import { database } from './database';

export interface Entry {
  id: number;
  name: string;
  message: string;
  writtenAt: Date;
  /** Whether the asking visitor wrote it. */
  own: boolean;
}

const insert = database.prepare('INSERT INTO entries (author, name, message, written_at) VALUES (?, ?, ?, ?)');
const remove = database.prepare('DELETE FROM entries WHERE id = ? AND author = ?');
const select = database.prepare(
  'SELECT id, name, message, written_at, author = ? AS own FROM entries ORDER BY id DESC LIMIT 50',
);

addFirstEntries();

/** Newest first, fifty at most. */
export function listEntries(visitor: string): Entry[] {
  return select.all(visitor).map((row) => ({
    id: Number(row['id']),
    name: String(row['name']),
    message: String(row['message']),
    writtenAt: new Date(Number(row['written_at'])),
    own: row['own'] === 1,
  }));
}

export function addEntry(entry: { name: string; message: string }, visitor: string): number {
  return Number(insert.run(visitor, entry.name, entry.message, Date.now()).lastInsertRowid);
}

/** False when there is no such entry, or somebody else wrote it. */
export function removeEntry(id: number, visitor: string): boolean {
  return remove.run(id, visitor).changes === 1;
}

function addFirstEntries(): void {
  // AUTOINCREMENT leaves a row there: a guestbook that was emptied stays empty.
  if (database.prepare("SELECT 1 FROM sqlite_sequence WHERE name = 'entries'").get()) return;
  const house = 'house';
  insert.run(
    house,
    'Marit',
    'The heron hangs above my desk. The pink is even louder than on the screen.',
    Date.UTC(2026, 8, 12, 10, 20),
  );
  insert.run(
    house,
    'Joaquín',
    'Came for the open evening,\nleft with forty postcards and blue thumbs.',
    Date.UTC(2026, 9, 3, 19, 45),
  );
}

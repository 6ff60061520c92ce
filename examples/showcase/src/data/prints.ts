import { database } from './database';

export interface Print {
  id: PrintId;
  name: string;
  about: string;
  likes: number;
  /** Whether the asking visitor likes it. */
  liked: boolean;
}

export const printIds = ['heron', 'tide', 'misprint'] as const;
export type PrintId = (typeof printIds)[number];

const catalogue: Record<PrintId, { name: string; about: string; likedBefore: number }> = {
  heron: { name: 'Heron at low tide', about: 'Blue and pink, A3', likedBefore: 41 },
  tide: { name: 'Tide table', about: 'Blue, A2', likedBefore: 12 },
  misprint: { name: 'Misprint', about: 'Nobody may like it: the server says no', likedBefore: 0 },
};

const count = database.prepare('SELECT count(*) AS likes FROM likes WHERE print = ?');
const find = database.prepare('SELECT 1 FROM likes WHERE print = ? AND visitor = ?');
const insert = database.prepare('INSERT INTO likes (print, visitor) VALUES (?, ?) ON CONFLICT DO NOTHING');
const remove = database.prepare('DELETE FROM likes WHERE print = ? AND visitor = ?');

export function listPrints(visitor: string): Print[] {
  return printIds.map((id) => {
    const { likedBefore, ...print } = catalogue[id];
    const likes = likedBefore + Number(count.get(id)?.['likes'] ?? 0);
    return { id, ...print, likes, liked: find.get(id, visitor) !== undefined };
  });
}

/** Likes a print, or takes that back. Doing it twice changes nothing. */
export function setLike(id: PrintId, liked: boolean, visitor: string): void {
  (liked ? insert : remove).run(id, visitor);
}

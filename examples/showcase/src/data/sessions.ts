import { createHash, randomBytes } from 'node:crypto';
import { database } from './database';
import type { Member } from './members';

/** How long a login lasts. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

const insert = database.prepare('INSERT INTO sessions (id_hash, member_id, expires_at) VALUES (?, ?, ?)');
const remove = database.prepare('DELETE FROM sessions WHERE id_hash = ? OR expires_at < ?');
const select = database.prepare(`
  SELECT members.id, members.email, members.name FROM sessions JOIN members ON members.id = member_id
  WHERE id_hash = ? AND expires_at >= ?
`);

/** Opens a session and gives its id, which only the browser keeps: the file has a hash of it. */
export function openSession(memberId: number): string {
  const id = randomBytes(32).toString('base64url');
  insert.run(hashId(id), memberId, Date.now() + SESSION_SECONDS * 1000);
  return id;
}

export function memberOfSession(id: string): Member | undefined {
  const row = select.get(hashId(id), Date.now());
  return row && { id: Number(row['id']), email: String(row['email']), name: String(row['name']) };
}

/** Ends a session, and clears away those that have run out. */
export function closeSession(id: string): void {
  remove.run(hashId(id), Date.now());
}

function hashId(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

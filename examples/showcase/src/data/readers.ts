import { database } from './database';

const insert = database.prepare('INSERT INTO readers (email, joined_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
const remove = database.prepare('DELETE FROM readers WHERE email = ?');

/** Puts an address on the list of the newsletter. False when it is there already. */
export function addReader(email: string): boolean {
  return insert.run(email.toLowerCase(), Date.now()).changes === 1;
}

/** Takes an address off the list. One that is not on it stays so. */
export function removeReader(email: string): void {
  remove.run(email.toLowerCase());
}

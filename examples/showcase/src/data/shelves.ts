import { database } from './database';

export const shelfSizes = { small: 'Small, for cards', large: 'Large, for posters' };

const insert = database.prepare('INSERT INTO shelves (name, email, size) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
const find = database.prepare('SELECT 1 FROM shelves WHERE name = ?');

insert.run('heron', 'ada@example.com', 'small');

/** Whether nobody has a shelf of this name. A real studio might have to ask another server. */
export async function isFree(name: string): Promise<boolean> {
  return find.get(name.toLowerCase()) === undefined;
}

/** Reserves a shelf. False when somebody was faster. */
export function reserveShelf({ name, email, size }: Record<'name' | 'email' | 'size', string>): boolean {
  return insert.run(name.toLowerCase(), email, size).changes === 1;
}

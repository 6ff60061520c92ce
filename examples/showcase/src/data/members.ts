import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { database } from './database';

export interface Member {
  id: number;
  email: string;
  name: string;
}

/** The account that the login page tells everybody about. */
export const demoMember = { email: 'ada@example.com', name: 'Ada', password: 'two drums' };

const select = database.prepare('SELECT id, email, name, salt, password_hash FROM members WHERE email = ?');

await addDemoMember();

/** The member with this address and password. Takes as long for an unknown address as for a wrong password. */
export async function findMember(email: string, password: string): Promise<Member | undefined> {
  const row = select.get(email.toLowerCase());
  const hash = await hashPassword(password, String(row?.['salt'] ?? ''));
  const expected = Buffer.from(String(row?.['password_hash'] ?? ''), 'hex');
  if (!row || hash.length !== expected.length || !timingSafeEqual(hash, expected)) return undefined;
  return { id: Number(row['id']), email: String(row['email']), name: String(row['name']) };
}

async function hashPassword(password: string, salt: string): Promise<Buffer> {
  // The callback's type is Buffer; promisify picks an overload that has lost it.
  return (await promisify(scrypt)(password.normalize('NFKC'), salt, 32)) as Buffer;
}

async function addDemoMember(): Promise<void> {
  if (select.get(demoMember.email)) return;
  const salt = randomBytes(16).toString('hex');
  const hash = await hashPassword(demoMember.password, salt);
  database
    .prepare('INSERT OR IGNORE INTO members (email, name, salt, password_hash) VALUES (?, ?, ?, ?)')
    .run(demoMember.email, demoMember.name, salt, hash.toString('hex'));
}

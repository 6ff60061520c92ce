import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SHOWCASE_DATA } from 'astro:env/server';

mkdirSync(SHOWCASE_DATA, { recursive: true });

/** The one file that everything is kept in. */
export const database = new DatabaseSync(join(SHOWCASE_DATA, 'showcase.sqlite'), { timeout: 5_000 });

database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA foreign_keys = ON;

  CREATE TABLE IF NOT EXISTS readers (
    email TEXT PRIMARY KEY,
    joined_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS shelves (
    name TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    size TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    author TEXT NOT NULL,
    name TEXT NOT NULL,
    message TEXT NOT NULL,
    written_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY,
    visitor TEXT NOT NULL,
    email TEXT NOT NULL,
    street TEXT NOT NULL,
    zip TEXT NOT NULL,
    placed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS orders_by_visitor ON orders (visitor, placed_at);

  CREATE TABLE IF NOT EXISTS order_items (
    order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sku TEXT NOT NULL,
    qty INTEGER NOT NULL,
    PRIMARY KEY (order_id, position)
  ) STRICT;

  CREATE TABLE IF NOT EXISTS profiles (
    visitor TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    website TEXT,
    birthday TEXT,
    ink TEXT NOT NULL,
    delivery TEXT NOT NULL,
    topics TEXT NOT NULL,
    about TEXT,
    samples INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS bookings (
    id INTEGER PRIMARY KEY,
    visitor TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    day TEXT NOT NULL,
    starts TEXT NOT NULL,
    seats INTEGER NOT NULL,
    drums TEXT NOT NULL,
    papers TEXT NOT NULL,
    drawing TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS bookings_by_visitor ON bookings (visitor);

  CREATE TABLE IF NOT EXISTS members (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    salt TEXT NOT NULL,
    password_hash TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS sessions (
    id_hash TEXT PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS likes (
    print TEXT NOT NULL,
    visitor TEXT NOT NULL,
    PRIMARY KEY (print, visitor)
  ) STRICT;

  CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY,
    visitor TEXT NOT NULL,
    title TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS jobs_by_visitor ON jobs (visitor);

  CREATE TABLE IF NOT EXISTS studio_days (
    day TEXT PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    drums TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS zines (
    visitor TEXT PRIMARY KEY,
    zine TEXT NOT NULL
  ) STRICT;
`);

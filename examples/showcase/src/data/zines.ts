import type { Zine } from '../actions/zine';
import { database } from './database';

const select = database.prepare('SELECT zine FROM zines WHERE visitor = ?');
const upsert = database.prepare('INSERT OR REPLACE INTO zines (visitor, zine) VALUES (?, ?)');

/** What is there before anything was saved, so that there is something to move about. */
const first: Zine = {
  title: 'Birds of the canal',
  tags: ['birds', 'two colours'],
  blocks: [
    { kind: 'heading', words: 'At low tide' },
    {
      kind: 'row',
      blocks: [
        { kind: 'picture', print: 'heron' },
        { kind: 'text', text: 'The heron stands below the second lock, and is in no hurry.' },
      ],
    },
  ],
};

/** The visitor's own. */
export function findZine(visitor: string): Zine {
  const row = select.get(visitor);
  // Only saveZine writes this column.
  return row ? (JSON.parse(String(row['zine'])) as Zine) : first;
}

export function saveZine(zine: Zine, visitor: string): void {
  upsert.run(visitor, JSON.stringify(zine));
}

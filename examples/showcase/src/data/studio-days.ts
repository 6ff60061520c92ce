import { database } from './database';

export const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
export type Day = (typeof days)[number];

export interface StudioDay {
  day: Day;
  who: string;
  drums: string;
}

const select = database.prepare(
  'SELECT day, members.name, drums FROM studio_days JOIN members ON members.id = member_id ORDER BY day',
);
const insert = database.prepare(`
  INSERT INTO studio_days (day, member_id, drums) VALUES (?, ?, ?)
  ON CONFLICT (day) DO UPDATE SET drums = excluded.drums WHERE member_id = excluded.member_id
`);

export function listStudioDays(): StudioDay[] {
  return select.all().flatMap((row) => {
    const day = days.find((name) => name === row['day']);
    return day === undefined ? [] : { day, who: String(row['name']), drums: String(row['drums']) };
  });
}

/** False when somebody else has the day. Whose day it is may change what is printed. */
export function bookDay(day: Day, drums: string, memberId: number): boolean {
  return insert.run(day, memberId, drums).changes === 1;
}

import { database } from './database';

/** What can be chosen, and what people read. */
export const inkLabels = { blue: 'Medium blue', pink: 'Fluorescent pink', yellow: 'Yellow', green: 'Hunter green' };
export const deliveryLabels = { post: 'By post', courier: 'By bicycle courier', collect: 'I collect it at the studio' };
export const topicLabels = { notebooks: 'Notebooks', prints: 'Prints', calendars: 'Calendars', workshops: 'Workshops' };

export const inks = keysOf(inkLabels);
export const deliveries = keysOf(deliveryLabels);
export const topics = keysOf(topicLabels);

export interface Profile {
  name: string;
  website: string | null;
  birthday: Date | null;
  ink: (typeof inks)[number];
  delivery: (typeof deliveries)[number];
  topics: (typeof topics)[number][];
  about: string | null;
  samples: boolean;
}

type ProfileChanges = { [Key in keyof Profile]?: Profile[Key] | undefined };

const select = database.prepare('SELECT * FROM profiles WHERE visitor = ?');
const upsert = database.prepare(`
  INSERT OR REPLACE INTO profiles (visitor, name, website, birthday, ink, delivery, topics, about, samples)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
`);

/** What is there before anything was saved, so that there is something to edit and to clear. */
const newcomer: Profile = {
  name: 'Robin Vale',
  website: 'https://robin.example',
  birthday: new Date('1990-04-18'),
  ink: 'blue',
  delivery: 'post',
  topics: ['prints', 'workshops'],
  about: 'I fold what others throw away.',
  samples: true,
};

export function findProfile(visitor: string): Profile {
  const row = select.get(visitor);
  if (!row) return newcomer;
  return {
    name: String(row['name']),
    website: textOrNull(row['website']),
    birthday: row['birthday'] ? new Date(String(row['birthday'])) : null,
    ink: inks.find((ink) => ink === row['ink']) ?? newcomer.ink,
    delivery: deliveries.find((delivery) => delivery === row['delivery']) ?? newcomer.delivery,
    topics: topics.filter((topic) => String(row['topics']).split(' ').includes(topic)),
    about: textOrNull(row['about']),
    samples: row['samples'] === 1,
  };
}

/** Takes part of a profile: a key that is missing stays as it was, `null` clears it. */
export function saveProfile(changes: ProfileChanges, visitor: string): Profile {
  const profile: Profile = { ...findProfile(visitor), ...dropUndefined(changes) };
  upsert.run(
    visitor,
    profile.name,
    profile.website,
    profile.birthday && profile.birthday.toISOString().slice(0, 10),
    profile.ink,
    profile.delivery,
    profile.topics.join(' '),
    profile.about,
    Number(profile.samples),
  );
  return profile;
}

function dropUndefined(changes: ProfileChanges): Partial<Profile> {
  // Object.fromEntries forgets the keys' types; none is added here.
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Profile>;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function keysOf<T extends object>(labels: T): (keyof T)[] {
  // Object.keys forgets which keys they are; the tables above have no others.
  return Object.keys(labels) as (keyof T)[];
}

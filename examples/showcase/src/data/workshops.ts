import { database } from './database';

/** When the press is free for guests: two drums, so two groups at a time. */
export interface Slot {
  day: 'sat' | 'sun';
  /** `HH:MM` */
  from: string;
}

const dayNames = { sat: 'Saturday', sun: 'Sunday' };
export const days = ['sat', 'sun'] as const;
export const slots: readonly Slot[] = [
  { day: 'sat', from: '10:00' },
  { day: 'sat', from: '14:00' },
  { day: 'sun', from: '10:00' },
];

/** Weights of the papers, in grams a square metre. */
export const paperLabels = { 90: '90 g, cream', 120: '120 g, white', 250: '250 g, board' };
export const drumLabels = { blue: 'Medium blue', pink: 'Fluorescent pink', yellow: 'Yellow' };

export interface NewBooking {
  name: string;
  email: string;
  slot: Slot;
  seats: number;
  drums: string[];
  papers: number[];
  /** Name and size of the drawing; the file itself is not kept. */
  drawing: { name: string; size: number } | undefined;
}

export type Booking = Omit<NewBooking, 'email'>;

const insert = database.prepare(
  'INSERT INTO bookings (visitor, name, email, day, starts, seats, drums, papers, drawing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
);
const select = database.prepare('SELECT * FROM bookings WHERE visitor = ? ORDER BY id DESC LIMIT 10');

export function saveBooking(booking: NewBooking, visitor: string): void {
  const { name, email, slot, seats, drums, papers, drawing } = booking;
  const lists = [drums.join(' '), papers.join(' '), drawing ? JSON.stringify(drawing) : null];
  insert.run(visitor, name, email, slot.day, slot.from, seats, ...lists);
}

/** The visitor's own, newest first. */
export function listBookings(visitor: string): Booking[] {
  return select.all(visitor).map((row) => ({
    name: String(row['name']),
    slot: { day: row['day'] === 'sun' ? 'sun' : 'sat', from: String(row['starts']) },
    seats: Number(row['seats']),
    drums: words(row['drums']),
    papers: words(row['papers']).map(Number),
    drawing: row['drawing'] ? JSON.parse(String(row['drawing'])) : undefined,
  }));
}

export function isOffered({ day, from }: Slot): boolean {
  return slots.some((slot) => slot.day === day && slot.from === from);
}

export function nameSlot({ day, from }: Slot): string {
  return `${dayNames[day]}, ${from}`;
}

function words(value: unknown): string[] {
  return String(value).split(' ').filter(Boolean);
}

import type { Bound } from './kinds.js';
import { isNearChange, toWall } from './time-zone.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The first day that is valid, as the value of a date control. */
export function toMinDay({ value, exclusive }: Bound<Date>): string | undefined {
  const first = Math.ceil(value.getTime() / DAY);
  return formatDateInput('date', new Date((exclusive && first * DAY === value.getTime() ? first + 1 : first) * DAY));
}

/** The last day that is valid. */
export function toMaxDay({ value, exclusive }: Bound<Date>): string | undefined {
  const last = Math.floor(value.getTime() / DAY);
  return formatDateInput('date', new Date((exclusive && last * DAY === value.getTime() ? last - 1 : last) * DAY));
}

/**
 * The minute before which nothing is valid, as the value of a `datetime-local` control. With a second in it, the control
 * would ask for seconds. `undefined` where clocks are changed: wall times are not in the order of instants there.
 */
export function toMinMinute({ value }: Bound<Date>, timeZone: string): string | undefined {
  return toMinute(value.getTime(), timeZone, Math.floor);
}

/** The minute after which nothing is valid. */
export function toMaxMinute({ value }: Bound<Date>, timeZone: string): string | undefined {
  return toMinute(value.getTime(), timeZone, Math.ceil);
}

function toMinute(instant: number, timeZone: string, round: (minutes: number) => number): string | undefined {
  if (!isShown(new Date(instant)) || isNearChange(instant, timeZone)) return undefined;
  return formatDateInput('datetime-local', new Date(round(toWall(instant, timeZone) / MINUTE) * MINUTE));
}

/** A date as the value of a control, in UTC. `undefined` for what the control cannot show. */
export function formatDateInput(type: 'date' | 'datetime-local', date: Date): string | undefined {
  if (!isShown(date)) return undefined;
  const text = date.toISOString();
  if (type === 'date') return text.slice(0, 10);
  return text.slice(0, text.endsWith(':00.000Z') ? 16 : text.endsWith('.000Z') ? 19 : 23);
}

function isShown(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

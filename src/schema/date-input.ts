import type { Bound } from './kinds.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A bound as `<input type=date>` (UTC days) or `datetime-local` (UTC minutes) has it; moved inwards to a value that is valid. */
export function toDateInput(
  type: 'date' | 'datetime-local',
  bound: Bound<Date>,
  round: 'up' | 'down',
): string | undefined {
  const unit = type === 'date' ? DAY : MINUTE;
  const time = bound.value.getTime();
  const count = round === 'up' ? Math.ceil(time / unit) : Math.floor(time / unit);
  const isOnBound = bound.exclusive && count * unit === time;
  return formatDateInput(type, new Date((isOnBound ? (round === 'up' ? count + 1 : count - 1) : count) * unit));
}

/** A date as the value of a date control, in UTC. `undefined` for what the control cannot show. */
export function formatDateInput(type: 'date' | 'datetime-local', date: Date): string | undefined {
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return undefined;
  const text = date.toISOString();
  if (type === 'date') return text.slice(0, 10);
  return text.slice(0, text.endsWith(':00.000Z') ? 16 : text.endsWith('.000Z') ? 19 : 23);
}

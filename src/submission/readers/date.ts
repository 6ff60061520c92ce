import { toUtc } from './time-zone.js';

const pattern = /^(\d{4,6})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** A year short of the last one that `Date` has, so that every zone has it whole. */
const MAX_YEAR = 275_759;

/**
 * A date as HTML's date controls and ISO 8601 write it. A day alone is UTC midnight; a time without an offset is meant
 * in `timeZone`. `undefined` for any other text and for days that no calendar has.
 */
export function readDate(text: string, timeZone: string): Date | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year === 0 || year > MAX_YEAR || hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const wall = new Date(0);
  // setUTCFullYear takes years below 100 as they are
  wall.setUTCFullYear(year, month - 1, day);
  if (wall.getUTCMonth() !== month - 1 || wall.getUTCDate() !== day) return undefined;
  wall.setUTCHours(hour, minute, second, milliseconds);
  const time = atOffset(wall.getTime(), match[4] === undefined ? 'Z' : match[8], timeZone);
  return time === undefined || Number.isNaN(time) ? undefined : new Date(time);
}

function atOffset(wall: number, offset: string | undefined, timeZone: string): number | undefined {
  if (offset === 'Z') return wall;
  if (offset === undefined) return toUtc(wall, timeZone);
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4));
  if (hours > 23 || minutes > 59) return undefined;
  return wall - (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

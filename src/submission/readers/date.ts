import { toUtc } from '../../schema/time-zone.js';

const pattern = /^(\d{4,6})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** A year short of the last one that `Date` has, so that every zone has it whole. */
const MAX_YEAR = 275_759;

/**
 * A date as HTML's date controls and ISO 8601 write it. A day alone is UTC midnight; a time without an offset is meant
 * in `timeZone`. `undefined` for any other text and for days that no calendar has.
 */
export function readDate(text: string, timeZone: string): Date | undefined {
  // what a date control sends, which is nearly every date
  if (text.length === DAY_LENGTH) return readDay(text);
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const wall = toMidnight(year, month, day);
  if (!wall) return undefined;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  wall.setUTCHours(hour, minute, second, milliseconds);
  const time = atOffset(wall.getTime(), match[4] === undefined ? 'Z' : match[8], timeZone);
  return time === undefined || Number.isNaN(time) ? undefined : new Date(time);
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;
const HYPHEN = 0x2d;
const ZERO = 0x30;

/** `YYYY-MM-DD`. No other text of this length is a date. */
function readDay(text: string): Date | undefined {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  const year = readTwoDigits(text, 0) * 100 + readTwoDigits(text, 2);
  const month = readTwoDigits(text, 5);
  const day = readTwoDigits(text, 8);
  return Number.isNaN(year + month + day) ? undefined : toMidnight(year, month, day);
}

/** `NaN` for anything but two digits. */
function readTwoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The beginning of a day in UTC. `undefined` if the calendar does not have it. */
function toMidnight(year: number, month: number, day: number): Date | undefined {
  if (year === 0 || year > MAX_YEAR || day === 0 || !(day <= daysOf(year, month))) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date takes a year below 100 for one of the last century
  if (year < 100) date.setUTCFullYear(year, month - 1, day);
  return date;
}

const daysByMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `NaN` for a month that no year has. */
function daysOf(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (daysByMonth[month - 1] ?? Number.NaN);
}

function atOffset(wall: number, offset: string | undefined, timeZone: string): number | undefined {
  if (offset === 'Z') return wall;
  if (offset === undefined) return toUtc(wall, timeZone);
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4));
  if (hours > 23 || minutes > 59) return undefined;
  return wall - (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

const DAY = 86_400_000;

/**
 * The instant at which clocks in a zone show a wall time, both in milliseconds. As `Temporal` has it by default: of
 * two instants the earlier one; a time that is skipped in spring is moved on by what is skipped.
 *
 * @throws {RangeError} if the zone is not an IANA name.
 */
export function toUtc(wall: number, timeZone: string): number {
  if (timeZone === 'UTC') return wall;
  const before = offsetAt(wall - DAY, timeZone);
  const after = offsetAt(wall + DAY, timeZone);
  const instants = [wall - before, wall - after].filter((instant) => instant + offsetAt(instant, timeZone) === wall);
  return instants.length > 0 ? Math.min(...instants) : wall - before;
}

/** The wall time that clocks in a zone show at an instant, both in milliseconds. */
export function toWall(instant: number, timeZone: string): number {
  return timeZone === 'UTC' ? instant : instant + offsetAt(instant, timeZone);
}

/** Whether the clocks of a zone are changed within a day of an instant. */
export function isNearChange(instant: number, timeZone: string): boolean {
  if (timeZone === 'UTC') return false;
  const offset = offsetAt(instant, timeZone);
  return offsetAt(instant - DAY, timeZone) !== offset || offsetAt(instant + DAY, timeZone) !== offset;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetAt(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const shown = formatterOf(timeZone).formatToParts(whole);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.find((one) => one.type === type)?.value);
  const wall = new Date(0);
  wall.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  wall.setUTCHours(part('hour'), part('minute'), part('second'));
  return wall.getTime() - whole;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

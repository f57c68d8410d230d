/** Days from 30.12.1899, the zero of spreadsheets, to 01.01.1970. */
const EPOCH = 25569;
const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;

interface Zone {
  format: Intl.DateTimeFormat;
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

/** Local time minus UTC in milliseconds. Zones change their offset on a quarter of an hour, hence the memory by quarter. */
function offsetAt(instant: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const quarter = Math.floor(instant / QUARTER_HOUR);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  const second = Math.floor(instant / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(second)) part[type] = Number(value);
  const local = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  const offset = local - second;
  zone.offsets.set(quarter, offset);
  return offset;
}

/** The serial day, with its time as a fraction, that the clock of `timeZone` shows at an instant. */
export const serialOf = (instant: number, timeZone: string): number =>
  (instant + offsetAt(instant, timeZone)) / DAY + EPOCH;

/** The instant at which the clock of `timeZone` shows a serial day. A time skipped by the clock is taken an hour later. */
export function instantOf(serial: number, timeZone: string): number {
  const local = Math.round((serial - EPOCH) * DAY);
  const first = offsetAt(local - offsetAt(local, timeZone), timeZone);
  const second = offsetAt(local - first, timeZone);
  return local - Math.min(first, second);
}

/** 31.12.9999: beyond it a number is no date [K]. */
const LAST_DAY = 2_958_465;

/** What a number is in a cell that shows dates. */
export const dateOrNumber = (serial: number, timeZone: string): Date | number =>
  Math.abs(serial) <= LAST_DAY ? new Date(instantOf(serial, timeZone)) : serial;

export const serialOfDay = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY) + EPOCH;
};

/** Year, month and the rest of a serial day, whatever the time zone. */
export function partsOf(serial: number) {
  const date = new Date(Math.round((serial - EPOCH) * DAY));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    milliseconds: date.getUTCMilliseconds(),
  };
}

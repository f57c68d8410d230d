const DAY = 24 * 60 * 60 * 1000;
/** Day 0 of a spreadsheet. */
const EPOCH = Date.UTC(1899, 11, 30);

/** A day as the number that a plain format makes of it; null for a moment of a day. */
export function serialOf(date: Date): number | null {
  if (date.getHours() + date.getMinutes() + date.getSeconds() > 0) return null;
  return Math.round((Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) - EPOCH) / DAY);
}

/** «12.05.2023» */
export const dayOfSerial = (serial: number): string =>
  new Date(EPOCH + serial * DAY).toISOString().slice(0, 10).split('-').reverse().join('.');

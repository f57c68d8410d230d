import type { Conventions } from '../cells/conventions';
import { serialOfDay } from '../cells/serial';
import type { Formatted } from './typed-number';

const DATE_AND_TIME = /^(.*?)(?:(?:^|[ T])(\d{1,4}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?(?:\s?([AaPp][Mm]))?)?$/;

/**
 * A date or a time as typed: its serial day and the format it brings. Two numbers are a day and a month whatever separates them (`12.5`, `5/1`
 * and `1-4` in ru_RU), in the order of the locale; four digits are a year, which may come first [K].
 */
export function readTypedDate(text: string, conventions: Conventions, year: number): Formatted | undefined {
  const match = DATE_AND_TIME.exec(text);
  if (!match || text === '') return undefined;
  const [, datePart = '', hours, minutes, seconds, fraction, half] = match;
  const time = hours === undefined ? undefined : readTime(hours, minutes!, seconds, fraction, half);
  if (hours !== undefined && !time) return undefined;
  if (datePart.trim() === '') return time;
  const date = readDay(datePart.trim(), conventions, year);
  if (!date || (time && time.value >= 1)) return undefined;
  if (!time) return date;
  return { value: date.value + time.value, format: `${conventions.date} ${conventions.time}` };
}

function readTime(hours: string, minutes: string, seconds = '0', fraction = '', half?: string): Formatted | undefined {
  let hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  const total = hour * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction || 0}`);
  // More than a day is a duration.
  const format = hour > 23 ? '[h]:mm:ss' : half ? 'h:mm:ss AM/PM' : 'H:mm:ss';
  return { value: total / 86_400, format };
}

function readDay(text: string, conventions: Conventions, year: number): Formatted | undefined {
  return readNumericDay(text, conventions, year) ?? readNamedDay(text, conventions, year);
}

function readNumericDay(text: string, conventions: Conventions, year: number): Formatted | undefined {
  const match = /^(\d{1,4})([./-])(\d{1,4})(?:([./-])(\d{1,4}))?\.?$/.exec(text);
  if (!match || (match[4] && match[4] !== match[2])) return undefined;
  const [, first, separator, second, , third] = match as unknown as [string, string, string, string, string, string?];
  // In en_US `12.5` is a number, read before this; `12.5.2023` is a date all the same.
  if (third === undefined && separator === conventions.decimal) return undefined;
  if (first.length > 2) {
    if (first.length !== 4) return undefined;
    return dated(Number(first), Number(second), third === undefined ? 1 : Number(third), conventions.date);
  }
  const monthFirst = conventions.order === 'mdy';
  if (third === undefined) {
    if (second.length === 4) return dated(Number(second), Number(first), 1, conventions.date);
    if (second.length > 2) return undefined;
    const [day, month] = monthFirst ? [second, first] : [first, second];
    return dated(year, Number(month), Number(day), monthFirst ? `M${separator}d` : `d${separator}M`);
  }
  const fullYear = completeYear(third);
  if (second.length > 2 || fullYear === undefined || conventions.order === 'ymd') return undefined;
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return dated(fullYear, Number(month), Number(day), conventions.date);
}

/** «5 мая», «5 мая 2023», «май 2023»; `May 5`, `May 5, 2023`. */
function readNamedDay(text: string, conventions: Conventions, year: number): Formatted | undefined {
  const words = text
    .toLowerCase()
    .replace(/ г\.?$/, '')
    .split(/[\s,.-]+/)
    .filter(Boolean);
  if (words.length < 2 || words.length > 3) return undefined;
  const at = words.findIndex((word) => conventions.monthByName.has(word));
  if (at < 0 || at > 1) return undefined;
  const month = conventions.monthByName.get(words[at]!)!;
  const numbers = words.filter((_, index) => index !== at);
  if (!numbers.every((word) => /^(\d{1,2}|\d{4})$/.test(word))) return undefined;
  const [first, second] = numbers;
  if (second === undefined) {
    if (first!.length === 4) return at === 0 ? dated(Number(first), month, 1, 'MMMM yyyy') : undefined;
    return dated(year, month, Number(first), at === 0 ? 'MMMM d' : 'd MMMM');
  }
  const fullYear = completeYear(second);
  return fullYear === undefined || first!.length > 2
    ? undefined
    : dated(fullYear, month, Number(first), conventions.date);
}

/** Two digits mean 1930-2029 [K]. */
function completeYear(text: string): number | undefined {
  const number = Number(text);
  if (text.length === 4) return number;
  return text.length <= 2 ? number + (number < 30 ? 2000 : 1900) : undefined;
}

function dated(year: number, month: number, day: number, format: string): Formatted | undefined {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return { value: serialOfDay(year, month, day), format };
}

import type { Conventions } from './conventions';
import { partsOf } from './serial';

const TOKEN = /"([^"]*)"|\\(.)|\[\$[^\]]*\]|\[(h+|m+|s+)\]|y+|M+|m+|d+|H+|h+|s+|\.0+|AM\/PM|am\/pm|A\/P|./gi;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** A serial day in a date pattern. `m` is a minute beside hours or seconds and a month elsewhere, as in Sheets [D: date and number formats]. */
export function displayDate(serial: number, format: string, conventions: Conventions): string {
  const tokens = [...format.matchAll(TOKEN)];
  const parts = partsOf(serial);
  const withDay = tokens.some(([text]) => /^d/i.test(text));
  const half = tokens.some(([text]) => /^(am\/pm|a\/p)$/i.test(text));
  return tokens
    .map((token, index) => {
      const [text, quoted, escaped, elapsed] = token;
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? '';
      if (elapsed) return displayElapsed(serial, elapsed);
      if (/^m/i.test(text) && isMinute(tokens, index)) return pad(parts.minute, Math.min(text.length, 2));
      return displayPart(text, parts, { half, withDay }, conventions);
    })
    .join('');
}

function displayElapsed(serial: number, unit: string): string {
  const seconds = Math.round(serial * 86_400);
  const per = { h: 3600, m: 60, s: 1 }[unit[0]!.toLowerCase() as 'h' | 'm' | 's'];
  return pad(Math.floor(seconds / per), unit.length);
}

function isMinute(tokens: RegExpMatchArray[], index: number): boolean {
  if (tokens[index]![0].length > 2) return false;
  const isField = ([text, quoted]: RegExpMatchArray) => quoted === undefined && /^(\[?[ymdhs])/i.test(text);
  const before = tokens.slice(0, index).reverse().find(isField);
  const after = tokens.slice(index + 1).find(isField);
  return /^\[?h/i.test(before?.[0] ?? '') || /^\[?s/i.test(after?.[0] ?? '');
}

function displayPart(
  text: string,
  parts: ReturnType<typeof partsOf>,
  { half, withDay }: { half: boolean; withDay: boolean },
  conventions: Conventions,
): string {
  const length = text.length;
  switch (text[0]!.toLowerCase()) {
    case 'y':
      return length <= 2 ? pad(parts.year % 100, 2) : pad(parts.year, 4);
    case 'm':
      if (length >= 4) return (withDay ? conventions.months : conventions.monthsAlone)[parts.month - 1]!;
      return length === 3 ? conventions.shortMonths[parts.month - 1]! : pad(parts.month, length);
    case 'd':
      if (length >= 4) return conventions.weekdays[parts.weekday]!;
      return length === 3 ? conventions.shortWeekdays[parts.weekday]! : pad(parts.day, length);
    case 'h':
      return pad(half ? parts.hour % 12 || 12 : parts.hour, Math.min(length, 2));
    case 's':
      return pad(parts.second, Math.min(length, 2));
    case 'a':
      return /^(am\/pm|a\/p)$/i.test(text) ? (parts.hour < 12 ? 'AM' : 'PM') : text;
    case '.':
      return length > 1 ? `.${pad(parts.milliseconds, 3).slice(0, length - 1)}` : text;
    default:
      return text;
  }
}

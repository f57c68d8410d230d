/** The letters of java.text.SimpleDateFormat that are supported; the rest of the alphabet throws as Java does. */
const LETTERS = new Set('GyMdHhKkmsSaEuDzZX');

/** A pattern that Java knows and this stand-in does not (yet) must not pass for Java's own refusal. */
const KNOWN_TO_JAVA = new Set('YLwWF');

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Monday is 1, Sunday 7. */
  weekday: number;
  /** Minutes east of Greenwich. */
  offset: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Java takes an unknown zone for GMT. */
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    made = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', timeZoneName: 'longOffset' });
  }
  formatters.set(zone, made);
  return made;
};

const OFFSET = /^GMT([+-])(\d{1,2}):?(\d{2})?/;

/** Minutes east of Greenwich; seconds of times before there were zones are dropped. */
const offsetOf = (time: number, zone: string): number => {
  const fixed = OFFSET.exec(zone);
  const name =
    formatterOf(zone)
      .formatToParts(time)
      .find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, direction, hour = '0', minute = '0'] = fixed ?? OFFSET.exec(name) ?? [];
  return (direction === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute));
};

const partsOf = (time: number, zone: string): Parts => {
  const offset = offsetOf(time, zone);
  const local = new Date(time + offset * 60_000);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    weekday: local.getUTCDay() || 7,
    offset,
  };
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
MONTHS.push('November', 'December');
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
/** Names are English whatever the user's language [K]. Four letters and more ask for the whole word. */
const word = (name: string, length: number): string => (length >= 4 ? name : name.slice(0, 3));

const dayOfYear = ({ year, month, day }: Parts): number =>
  Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000);

const sign = (offset: number): string => (offset < 0 ? '-' : '+');
const hours = (offset: number): string => pad(Math.floor(Math.abs(offset) / 60), 2);
const minutes = (offset: number): string => pad(Math.abs(offset) % 60, 2);

const isoOffset = (offset: number, length: number): string => {
  if (offset === 0) return 'Z';
  const whole = sign(offset) + hours(offset);
  return length === 1 ? whole : whole + (length === 2 ? '' : ':') + minutes(offset);
};

const zoneName = (offset: number): string =>
  offset === 0 ? 'GMT' : `GMT${sign(offset)}${hours(offset)}:${minutes(offset)}`;

const FIELDS: Record<string, (parts: Parts, length: number) => string> = {
  G: ({ year }) => (year > 0 ? 'AD' : 'BC'),
  // Two letters give the year of the century, any other number the whole year.
  y: ({ year }, length) => (length === 2 ? pad(year % 100, 2) : pad(year, length)),
  M: ({ month }, length) => (length >= 3 ? word(MONTHS[month - 1]!, length) : pad(month, length)),
  d: ({ day }, length) => pad(day, length),
  D: (parts, length) => pad(dayOfYear(parts), length),
  u: ({ weekday }, length) => pad(weekday, length),
  E: ({ weekday }, length) => word(DAYS[weekday - 1]!, length),
  a: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  H: ({ hour }, length) => pad(hour, length),
  k: ({ hour }, length) => pad(hour || 24, length),
  K: ({ hour }, length) => pad(hour % 12, length),
  h: ({ hour }, length) => pad(hour % 12 || 12, length),
  m: ({ minute }, length) => pad(minute, length),
  s: ({ second }, length) => pad(second, length),
  S: ({ millisecond }, length) => pad(millisecond, length),
  z: ({ offset }) => zoneName(offset),
  Z: ({ offset }) => sign(offset) + hours(offset) + minutes(offset),
  X: ({ offset }, length) => isoOffset(offset, length),
};

export type Piece = { text: string } | { letter: string; length: number };

/** Splits a pattern into fields and literal text; `fail` is given Java's own message for a bad one. */
export const piecesOf = (pattern: string, fail: (message: string) => never): Piece[] => {
  const pieces: Piece[] = [];
  for (const [run] of pattern.matchAll(/'(?:[^']|'')*'?|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (run.startsWith("'")) {
      if (run.length < 2 || !run.endsWith("'")) fail('Unterminated quote');
      pieces.push({ text: run === "''" ? "'" : run.slice(1, -1).replace(/''/g, "'") });
    } else if (/[A-Za-z]/.test(run)) {
      pieces.push({ letter: checked(run[0]!, fail), length: run.length });
    } else {
      pieces.push({ text: run });
    }
  }
  return pieces;
};

const checked = (letter: string, fail: (message: string) => never): string => {
  if (LETTERS.has(letter)) return letter;
  if (KNOWN_TO_JAVA.has(letter)) throw new Error(`Date pattern letter ${letter} is not implemented`);
  return fail(`Illegal pattern character '${letter}'`);
};

/** `Utilities.formatDate`: an instant in a time zone by a pattern of SimpleDateFormat, with English names. */
export const formatDate = (time: number, zone: string, pattern: string, fail: (message: string) => never): string => {
  const parts = partsOf(time, zone);
  return piecesOf(pattern, fail)
    .map((piece) => ('text' in piece ? piece.text : FIELDS[piece.letter]!(parts, piece.length)))
    .join('');
};

/** How a locale writes numbers, dates and truth. */
export interface Conventions {
  locale: string;
  decimal: string;
  group: string;
  /** Order of day, month and year in a short date. */
  order: 'dmy' | 'mdy' | 'ymd';
  /** Default patterns of dates and times. */
  date: string;
  time: string;
  months: string[];
  /** As they are called without a day: «май 2023». */
  monthsAlone: string[];
  shortMonths: string[];
  weekdays: string[];
  shortWeekdays: string[];
  /** Month number by any of its names, lower case, without a full stop. */
  monthByName: Map<string, number>;
  true: string;
  false: string;
  currency: string;
}

const TRUTH: Record<string, [string, string]> = {
  ru: ['ИСТИНА', 'ЛОЖЬ'],
  de: ['WAHR', 'FALSCH'],
  fr: ['VRAI', 'FAUX'],
  es: ['VERDADERO', 'FALSO'],
};

const CURRENCY: Record<string, string> = { ru_RU: '₽', en_US: '$', en_GB: '£' };

const known = new Map<string, Conventions>();

export function conventionsOf(locale: string): Conventions {
  let conventions = known.get(locale);
  if (!conventions) {
    conventions = readConventions(locale);
    known.set(locale, conventions);
  }
  return conventions;
}

const day = (month: number): Date => new Date(Date.UTC(2023, month, 15));

function namesOf(tag: string, options: Intl.DateTimeFormatOptions, part: 'month' | 'weekday', dates: Date[]): string[] {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  return dates.map((date) => format.formatToParts(date).find(({ type }) => type === part)!.value);
}

function readConventions(locale: string): Conventions {
  const tag = locale.replace('_', '-');
  const number = new Intl.NumberFormat(tag).formatToParts(-1234567.5);
  const signOf = (type: string, otherwise: string) => number.find((part) => part.type === type)?.value ?? otherwise;
  const months = [...Array(12).keys()].map(day);
  const withDay = namesOf(tag, { day: 'numeric', month: 'long' }, 'month', months);
  const alone = namesOf(tag, { month: 'long' }, 'month', months);
  const short = namesOf(tag, { day: 'numeric', month: 'short' }, 'month', months);
  const week = [...Array(7).keys()].map((index) => new Date(Date.UTC(2023, 0, 1 + index)));
  const [yes, no] = TRUTH[locale.slice(0, 2)] ?? ['TRUE', 'FALSE'];
  return {
    locale,
    decimal: signOf('decimal', '.'),
    group: signOf('group', ','),
    ...dateOrder(tag),
    months: withDay,
    monthsAlone: alone,
    shortMonths: short,
    weekdays: namesOf(tag, { weekday: 'long' }, 'weekday', week),
    shortWeekdays: namesOf(tag, { weekday: 'short' }, 'weekday', week),
    monthByName: monthNames(withDay, alone, short),
    true: yes,
    false: no,
    currency: CURRENCY[locale] ?? '',
  };
}

function dateOrder(tag: string): Pick<Conventions, 'order' | 'date' | 'time'> {
  const parts = new Intl.DateTimeFormat(tag, { timeZone: 'UTC' }).formatToParts(day(10));
  const order = parts
    .filter(({ type }) => type === 'day' || type === 'month' || type === 'year')
    .map(({ type }) => type[0])
    .join('') as Conventions['order'];
  if (order === 'mdy') return { order, date: 'M/d/yyyy', time: 'h:mm:ss AM/PM' };
  const separator = parts.find(({ type }) => type === 'literal')?.value.trim() || '-';
  const fields = order === 'ymd' ? ['yyyy', 'MM', 'dd'] : ['dd', 'MM', 'yyyy'];
  return { order, date: fields.join(separator), time: 'H:mm:ss' };
}

function monthNames(...lists: string[][]): Map<string, number> {
  const names = new Map<string, number>();
  for (const list of lists) {
    list.forEach((name, index) => {
      const plain = name.toLowerCase().replace('.', '');
      names.set(plain, index + 1);
      names.set(plain.slice(0, 3), index + 1);
    });
  }
  return names;
}

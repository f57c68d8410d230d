export type QuarterNumber = 1 | 2 | 3 | 4;

/** When and of whom a form is asked for; what is not said does not matter. */
export interface Due {
  readonly quarters: readonly QuarterNumber[];
  readonly groups?: readonly string[];
  /** Of every group but these. */
  readonly exceptGroups?: readonly string[];
  readonly types?: readonly string[];
  /** In these years only, or in every year but these: a procedure that was not held, or held at another time. */
  readonly years?: readonly number[];
  readonly exceptYears?: readonly number[];
  /** Only rows of these grades are asked for. */
  readonly grades?: readonly [from: number, to: number];
  /** Only rows with one of these words in a field. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** What was given last time is only to be confirmed: «как в прошлый раз». */
  readonly confirmed?: boolean;
  /** One row for the whole school is enough. */
  readonly wholeSchool?: boolean;
  /** Grades below this one have no marks in a half-year at schools whose local act says so. */
  readonly markedFrom?: number;
}

/** When a field is asked for, where its form is. */
export interface FieldDue {
  readonly quarters?: readonly QuarterNumber[];
  /** While a setting of Настройки says so. */
  readonly setting?: readonly [key: string, value: string];
}

/** What of the forms asked of a school is not: fields as «form.field», and rows by form. */
export interface Spared {
  readonly fields: readonly string[];
  readonly rows: Readonly<Record<string, SparedRows>>;
}

/** Rows outside of these are not asked for. */
export interface SparedRows {
  readonly grades?: readonly [from: number, to: number];
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

export const NOTHING_SPARED: Spared = { fields: [], rows: {} };

export const EVERY_QUARTER: readonly Due[] = [{ quarters: [1, 2, 3, 4] }];
/** With the results of a четверть, half-year or year; the summer quarter has none. */
export const WITH_RESULTS: readonly Due[] = [{ quarters: [1, 2, 4] }];

/** The key, among the settings, of the district's word on a form, a group and a quarter. */
export const dueKey = (form: string, group: string, quarter: QuarterNumber): string =>
  `due:${form}:${group}:${quarter}`;

export const DUE = { yes: 'да', no: 'нет', except: 'кроме' } as const;

const isOf = (due: Due, group: string): boolean =>
  (due.groups === undefined || due.groups.includes(group)) && !due.exceptGroups?.includes(group);

export const isOfType = ({ types }: Due, type: string | undefined): boolean =>
  types === undefined || type === undefined || types.includes(type);

/** The declarations that speak of a group in a quarter. */
export const duesOf = (dues: readonly Due[], group: string | undefined, quarter: QuarterNumber): Due[] =>
  dues.filter((due) => due.quarters.includes(quarter) && (group === undefined || isOf(due, group)));

export const isInYear = ({ years, exceptYears }: Due, year: number): boolean =>
  (years === undefined || years.includes(year)) && !exceptYears?.includes(year);

/** As the district reads and writes it: «да», «нет», years («2020, 2022»), «кроме» with years. */
export function dueWords(dues: readonly Due[], group: string, quarter: QuarterNumber): string {
  const own = duesOf(dues, group, quarter);
  const always = own.find(({ years }) => years === undefined);
  if (always) return always.exceptYears ? `${DUE.except} ${always.exceptYears.join(', ')}` : DUE.yes;
  const years = [...new Set(own.flatMap((due) => due.years ?? []))].sort();
  return years.length > 0 ? years.join(', ') : DUE.no;
}

const YEARS = /^(?<except>кроме\s+)?(?<years>\d{4}(?:\s*[,;]\s*\d{4})*)\.?$/i;

/** Whether these words name any year; null of words that say neither. */
export const isEverDue = (words: string): boolean | null => {
  const said = words.trim().toLowerCase();
  return said === DUE.no ? false : said === DUE.yes || YEARS.test(said) ? true : null;
};

/** Whether these words name the year; null of words that say neither. */
export function isDueIn(words: string, year: number): boolean | null {
  const said = words.trim().toLowerCase();
  if (said === DUE.yes) return true;
  if (said === DUE.no) return false;
  const { except, years } = YEARS.exec(said)?.groups ?? {};
  if (years === undefined) return null;
  return years.includes(String(year)) === (except === undefined);
}

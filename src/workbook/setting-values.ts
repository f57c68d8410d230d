import {
  type Cell,
  dateInFigures,
  dayInWords,
  isDate,
  isoDayOf,
  isPeriod,
  localDay,
  quoted,
  type Setting,
  type SettingValues,
  textOf,
  trimmedNumber,
} from '../model';

/** What stands in a setting's cell, or null when it cannot be used. */
function readSetting(setting: Setting, cell: Cell): string | number | null {
  const text = textOf(cell);
  if (setting.kind === 'text') return text;
  if (setting.kind === 'period') return isPeriod(text) ? text : null;
  if (setting.kind === 'day') return readDay(cell);
  if (setting.kind === 'choice') return setting.choices?.find((word) => word === text.toLowerCase()) ?? null;
  const number = typeof cell === 'number' ? cell : /^\d+(?:,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  if (number === null || (setting.whole && !Number.isInteger(number))) return null;
  const [low, high] = boundsOf(setting);
  return number >= low && number <= high ? number : null;
}

/** What a setting's cell says, in one spelling: «0,15» is 0.15, a date its day. */
export const settingMeaning = (setting: Setting, cell: Cell): string =>
  JSON.stringify(readSetting(setting, cell) ?? textOf(cell));

const ANY_YEAR = 2020;
/** Sheets makes a date of a typed «15 января»; only its day and month count. */
function readDay(cell: Cell): string | null {
  const typed = isDate(cell) ? `${cell.getDate()}.${cell.getMonth() + 1}` : textOf(cell);
  const day = isoDayOf(typed, ANY_YEAR);
  return day && textOf(dayInWords(day));
}

const boundsOf = ({ kind, atLeast, atMost }: Setting): readonly [number, number] =>
  kind === 'share' ? [0, 1] : [atLeast ?? Number.NEGATIVE_INFINITY, atMost ?? Number.POSITIVE_INFINITY];

function typedWords(cell: Cell): string {
  // A date that a number became is not what was typed; its day tells what happened.
  const typed = isDate(cell)
    ? dateInFigures(localDay(cell))
    : typeof cell === 'number'
      ? trimmedNumber(cell)
      : textOf(cell);
  return typed === '' ? 'пусто' : `указано «${typed}»`;
}

/** «нужно целое число от 0 до 90» */
function wanted(setting: Setting): string {
  if (setting.kind === 'period') return 'нужен квартал вида 2023-Q2';
  if (setting.kind === 'day') return 'нужны число и месяц, например «15 января»';
  if (setting.kind === 'choice') return `нужно одно из: ${(setting.choices ?? []).join(', ')}`;
  const [low, high] = boundsOf(setting);
  const bounds = [
    ...(Number.isFinite(low) ? [` от ${trimmedNumber(low)}`] : []),
    ...(Number.isFinite(high) ? [` до ${trimmedNumber(high)}`] : []),
  ];
  return `нужно ${setting.whole ? 'целое число' : 'число'}${bounds.join('')}`;
}

/**
 * Every declared setting by its kind. One that has no row yet is as declared; so is one that cannot be used, and what is
 * `wrong` with it is said in Russian, without the tab.
 */
export function settingValues(
  declared: readonly Setting[],
  typed: ReadonlyMap<string, Cell>,
): { values: SettingValues; wrong: string[] } {
  const wrong: string[] = [];
  const values: Record<string, string | number> = {};
  for (const setting of declared) {
    const cell = typed.get(setting.key) ?? setting.value;
    const value = readSetting(setting, cell);
    values[setting.key] = value ?? (setting.kind === 'period' ? textOf(cell) : setting.value);
    if (value === null) wrong.push(`${quoted(setting.title)}: ${typedWords(cell)}, ${wanted(setting)}`);
  }
  return { values, wrong: [...wrong, ...putRight(declared, values)] };
}

/** Two settings in the wrong order are both as declared. */
function putRight(declared: readonly Setting[], values: Record<string, string | number>): string[] {
  return declared.flatMap((setting) => {
    const larger = declared.find(({ key }) => key === setting.below);
    if (!larger || values[setting.key]! < values[larger.key]!) return [];
    const words = `${quoted(setting.title)}: должно быть меньше, чем ${quoted(larger.title)}`;
    values[setting.key] = setting.value;
    values[larger.key] = larger.value;
    return [words];
  });
}

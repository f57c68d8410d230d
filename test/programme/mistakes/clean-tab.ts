import { type RowsBy, validateSchool } from '../../../src/domain';
import { demonstration } from '../../../src/local/demonstration';
import { SCHOOLS } from '../../../src/local/demonstration/district';
import { MISTAKES } from '../../../src/local/demonstration/mistakes';
import { ROWS } from '../../../src/local/demonstration/rows';
import { conventionsOf } from '../../../src/local/google/sheets/cells/conventions';
import { readTyped, Typed } from '../../../src/local/google/sheets/typing/typed';
import { type Cell, type Form, type Issue, isNumeric, type PeriodKey, type RawRow } from '../../../src/model';
import { identityOfRaw } from '../../../src/pipeline/remember';
import { programme } from '../../../src/programme';

/** What stands in a row of a tab as it was typed, by field key. */
export type Line = Readonly<Record<string, string>>;

export const SCHOOL_KEYS = SCHOOLS.map(({ key }) => key);

const RUSSIAN = conventionsOf('ru_RU');

/** As Sheets takes it: columns of words have the format of text, those of numbers have none. */
function typedCell(field: Form['fields'][string], text: string): { cell: Cell; percent?: true } {
  if (!isNumeric(field) && field.kind !== 'date') return { cell: text };
  const read = readTyped(text, RUSSIAN, 2023);
  if (!(read instanceof Typed)) return { cell: read };
  if (read.format?.includes('%')) return { cell: read.value, percent: true };
  const isDay = typeof read.value === 'number' && /d|m|y/i.test(read.format ?? '');
  return { cell: isDay ? dayOf(read.value as number) : read.value };
}

const dayOf = (serial: number): Date => new Date(1899, 11, 30 + serial);

function rawRow(form: Form, period: PeriodKey, school: string, row: number, line: Line): RawRow {
  const percent: string[] = [];
  const cells: Record<string, Cell> = {};
  for (const [key, field] of Object.entries(form.fields)) {
    const typed = typedCell(field, line[key] ?? '');
    cells[key] = typed.cell;
    if (typed.percent) percent.push(key);
  }
  const plain = { period, school, form: form.key, row, cells, explanation: '' };
  return percent.length > 0 ? { ...plain, percent } : plain;
}

/** The lines of a school's tab, by form. */
export type Tab = Readonly<Record<string, readonly Line[]>>;

const known = new Map<PeriodKey, Map<string, Tab>>();

/** What the demonstration's schools type in a quarter, without the mistakes that stand there on purpose. */
export function tabOf(school: string, period: PeriodKey): Tab {
  const tabs = known.get(period) ?? readTabs(period);
  known.set(period, tabs);
  return tabs.get(school) ?? {};
}

function readTabs(period: PeriodKey): Map<string, Tab> {
  const tabs = new Map<string, Record<string, Line[]>>(SCHOOL_KEYS.map((key) => [key, {}]));
  for (const { school, form, cells } of demonstration(programme.forms, [period]).rows) {
    const tab = tabs.get(school)!;
    const mistake = MISTAKES.find(
      (one) => one.period === period && one.school === school && one.form === form && isOf(one.row, cells),
    );
    const lines = tab[form] ?? [];
    tab[form] = lines;
    // A row that stands there twice is one.
    if (mistake && lines.some((line) => isOf(mistake.row, line))) continue;
    lines.push(mistake ? sound(school, period, form, mistake.row, cells) : cells);
  }
  return tabs;
}

const isOf = (row: Line, cells: Line): boolean => Object.entries(row).every(([key, text]) => cells[key] === text);

function sound(school: string, period: PeriodKey, form: string, row: Line, cells: Line): Line {
  const made = ROWS[form]!(SCHOOLS.find(({ key }) => key === school)!, period).find((line) => isOf(row, line))!;
  return Object.fromEntries(Object.keys(cells).map((key) => [key, made[key] ?? '']));
}

function rowsOf(tab: Tab, period: PeriodKey, school: string): RawRow[] {
  return programme.forms.flatMap((form) =>
    (tab[form.key] ?? [])
      .filter((line) => Object.values(line).some((text) => text.trim() !== ''))
      .map((line, index) => rawRow(form, period, school, index + 1, line)),
  );
}

const YEARS = [1, 2, 3, 4];

/** The rows by form as they were last, up to a year ago, each under its name: what a tab remembers of them. */
function lastRows(school: string, period: PeriodKey): RowsBy {
  const rows = new Map<string, RawRow[]>();
  for (const form of programme.forms) {
    const byName = new Map<string, RawRow>();
    for (const back of [...YEARS].reverse())
      for (const row of rowsOf({ [form.key]: tabOf(school, shifted(period, -back))[form.key] ?? [] }, period, school))
        byName.set(identityOfRaw(form, row), row);
    if (byName.size > 0) rows.set(form.key, [...byName.values()]);
  }
  return rows;
}

export function shifted(period: PeriodKey, by: number): PeriodKey {
  const at = Number(period.slice(0, 4)) * 4 + Number(period.slice(-1)) - 1 + by;
  return `${Math.floor(at / 4)}-Q${(at % 4) + 1}` as PeriodKey;
}

const pasts = new Map<string, { before: RowsBy; yearAgo: RowsBy }>();

function pastOf(school: string, period: PeriodKey) {
  const key = `${school} ${period}`;
  const made = pasts.get(key) ?? { before: lastRows(school, period), yearAgo: byForm(school, shifted(period, -4)) };
  pasts.set(key, made);
  return made;
}

const byForm = (school: string, period: PeriodKey): RowsBy =>
  new Map(
    Object.entries(tabOf(school, period)).map(([form, lines]) => [form, rowsOf({ [form]: lines }, period, school)]),
  );

/** Everything said of a tab, as «Проверить» says it. */
export function issuesOn(tab: Tab, school: string, period: PeriodKey): Issue[] {
  const { name, type, group, partner } = SCHOOLS.find(({ key }) => key === school)!;
  const rows = rowsOf(tab, period, school);
  return validateSchool(
    programme,
    { key: school, name, type, group, partner },
    period,
    rows,
    pastOf(school, period),
  ).flatMap(({ issues }) => issues);
}

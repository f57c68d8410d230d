import { isConfirmed } from '../../domain';
import {
  counted,
  type Form,
  NOTHING_SPARED,
  type PeriodKey,
  type Programme,
  quarterTitle,
  type School,
  type Spared,
} from '../../model';
import { factsOf } from '../../pipeline';
import { schoolTabDesign } from '../../workbook';
import type { DataRow, Dataset } from '../demo/dataset';
import { demonstration } from '../demonstration';

/** What a school sees and types in a quarter when it fills the demonstration's rows in. */
export interface Burden {
  readonly school: School;
  readonly period: PeriodKey;
  /** Rows of the tab that are not hidden; a form that is only confirmed is folded to its title. */
  readonly rows: number;
  /** Cells typed, without what stands there from the start and what arithmetic proves to be 0. */
  readonly cells: number;
  readonly byForm: Readonly<Record<string, number>>;
}

export function burdenOf(programme: Programme, data: Dataset, school: School, period: PeriodKey): Burden {
  const values = Object.fromEntries(programme.settings.map(({ key, value }) => [key, value]));
  const facts = factsOf(programme, { period, values, trouble: [] }, school);
  const due = programme.forms.filter(({ key }) => facts.due.includes(key));
  const rowsOf = ({ key }: Form): DataRow[] =>
    data.rows.filter((row) => row.form === key && row.period === period && row.school === school.key);
  const typed = due.filter((form) => !isConfirmed(form, period, school));
  const byForm = Object.fromEntries(
    typed.map((form) => [form.key, cellsIn(form, rowsOf(form), facts.spared ?? NOTHING_SPARED)]),
  );
  const start = Object.fromEntries(due.map((form) => [form.key, rowsOf(form).map(({ cells }) => ({ cells }))]));
  const design = schoolTabDesign(programme, { school, period, facts, start });
  const hidden = new Set<number>();
  const hide = (row: number, count: number): void => {
    for (let at = row; at < row + count; at += 1) hidden.add(at);
  };
  for (const { row, rows, hideRows } of design.section.decorations) if (hideRows) hide(row, rows);
  const roles = design.section.values.map(([role]) => String(role));
  for (const form of due.filter((one) => !typed.includes(one))) {
    const title = roles.indexOf(`${form.key}/title`) + 1;
    // With the blank row below it.
    hide(title + 1, roles.indexOf(`${form.key}/end`) + 2 - title);
  }
  const cells = Object.values(byForm).reduce((sum, count) => sum + count, 0);
  return { school, period, rows: roles.length - hidden.size, cells, byForm };
}

function cellsIn(form: Form, rows: readonly DataRow[], spared: Spared): number {
  const asked = Object.keys(form.fields).filter((key) => {
    const { carried, prefilled } = form.fields[key]!;
    return !carried && !prefilled && !spared.fields.includes(`${form.key}.${key}`);
  });
  const proved = new Set(form.sums.flatMap(({ provesZeros, parts }) => (provesZeros ? Object.keys(parts) : [])));
  const isTyped = (key: string, cell = ''): boolean => cell !== '' && !(cell === '0' && proved.has(key));
  const own = rows.filter(({ cells }) => !isByDistrict(form, cells));
  return own.reduce((sum, { cells }) => sum + asked.filter((key) => isTyped(key, cells[key])).length, 0);
}

const isByDistrict = ({ byDistrict }: Form, cells: DataRow['cells']): boolean =>
  typeof byDistrict === 'object' && Object.entries(byDistrict).some(([key, words]) => words.includes(cells[key] ?? ''));

const YEAR: readonly PeriodKey[] = ['2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3'];

/** How much each school of the demonstration sees and types in the quarters of a school year. */
export function burdens(programme: Programme): Burden[] {
  const data = demonstration(programme.forms, YEAR);
  return data.schools.flatMap((school) => YEAR.map((period) => burdenOf(programme, data, school, period)));
}

/** Cells asked per school and quarter, in Russian. */
export function describeBurden(programme: Programme): string {
  const lines = burdens(programme).map(
    ({ school, period, rows, cells }) =>
      `  ${school.name}, ${quarterTitle(period)}: ${counted(cells, 'ячейка', 'ячейки', 'ячеек')}, строк на виду ${rows}`,
  );
  return ['Сколько ячеек вводит школа за квартал', ...lines].join('\n');
}

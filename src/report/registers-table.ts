import { type RegisterRow, SCHOOLS_APART, textOf, trimmedNumber } from '../model';
import type { PartTable } from './kind';
import type { ReportData } from './report-data';
import { dated, leftColumn, textCell } from './texts';

/** A column of a register's table: its title, share of the width, and what stands in it: a field or words made of a row. */
export type RegisterColumn = readonly [title: string, width: number, shows: string | ((row: RegisterRow) => string)];

/** Rows of a register as they stand. */
export const rowsIn = ({ registers }: ReportData, register: string): readonly RegisterRow[] =>
  registers[register] ?? [];

/** The words of a row's field; days as in tables. */
export function wordIn(row: RegisterRow, field: string): string {
  const value = row[field] ?? '';
  return typeof value === 'number' ? trimmedNumber(value) : dated(textOf(value));
}

/** Whether a row is of a school: several are kept with «; » between them. */
export const isOf = (row: RegisterRow, school: string): boolean =>
  textOf(row.school ?? '')
    .split(SCHOOLS_APART)
    .includes(school);

/** The names of a row's schools; «район» and other words as they stand. */
export const schoolsIn = ({ names }: ReportData, row: RegisterRow): string =>
  textOf(row.school ?? '')
    .split(SCHOOLS_APART)
    .map((key) => names.get(key) ?? key)
    .join(', ');

/** Rows of a register as a table of the report; a dash where a cell says nothing. */
export const registerTable = (
  key: string,
  title: string,
  columns: readonly RegisterColumn[],
  rows: readonly RegisterRow[],
): PartTable => ({
  kind: 'table',
  key,
  dense: true,
  title,
  columns: columns.map(([name, width]) => leftColumn(name, width)),
  rows: rows.map((row) =>
    columns.map(([, , shows]) => textCell((typeof shows === 'string' ? wordIn(row, shows) : shows(row)) || '–')),
  ),
});

import type { School, Shown, TableCell } from '../model';
import { changeText, figureCell, figureText, NO_DATA, NONE, wholeText } from './figure-text';
import type { FigureColumn, Line, Part, PartTable } from './kind';
import { absenceNote, carriedNote, comparisonNote } from './notes';
import {
  changeOf,
  DISTRICT,
  figureOf,
  groupsOf,
  groupTitle,
  hasValue,
  indicatorOf,
  type Owner,
  ofGroup,
  ofSchool,
  type ReportData,
  schoolOf,
} from './report-data';
import { boldRow, centredColumn, leftColumn, textCell } from './texts';

const figureColumn =
  (shows: Shown) =>
  (indicator: string, title: string, width: number): FigureColumn => ({
    ...centredColumn(title, width),
    indicator,
    shows,
  });

export const valueColumn = figureColumn('value');
export const wholeColumn = figureColumn('whole');
export const changeColumn = figureColumn('change');

/** A table of figures as declared: whose, by line, and which, by column. */
export interface FiguresTable {
  readonly key?: string;
  readonly title: string | ((data: ReportData, subject: string | null) => string);
  /** Header and width of the column of lines' titles. */
  readonly first: readonly [title: string, width: number];
  readonly columns: readonly FigureColumn[];
  readonly lines: (data: ReportData, subject: string | null) => readonly Line[];
  /** In place of what the changes are measured against. */
  readonly note?: string;
  /** After it. */
  readonly more?: string;
}

/** A part that is tables of figures: it needs the indicators that they show. */
export function figuresPart(part: Omit<Part, 'needs' | 'blocks'> & { readonly tables: readonly FiguresTable[] }): Part {
  const { tables, ...rest } = part;
  return {
    ...rest,
    needs: [...new Set(tables.flatMap(({ columns }) => columns.map(({ indicator }) => indicator)))],
    blocks: (data, subject) => tables.map((table) => tableOf(table, data, subject)),
  };
}

export function tableOf(
  { key, title, first, columns, lines, note, more = '' }: FiguresTable,
  data: ReportData,
  subject: string | null,
): PartTable {
  const shown = lines(data, subject);
  const table: PartTable = {
    kind: 'table',
    dense: true,
    ...(key === undefined ? {} : { key }),
    title: typeof title === 'string' ? title : title(data, subject),
    columns: [leftColumn(...first), ...columns.map(({ indicator: _, shows: __, ...column }) => column)],
    rows: shown.map(({ title, owner, bold }) => {
      const cells = [textCell(title), ...columns.map((column) => cellOf(data, owner, column))];
      return bold ? boldRow(cells) : cells;
    }),
  };
  const below = [
    note ?? comparisonNote(data, columns, shown),
    absenceNote(data, columns, shown),
    carriedNote(data, columns, shown),
    more,
  ].filter((text) => text);
  return below.length === 0 ? table : { ...table, note: below.join(' ') };
}

function cellOf(data: ReportData, owner: Owner, { indicator, shows }: FigureColumn): TableCell {
  const definition = indicatorOf(data, indicator);
  const figure = figureOf(data, owner, indicator);
  switch (shows) {
    case 'whole':
      return figureCell(hasValue(figure) ? wholeText(figure) : NO_DATA, figure, shows);
    case 'value':
      // What a subject has nothing of, as basic mathematics no points, is not missing.
      return figureCell(owner.slice && !figure?.denominator ? NONE : figureText(definition, figure), figure);
    case 'change':
      return figureCell(changeText(definition, changeOf(data, owner, indicator), figure), figure, shows);
  }
}

/**
 * Schools in the order of the register, then groups, then the district. Never sorted by result. In a document about a
 * school: the school, and the district beside it.
 */
export const schoolsAndTotals = (data: ReportData, subject: string | null): Line[] => {
  const school = schoolOf(data, subject);
  return school ? [schoolLine(school), DISTRICT_LINE] : linesOfAll(data);
};

const DISTRICT_LINE: Line = { title: 'Район', owner: DISTRICT, bold: true };
const schoolLine = ({ name, key }: School): Line => ({ title: name, owner: ofSchool(key) });
/** Groups and the district: staff of a school are few, and known by name. */
export const totalsOnly = (data: ReportData): Line[] => [
  ...groupsOf(data).map((group) => ({ title: groupTitle(data, group), owner: ofGroup(group), bold: true })),
  DISTRICT_LINE,
];

const linesOfAll = (data: ReportData): Line[] => [...data.schools.map(schoolLine), ...totalsOnly(data)];

/** What a table of such lines is of, after «Итоги обучающихся». */
export const ofWhom = (data: ReportData, subject: string | null): string =>
  schoolOf(data, subject) ? ' школы и района' : ' по школам';

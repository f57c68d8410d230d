import { type Cell, type Decoration, type Grid, SHEET_NUMBER, type TabDesign } from '../model';
import { type TakenColumns, takenColumns, withoutColumns } from './column-match';
import { matchRows, type RowMatch } from './row-match';
import { differingStretches, type Stretch } from './stretches';

/** Height of a row of which nothing is said. */
const PLAIN_HEIGHT = 21;
/** Rows that came into being beside a hidden or a thin one: nobody says what they are. */
const UNKNOWN = -1;

/**
 * What makes of a copy of one tab another: only what differs, in the order of these fields. Rows and columns count as they
 * stand when their turn comes; properties are those of `design`.
 */
export interface Remaking {
  readonly takenColumns: TakenColumns | null;
  readonly rows: RowMatch['changes'];
  readonly onTop: RowMatch['onTop'];
  /** Rows of the section that look like none of the copy's. */
  readonly painted: { readonly row: number; readonly count: number } | null;
  /** By column, for the rows below the section. */
  readonly formats: readonly Stretch<string>[];
  readonly wraps: readonly Stretch<boolean>[];
  readonly conditions: boolean;
  readonly widths: readonly Stretch<number>[];
  readonly columnsHidden: readonly Stretch<boolean>[];
  readonly heights: readonly Stretch<number>[];
  readonly rowsHidden: readonly Stretch<boolean>[];
  /** Rows of the section whose notes and words differ. */
  readonly notes: { readonly row: number; readonly notes: readonly (readonly (string | null)[])[] } | null;
  readonly values: {
    readonly row: number;
    readonly column: number;
    readonly values: Grid;
  } | null;
  readonly lastRow: boolean;
  readonly frozenRows: boolean;
  readonly frozenColumns: boolean;
}

const hiddenIn = ({ section: { decorations } }: TabDesign, rows: number): number[] =>
  saidOfRows(decorations, rows, 0, ({ hideRows }) => (hideRows === undefined ? undefined : Number(hideRows)));

const heightsIn = ({ section: { decorations } }: TabDesign, rows: number): number[] =>
  saidOfRows(decorations, rows, PLAIN_HEIGHT, ({ height }) => height);

function saidOfRows(
  decorations: readonly Decoration[],
  count: number,
  plain: number,
  of: (decoration: Decoration) => number | undefined,
): number[] {
  const said = Array<number>(count).fill(plain);
  for (const decoration of decorations) {
    const value = of(decoration);
    if (value !== undefined) said.fill(value, decoration.row - 1, decoration.row - 1 + decoration.rows);
  }
  return said;
}

/** What rows are before anything is set: those of the copy where they stand now. */
const asCopied = (before: readonly number[], { source, beside }: RowMatch, plain: number): number[] =>
  source.map((row, index) => {
    if (row !== null) return before[row] ?? plain;
    const neighbour = beside[index];
    return neighbour === undefined || before[neighbour] === plain ? plain : UNKNOWN;
  });

function notesIn({ section, columns }: TabDesign): (string | null)[][] {
  const notes = section.values.map(() => Array<string | null>(columns).fill(null));
  for (const { note, row, rows, column, columns: wide } of section.decorations)
    if (note !== undefined)
      for (let at = row - 1; at < row - 1 + rows; at += 1) notes[at]?.fill(note, column - 1, column - 1 + wide);
  return notes;
}

/** First and last place at which it holds. */
function extent(length: number, holds: (index: number) => boolean): [number, number] | null {
  let [first, last] = [-1, -1];
  for (let index = 0; index < length; index += 1)
    if (holds(index)) {
      if (first < 0) first = index;
      last = index;
    }
  return first < 0 ? null : [first, last];
}

function notesToWrite(from: TabDesign, to: TabDesign, { source }: RowMatch): Remaking['notes'] {
  const [standing, wanted] = [notesIn(from), notesIn(to)];
  const isOther = (row: number): boolean => {
    const before = source[row] === null ? undefined : standing[source[row]!];
    return wanted[row]!.some((note, column) => note !== (before?.[column] ?? null));
  };
  const rows = extent(wanted.length, isOther);
  return rows && { row: rows[0] + 1, notes: wanted.slice(rows[0], rows[1] + 1) };
}

/** The smallest area that holds all words that differ. */
function valuesToWrite(from: TabDesign, to: TabDesign, { source }: RowMatch): Remaking['values'] {
  const width = to.columns;
  const standing = (row: number, column: number): Cell => {
    const before = source[row];
    if (before === null || before === undefined) return '';
    if (before === from.rows - 1 && from.lastRow !== undefined) return column === 0 ? from.lastRow : '';
    return from.section.values[before]?.[column] ?? '';
  };
  const cell = (row: number, column: number): Cell => to.section.values[row]![column] ?? '';
  const isOther = (row: number, column: number): boolean => {
    const wanted = cell(row, column);
    // Each tab has a number of its own.
    return wanted !== standing(row, column) || (typeof wanted === 'string' && wanted.includes(SHEET_NUMBER));
  };
  const count = to.section.values.length;
  const all = Array.from({ length: width }, (_, column) => column);
  const rows = extent(count, (row) => all.some((column) => isOther(row, column)));
  if (!rows) return null;
  const lines = Array.from({ length: rows[1] - rows[0] + 1 }, (_, index) => rows[0] + index);
  const [left, right] = extent(width, (column) => lines.some((row) => isOther(row, column)))!;
  const values = lines.map((row) => all.slice(left, right + 1).map((column) => cell(row, column)));
  return { row: rows[0] + 1, column: left + 1, values };
}

/** Null where the copy is of too different a kind: the tab is then made from nothing. */
export function remakingOf(copied: TabDesign, to: TabDesign): Remaking | null {
  const taken = takenColumns(copied, to);
  if (taken === undefined) return null;
  const from = withoutColumns(copied, taken);
  const match = matchRows(from, to);
  if (!match) return null;
  const rows = to.section.values.length;
  const formatOf = ({ formats }: TabDesign, column: number): string => formats?.[column] ?? 'General';
  const places = Array.from({ length: to.columns }, (_, column) => column);
  const below = <T>(of: (design: TabDesign, column: number) => T): Stretch<T>[] =>
    to.rows === rows
      ? []
      : differingStretches(
          places.map((column) => of(from, column)),
          places.map((column) => of(to, column)),
        );
  const isHidden = ({ hiddenColumns }: TabDesign) => places.map((column) => hiddenColumns.includes(column + 1));
  return {
    takenColumns: taken,
    rows: match.changes,
    onTop: match.onTop,
    painted: match.painted,
    formats: below(formatOf),
    wraps: below((design, column) => formatOf(design, column) === '@'),
    conditions: JSON.stringify(from.conditions ?? []) !== JSON.stringify(to.conditions ?? []),
    widths: differingStretches(from.widths, to.widths),
    columnsHidden: differingStretches(isHidden(from), isHidden(to)),
    heights: differingStretches(asCopied(heightsIn(from, from.rows), match, PLAIN_HEIGHT), heightsIn(to, rows)),
    rowsHidden: differingStretches(asCopied(hiddenIn(from, from.rows), match, 0), hiddenIn(to, rows)).map(
      ([first, count, hidden]) => [first, count, hidden === 1],
    ),
    notes: notesToWrite(from, to, match),
    values: valuesToWrite(from, to, match),
    lastRow: to.rows > rows && to.lastRow !== from.lastRow,
    frozenRows: from.frozenRows !== to.frozenRows,
    frozenColumns: from.frozenColumns !== to.frozenColumns,
  };
}

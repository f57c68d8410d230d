import type { Cell, Decoration, TabDesign } from '../../src/model';
import type { Remaking } from '../../src/workbook/remaking';
import { lookAt } from './look-at';

type Look = { -readonly [Key in keyof Decoration]?: Decoration[Key] };

interface StandingRow {
  readonly cells: Cell[];
  readonly looks: Look[];
  readonly notes: (string | null)[];
  height: number | 'unknown';
  hidden: boolean | 'unknown';
}

/** A tab as whoever opens it sees it. */
export interface Standing {
  readonly rows: StandingRow[];
  readonly widths: number[];
  readonly columnsHidden: boolean[];
  conditions: string;
  frozenRows: number;
  frozenColumns: number;
}

const PLAIN_HEIGHT = 21;

function plainLook({ note, height, hideRows, protect, rule, ...look }: Look): Look {
  return { format: 'General', wrap: false, ...look, ...(rule ? { rule } : {}) };
}

const placesOf = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** A tab made from nothing. */
export function standingOf(design: TabDesign): Standing {
  const { section, columns, formats } = design;
  const rowAt = (row: number): StandingRow => {
    const isBelow = row > section.values.length;
    const said = placesOf(columns).map((index) => lookAt(section.decorations, row, index + 1));
    const ofRow = <Key extends 'height' | 'hideRows'>(key: Key): Look[Key] =>
      section.decorations
        .filter((area) => row >= area.row && row < area.row + area.rows)
        .reduce<Look[Key]>((said, area) => area[key] ?? said, undefined);
    const ownFormat = (index: number): Look => {
      const format = isBelow ? (formats?.[index] ?? 'General') : 'General';
      return { format, wrap: format === '@' };
    };
    return {
      cells: placesOf(columns).map((index) => section.values[row - 1]?.[index] ?? ''),
      looks: said.map((look, index) => plainLook({ ...ownFormat(index), ...look })),
      notes: said.map(({ note }) => (isBelow ? null : (note ?? null))),
      height: ofRow('height') ?? PLAIN_HEIGHT,
      hidden: ofRow('hideRows') ?? false,
    };
  };
  const rows = placesOf(design.rows).map((index) => rowAt(index + 1));
  if (design.lastRow !== undefined) rows[rows.length - 1]!.cells[0] = design.lastRow;
  return {
    rows,
    widths: [...design.widths],
    columnsHidden: placesOf(columns).map((index) => design.hiddenColumns.includes(index + 1)),
    conditions: JSON.stringify(design.conditions ?? []),
    frozenRows: design.frozenRows,
    frozenColumns: design.frozenColumns,
  };
}

/** New rows look like the one above; whether they are as high and as hidden nobody says unless it is a plain one. */
function insertedBelow(above: StandingRow): StandingRow {
  return {
    cells: above.cells.map(() => ''),
    looks: above.looks.map((look) => ({ ...look })),
    notes: above.notes.map(() => null),
    height: above.height === PLAIN_HEIGHT ? PLAIN_HEIGHT : 'unknown',
    hidden: above.hidden === false ? false : 'unknown',
  };
}

function paint({ rows }: Standing, decorations: readonly Decoration[], first = 1): void {
  for (const { row, column, rows: high, columns: wide, ...look } of decorations)
    for (let at = first - 2 + row; at < first - 2 + row + high; at += 1)
      for (let index = column - 1; index < column - 1 + wide; index += 1) {
        const place = rows[at]!.looks;
        place[index] = plainLook({ ...place[index], ...look });
      }
}

/** The copy once all is done to it that the shell does, in its order. */
export function remade(tab: Standing, to: TabDesign, made: Remaking): Standing {
  const { takenColumns: taken } = made;
  if (taken) {
    for (const list of [tab.widths, tab.columnsHidden]) list.splice(taken.at - 1, taken.count);
    for (const { cells, looks, notes } of tab.rows)
      for (const list of [cells, looks, notes]) list.splice(taken.at - 1, taken.count);
  }
  for (const { kind, row, count } of made.rows) {
    if (kind === 'remove') tab.rows.splice(row - 1, count);
    else tab.rows.splice(row, 0, ...placesOf(count).map(() => insertedBelow(tab.rows[row - 1]!)));
  }
  const below = tab.rows.slice(to.section.values.length);
  for (const [first, count, format] of made.formats)
    for (const { looks } of below) for (const at of placesOf(count)) looks[first + at]!.format = format;
  for (const [first, count, wrap] of made.wraps)
    for (const { looks } of below) for (const at of placesOf(count)) looks[first + at]!.wrap = wrap;
  paint(tab, made.onTop);
  if (made.painted) paintRows(tab, to, made.painted);
  if (made.conditions) tab.conditions = JSON.stringify(to.conditions ?? []);
  for (const [first, count, width] of made.widths) tab.widths.fill(width, first, first + count);
  for (const [first, count, hidden] of made.columnsHidden) tab.columnsHidden.fill(hidden, first, first + count);
  for (const [first, count, height] of made.heights)
    for (const at of placesOf(count)) tab.rows[first + at]!.height = height;
  for (const [first, count, hidden] of made.rowsHidden)
    for (const at of placesOf(count)) tab.rows[first + at]!.hidden = hidden;
  if (made.frozenRows) tab.frozenRows = to.frozenRows;
  if (made.frozenColumns) tab.frozenColumns = to.frozenColumns;
  made.notes?.notes.forEach((notes, index) => {
    tab.rows[made.notes!.row - 1 + index]!.notes.splice(0, to.columns, ...notes);
  });
  if (made.lastRow) tab.rows[to.rows - 1]!.cells[0] = to.lastRow ?? '';
  made.values?.values.forEach((cells, index) => {
    tab.rows[made.values!.row - 1 + index]!.cells.splice(made.values!.column - 1, cells.length, ...cells);
  });
  return tab;
}

function paintRows(tab: Standing, to: TabDesign, { row, count }: NonNullable<Remaking['painted']>): void {
  for (const standing of tab.rows.slice(row - 1, row - 1 + count))
    standing.looks.forEach((_, index) => {
      standing.looks[index] = plainLook({});
    });
  const own = to.section.decorations.flatMap((decoration): Decoration[] => {
    const first = Math.max(decoration.row, row);
    const rows = decoration.row + decoration.rows - first;
    return rows > 0 ? [{ ...decoration, row: first - row + 1, rows }] : [];
  });
  paint(tab, own, row);
}

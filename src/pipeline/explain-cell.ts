import {
  type CellPlace,
  type Explained,
  type Figure,
  type Form,
  type Grid,
  isPeriod,
  type PeriodKey,
  type Programme,
  sliceTitle,
  textOf,
} from '../model';
import {
  type Block,
  CALCULATED,
  cellsToRaw,
  figuresTable,
  GAP_SCOPE,
  type KeyedRow,
  layoutOf,
  overviewTable,
  ownerOfColumn,
  readKeyed,
  rowsTable,
  type SchoolTab,
  type Table,
  targetsTable,
} from '../workbook';
import { placeOf } from './explain-rows';
import { aboutFigure, rowName } from './explain-words';
import type { StoredPeriod } from './stored-periods';
import { type PlacedRow, rowsOf } from './tab-rows';

/** A cell of a tab, from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The row of a published tab in which a cell stands. */
function rowAt(table: Pick<Table, 'key' | 'columns'>, grid: Grid, { row }: Pick<Place, 'row'>): KeyedRow | null {
  const { rows, rowNumbers } = readKeyed(table, grid);
  const found = rows[rowNumbers.indexOf(row)];
  return found && isPeriod(textOf(found.period)) ? found : null;
}

/** A row of the list of all figures: a figure, or the gap between the groups. */
export function figureAt(periods: readonly StoredPeriod[], grid: Grid, at: Pick<Place, 'row'>): Explained | null {
  const row = rowAt(figuresTable, grid, at);
  if (!row) return null;
  const [period, indicator, scope] = [textOf(row.period), textOf(row.indicator), textOf(row.scope)];
  if (scope === GAP_SCOPE) return { kind: 'gap', period, indicator };
  const [school, owner, slice] = [textOf(row.school), textOf(row.owner), textOf(row.slice)];
  return figureOf(periods, { period, indicator, slice }, (one) =>
    school === '' ? one.scope !== 'school' && (one.group ?? '') === owner : one.school === school,
  );
}

/** A cell of «Показатели». */
export function overviewAt(periods: readonly StoredPeriod[], grid: Grid, { row, column }: Place): Explained | null {
  const table = overviewTable({ groups: [], schools: [] });
  const cells = rowAt(table, grid, { row });
  const owner = ownerOfColumn(layoutOf(table, grid)?.order[column - 1] ?? '');
  if (!cells || !owner) return null;
  const about = { period: textOf(cells.period), indicator: textOf(cells.indicator), slice: textOf(cells.slice) };
  return figureOf(
    periods,
    about,
    ({ scope, group, school }) => scope === owner.scope && group === owner.group && school === owner.school,
  );
}

function figureOf(
  periods: readonly StoredPeriod[],
  { period, indicator, slice }: { period: PeriodKey; indicator: string; slice: string },
  isOwn: (figure: Figure) => boolean,
): Explained | null {
  const stored = periods.find(({ key }) => key === period);
  const own = (slice === '' ? stored?.totals : stored?.results.figures) ?? [];
  const figure = own.find(
    (one) => one.indicator === indicator && isOwn(one) && textOf(sliceTitle(one.slice)) === slice,
  );
  return figure ? aboutFigure(figure) : null;
}

/** A row of «Целевые индикаторы». */
export function targetAt(programme: Programme, grid: Grid, at: Pick<Place, 'row'>): Explained | null {
  const row = rowAt(targetsTable(programme), grid, at);
  if (!row) return null;
  const school = textOf(row.school);
  return {
    kind: 'target',
    period: textOf(row.period),
    target: textOf(row.target),
    ...(school === '' ? {} : { school }),
  };
}

/** A cell of a form's consolidated tab. */
export function consolidatedAt(form: Form, grid: Grid, { row, column }: Place): Explained | null {
  const table = rowsTable(form);
  const cells = rowAt(table, grid, { row });
  if (!cells) return null;
  const raw = cellsToRaw(form, cells);
  const key = layoutOf(table, grid)?.order[column - 1] ?? '';
  return key.startsWith('field:') ? { kind: 'row', ...placeOf(form, raw), field: key.slice('field:'.length) } : null;
}

/** A typed or calculated cell of a school's tab, and the form that it is of. */
export function cellOfTab(
  tab: SchoolTab,
  { row, column }: Place,
): { readonly block: Block; readonly of: Extract<Explained, { kind: 'row' }> } | null {
  for (const block of tab.blocks.values()) {
    if (row < block.firstRow || row >= block.endRow) continue;
    const placed = rowsOf(tab, block).find(({ tabRow }) => tabRow === row);
    const key = [...block.columns].find(([, at]) => at === column)?.[0];
    if (!placed || key === undefined) return null;
    const place = placeOf(block.form, placed.raw);
    if (key.startsWith(CALCULATED))
      return { block, of: { kind: 'row', ...place, indicator: key.slice(CALCULATED.length) } };
    return key in block.form.fields ? { block, of: { kind: 'row', ...place, field: key } } : null;
  }
  return null;
}

/** Where a row of the open period stands on its school's tab; null where it is no more. */
export function placeOnTab(tab: SchoolTab, { form, row, name, field }: CellPlace): Place | null {
  const block = tab.blocks.get(form);
  if (!block) return null;
  const placed = theSame(rowsOf(tab, block), block.form, row, name);
  if (!placed) return null;
  const column = field === undefined ? undefined : block.columns.get(field);
  return { row: placed.tabRow, column: column ?? Math.min(...block.columns.values()) };
}

/** By what tells it from the others; of several such, the one at its place. */
function theSame(rows: readonly PlacedRow[], form: Form, row: number, name: string): PlacedRow | undefined {
  const same = rows.filter(({ raw }) => rowName(form, raw) === name);
  return same.find(({ raw }) => raw.row === row) ?? (name === '' ? undefined : same[0]);
}

/** Where a row of a closed period stands on its form's consolidated tab. */
export function placeAmongRows(form: Form, grid: Grid, { period, school, row, field }: CellPlace): Place | null {
  const table = rowsTable(form);
  const { rows, rowNumbers } = readKeyed(table, grid);
  const index = rows.findIndex(
    (cells) => textOf(cells.period) === period && textOf(cells.school) === school && Number(cells.row) === row,
  );
  if (index < 0) return null;
  const order = layoutOf(table, grid)?.order ?? [];
  const column = order.indexOf(`field:${field ?? form.identity[0]}`) + 1;
  return { row: rowNumbers[index]!, column: Math.max(1, column) };
}

import type { Registers } from '../domain';
import { Digesting, type Grid, type PeriodKey, type Programme, textOf } from '../model';
import {
  type ClosedPeriod,
  type KeyedRow,
  PERIOD,
  periodPieces,
  readKeyed,
  type ShownStamps,
  shownTables,
  statusTable,
  type Table,
  textOfRow,
} from '../workbook';
import { carriedFigures } from './carried-figures';
import { KEPT_STATUS, type KeptRows } from './closed-rows';
import { countedIn, resultsOver } from './counted';
import { figuresRequest, yearsBefore } from './figure-rows';
import { frozenIn, registersAt } from './frozen-registers';
import { overviewRequest } from './overview';
import { scoresAtClosing, scoreTargets } from './scores';
import { type StoredPeriod, snapshotOf } from './stored-periods';

/** Service tabs by table key. */
export type ShownGrids = Readonly<Record<string, Grid>>;

/** What one of the tabs that are made of the rows is to show of a closed period. */
export interface ShownAgain {
  readonly table: Table;
  readonly rows: readonly KeyedRow[];
}

/** The rows of a period by what is written in them, the order left out: people sort. */
function textsIn(table: Pick<Table, 'key' | 'columns'>, grid: Grid, period: PeriodKey) {
  const { rows, rowNumbers } = readKeyed(table, grid);
  return rows.flatMap((row, index) =>
    textOf(row[PERIOD]) === period ? [{ row: rowNumbers[index]!, text: textOfRow(row) }] : [],
  );
}

function stampOfTexts(texts: readonly string[]): string {
  const digesting = new Digesting();
  for (const text of [...texts].sort()) digesting.add(text).add('\u0003');
  return digesting.end();
}

/** How to find what the tabs show of a period: each is gone through once. */
export function splitShown(programme: Programme, grids: ShownGrids): (period: PeriodKey) => ShownGrids {
  const pieces = shownTables(programme).flatMap((table) => {
    const grid = grids[table.key];
    return grid ? [[table.key, periodPieces(table, grid)] as const] : [];
  });
  return (period) => Object.fromEntries(pieces.map(([key, piece]) => [key, piece(period)]));
}

/** By what a closed period's rows are known in the tabs that are made of them; a tab that is not given gets no stamp. */
export function shownStamps(programme: Programme, grids: ShownGrids, period: PeriodKey): ShownStamps {
  const pieces = splitShown(programme, grids)(period);
  return Object.fromEntries(
    shownTables(programme).flatMap((table) => {
      const piece = pieces[table.key];
      return piece ? [[table.key, stampOfTexts(textsIn(table, piece, period).map(({ text }) => text))]] : [];
    }),
  );
}

/** By what these rows are known once they stand in their tab. */
export const stampOfShown = ({ rows }: ShownAgain): string => stampOfTexts(rows.map(textOfRow));

/** The tabs that do not show any more what they showed of a closed period. */
export function changedShown(
  programme: Programme,
  grids: ShownGrids,
  { key, shown }: Pick<ClosedPeriod, 'key' | 'shown'>,
): Table[] {
  const stamps = shownStamps(programme, grids, key);
  return shownTables(programme).filter(({ key: tab }) => tab in stamps && shown?.[tab] && shown[tab] !== stamps[tab]);
}

/**
 * Where a tab differs from what it is to show: rows of the tab that are others, and how many are gone. None are named where
 * today's programme makes other rows than stood there.
 */
export function changedPlaces(
  grid: Grid,
  { key: period, shown }: Pick<ClosedPeriod, 'key' | 'shown'>,
  again: ShownAgain,
): { readonly others: readonly number[]; readonly gone: number } {
  const { table, rows } = again;
  if (stampOfShown(again) !== shown?.[table.key]) return { others: [], gone: 0 };
  const left = new Map<string, number>();
  for (const row of rows) {
    const text = textOfRow(row);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  const others = textsIn(table, grid, period).flatMap(({ row, text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [row];
  });
  const gone = rows.length - (textsIn(table, grid, period).length - others.length);
  return { others, gone: Math.max(0, gone - others.length) };
}

/**
 * What the tabs are to show of a closed period, made anew from its rows as frozen and corrected; `all` are the closed
 * periods. Who handed in what is no figure: it stands as it was `kept`.
 */
export function shownAgain(
  programme: Programme,
  all: readonly StoredPeriod[],
  period: StoredPeriod,
  kept: KeptRows | null,
): ShownAgain[] {
  const { key, schools, settings } = period;
  const counted = countedIn(period);
  const results = counted ? resultsOver(programme, period.results, settings, counted) : period.results;
  const years = yearsBefore(key);
  const earlier = all.filter((each) => years.includes(each.key));
  const carried = carriedFigures(programme, all, period);
  const request = { period: key, at: period.when, counted };
  const frozen = all.flatMap((each) => (each.frozen && each.key <= key ? [each.frozen] : []));
  const registers: Registers = registersAt(programme, frozenIn(frozen));
  const before = scoresAtClosing(frozen.filter((each) => each.key < key));
  const status = kept?.[KEPT_STATUS];
  const scored = { settings, schools, results, registers, earlier: before, at: period.when };
  const again: ShownAgain[] = [
    // An earlier version kept neither targets nor registers.
    ...(period.frozen && snapshotOf(period.frozen).scores ? [scoreTargets(programme, scored).publish] : []),
    figuresRequest(programme, results, request, earlier, carried),
    overviewRequest(programme, results, request, carried),
    ...(status ? [{ table: statusTable(programme.forms), rows: status }] : []),
  ];
  return again.map(({ table, rows }) => ({ table, rows: rows.map((row) => inColumns(table, row)) }));
}

/** A row may say more than its tab has a column for: a year beyond the programme's. */
function inColumns({ columns }: Table, row: KeyedRow): KeyedRow {
  const known = new Set(columns.map(({ key }) => key));
  return Object.fromEntries(Object.entries(row).filter(([key]) => known.has(key)));
}

/** What a row tells of: an indicator or a target. */
const subjectOf = (row: KeyedRow): string => textOf(row.indicator ?? row.target);

/** With the rows that stand of what today's programme has no more: they cannot be made again. */
export function withRetired(programme: Programme, grid: Grid, period: PeriodKey, again: ShownAgain): ShownAgain {
  const { table, rows } = again;
  const known = new Set(['', ...programme.indicators.map(({ key }) => key), ...rows.map(subjectOf)]);
  const retired = readKeyed(table, grid).rows.filter(
    (row) => textOf(row[PERIOD]) === period && !known.has(subjectOf(row)),
  );
  return { table, rows: [...rows, ...retired] };
}

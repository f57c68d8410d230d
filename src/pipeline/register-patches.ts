import type { KeptRegisterRow, KnownRows } from '../domain';
import { type Area, type Cell, type Grid, handOf, isBlank, isDate, type Patch, type Register, textOf } from '../model';
import {
  cellAt,
  ID,
  type KeptRow,
  type KeptRows,
  type KeyedTab,
  keysCells,
  LABEL,
  REMARK,
  registerCells,
  written,
} from '../workbook';
import { repeatedRemark } from './register-remarks';

interface Written {
  readonly register: Register;
  readonly tab: KeyedTab;
  readonly grid: Grid;
  readonly kept: KeptRows;
  readonly known: KnownRows<KeptRow>;
  readonly settled: readonly KeptRegisterRow<KeptRow>[];
  readonly labels: ReadonlyMap<string, string>;
  readonly remarks: ReadonlyMap<string, string>;
  /** Schools as they are numbered from now on. */
  readonly numbered: readonly string[];
}

type Cells = Readonly<Record<string, Cell>>;
interface Wanted {
  readonly place: number;
  readonly cells: Cells;
}

/**
 * What the runs write on a register's tab: only their own cells, and only where something differs. Cells of people and
 * columns of theirs are not touched, not even with what stands in them, since it may be a formula.
 */
export function registerPatches(written: Written): Patch[] {
  const wanted = wantedCells(written);
  return [
    ...written.kept.patches,
    ...ownColumns(written, wanted),
    ...singleCells(written, wanted),
    ...memory(written),
    ...adopted(written),
    ...returning(written),
  ];
}

/** The cells of each row that are not a person's. */
function wantedCells({ register, known, settled, labels, remarks }: Written): Wanted[] {
  const standing = settled.flatMap(({ known, row, computed }): Wanted[] => {
    if (!known) return [];
    const all = registerCells(register, row, labels);
    const { cells } = known.typed;
    const ours = (key: string): boolean =>
      computed.has(key) ||
      (known.start !== undefined && handOf(register, key) === 'order') ||
      (key === register.status?.field && isBlank(cells[key]));
    const fields = Object.keys(register.fields).filter(ours);
    return [
      {
        place: known.typed.place,
        cells: {
          [ID]: row.id,
          [LABEL]: all[LABEL]!,
          [REMARK]: remarks.get(row.id) ?? '',
          ...Object.fromEntries(fields.map((key) => [key, all[key]!])),
        },
      },
    ];
  });
  const copies = known.rows.flatMap(({ typed, repeats }): Wanted[] =>
    repeats === undefined ? [] : [{ place: typed.place, cells: { [REMARK]: repeatedRemark(repeats) } }],
  );
  return [...standing, ...copies].sort((a, b) => a.place - b.place);
}

const isOurs = (register: Register, key: string): boolean =>
  key === ID || key === REMARK || key === LABEL || (key in register.fields && handOf(register, key) === 'computed');

/** Columns that are the runs' in every row: neighbours are one write, from the first row that differs to the last. */
function ownColumns({ register, tab, grid, kept }: Written, wanted: readonly Wanted[]): Patch[] {
  const { order } = kept.layout;
  const groups = stretchesOf(order.map((key) => isOurs(register, key)));
  const byPlace = new Map(wanted.map((row) => [row.place, row.cells]));
  return groups.flatMap(([first, count]): Patch[] => {
    const keys = order.slice(first, first + count);
    const changed = wanted.filter(({ place, cells }) =>
      keys.some((key) => differs(cells, key, cellAt(grid, kept.layout, place, key))),
    );
    if (changed.length === 0) return [];
    const [from, to] = [changed[0]!.place, changed[changed.length - 1]!.place];
    const values = Array.from({ length: to - from + 1 }, (_, index) =>
      keys.map((key) =>
        toWrite(tab, key, byPlace.get(from + index)?.[key] ?? cellAt(grid, kept.layout, from + index, key)),
      ),
    );
    return [{ kind: 'values', tab: tab.key, row: from, column: first + 1, values }];
  });
}

/** Cells that are the runs' in this row alone: words of the order, a status that data say. Equal ones are one write. */
function singleCells({ register, tab, grid, kept }: Written, wanted: readonly Wanted[]): Patch[] {
  const { order } = kept.layout;
  const equal = new Map<string, { value: Cell; areas: Area[] }>();
  for (const { place, cells } of wanted)
    order.forEach((key, index) => {
      if (isOurs(register, key) || !differs(cells, key, cellAt(grid, kept.layout, place, key))) return;
      const value = toWrite(tab, key, cells[key]!);
      const words = `${typeof value}|${String(value)}`;
      const { areas } = equal.get(words) ?? equal.set(words, { value, areas: [] }).get(words)!;
      areas.push({ row: place, column: index + 1, rows: 1, columns: 1 });
    });
  return [...equal.values()].map(({ value, areas }) => ({ kind: 'value', tab: tab.key, areas, value }));
}

/** The highest number given so far and the schools' numbers, so that an id of a row that is gone is never another's. */
function memory({ tab, kept: { layout, lastNumber, numbered: before }, known, numbered }: Written): Patch[] {
  if (known.lastNumber <= Math.max(lastNumber, 100) && numbered.length === before.length) return [];
  const values = [keysCells(tab, [ID], [known.lastNumber, ...numbered].join(' '))];
  return [{ kind: 'values', tab: tab.key, row: layout.keysRow, column: layout.order.indexOf(ID) + 1, values }];
}

/** A row in which people wrote what the order says before the order's row was made gets the order's note. */
function adopted({ register, tab, kept: { layout }, settled }: Written): Patch[] {
  return settled.flatMap(({ known, row }): Patch[] => {
    if (!known?.start || known.typed.id === known.id) return [];
    return Object.entries(register.notes ?? {}).map(
      ([on, from]): Patch => ({
        kind: 'notes',
        tab: tab.key,
        row: known.typed.place,
        column: layout.order.indexOf(on) + 1,
        notes: [[String(row[from!] ?? '')]],
      }),
    );
  });
}

/** Rows of the order that were deleted come back beside their neighbours; from the lowest up, so that places hold. */
function returning({ register, tab, grid, kept, known, settled, labels, remarks }: Written): Patch[] {
  const { order, keysRow } = kept.layout;
  const places = new Map(known.rows.flatMap(({ id, typed }) => (id === '' ? [] : [[id, typed.place] as const])));
  const starts = register.starts.map(({ id }) => id);
  const first = keysRow + 2;
  const anchor = (id: string): number => {
    const before = starts
      .slice(0, starts.indexOf(id))
      .reverse()
      .find((other) => places.has(other));
    const after = starts.slice(starts.indexOf(id)).find((other) => places.has(other));
    return places.get(before ?? after ?? '') ?? first;
  };
  const groups = new Map<number, KeptRegisterRow<KeptRow>[]>();
  for (const row of settled.filter(({ known }) => known === null)) {
    const place = anchor(row.row.id);
    groups.set(place, [...(groups.get(place) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => b - a)
    .flatMap(([after, rows]): Patch[] => {
      const cells = rows.map(({ row }) => ({
        ...registerCells(register, row, labels),
        [REMARK]: remarks.get(row.id) ?? '',
      }));
      const values = cells.map((row: Cells) => order.map((key) => toWrite(tab, key, row[key] ?? '')));
      const notes = rows.map(({ row }) => order.map((key) => String(row[register.notes?.[key] ?? ''] ?? '')));
      // Room made right below the titles would look like them; the first row is used where it is blank.
      const above = after === first && (grid[after - 1] ?? []).every(isBlank) ? after - 1 : after;
      const place = { tab: tab.key, row: above + 1, column: 1 };
      return [
        ...roomFor(rows.length, { tab, grid, above, after }),
        // Words last: by them the row is known to be there.
        ...(register.notes ? [{ kind: 'notes', ...place, notes } as const] : []),
        { kind: 'values', ...place, values },
      ];
    });
}

/** Rows that are free below `above`, or else come after `after`: what a run that died before filling them has left is used. */
function roomFor(count: number, place: Pick<Written, 'tab' | 'grid'> & { above: number; after: number }): Patch[] {
  const { tab, grid, above, after } = place;
  const blank = grid.slice(above).findIndex((cells) => !cells.every(isBlank));
  if (blank < 0) return [{ kind: 'make-room', tab: tab.key, after, rows: above + count + tab.spare }];
  return blank < count ? [{ kind: 'insert-rows', tab: tab.key, after, count }] : [];
}

const toWrite = (tab: KeyedTab, key: string, value: Cell): Cell =>
  written(value, tab.columns.find((column) => column.key === key)?.format ?? '@');

/** A cell of ours that does not show what it should; '' in cells is a blank. */
function differs(cells: Cells, key: string, found: Cell): boolean {
  const wanted = cells[key];
  if (wanted === undefined) return false;
  if (isDate(wanted) || isDate(found)) return !(isDate(wanted) && isDate(found) && sameDay(wanted, found));
  return textOf(wanted) !== textOf(found);
}

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** Stretches of neighbours for which it holds: first index and length. */
function stretchesOf(flags: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  flags.forEach((flag, index) => {
    if (!flag) return;
    const last = found[found.length - 1];
    if (last && last[0] + last[1] === index) last[1] += 1;
    else found.push([index, 1]);
  });
  return found;
}

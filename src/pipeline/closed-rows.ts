import {
  type Cell,
  canonicalJson,
  type Form,
  type Grid,
  isBlank,
  isPeriod,
  type PeriodKey,
  type Programme,
  textOf,
} from '../model';
import {
  CORRECTION,
  CORRECTIONS,
  correctionLine,
  type KeyedRow,
  LATER,
  PERIOD,
  type PublishRequest,
  readColumn,
  readCorrections,
  readKeyed,
  rowsTable,
  statusTable,
} from '../workbook';

/** The rows of a closed period as its snapshot keeps them, by form, and what «Состояние» said. */
export type KeptRows = Readonly<Record<string, readonly KeyedRow[]>>;

/** Under which key the rows of «Состояние» are kept. */
export const KEPT_STATUS = statusTable([]).key;

/** What a consolidation publishes of the forms; what is written beside the rows later is not theirs. */
export function rowsToKeep({ forms }: Programme, publish: readonly PublishRequest[]): KeptRows {
  const rowsIn = (key: string): KeyedRow[] =>
    (publish.find(({ table }) => table.key === key)?.rows ?? []).map(ownCells);
  const ofForms = forms.map((form) => [form.key, rowsIn(rowsTable(form).key)] as const);
  return Object.fromEntries([...ofForms, [KEPT_STATUS, rowsIn(KEPT_STATUS)]]);
}

const ownCells = (row: KeyedRow): KeyedRow =>
  Object.fromEntries(Object.entries(row).filter(([key, cell]) => !LATER.has(key) && !isBlank(cell)));

/** One place where a closed period's rows are not those that were frozen. */
export interface ChangedRow {
  /** Of the tab; null for a row that is gone. */
  readonly row: number | null;
  readonly what: 'changed' | 'gone' | 'strange';
  /** The row that was frozen. */
  readonly frozen?: KeyedRow;
}

const nameOf = (row: KeyedRow): string => `${textOf(row.school)}|${textOf(row.row)}`;

/** Where a form's rows of a closed period differ from the frozen ones; the order does not count. */
export function changedRows(form: Form, grid: Grid, period: PeriodKey, frozen: readonly KeyedRow[]): ChangedRow[] {
  const { rows, rowNumbers } = readKeyed(rowsTable(form), grid);
  const left = new Map(frozen.map((row) => [nameOf(row), row]));
  const changed = rows.flatMap((row, index): ChangedRow[] => {
    if (textOf(row[PERIOD]) !== period) return [];
    const name = nameOf(row);
    const own = left.get(name);
    left.delete(name);
    const at = rowNumbers[index]!;
    if (!own) return [{ row: at, what: 'strange' }];
    return isSame(ownCells(row), own) ? [] : [{ row: at, what: 'changed', frozen: own }];
  });
  return [...changed, ...[...left.values()].map((row): ChangedRow => ({ row: null, what: 'gone', frozen: row }))];
}

function isSame(a: KeyedRow, b: KeyedRow): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const plain = (cell: Cell | undefined): Cell => (isBlank(cell) ? '' : cell!);
  return [...keys].every((key) => plain(a[key]) === plain(b[key]));
}

/** The data of corrections as they stand beside a closed period's rows: by form and row. */
export type KeptCorrections = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const correctionsBeside = (
  { forms }: Pick<Programme, 'forms'>,
  rows: Readonly<Record<string, Grid>>,
  period: PeriodKey,
): KeptCorrections =>
  Object.fromEntries(
    forms.map((form) => {
      const own = readKeyed(rowsTable(form), rows[form.key] ?? []).rows.filter(
        (row) => textOf(row[PERIOD]) === period && !isBlank(row[CORRECTIONS]),
      );
      return [form.key, Object.fromEntries(own.map((row) => [nameOf(row), textOf(row[CORRECTIONS])]))];
    }),
  );

/** The forms beside whose rows other corrections stand than those that were made. */
export const formsWithStrangeCorrections = (
  { forms }: Programme,
  standing: KeptCorrections,
  kept: KeptCorrections,
): Form[] => forms.filter(({ key }) => canonicalJson(standing[key] ?? {}) !== canonicalJson(kept[key] ?? {}));

/** The frozen rows with what has been written beside them since; `kept` are their corrections where they are known. */
export function putBackRows(
  form: Form,
  grid: Grid,
  period: PeriodKey,
  frozen: readonly KeyedRow[],
  kept: KeptCorrections | null,
): KeyedRow[] {
  const standing = (kept ?? correctionsBeside({ forms: [form] }, { [form.key]: grid }, period))[form.key] ?? {};
  return frozen.map((row) => {
    const data = standing[nameOf(row)] ?? '';
    const words = (readCorrections(data) ?? []).map((correction) => correctionLine(form, correction)).join('\n');
    return { ...row, [CORRECTION]: words, [CORRECTIONS]: data };
  });
}

/** Periods whose rows stand in the tabs though no snapshot of them does, and which are not the open one. */
export function periodsWithoutSnapshot(
  rows: Readonly<Record<string, Grid>>,
  { forms }: Programme,
  known: ReadonlySet<PeriodKey>,
): PeriodKey[] {
  const found = new Set<PeriodKey>();
  for (const form of forms)
    for (const cell of new Set(readColumn(rowsTable(form), rows[form.key] ?? [], PERIOD))) {
      const period = textOf(cell);
      if (isPeriod(period) && !known.has(period)) found.add(period);
    }
  return [...found].sort();
}

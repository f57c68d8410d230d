import {
  type Cell,
  type Field,
  handOf,
  idIn,
  isBlank,
  isNumeric,
  type Register,
  type RegisterRow,
  type RowFinding,
  type School,
  type Start,
  textOf,
} from '../model';
import { normalText } from './identity';
import { namedSchools } from './named-schools';
import { parseDate, parseNumber, parseText } from './parse';
import { FIRST_OWN, isOwnNumber, nextOwnNumber, numberIn, orderIdentity } from './register-starts';

/** A row of a register's tab as it stands there. */
export interface TypedRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** A row with the id that is its own from now on. */
export interface KnownRow<R extends TypedRow = TypedRow> {
  readonly typed: R;
  /** '' for a second copy of a row of the order: it is not taken. */
  readonly id: string;
  readonly start?: Start;
  /** The row of the order that it repeats. */
  readonly repeats?: string;
}

export interface KnownRows<R extends TypedRow = TypedRow> {
  readonly rows: readonly KnownRow<R>[];
  /** The order's rows that stand nowhere. */
  readonly missing: readonly Start[];
  readonly lastNumber: number;
}

/** How a row of the order is known, in one spelling; '' when all of it is blank. */
function knownBy(
  register: Register,
  row: Readonly<Record<string, Cell | null | undefined>>,
  schools: readonly School[],
): string {
  const words = orderIdentity(register).map((key) =>
    normalText(register.fields[key]!.schools ? namedSchools(row[key], schools) : textOf(row[key])),
  );
  return words.every((word) => word === '') ? '' : words.join('|');
}

/**
 * Gives every row its permanent id: its own where it has one, the order's where its words are those of a row of the order
 * that stands nowhere, a new one otherwise. Of two rows with one id, the one that still says what the order says keeps it.
 */
export function identifyRows<R extends TypedRow>(
  register: Register,
  typed: readonly R[],
  lastNumber: number,
  schools: readonly School[] = [],
): KnownRows<R> {
  const known = (row: Readonly<Record<string, Cell | null | undefined>>) => knownBy(register, row, schools);
  const starts = new Map(register.starts.map((start) => [start.id, start]));
  const own = (row: R): boolean => known(row.cells) === known(starts.get(row.id) ?? {});
  const holders = new Map<string, R>();
  for (const row of typed) {
    if (!starts.has(row.id) && !isOwnNumber(numberIn(register, row.id))) continue;
    const holder = holders.get(row.id);
    if (!holder || (starts.has(row.id) && !own(holder) && own(row))) holders.set(row.id, row);
  }
  const lost = new Map(
    register.starts.flatMap((start) => (holders.has(start.id) ? [] : [[known(start), start] as const])),
  );
  let last = Math.max(
    lastNumber,
    FIRST_OWN - 1,
    ...[...holders.keys()].map((id) => numberIn(register, id)).filter(isOwnNumber),
  );
  const rows = typed.map((row): KnownRow<R> => {
    const start = starts.get(row.id);
    if (holders.get(row.id) === row) return { typed: row, id: row.id, ...(start ? { start } : {}) };
    const found = lost.get(known(row.cells));
    if (found) {
      lost.delete(known(found));
      return { typed: row, id: found.id, start: found };
    }
    if (start && own(row)) return { typed: row, id: '', repeats: row.id };
    last = nextOwnNumber(last);
    return { typed: row, id: `${register.prefix}-${last}` };
  });
  return { rows, missing: [...lost.values()], lastNumber: last };
}

/** What a cell of a register says, with what is wrong in it. */
function readField(
  register: Register,
  key: string,
  field: Field,
  cell: Cell,
  schools: readonly School[],
): [string | number | null, Fault?] {
  if (field.schools) return [namedSchools(cell, schools)];
  if (isNumeric(field)) return faulty(parseNumber(field, cell));
  if (field.kind === 'date') return faulty(parseDate(cell));
  if (field.kind === 'ref') {
    const words = textOf(cell);
    return [idIn(words) || words];
  }
  if (register.status?.field !== key) return faulty(parseText(field, cell));
  const { states } = register.status.cycle;
  if (isBlank(cell)) return [states[0]!.key];
  const state = states.find(({ title }) => normalText(title) === normalText(textOf(cell)));
  return state ? [state.key] : faulty(parseText(field, cell));
}

interface Fault {
  readonly id: string;
  readonly found: string;
}
const faulty = <T>({ value, finding }: { value: T; finding?: Fault }): [T, Fault?] =>
  finding ? [value, finding] : [value];

interface Column {
  readonly key: string;
  readonly field: Field;
  readonly hand: ReturnType<typeof handOf>;
  readonly blank: '' | null;
}

const columns = new WeakMap<Register, readonly Column[]>();

/** A register's fields with what is the same in all its rows. */
function columnsOf(register: Register): readonly Column[] {
  const known =
    columns.get(register) ??
    Object.entries(register.fields).map(
      ([key, field]): Column => ({ key, field, hand: handOf(register, key), blank: isNumeric(field) ? null : '' }),
    );
  columns.set(register, known);
  return known;
}

/** A row in typed values; in a row of the order the order's fields are the order's whatever stands in their cells. */
export function readRow(
  register: Register,
  { typed, id, start }: KnownRow,
  schools: readonly School[] = [],
): { row: RegisterRow; faults: RowFinding[] } {
  const faults: RowFinding[] = [];
  const values: Record<string, string | number | null> = {};
  for (const { key, field, hand, blank } of columnsOf(register)) {
    if (hand === 'computed') values[key] = blank;
    else if (hand === 'order' && start) values[key] = (start as RegisterRow)[key] ?? blank;
    else {
      const [value, fault] = readField(register, key, field, typed.cells[key] ?? '', schools);
      values[key] = value;
      if (fault) faults.push({ row: id, field: key, id: fault.id, severity: 'error', details: { found: fault.found } });
    }
  }
  return { row: { ...values, id }, faults };
}

/** A row of the order as it begins. */
export function firstRow(register: Register, start: Start): RegisterRow {
  const blank = Object.entries(register.fields).map(([key, field]) => [key, isNumeric(field) ? null : ''] as const);
  return { ...Object.fromEntries(blank), ...(start as RegisterRow) };
}

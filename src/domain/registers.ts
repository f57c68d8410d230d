import { handOf, type Register, type RegisterRow, type RowFinding, type School, type World } from '../model';
import { checkRegister } from './register-checks';
import { type KnownRow, type KnownRows, readRow, type TypedRow } from './register-rows';

/** A register's row after reading, computing and checking. */
export interface KeptRegisterRow<R extends TypedRow = TypedRow> {
  /** What stands on the tab; none for a row of the order that comes back. */
  readonly known: KnownRow<R> | null;
  readonly row: RegisterRow;
  /** Fields whose cells in this row are the runs'. */
  readonly computed: ReadonlySet<string>;
  readonly findings: readonly RowFinding[];
}

/** Rows in typed values, before anything is computed; a second copy of a row of the order is none of them. */
export const rowsRead = <R extends TypedRow>(
  register: Register,
  { rows }: KnownRows<R>,
  schools: readonly School[] = [],
) =>
  rows.filter(({ repeats }) => repeats === undefined).map((known) => ({ known, ...readRow(register, known, schools) }));

/** Computes what data say of a register's rows and checks them. `world` holds all registers' rows as read. */
export function settleRegister<R extends TypedRow>(
  register: Register,
  read: readonly {
    readonly known: KnownRow<R> | null;
    readonly row: RegisterRow;
    readonly faults: readonly RowFinding[];
  }[],
  world: World,
  before: readonly RegisterRow[],
): KeptRegisterRow<R>[] {
  const said = register.computed?.(
    read.map(({ row }) => row),
    world,
  );
  const always = Object.keys(register.fields).filter((key) => handOf(register, key) === 'computed');
  const rows = read.map(({ row }, index) => ({ ...row, ...said?.[index], id: row.id }));
  const computed = read.map((_, index) => new Set([...always, ...Object.keys(said?.[index] ?? {})]));
  const status = register.status?.field;
  const found = (): RowFinding[] =>
    checkRegister({
      register,
      rows,
      before: new Map(before.map((row) => [row.id, row])),
      computed: new Set(rows.flatMap(({ id }, index) => (status && computed[index]!.has(status) ? [id] : []))),
      world,
    });
  let byRow: ReadonlyMap<string, readonly RowFinding[]> | undefined;
  // A report shows the rows and says nothing of what is wrong in them.
  const findingsOf = (id: string): readonly RowFinding[] => {
    byRow ??= gathered([...read.flatMap(({ faults }) => faults), ...found()]);
    return byRow.get(id) ?? [];
  };
  return read.map(({ known }, index) => ({
    known,
    row: rows[index]!,
    computed: computed[index]!,
    get findings() {
      return findingsOf(rows[index]!.id);
    },
  }));
}

function gathered(findings: readonly RowFinding[]): Map<string, RowFinding[]> {
  const byRow = new Map<string, RowFinding[]>();
  for (const finding of findings) {
    const own = byRow.get(finding.row);
    if (own) own.push(finding);
    else byRow.set(finding.row, [finding]);
  }
  return byRow;
}

/** What of a row a closed period is compared by: data compute the rest anew, mostly from the day it is. */
const typedOf = (register: Register, row: RegisterRow): unknown[] => [
  row.id,
  ...Object.keys(register.fields)
    .filter((key) => handOf(register, key) !== 'computed')
    .map((key) => row[key]),
];

/** False when somebody changed something in the register since `before`. */
export const sameRegister = (
  register: Register,
  before: readonly RegisterRow[],
  now: readonly RegisterRow[],
): boolean =>
  JSON.stringify(before.map((row) => typedOf(register, row))) ===
  JSON.stringify(now.map((row) => typedOf(register, row)));

import { firstRow, orderRowOf, sameRegister } from '../domain';
import { handOf, type Programme, type Register, type RegisterRow } from '../model';
import type { ClosedPeriod } from '../workbook';

/** Rows of registers by key. */
export type RegisterRows = Readonly<Record<string, readonly RegisterRow[]>>;

/** A closed period as far as registers go: those that had changed when it was closed. */
export interface Frozen {
  readonly registers?: RegisterRows;
}

/**
 * What a closing period's snapshot keeps of the registers: each that is kept and was changed since it was last kept.
 * `earlier` are the snapshots of the periods closed before, oldest first.
 */
export function frozenRegisters(programme: Programme, now: RegisterRows, earlier: readonly Frozen[]): RegisterRows {
  const last = registersAt(programme, earlier);
  return Object.fromEntries(
    programme.registers.flatMap((register) => {
      const rows = byId(now[register.key] ?? []);
      const kept = last[register.key];
      return register.frozen && now[register.key] && !(kept && sameRegister(register, kept, rows))
        ? [[register.key, rows.map((row) => brief(register, row))] as const]
        : [];
    }),
  );
}

/** The part of snapshots that holds registers, of the periods that hold any: the others are not even read. */
export const frozenIn = (periods: readonly ClosedPeriod[]): Frozen[] =>
  periods.filter(({ json }) => json.includes('"registers":{"')).map(({ json }) => JSON.parse(json) as Frozen);

/** The registers as they stood when the last of these periods was closed. */
export function registersAt(programme: Programme, closed: readonly Frozen[]): RegisterRows {
  const kept = Object.assign({}, ...closed.map(({ registers }) => registers ?? {})) as RegisterRows;
  return Object.fromEntries(
    programme.registers.flatMap((register) => {
      const rows = kept[register.key];
      return rows ? [[register.key, rows.map((row) => whole(register, row))] as const] : [];
    }),
  );
}

/** A row of the order without the order's long words, which the programme has: they would be most of the snapshot. */
function brief(register: Register, row: RegisterRow): RegisterRow {
  if (!orderRowOf(register, row.id)) return row;
  const kept = new Set([...register.identity, register.label]);
  const fields = Object.entries(row).filter(([key]) => kept.has(key) || handOf(register, key) !== 'order');
  return { ...Object.fromEntries(fields), id: row.id };
}

function whole(register: Register, row: RegisterRow): RegisterRow {
  const start = orderRowOf(register, row.id);
  return start ? { ...firstRow(register, start), ...row } : row;
}

/** People sort: the order on the tab is no change. */
const byId = (rows: readonly RegisterRow[]): RegisterRow[] =>
  [...rows].sort((a, b) => a.id.localeCompare(b.id, 'ru', { numeric: true }));

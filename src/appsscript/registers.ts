import type { CollectedPeriod, Figure, Grid } from '../model';
import {
  type ClosedPeriod,
  collectedPeriods,
  frozenIn,
  type RegisterRows,
  registerRowsOf,
  registersAt,
  type StoredPeriod,
  type TakenRegister,
  takeRegisters,
} from '../pipeline';
import { programme } from '../programme';
import { registerTab } from '../workbook/names';
import { writtenDocuments } from './document-memory';
import type { OpenedBook } from './opened-book';
import { now } from './run';

/** What of the schools' data registers may ask. */
export interface Known {
  readonly figures: (indicator: string) => readonly Figure[];
  readonly collected: readonly CollectedPeriod[];
}
export const NOTHING_KNOWN: Known = { figures: () => [], collected: [] };

/** Reads every register, one call each, and works out what its tab lacks; `today` is what terms are held against. */
export function readRegisters(
  opened: OpenedBook,
  { figures, collected }: Known,
  before?: RegisterRows,
  today = now('yyyy-MM-dd'),
): TakenRegister[] {
  const { book, settings, register } = opened;
  const { period } = settings;
  const grids: Record<string, Grid | null> = {};
  for (const item of programme.registers) grids[item.key] = book.read(registerTab(item));
  // A report of the open period shows the registers: if it counted itself, it would be another one when built again.
  const reports = writtenDocuments().filter((built) => built.period < period);
  const surroundings = { today, period, schools: register.schools, figures, collected, reports };
  return takeRegisters(programme, grids, surroundings, before);
}

/** The registers' rows as they stand, with what the stored periods let them say. */
export function registersWith(opened: OpenedBook, periods: readonly StoredPeriod[]): RegisterRows {
  const open = periods.find(({ key }) => key === opened.settings.period);
  const known = { figures: open?.results.figuresOf ?? (() => []), collected: collectedPeriods(periods) };
  return registerRowsOf(readRegisters(opened, known));
}

/** The same in a coordinator's run, which brings the tabs in line: what has not changed is not written. */
export function settleRegisters(opened: OpenedBook, known: Known, periods: readonly ClosedPeriod[]): TakenRegister[] {
  if (programme.registers.length === 0) return [];
  const taken = readRegisters(opened, known, registersAt(programme, frozenIn(periods)));
  for (const { patches } of taken) opened.book.apply(patches);
  return taken;
}

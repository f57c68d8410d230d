import type { Figure, Grid } from '../model';
import {
  type ClosedPeriod,
  frozenIn,
  type RegisterRows,
  registersAt,
  type TakenRegister,
  takeRegisters,
} from '../pipeline';
import { programme } from '../programme';
import { registerTab } from '../workbook/names';
import type { OpenedBook } from './opened-book';
import { now } from './run';

/** Reads every register, one call each, and works out what its tab lacks; `today` is what terms are held against. */
export function readRegisters(
  opened: OpenedBook,
  figures: readonly Figure[],
  before?: RegisterRows,
  today = now('yyyy-MM-dd'),
): TakenRegister[] {
  const { book, settings, register } = opened;
  const grids: Record<string, Grid | null> = {};
  for (const item of programme.registers) grids[item.key] = book.read(registerTab(item));
  const surroundings = { today, period: settings.period, schools: register.schools, figures };
  return takeRegisters(programme, grids, surroundings, before);
}

/** The same in a coordinator's run, which brings the tabs in line: what has not changed is not written. */
export function settleRegisters(
  opened: OpenedBook,
  figures: readonly Figure[],
  periods: readonly ClosedPeriod[],
): TakenRegister[] {
  if (programme.registers.length === 0) return [];
  const taken = readRegisters(opened, figures, registersAt(programme, frozenIn(periods)));
  for (const { patches } of taken) opened.book.apply(patches);
  return taken;
}

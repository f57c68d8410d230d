import { type PeriodKey, quarterTitle, shiftPeriod } from '../model';

/** What the workbook says of its periods, in its different places. */
export interface StandingPeriods {
  /** «Настройки», «Отчётный период» */
  readonly open: PeriodKey;
  readonly closed: readonly PeriodKey[];
  /** Of each school's tab that says one. */
  readonly tabs: readonly PeriodKey[];
}

const latest = (periods: readonly PeriodKey[]): PeriodKey => [...periods].sort().pop() ?? '';

/** The period that most tabs stand in, of those never closed; null when none does. */
export function periodOfTabs({ closed, tabs }: Omit<StandingPeriods, 'open'>): PeriodKey | null {
  const counts = new Map<PeriodKey, number>();
  for (const period of tabs) if (!closed.includes(period)) counts.set(period, (counts.get(period) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most ? most[0] : null;
}

/** A closing that died after its snapshot was stored, known by the tabs that it has not turned. */
export const isHalfClosed = ({ open, closed, tabs }: StandingPeriods): boolean =>
  open === latest(closed) && tabs.includes(open);

const putBack = (period: PeriodKey): string => `Верните в «Настройки», «Отчётный период» ${period} и повторите.`;

/** Why nothing can be collected for a period that is closed already, with the way out; null when it is not. */
export function closedSlip({ open, closed, tabs }: StandingPeriods): string | null {
  const last = latest(closed);
  if (open > last && !closed.includes(open)) return null;
  if (isHalfClosed({ open, closed, tabs }))
    return `Закрытие не доведено до конца: ${quarterTitle(open)} закрыт, а вкладки школ ещё стоят в нём. Нажмите «Закрыть период…», работа продолжится.`;
  const right = periodOfTabs({ closed, tabs: tabs.filter((period) => period > last) }) ?? shiftPeriod(last, 1);
  const why = closed.includes(open)
    ? `${quarterTitle(open)} уже закрыт`
    : `${quarterTitle(open)} раньше закрытого (${quarterTitle(last)})`;
  return `${why}: собирать за него нечего. ${putBack(right)}`;
}

/** Why the period of «Настройки» is not the one that schools fill, with both ways out; null when it is. */
export function tabsSlip({ open, closed, tabs }: StandingPeriods): string | null {
  const right = periodOfTabs({ closed, tabs });
  const standing = (period: PeriodKey): number => tabs.filter((item) => item === period).length;
  if (right === null || standing(open) >= standing(right)) return null;
  return `В «Настройках» указан ${quarterTitle(open)}, вкладки школ стоят в периоде ${right}. Верните «Отчётный период» ${right} или переведите вкладки на ${open}: «Создать или починить вкладки».`;
}

export const periodSlip = (standing: StandingPeriods): string | null => closedSlip(standing) ?? tabsSlip(standing);

import type { PeriodKey } from './period';

/**
 * Where a row of «Рекомендации и меры» came from that the rules have drafted: by it the same draft is known whatever people
 * have made of its words, and its figure is measured again. Kept as one text of the register.
 */
export interface DraftOrigin {
  /** Which rule and of what: «debts», «risk:Высокая доля обучающихся с ОВЗ». */
  readonly reason: string;
  readonly school: string;
  readonly addressee: string;
  readonly period: PeriodKey;
  readonly measured?: MeasuredBy;
}

/** The share that its effect is measured by: the part itself, or the rest of the whole. */
export interface MeasuredBy {
  readonly indicator: string;
  readonly counts: 'part' | 'rest';
}

const BAR = '|';

export const originText = ({ period, school, addressee, reason, measured }: DraftOrigin): string =>
  [period, school, addressee, reason, ...(measured ? [measured.indicator, measured.counts] : [])].join(BAR);

/** Null for a row that people have written. */
export function originIn(text: unknown): DraftOrigin | null {
  const [period, school, addressee, reason, indicator, counts] = String(text ?? '').split(BAR);
  if (!period || !school || !addressee || !reason) return null;
  const measured = indicator && (counts === 'part' || counts === 'rest') ? { measured: { indicator, counts } } : {};
  return { period, school, addressee, reason, ...measured } as DraftOrigin;
}

/** Who is to do what for which reason in which period: two rows that agree in it are one draft. */
export const draftIdentity = ({ period, school, addressee, reason }: DraftOrigin): string =>
  [period, school, addressee, reason].join(BAR);

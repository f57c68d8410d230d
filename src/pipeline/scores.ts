import { type PeriodResults, type PeriodScores, type Registers, scorecardOf, scoresOf } from '../domain';
import type { PeriodKey, Programme, School, Score, ScoreLine, Setting, SettingValues } from '../model';
import type { Reading } from '../report';
import {
  type ClosedPeriod,
  type FrozenScores,
  type PublishRequest,
  type Snapshot,
  targetRow,
  targetsTable,
} from '../workbook';
import { type StoredPeriod, snapshotOf } from './stored-periods';

/** Beside its sums a value is kept only where it is not their percentage. */
export function frozenScores(scores: readonly Score[]): FrozenScores {
  const frozen: Record<string, Record<string, readonly [number, number, number?]>> = {};
  for (const { target, school = '', numerator, denominator, value } of scores) {
    frozen[target] ??= {};
    const sums = [numerator, denominator] as const;
    frozen[target][school] = value === percentage(...sums) || value === null ? sums : [...sums, value];
  }
  return frozen;
}

const percentage = (numerator: number, denominator: number): number => (100 * numerator) / denominator;

export const thawedScores = (frozen: FrozenScores): Score[] =>
  Object.entries(frozen).flatMap(([target, owners]) =>
    Object.entries(owners).map(([school, [numerator, denominator, value = percentage(numerator, denominator)]]) => ({
      target,
      ...(school === '' ? {} : { school }),
      ...{ numerator, denominator, value },
    })),
  );

/** What closed periods have kept of their targets; those closed by earlier versions have nothing. */
export const scoresAtClosing = (closed: readonly ClosedPeriod[]): PeriodScores[] =>
  closed.map((period) => ({ period: period.key, scores: keptIn(snapshotOf(period)) ?? [] }));

const keptIn = ({ scores }: Snapshot): Score[] | null => (scores ? thawedScores(scores) : null);

/** A period's scores: as they were kept, or from the rows where it was corrected since or kept none. */
export function scoresIn(programme: Programme, period: StoredPeriod, registers: Registers): readonly Score[] {
  const kept = period.frozen && period.corrections.length === 0 ? keptIn(snapshotOf(period.frozen)) : null;
  return kept ?? scoresOf(programme, period.results, period.settings, registers);
}

/** What the order leaves open, as the district reads it, by setting: «TI5: 100 % по индивидуальным учебным планам – это школы». */
export function readingsIn(programme: Programme, settings: SettingValues): Reading[] {
  const used = new Set(
    [...programme.indicators, ...(programme.measures ?? [])].flatMap(({ targets }) =>
      targets.flatMap(({ reading }) => reading?.setting ?? []),
    ),
  );
  return programme.settings
    .filter(({ key }) => used.has(key))
    .map((setting) => ({ setting: setting.key, words: readingOf(setting, settings) }));
}

const readingOf = ({ key, title, value }: Setting, settings: SettingValues): string =>
  `${title} ${settings[key] || value}`;

/** How the order is read in a line, beside the figure that comes of it. */
function withReading(programme: Programme, settings: SettingValues, line: ScoreLine): ReturnType<typeof targetRow> {
  const row = targetRow(programme, line);
  const asked = programme.settings.find(({ key }) => key === line.target.reading?.setting);
  return asked && !line.school
    ? { ...row, source: `${line.target.source}. Как прочитано: ${readingOf(asked, settings)}` }
    : row;
}

interface Scored {
  readonly settings: SettingValues;
  readonly schools: readonly School[];
  readonly results: PeriodResults;
  readonly registers: Registers;
  readonly earlier: readonly PeriodScores[];
  readonly at: string;
}

/** The targets of the open period, and what is published of them. */
export function scoreTargets(
  programme: Programme,
  { settings, schools, results, registers, earlier, at }: Scored,
): { readonly scores: readonly Score[]; readonly lines: readonly ScoreLine[]; readonly publish: PublishRequest } {
  const { period } = results;
  const scores = scoresOf(programme, results, settings, registers);
  const lines = scorecardOf(programme, { schools, settings }, [...earlier, { period, scores }], registers);
  return {
    scores,
    lines,
    publish: {
      ...{ period, at, table: targetsTable(programme) },
      rows: lines.map((line) => withReading(programme, settings, line)),
    },
  };
}

/** One target in one period, over all the schools it is set for. */
export interface ExportedTarget {
  readonly id: string;
  readonly indicator: string;
  readonly group: string;
  readonly by: PeriodKey;
  /** Null where the order asks for a change and names no number. */
  readonly plan: number | null;
  readonly period: PeriodKey;
  readonly value: number | null;
  readonly n: number;
  readonly met: boolean | null;
}

/** Every target in each period in which it has a value; one without any stands with the last period. */
export function exportedTargets(
  programme: Programme,
  periods: readonly StoredPeriod[],
  registers: Registers,
): ExportedTarget[] {
  const known: PeriodScores[] = [];
  const lines: ExportedTarget[] = [];
  for (const period of periods) {
    known.push({ period: period.key, scores: scoresIn(programme, period, period.closed ? {} : registers) });
    for (const line of scorecardOf(programme, { ...period, schools: period.schools }, known, registers))
      if (!line.school && line.fact?.period === period.key) lines.push(exported(line, period.key));
  }
  const last = periods[periods.length - 1];
  if (!last) return lines;
  const shown = new Set(lines.map(({ id }) => id));
  const none = scorecardOf(programme, last, known, registers).filter(
    ({ school, target }) => !school && !shown.has(target.id),
  );
  return [...lines, ...none.map((line) => exported({ ...line, fact: null, met: null }, last.key))];
}

const exported = ({ target, by, fact, met }: ScoreLine, period: PeriodKey): ExportedTarget => ({
  id: target.id,
  indicator: by.key,
  group: target.group,
  by: target.by,
  plan: target.atLeast,
  period,
  value: fact?.value ?? null,
  n: fact?.denominator ?? 0,
  met,
});

/** The scorecard as of a period, for its reports. */
export function scorecardAt(
  programme: Programme,
  periods: readonly StoredPeriod[],
  at: StoredPeriod,
  registers: Registers,
): ScoreLine[] {
  const until = periods.filter(({ key }) => key <= at.key);
  const scores = until.map((period): PeriodScores => {
    const own = period.key === at.key ? scoresIn(programme, period, registers) : keptScores(period);
    return { period: period.key, scores: own };
  });
  return scorecardOf(programme, at, scores, registers);
}

const keptScores = ({ frozen }: StoredPeriod): readonly Score[] => (frozen && keptIn(snapshotOf(frozen))) ?? [];

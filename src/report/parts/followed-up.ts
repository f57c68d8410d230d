import { originIn, type RegisterRow, textOf } from '../../model';
import type { PartTable } from '../kind';
import { EFFECTS, STATES, stateOf, stateWord } from '../register-states';
import { isOf, registerTable, rowsIn, schoolsIn, wordIn } from '../registers-table';
import { knownIndicator, type ReportData } from '../report-data';
import { SHARE_WORDS } from '../words/indicators';
import { plainCounts, SMALL_BELOW } from '../words/shares';

const { done, dropped, drafted } = STATES.actions;
const OVER: readonly string[] = [done, dropped, drafted];

/** Recommendations given before this report, of one school or of all; those that the rules have only drafted are not given yet. */
export const givenBefore = (data: ReportData, school?: string): readonly RegisterRow[] =>
  rowsIn(data, 'actions')
    .filter(({ origin, status }) => originIn(origin)?.period !== data.period && status !== drafted)
    .filter((row) => school === undefined || isOf(row, school));

/** What is late of them, and what a measure of the last year has changed. */
export const worthTelling = (data: ReportData, rows: readonly RegisterRow[]): readonly RegisterRow[] =>
  rows.filter((row) => {
    const isOver = OVER.includes(textOf(row.status ?? ''));
    return isOver ? amountOf(row, 'after') !== null && isOfLastYear(data, row) : Number(row.overdue ?? 0) > 0;
  });

const DAYS_OF_YEAR = 366;
const isOfLastYear = ({ day }: ReportData, row: RegisterRow): boolean =>
  Date.parse(day) - Date.parse(textOf(row.doneOn || row.dueTo || '')) <= DAYS_OF_YEAR * 86_400_000;

/** What became of them: the state, the term, what was and what has become. */
export function followUpTable(data: ReportData, rows: readonly RegisterRow[], isOfOne: boolean): PartTable[] {
  if (rows.length === 0) return [];
  const rest = isOfOne ? 0.2 : 0;
  return [
    registerTable(
      'followed-up',
      isOfOne
        ? 'Рекомендации, данные раньше, и что изменилось'
        : 'Рекомендации, данные раньше: просроченные и те, у которых есть результат за год',
      [
        ...(isOfOne ? [] : [['Школа', 0.18, (row: RegisterRow) => schoolsIn(data, row)] as const]),
        ['Вывод и рекомендация', 0.27 + rest / 2, findingAndRecommendation] as const,
        ['Кому', 0.07, 'addressee'],
        ['Срок; статус', 0.21, (row: RegisterRow) => termOf(data, row)] as const,
        ['Было – стало', 0.27 + rest / 2, (row: RegisterRow) => changeOf(data, row)] as const,
      ],
      rows,
    ),
  ];
}

/** «Не успевают 21 из 206 обучающихся. Курсы для 9 педагогов»: what the numbers beside it count is said first. */
export function findingAndRecommendation(row: RegisterRow): string {
  const [finding, recommendation] = ['finding', 'recommendation'].map((field) => wordIn(row, field));
  return [finding?.replace(/[.;]$/, ''), recommendation].filter(Boolean).join('. ');
}

function termOf(data: ReportData, row: RegisterRow): string {
  const days = Number(row.overdue ?? 0);
  const until = wordIn(row, 'dueTo');
  const word = stateWord(data, 'actions', stateOf(row));
  const state = days > 0 ? `${word}, просрочено` : word;
  return [...(until === '' ? [] : [`до\u00a0${until}`]), state].join('; ');
}

const EFFECT_WORDS: Readonly<Record<string, string>> = {
  [EFFECTS.seen]: 'с учётом численности изменение подтверждается',
  [EFFECTS.notSeen]: 'с учётом численности существенно не изменилось',
};

/** Whom the numbers of a recommendation that the rules have drafted count: «не успевают»; what people count is in their words. */
export function whomCounted({ programme }: ReportData, { origin }: RegisterRow): string {
  const measured = originIn(origin)?.measured;
  const known = measured && knownIndicator({ programme }, measured.indicator);
  if (!measured || !known) return '';
  const words = SHARE_WORDS[known.key]?.pupils[1];
  if (!words) return `«${known.title}»${measured.counts === 'rest' ? ', остальные' : ''}`;
  return measured.counts === 'rest' ? `не ${words}` : words;
}

/** «не успевают – было 21 из 206 (10,2 %), стало 17 из 204 (8,3 %): с учётом численности существенно не изменилось» */
function changeOf(data: ReportData, row: RegisterRow): string {
  const [before, after] = [amountOf(row, 'before'), amountOf(row, 'after')];
  if (!before) return '';
  const whom = whomCounted(data, row);
  const was = `${whom && `${whom} – `}было ${plainCounts(before)}`;
  if (!after) return `${was}; сравнимых итогов ещё нет`;
  const change = `${was}, стало ${plainCounts(after)}`;
  if (Math.min(before.denominator, after.denominator) < SMALL_BELOW) return `${change}; для вывода численность мала`;
  const effect = EFFECT_WORDS[textOf(row.effect ?? '')];
  return effect ? `${change}: ${effect}` : `${change}; об эффекте судить рано`;
}

function amountOf(row: RegisterRow, part: 'before' | 'after') {
  const [numerator, denominator] = [row[part], row[`${part}Of`]];
  if (typeof numerator !== 'number' || typeof denominator !== 'number' || denominator === 0) return null;
  return { numerator, denominator, value: (100 * numerator) / denominator };
}

import { settingNumbers } from '../domain';
import {
  type AnyIndicator,
  type DerivedIndicator,
  type Explained,
  type ExplainedPart,
  type Explanation,
  type Figure,
  type FigureKey,
  figureId,
  formatNumber,
  formulaText,
  type Indicator,
  isDerived,
  type Programme,
  sliceTitle,
  sumText,
  type Term,
} from '../model';
import { carriedFigures } from './carried-figures';
import { ofContext } from './explain-context';
import { changedNote, countedNote } from './explain-counted';
import { correctionsOfFigure, figureIn, ownersOf, yearsOf } from './explain-history';
import { rowsOfFigure } from './explain-rows';
import { aboutFigure, intervalWords, NO_VALUE, ownerAndSlice, periodWords, valueWords } from './explain-words';
import type { RegisterRows } from './frozen-registers';
import type { StoredPeriod } from './stored-periods';

/** All that explanations are made from. */
export interface Explaining {
  readonly programme: Programme;
  /** Oldest first. */
  readonly periods: readonly StoredPeriod[];
  /** The registers as they stood in a period. */
  readonly registersAt: (period: StoredPeriod) => RegisterRows;
}

export const NOTHING_MORE: Pick<Explanation, 'parts' | 'rows' | 'moreRows' | 'leftOut' | 'history' | 'corrections'> = {
  parts: [],
  rows: [],
  moreRows: 0,
  leftOut: [],
  history: [],
  corrections: [],
};

/** More rows than these are opened by subject or class. */
const MOST_ROWS = 120;

interface Found {
  readonly figure: Figure | undefined;
  /** Whose rows it rests on: an earlier period's where it is carried. */
  readonly period: StoredPeriod;
}

/** The figure of a period, or the one of an earlier period that holds in it. */
function found({ programme, periods }: Explaining, period: StoredPeriod, key: FigureKey): Found {
  const figure = figureIn(period, key);
  if (key.slice || (figure?.value != null && key.scope !== 'district')) return { figure, period };
  const id = figureId(key);
  const carried = carriedFigures(programme, periods, period).find((candidate) => figureId(candidate) === id);
  const from = periods.find((candidate) => candidate.key === carried?.from);
  return carried && from ? { figure: carried, period: from } : { figure, period };
}

/** Null of an indicator or a period that nothing is known of. */
export function explainFigure(explaining: Explaining, key: FigureKey): Explanation | null {
  const { programme, periods } = explaining;
  const indicator = programme.indicators.find((candidate) => candidate.key === key.indicator);
  const asked = periods.find((candidate) => candidate.key === key.period);
  if (!indicator || !asked) return null;
  const { figure, period } = found(explaining, asked, key);
  const of = aboutFigure(key);
  const context = ofContext(explaining, asked, key);
  const head = {
    of,
    title: indicator.title,
    about: `${ownerAndSlice(programme, period.schools, key)}. ${periodWords(key.period)}`,
    value: figure ? valueWords(indicator, figure) : NO_VALUE,
    interval: figure && indicator.kind === 'share' ? intervalWords(figure) : '',
    formula: formulaText(indicator),
    notes: [...notesOf(indicator, period, key, figure), ...context.notes],
  };
  const here = { ...key, period: period.key };
  const history = yearsOf(periods, here, (one) => valueWords(indicator, one));
  if (isDerived(indicator))
    return {
      ...NOTHING_MORE,
      ...{ ...head, numerator: null, denominator: null, history },
      parts: [
        ...partsOfDerived(programme, indicator, period, here),
        ...context.parts,
        ...settingsOf(programme, indicator, period),
      ],
    };
  const shown = new Set([
    here.period,
    ...history.flatMap(({ of: one }) => (one && 'period' in one ? [one.period] : [])),
  ]);
  const made =
    key.scope === 'school'
      ? madeOfRows(programme, indicator, period, here)
      : { parts: bySchool(indicator, period, here) };
  return {
    ...NOTHING_MORE,
    ...head,
    ...termsOf(indicator, figure),
    ...made,
    parts: [...made.parts, ...context.parts],
    history,
    corrections: correctionsOfFigure(periods, indicator, here, shown),
  };
}

function notesOf(indicator: AnyIndicator, period: StoredPeriod, key: FigureKey, figure: Figure | undefined): string[] {
  const { from } = indicator;
  return [
    `Форма «${from.title}».`,
    ...(figure?.from
      ? [`В этом периоде форму не спрашивают: взято за прошлый раз – ${periodWords(figure.from)}.`]
      : []),
    ...(figure ? [] : ['В этом периоде показатель не рассчитан: данных для него нет.']),
    countedNote(period, ownersOf(period, key)),
    ...(figure && figure.rowsLeftOut > 0 ? [`Учтено строк: ${figure.rows}, не учтено: ${figure.rowsLeftOut}.`] : []),
    ...changedNote(period, from),
  ];
}

/** The two sums in words. */
function termsOf(
  { numerator, denominator, from }: Indicator,
  figure: Figure | undefined,
): { numerator: Term; denominator: Term } {
  const of = (weights: Indicator['numerator'], sum: number | undefined): Term => ({
    words: sumText(weights, from),
    sum: sum === undefined ? NO_VALUE : formatNumber(sum, Number.isInteger(sum) ? 0 : 2),
  });
  return { numerator: of(numerator, figure?.numerator), denominator: of(denominator, figure?.denominator) };
}

function madeOfRows(
  programme: Programme,
  indicator: Indicator,
  period: StoredPeriod,
  key: FigureKey,
): Pick<Explanation, 'rows' | 'moreRows' | 'leftOut' | 'parts'> {
  const checked = period.results.checked.get(key.school!)?.find(({ form }) => form.key === indicator.from.key);
  const { rows, leftOut } = rowsOfFigure(programme, indicator, checked, key.slice);
  const isMany = rows.length > MOST_ROWS && !key.slice;
  return {
    rows: rows.slice(0, MOST_ROWS),
    moreRows: Math.max(0, rows.length - MOST_ROWS),
    leftOut,
    parts: isMany ? bySlice(indicator, period, key) : [],
  };
}

const toldPart = (
  indicator: AnyIndicator,
  title: string,
  figure: Figure | undefined,
  of: Explained,
): ExplainedPart => ({
  title,
  value: figure ? valueWords(indicator, figure) : NO_VALUE,
  of,
});

/** A school's figure by the first of the form's slices. */
function bySlice(indicator: Indicator, { results }: StoredPeriod, key: FigureKey): ExplainedPart[] {
  const [slice] = indicator.from.slices ?? [];
  return results.figures
    .filter((figure) => figure.indicator === indicator.key && figure.school === key.school)
    .filter((figure) => figure.slice && Object.keys(figure.slice)[0] === slice)
    .map((figure) => toldPart(indicator, sliceTitle(figure.slice), figure, aboutFigure(figure)));
}

/** Sums of schools added up; never an average of their percentages. */
function bySchool(indicator: Indicator, period: StoredPeriod, key: FigureKey): ExplainedPart[] {
  const { group: _, ...rest } = key;
  return ownersOf(period, key).map(({ key: school, name }) => {
    const of = { ...rest, scope: 'school', school } as const;
    return toldPart(indicator, name, figureIn(period, of), aboutFigure(of));
  });
}

function partsOfDerived(
  { indicators }: Programme,
  { of }: DerivedIndicator,
  period: StoredPeriod,
  key: FigureKey,
): ExplainedPart[] {
  return of.flatMap((part) => {
    const indicator = indicators.find((candidate) => candidate.key === part);
    const about = { ...key, indicator: part };
    return indicator ? [toldPart(indicator, indicator.title, figureIn(period, about), aboutFigure(about))] : [];
  });
}

/** The weights and anchors of Настройки that the formula reads. */
function settingsOf({ settings }: Programme, { compute, of }: DerivedIndicator, period: StoredPeriod): ExplainedPart[] {
  const read = new Set<string>();
  const numbers = settingNumbers(settings, period.settings);
  compute(Object.fromEntries(of.map((key) => [key, 1])), (key) => {
    read.add(key);
    return numbers(key);
  });
  return settings
    .filter(({ key }) => read.has(key))
    .map(({ key, title, value }) => ({ title: `Настройка «${title}»`, value: String(period.settings[key] || value) }));
}

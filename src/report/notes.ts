import { asOf, counted, isOfType, type PeriodKey, quarterTitle } from '../model';
import type { FigureColumn, Line } from './kind';
import { changeOf, figureOf, hasValue, indicatorOf, namesOf, ofSchool, type ReportData } from './report-data';

type Columns = readonly FigureColumn[];
type Lines = readonly Line[];

/** How a table shows what it compares: as a change, or as the value of the year before. */
interface Comparing {
  readonly against: string;
  readonly nothing: string;
}
const CHANGE: Comparing = { against: 'Изменение – к тому же кварталу', nothing: 'Изменение не приводится' };
export const VALUES_BEFORE: Comparing = {
  against: 'Год назад – в том же квартале',
  nothing: 'Значения год назад не приводятся',
};

/** What the changes of a table are measured against, and over which schools where they are not all the same. */
export function comparisonNote(data: ReportData, columns: Columns, lines: Lines, as: Comparing = CHANGE): string {
  const changing = columns.filter(({ shows }) => shows === 'change');
  const [first] = changing;
  if (!first) return '';
  const compared = data.comparisons[indicatorOf(data, first.indicator).from.key];
  if (!compared) return `${as.nothing}: данных за тот же квартал прошлого учебного года нет.`;
  const unlike = unlikeLines(data, changing, lines, compared);
  return [
    `${as.against} прошлого учебного года (${quarterTitle(compared)}).`,
    ...(unlike.length > 0
      ? [`Где состав школ другой, сравниваются только школы с данными за оба квартала; не вошли: ${unlike.join('; ')}.`]
      : []),
  ].join(' ');
}

/** «Школы – участницы программы, Район – Школа №1 (нет за II квартал 2022 г.)», lines of the same schools together. */
function unlikeLines(data: ReportData, changing: Columns, lines: Lines, compared: string): string[] {
  const titles = new Map<string, string[]>();
  for (const { title, owner } of lines) {
    const who = new Set(
      changing.flatMap(({ indicator }) => {
        const over = changeOf(data, owner, indicator)?.over;
        if (!over) return [];
        const { absentBefore, absentNow } = over;
        return [absent(data, absentBefore, compared), absent(data, absentNow, data.period)].flat();
      }),
    );
    if (who.size > 0) titles.set([...who].join(', '), [...(titles.get([...who].join(', ')) ?? []), title]);
  }
  return [...titles].map(([who, of]) => `${of.join(', ')} – ${who}`);
}

const absent = (data: ReportData, schools: readonly string[], period: string): string[] =>
  schools.length === 0 ? [] : [`${namesOf(data, schools)} (нет за ${quarterTitle(period)})`];

/**
 * Schools that tables of the same report count differently: those that are in it with other forms and not, or not whole,
 * with this one. Only below tables in which schools stand together.
 */
export function absenceNote(data: ReportData, columns: Columns, lines: Lines): string {
  const [first] = columns;
  if (!first || lines.every(({ owner }) => owner.scope === 'school')) return '';
  const { from } = indicatorOf(data, first.indicator);
  // What a form is not for, as ЕГЭ for a basic school, is nothing to be said.
  const bound = data.schools.filter(({ type }) => from.due.some((due) => isOfType(due, type)));
  const figures = bound.map((school) => ({
    key: school.key,
    figure: figureOf(data, ofSchool(school.key), first.indicator),
    asked: data.isAsked(from, school),
  }));
  const without = (asked: boolean): string[] =>
    figures.filter((one) => !hasValue(one.figure) && one.asked === asked).map(({ key }) => key);
  const partly = figures.flatMap(({ key, figure }) =>
    hasValue(figure) && figure.rowsLeftOut > 0
      ? [`${namesOf(data, [key])} (без ${counted(figure.rowsLeftOut, 'строки', 'строк', 'строк')})`]
      : [],
  );
  return [
    ...(without(true).length > 0 ? [`Нет данных: ${namesOf(data, without(true))}.`] : []),
    ...(without(false).length > 0 ? [`Сведения не запрашивались: ${namesOf(data, without(false))}.`] : []),
    ...(partly.length > 0 ? [`Учтены не все строки: ${partly.join(', ')}.`] : []),
  ].join(' ');
}

/** Of which time the figures are that nobody was asked for in the period: «На начало учебного года 2023/24 …»; whose, unless all are. */
export function carriedNote(data: ReportData, columns: Columns, lines: Lines): string {
  const from = new Map<PeriodKey, Set<string>>();
  for (const { title, owner } of lines) {
    for (const { indicator } of columns) {
      const period = figureOf(data, owner, indicator)?.from;
      if (period) from.set(period, (from.get(period) ?? new Set()).add(title));
    }
  }
  return [...from]
    .sort()
    .map(([period, titles]) => {
      const whose = titles.size === lines.length ? '' : `: ${[...titles].join(', ')}`;
      return `${sentenceOf(asOf(period))} (${quarterTitle(period)})${whose}.`;
    })
    .join(' ');
}

const sentenceOf = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

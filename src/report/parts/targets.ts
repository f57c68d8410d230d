import {
  type AnyIndicator,
  type Figure,
  formatNumber,
  isDerived,
  type Measure,
  quarterTitle,
  type School,
  type ScoreLine,
  type TableCell,
  type Target,
} from '../../model';
import { COUNTS_BELOW, figureCell, figureText, NO_DATA, NONE, SMALL_NOTE } from '../figure-text';
import type { Part, PartBlock, PartTable } from '../kind';
import {
  figureOf,
  groupTitle,
  isPublic,
  type Owner,
  ofGroup,
  ofSchool,
  type ReportData,
  schoolOf,
} from '../report-data';
import { boldRow, centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { gapChart, targetsChart } from './charts/targets';

/** Plan and fact of the programme's targets, for the group and, where this quarter's data say it, school by school. */
export const targets: Part = {
  title: 'Целевые индикаторы программы',
  needs: [],
  absent: 'Данных за период нет.',
  blocks: (data, subject) => {
    const known = data.scores.filter(({ fact }) => fact !== null);
    if (known.length === 0) return [];
    const about = schoolOf(data, subject);
    const shown = linesOf(data, about);
    if (shown.length === 0) return [paragraph('Для этой школы программа плана не устанавливает.')];
    if (about || isPublic(data)) return [table(data, shown)];
    return [table(data, shown), ...targetsChart(data), ...gapChart(data), ...missing(data)];
  },
};

/** «к II кварталу 2023 г.» */
export const byQuarter = ({ by }: Target): string => quarterTitle(by).replace('квартал', 'кварталу');

/** Target by target: its schools, then the group; in a document about one school that school and the group. */
function linesOf(data: ReportData, about: School | undefined): ScoreLine[] {
  const scores = isPublic(data) ? data.scores.filter((line) => isTold(data, line)) : data.scores;
  return scores
    .filter((line) => line.school === undefined && line.fact !== null)
    .flatMap((whole) => {
      const own = scores.filter(({ target, school, fact }) => school && fact && target === whole.target);
      const bound = about
        ? own.filter(({ school }) => school!.key === about.key)
        : own.filter((line) => isOwn(data, line));
      return about && bound.length === 0 ? [] : [...bound, whole];
    });
}

/** What a public edition can tell: figures whose parts and wholes are known to be large enough, and what counts no people. */
export function isTold(data: ReportData, { fact, target, by }: ScoreLine): boolean {
  if (!isIndicator(by)) return by.counts !== undefined;
  return !target.slice && !isDerived(by) && fact?.period === data.period;
}

/** A share that this quarter's data give, with a plan. */
const isOwn = ({ period }: ReportData, { fact, target, by }: ScoreLine): boolean =>
  fact?.period === period && target.atLeast !== null && !target.slice && 'kind' in by && by.kind === 'share';

function missing({ scores }: ReportData): PartBlock[] {
  const titles = scores
    .filter(({ school, fact }) => school === undefined && fact === null)
    .map(({ target, by }) => `«${lineTitle({ target, by })}»`);
  return titles.length === 0 ? [] : [paragraph(`Нет данных за последние четыре квартала: ${titles.join(', ')}.`)];
}

export const lineTitle = ({ target, by }: Pick<ScoreLine, 'target' | 'by'>): string =>
  target.of === undefined ? by.title : `${by.title}: ${target.of}`;

function table(data: ReportData, lines: readonly ScoreLine[]): PartTable {
  const readings = data.readings.length > 0 ? ` Как прочитан приказ: ${data.readings.join('; ')}.` : '';
  const planned = lines.find(({ by }) => isIndicator(by) && !isDerived(by) && by.headline)?.target;
  return {
    kind: 'table',
    key: 'targets',
    title: 'Целевые индикаторы программы: план и факт',
    columns: [
      leftColumn('Показатель', 0.175),
      leftColumn('Школа, группа', 0.17),
      centredColumn('План', 0.08),
      centredColumn('Исход.', 0.075),
      centredColumn('Факт', 0.115),
      centredColumn('n', 0.075),
      centredColumn('Откл., п.\u00a0п.', 0.085),
      centredColumn('Откл., чел.', 0.085),
      centredColumn('Итог', 0.14),
    ],
    rows: lines.map((line) => row(data, line)),
    explainsSmall: true,
    note: `${planned ? `План по успеваемости и качеству – к ${byQuarter(planned)}; источник – ${planned.source}. ` : ''}С планом сравнивается значение без округления; отклонение там, где план – рост, считается от исходного значения. Факт другого периода подписан.${readings}${isPublic(data) ? '' : ` ${SMALL_NOTE}`}`,
  };
}

function row(data: ReportData, line: ScoreLine): TableCell[] {
  const { target, by, school, baseline, deviation, inPeople } = line;
  const figure = figureIn(data, line);
  const isSmall = figure.denominator < COUNTS_BELOW || data.withheld(figure);
  const when = line.fact!.period === data.period ? '' : ` (${quarterTitle(line.fact!.period)})`;
  const cells = [
    textCell(lineTitle(line)),
    textCell(school?.name ?? (target.group === '' ? 'Район' : groupTitle(data, target.group))),
    textCell(planText(target)),
    textCell(baseline?.value == null || isPublic(data) ? NONE : numberText(by, baseline.value)),
    figureCell(`${factText(by, figure)}${when}`, figure),
    figureCell(formatNumber(figure.denominator), figure, 'whole'),
    textCell(deviation === null || isSmall ? NONE : signed(deviation, by.unit === 'mark' ? 2 : 1)),
    textCell(inPeople === null || data.withheld(figure) ? NONE : signed(inPeople, 0)),
    textCell(data.withheld(figure) ? NONE : resultText(line)),
  ];
  return school ? cells : boldRow(cells);
}

export function planText({ atLeast, trend }: Target): string {
  if (atLeast === null) return trend === 'down' ? 'снижение' : 'рост';
  return atLeast === 100 ? formatNumber(100) : `не менее ${formatNumber(atLeast)}`;
}

export const resultText = ({ met }: ScoreLine): string =>
  met === null ? 'не с чем сравнить' : met ? 'достигнуто' : 'не достигнуто';

const signed = (value: number, digits: number): string => `${value > 0 ? '+' : ''}${formatNumber(value, digits)}`;
export const numberText = ({ unit }: AnyIndicator | Measure, value: number): string =>
  formatNumber(value, unit === 'mark' ? 2 : 1);

const isIndicator = (by: AnyIndicator | Measure): by is AnyIndicator => 'kind' in by;

const factText = (by: AnyIndicator | Measure, figure: Figure): string => {
  if (isIndicator(by)) return figureText(by, figure);
  return figure.value === null ? NO_DATA : numberText(by, figure.value);
};

/** The figure as it stands among the period's; of another period, of pooled slices and of a measure, one made of the line. */
export function figureIn(data: ReportData, { target, by, school, fact }: ScoreLine): Figure {
  const owner: Owner = school
    ? ofSchool(school.key)
    : target.group === ''
      ? { scope: 'district' }
      : ofGroup(target.group);
  const standing =
    fact!.period === data.period && !target.slice && isIndicator(by) && !isDerived(by)
      ? figureOf(data, owner, by.key)
      : undefined;
  return standing ?? { ...owner, ...fact!, indicator: by.key, rows: 0, rowsLeftOut: 0 };
}

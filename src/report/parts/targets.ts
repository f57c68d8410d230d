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
  type TableColumn,
  type Target,
} from '../../model';
import { figureCell, figureText, NO_DATA, NONE, SMALL_NOTE } from '../figure-text';
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
import { byQuarter } from '../words/sentences';
import { COUNTS_BELOW } from '../words/shares';
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
    const shown = targetsOf(data, about);
    if (shown.length === 0) return [paragraph('Для этой школы программа плана не устанавливает.')];
    if (about) return [schoolTable(data, shown)];
    if (isPublic(data)) return [districtTable(data, shown)];
    return [districtTable(data, shown), ...targetsChart(data), ...gapChart(data), ...missing(data)];
  },
};

/** A target for those it binds together, and for those of its schools that a document tells of. */
interface Told {
  readonly whole: ScoreLine;
  readonly schools: readonly ScoreLine[];
}

function targetsOf(data: ReportData, about: School | undefined): Told[] {
  const scores = isPublic(data) ? data.scores.filter((line) => isTold(data, line)) : data.scores;
  const wholes = scores.filter((line) => line.school === undefined && line.fact !== null);
  const told = wholes.map((whole): Told => {
    const own = scores.filter(({ target, school, fact }) => school && fact && target === whole.target);
    const isBound = (line: ScoreLine): boolean => (about ? line.school!.key === about.key : isOwn(data, line));
    return { whole, schools: own.filter(isBound) };
  });
  return about ? told.filter(({ schools }) => schools.length > 0) : told;
}

/** What a public edition can tell: figures whose parts and wholes are known to be large enough, and what counts no people. */
export function isTold(data: ReportData, { fact, target, by }: ScoreLine): boolean {
  if (!isIndicator(by)) return by.counts !== undefined;
  return !target.slice && !isDerived(by) && fact?.period === data.period;
}

/** Lines of the targets as wholes, which this edition can tell. */
export const wholeLines = (data: ReportData): ScoreLine[] =>
  data.scores.filter((line) => line.school === undefined && (!isPublic(data) || isTold(data, line)));

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

const columnsWith = (baseline: TableColumn): TableColumn[] => [
  centredColumn('План', 0.1),
  baseline,
  centredColumn('Факт', 0.1),
  centredColumn('n', 0.07),
  centredColumn('Откл., п.\u00a0п.', 0.08),
  centredColumn('Откл., чел.', 0.08),
  centredColumn('Итог', 0.14),
];

/** The group first, its schools below it by their names. */
const districtTable = (data: ReportData, told: readonly Told[]): PartTable => ({
  ...tableOf(data, told),
  columns: [leftColumn('Показатель, для кого', 0.33), ...columnsWith(centredColumn('Исходное', 0.1))],
  rows: told.flatMap(({ whole, schools }) => [
    boldRow([textCell(`${lineTitle(whole)}${dated(data, whole)} (${ownerOf(data, whole)})`), ...row(data, whole)]),
    ...schools.map((line) => [textCell(`– ${line.school!.name}${dated(data, line)}`), ...row(data, line)]),
  ]),
});

/** The school's own, beside the fact of those that the target binds together. */
const schoolTable = (data: ReportData, told: readonly Told[]): PartTable => ({
  ...tableOf(data, told),
  columns: [
    leftColumn('Показатель', 0.28),
    ...columnsWith(centredColumn('Исх.', 0.06)),
    centredColumn('По группе, району', 0.12),
  ].map((column) => ({ ...column, width: column.width / 1.03 })),
  rows: told.flatMap(({ whole, schools }) =>
    schools.map((line) => [
      textCell(`${lineTitle(line)}${dated(data, line)}`),
      ...row(data, line),
      figureCell(factText(whole.by, figureIn(data, whole)), figureIn(data, whole)),
    ]),
  ),
});

function tableOf(data: ReportData, told: readonly Told[]): Omit<PartTable, 'columns' | 'rows'> {
  const { readings } = data;
  const read = readings.length > 0 ? ` Как прочитан приказ: ${readings.join('; ')}.` : '';
  const planned = told.find(({ whole: { by } }) => isIndicator(by) && !isDerived(by) && by.headline)?.whole.target;
  return {
    kind: 'table',
    key: 'targets',
    dense: true,
    title: 'Целевые индикаторы программы: план и факт',
    explainsSmall: true,
    note: `${planned ? `План по успеваемости и качеству – ${byQuarter(planned.by)}; источник – ${planned.source}. ` : `Источник плана – ${told[0]!.whole.target.source}. `}С планом сравнивается значение без округления; отклонение там, где план – рост, считается от исходного значения. Факт другого периода подписан.${read}${isPublic(data) ? '' : ` ${SMALL_NOTE}`}`,
  };
}

/** Whom a target binds, in the middle of a sentence. */
function ownerOf(data: ReportData, { target }: ScoreLine): string {
  if (target.group === '') return 'район';
  const title = groupTitle(data, target.group);
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** Of which period a fact is that is not of this one. */
const dated = ({ period }: ReportData, { fact }: ScoreLine): string =>
  fact!.period === period ? '' : `, ${quarterTitle(fact!.period)}`;

function row(data: ReportData, line: ScoreLine): TableCell[] {
  const { target, by, baseline, deviation, inPeople } = line;
  const figure = figureIn(data, line);
  const isSmall = figure.denominator < COUNTS_BELOW || data.withheld(figure);
  return [
    textCell(planText(target)),
    textCell(baseline?.value == null || isPublic(data) ? NONE : numberText(by, baseline.value)),
    figureCell(factText(by, figure), figure),
    figureCell(formatNumber(figure.denominator), figure, 'whole'),
    textCell(deviation === null || isSmall ? NONE : signed(deviation, by.unit === 'mark' ? 2 : 1)),
    textCell(inPeople === null || data.withheld(figure) ? NONE : signed(inPeople, 0)),
    textCell(data.withheld(figure) ? NONE : resultText(line)),
  ];
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

import {
  type Amount,
  type AnyIndicator,
  type Content,
  type Figure,
  formatNumber,
  isDerived,
  type Measure,
  NBSP,
  quarterTitle,
  type Run,
  type School,
  type ScoreLine,
  type TableCell,
  type TableColumn,
} from '../../model';
import { figureCell, figureText, NO_DATA, NONE } from '../figure-text';
import type { Part, PartBlock, PartTable } from '../kind';
import { figureOf, groupTitle, isPublic, type Owner, ofGroup, ofSchool, type ReportData } from '../report-data';
import { centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { capital, lowered } from '../words/indicators';
import { byQuarter } from '../words/sentences';
import { COUNTS_BELOW } from '../words/shares';
import { planText, resultText, shortfallText, shortWords } from '../words/targets';
import { targetsChart } from './charts/targets';

/** Plan and fact of the programme's targets, for the group and, where this quarter's data say it, school by school. */
export const targets: Part = {
  title: 'Целевые индикаторы программы',
  needs: [],
  absent: 'Данных за период нет.',
  blocks: (data) => {
    const known = data.scores.filter(({ fact }) => fact !== null);
    if (known.length === 0) return [];
    const shown = targetsOf(data, undefined);
    if (shown.length === 0) return [];
    if (isPublic(data)) return [districtTable(data, shown)];
    const [planned, others] = [shown.filter(isPlanned), shown.filter((told) => !isPlanned(told))];
    const elsewhere =
      others.length > 0 ? `Показатели, план которых – рост или снижение, – в приложении${NBSP}{part:trends}.` : '';
    if (planned.length === 0) return elsewhere === '' ? [] : [paragraph(elsewhere)];
    const table = districtTable(data, planned);
    return [{ ...table, note: [table.note, elsewhere].filter((text) => text).join(' ') }, ...targetsChart(data)];
  },
};

/** Those with a number to be reached stand in the report itself. */
export const isPlanned = ({ whole: { target } }: Told): boolean => target.atLeast !== null;

/** Expected results that are a direction only: over the years, beside the gap between the groups. */
export const trends: Part = {
  key: 'trends',
  title: 'Показатели, план которых – рост или снижение',
  appendix: true,
  needs: [],
  blocks: (data) => {
    const told = targetsOf(data, undefined).filter((item) => !isPlanned(item));
    return [...(told.length > 0 ? [trendsTable(data, told)] : []), ...missing(data)];
  },
};

const YEARS_TOLD = 3;

function trendsTable(data: ReportData, told: readonly Told[]): PartTable {
  return {
    kind: 'table',
    key: 'trends',
    dense: true,
    title: 'Показатели, план которых – рост или снижение, по годам',
    columns: [
      leftColumn('Показатель', 0.38),
      centredColumn('План', 0.11),
      leftColumn('По годам', 0.22),
      centredColumn('Факт', 0.09),
      centredColumn('n', 0.07),
      leftColumn('Вывод', 0.13),
    ],
    rows: byOwner(data, wholesOf(told), 6, (whole) => {
      const figure = figureIn(data, whole);
      return [
        textCell(`${lineTitle(whole)}${dated(data, whole)}`),
        textCell(planText(whole.target)),
        { content: yearsOf(whole, figure) },
        figureCell(factText(whole.by, figure), figure),
        figureCell(formatNumber(figure.denominator), figure, 'whole'),
        textCell(resultText(whole)),
      ];
    }),
    note: `Доли – в процентах. Вывод – по наклону прямой через значения всех лет; по двум годам и меньше вывода нет; где названы школы, план – рост больше чем в половине из них. Сравниваются результаты одного вида. Факт другого периода подписан.`,
  };
}

/** «2021 – 3,42; 2022 – 3,62», each the figure of its year. */
function yearsOf({ years, by }: ScoreLine, figure: Figure): Content {
  const told = years.slice(-YEARS_TOLD - 1);
  if (told.length < 2 || figure.denominator < COUNTS_BELOW) return NONE;
  return told.flatMap(({ year, period, value }, index): Run[] => [
    { text: `${index > 0 ? '; ' : ''}${year}${NBSP}–${NBSP}` },
    { text: numberText(by, value), figure: { ...figure, period, value } },
  ]);
}

/** Whom the lines bind is said once, above them: the schools of the programme first, then the district. */
export function byOwner(
  data: ReportData,
  lines: readonly ScoreLine[],
  columns: number,
  cellsOf: (line: ScoreLine) => readonly TableCell[],
): (readonly TableCell[])[] {
  const isOfGroup = ({ target }: ScoreLine): boolean => target.group !== '';
  const inOrder = [...lines.filter(isOfGroup), ...lines.filter((line) => !isOfGroup(line))];
  const owners = [...new Set(inOrder.map((line) => ownerOf(data, line)))];
  return owners.flatMap((owner) => [
    [{ content: capital(owner), bold: true, span: columns }],
    ...lines.filter((line) => ownerOf(data, line) === owner).map(cellsOf),
  ]);
}

const wholesOf = (told: readonly Told[]): ScoreLine[] => told.map(({ whole }) => whole);

/** A target for those it binds together, and for those of its schools that a document tells of. */
export interface Told {
  readonly whole: ScoreLine;
  readonly schools: readonly ScoreLine[];
}

export function targetsOf(data: ReportData, about: School | undefined): Told[] {
  const scores = isPublic(data) ? data.scores.filter((line) => isTold(data, line)) : data.scores;
  const wholes = scores.filter((line) => line.school === undefined && line.fact !== null);
  const told = wholes.map((whole): Told => {
    const own = scores.filter(
      ({ target, school, fact }) => school && fact && target === whole.target && !(about && isOfSchools(whole)),
    );
    const isBound = (line: ScoreLine): boolean => (about ? line.school!.key === about.key : isOwn(data, line));
    return { whole, schools: own.filter(isBound) };
  });
  return about ? told.filter(({ schools }) => schools.length > 0) : told;
}

/** In a document about one school a share of schools would be of one. */
const isOfSchools = ({ by }: ScoreLine): boolean => !isIndicator(by) && by.ofSchools === true;

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

/** For everybody there is no baseline. */
export const columnsWith = (data: ReportData, baseline: TableColumn): TableColumn[] => [
  centredColumn('План', 0.118),
  ...(isPublic(data) ? [] : [baseline]),
  centredColumn('Факт', 0.072),
  centredColumn('n', 0.068),
  centredColumn('Откл., п.\u00a0п.', 0.078),
  centredColumn('Откл.', 0.088),
  centredColumn('Итог', 0.138),
];

export const withRest = (title: string, columns: readonly TableColumn[]): TableColumn[] => [
  leftColumn(title, 1 - columns.reduce((sum, { width }) => sum + width, 0)),
  ...columns,
];

const districtTable = (data: ReportData, told: readonly Told[]): PartTable => ({
  ...tableOf(data, told),
  columns: withRest('Показатель', columnsWith(data, centredColumn('Исход\u00adное', 0.08))),
  rows: byOwner(data, wholesOf(told), isPublic(data) ? 7 : 8, (whole) => [
    textCell(`${lineTitle(whole)}${dated(data, whole)}`),
    ...row(data, whole),
  ]),
});

export function tableOf(data: ReportData, told: readonly Told[]): Omit<PartTable, 'columns' | 'rows'> {
  const readings = data.readings.filter(({ setting }) =>
    told.some(({ whole: { target } }) => target.reading?.setting === setting),
  );
  const read =
    readings.length > 0 ? ` Как прочитан приказ: ${readings.map(({ words }) => lowered(words)).join('; ')}.` : '';
  const planned = told.find(({ whole: { by } }) => isIndicator(by) && !isDerived(by) && by.headline)?.whole.target;
  return {
    kind: 'table',
    key: 'targets',
    dense: true,
    title: 'Целевые индикаторы программы: план и факт',
    note: `${planned ? `План по успеваемости и качеству – ${byQuarter(planned.by)}; источник – ${lowered(planned.source)}. ` : `Источник плана – ${sourceOf(told)}. `}Доли – в процентах. С планом сравнивается значение без округления. Факт другого периода подписан.${shortWords(told.flatMap(linesOf))}${read}`,
  };
}

const linesOf = ({ whole, schools }: Told): readonly ScoreLine[] => [whole, ...schools];

/** Of several places of one document the document: «приказ от 25.12.2019 № 341, паспорт программы». */
function sourceOf(told: readonly Told[]): string {
  const sources = [...new Set(told.map(({ whole }) => whole.target.source))];
  const documents = [...new Set(sources.map((source) => source.split(': «')[0]!))];
  return lowered(sources.length === 1 ? sources[0]! : documents.join('; '));
}

/** Whom a target binds, in the middle of a sentence. */
function ownerOf(data: ReportData, { target }: ScoreLine): string {
  if (target.group === '') return 'район';
  return lowered(groupTitle(data, target.group));
}

/** «III кв. 2023 г.» */
const shortQuarter = (period: string): string => quarterTitle(period).replace('квартал', 'кв.');

/** Of which period a fact is that is not of this one. */
export const dated = ({ period }: ReportData, { fact }: ScoreLine): string =>
  fact!.period === period ? '' : ` (${shortQuarter(fact!.period)})`;

export function row(data: ReportData, line: ScoreLine): TableCell[] {
  const { target, by, baseline, deviation } = line;
  const figure = figureIn(data, line);
  const isSmall = figure.denominator < COUNTS_BELOW || data.withheld(figure);
  return [
    textCell(planText(target)),
    ...(isPublic(data) ? [] : [textCell(baseline?.value == null ? NONE : numberText(by, baseline.value))]),
    figureCell(factText(by, figure), figure),
    figureCell(formatNumber(figure.denominator), figure, 'whole'),
    textCell(deviation === null || isSmall ? NONE : signed(deviation, by.unit === 'mark' ? 2 : 1)),
    textCell(data.withheld(figure) ? NONE : shortfallText(line, (value) => signed(value, 0))),
    textCell(data.withheld(figure) ? NONE : resultText(line)),
  ];
}

const signed = (value: number, digits: number): string => `${value > 0 ? '+' : ''}${formatNumber(value, digits)}`;
export const numberText = ({ unit }: AnyIndicator | Measure, value: number): string =>
  formatNumber(value, unit === 'mark' ? 2 : 1);

const isIndicator = (by: AnyIndicator | Measure): by is AnyIndicator => 'kind' in by;

export const factText = (by: AnyIndicator | Measure, figure: Figure): string => {
  if (isIndicator(by)) return figureText(by, figure);
  return figure.value === null ? NO_DATA : amountText(by, figure);
};

/** A share of so few schools or documents is told as «3 из 4», as one of so few children is. */
const amountText = (by: Measure, { numerator, denominator, value }: Amount): string =>
  by.unit === 'percent' && by.counts !== undefined && denominator > 0 && denominator < COUNTS_BELOW
    ? `${formatNumber(numerator)} из ${formatNumber(denominator)}`
    : numberText(by, value ?? 0);

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

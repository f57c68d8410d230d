import {
  type AnyIndicator,
  counted,
  type Figure,
  formatNumber,
  formatPoints,
  groupWith,
  isDerived,
  NBSP,
  type ScoreLine,
  type YearGap,
  yearAndQuarter,
} from '../../model';
import { figureCell, figureText, isFew, NONE } from '../figure-text';
import type { Part, PartBlock, PartTable } from '../kind';
import { groupsOf, groupTitle, isPublic, knownIndicator, namesOf, type ReportData } from '../report-data';
import { centredColumn, ended, leftColumn, paragraph, textCell } from '../texts';
import { COUNTS_BELOW } from '../words/shares';
import { isJudged, planText, resultText } from '../words/targets';
import { gapChart, targetsChart } from './charts/targets';
import { improvementSentence } from './order-draft';
import { roadmapSentence } from './progress';
import { byOwner, factText, figureIn, lineTitle, numberText, wholeLines } from './targets';

const PASS = 'pupil-pass-rate';
const QUALITY = 'pupil-quality-rate';

const isTarget = ({ target }: ScoreLine): boolean => target.id.startsWith('TI');

/** Reached and not reached, target by target. */
export const finalBrief: Part = {
  title: 'Кратко',
  needs: [],
  blocks: (data) => {
    const known = wholeLines(data).filter((line) => line.fact !== null && isJudged(line));
    const items = [
      ...reached(known.filter(isTarget), 'Целевые индикаторы'),
      ...reached(
        known.filter((line) => !isTarget(line)),
        'Ожидаемые результаты',
      ),
      ...(data.years.gaps(QUALITY).length > 1 ? [gapSentence(data, data.years.gaps(QUALITY))] : []),
      ...(isPublic(data) ? [] : improvementSentence(data)),
      ...roadmapSentence(data),
    ].filter((item) => item !== '');
    return items.length === 0 ? [] : [{ kind: 'list', numbered: true, items }];
  },
};

function reached(lines: readonly ScoreLine[], of: string): string[] {
  if (lines.length === 0) return [];
  const titles = (met: boolean) => lines.filter((line) => line.met === met).map((line) => `«${lineTitle(line)}»`);
  const [yes, no] = [titles(true), titles(false)];
  const count =
    yes.length > 0
      ? `достигнуто ${formatNumber(yes.length)} из ${formatNumber(lines.length)}`
      : lines.length > 1
        ? `не достигнут ни один из ${formatNumber(lines.length)}`
        : 'не достигнут';
  const names = no.length > 0 ? `${yes.length > 0 ? '; не достигнуты' : ''}: ${no.join(', ')}` : '';
  return [`${of}, о которых можно судить: ${count}${names}.`];
}

/** «Разрыв по качеству знаний: 2021 – 9,1 п. п., 2023 – 7,0 п. п.» */
function gapSentence(data: ReportData, gaps: readonly YearGap[]): string {
  const told = gaps.filter(({ above, below }) => ![above, below].some((figure) => data.withheld(figure)));
  const [first, last] = [told[0], told[told.length - 1]];
  if (!first || !last || first === last) return '';
  const of = ({ period, difference }: YearGap) =>
    `${yearAndQuarter(period).year}${NBSP}–${NBSP}${formatPoints(difference).replace('+', '')}`;
  return ended(`Разрыв между группами школ по качеству знаний: ${of(first)}, ${of(last)}`);
}

/** The programme, its schools, what it began with. */
export const finalProgramme: Part = {
  title: 'Программа, школы, исходное состояние',
  needs: [],
  blocks: (data) => {
    const groups = groupsOf(data).map((group) => {
      const own = data.schools.filter((school) => school.group === group).map(({ key }) => key);
      return `${groupTitle(data, group)}: ${namesOf(data, own)}`;
    });
    const without = wholeLines(data).filter(({ baseline }) => baseline === null).length;
    const known = wholeLines(data).length - without;
    return [
      paragraph(ended(`Основание: ${data.programme.basis}`)),
      { kind: 'list', numbered: false, items: groups },
      ...(isPublic(data)
        ? []
        : [
            paragraph(
              known === 0
                ? 'Исходных значений программы в книге нет: изменения считаются от первого года, за который есть данные.'
                : `Исходные значения есть по ${formatNumber(known)} из ${counted(known + without, 'показателя', 'показателей', 'показателей')}; по остальным изменения считаются от первого года, за который есть данные.`,
            ),
          ]),
    ];
  },
};

/** TI1-TI5 over the years. */
export const finalTargets: Part = {
  title: 'Целевые индикаторы',
  needs: [],
  absent: 'Данных нет.',
  blocks: (data) => [
    ...series(data, wholeLines(data).filter(isTarget), 'final-targets', 'Целевые индикаторы по годам'),
    ...targetsChart(data),
  ],
};

/** ER1-ER7, each as it is measured. */
export const finalResults: Part = {
  title: 'Ожидаемые результаты',
  needs: [],
  blocks: (data) =>
    series(
      data,
      wholeLines(data).filter((line) => !isTarget(line)),
      'final-results',
      'Ожидаемые результаты по годам',
    ),
};

function series(data: ReportData, lines: readonly ScoreLine[], key: string, title: string): PartBlock[] {
  const held = lines.filter(({ fact, years }) => fact !== null || years.length > 0);
  if (held.length === 0) return [];
  const { year: now } = yearAndQuarter(data.period);
  const known = [...new Set(held.flatMap((line) => line.years.map(({ year }) => year)))].sort();
  const years = known.filter((year) => year < now).slice(-3);
  const hasBaseline = !isPublic(data) && held.some(({ baseline }) => baseline?.value != null);
  const columns = [
    centredColumn('План', 0.115),
    ...(hasBaseline ? [centredColumn('Исход\u00adное', 0.08)] : []),
    ...years.map((year) => centredColumn(String(year), 0.065)),
    centredColumn('Факт', 0.075),
    centredColumn('n', 0.065),
    centredColumn('Откл.', 0.07),
    centredColumn('Итог', 0.14),
  ];
  const missed = held.filter((line) => line.met === false && line.fact !== null && isJudged(line));
  return [
    {
      kind: 'table',
      key,
      title,
      dense: true,
      columns: [leftColumn('Показатель', 1 - columns.reduce((sum, { width }) => sum + width, 0)), ...columns],
      rows: byOwner(data, held, columns.length + 1, (line) => seriesRow(data, line, years, hasBaseline)),
      note: 'Доли – в процентах. По годам – результаты того же вида, что и факт (за тот же квартал). Отклонение – в единицах показателя от плана, а где план – рост или снижение, от исходного.',
    },
    ...(missed.length > 0
      ? [
          paragraph(
            `Не достигнуты: ${missed.map((line) => `«${lineTitle(line)}»`).join(', ')}. Причины по этим данным не устанавливаются и требуют анализа.`,
          ),
        ]
      : []),
  ];
}

function seriesRow(data: ReportData, line: ScoreLine, years: readonly number[], hasBaseline: boolean) {
  const { target, by, baseline, fact, deviation } = line;
  const figure = fact ? figureIn(data, line) : undefined;
  const held = figure !== undefined && data.withheld(figure);
  const hidden = !figure || held || figure.denominator < COUNTS_BELOW;
  const yearCell = (year: number) => {
    const found = line.years.find((item) => item.year === year);
    if (!found || (figure && figure.denominator < COUNTS_BELOW)) return textCell(NONE);
    const of = figure && { ...figure, period: found.period };
    return of ? figureCell(numberText(by, found.value), of) : textCell(numberText(by, found.value));
  };
  return [
    textCell(lineTitle(line)),
    textCell(planText(target)),
    ...(hasBaseline ? [textCell(baseline?.value == null ? NONE : numberText(by, baseline.value))] : []),
    ...years.map(yearCell),
    figure ? figureCell(factText(by, figure), figure) : textCell(NONE),
    figure ? figureCell(formatNumber(figure.denominator), figure, 'whole') : textCell(NONE),
    textCell(hidden || deviation === null ? NONE : signed(deviation)),
    textCell(held ? NONE : resultText(line)),
  ];
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${formatNumber(value, 1)}`;

/** How far participants are from leading schools, year by year, and how far apart all schools are. */
export const gapByYear: Part = {
  key: 'gap',
  title: 'Разрыв между группами школ',
  needs: [],
  mentions: [PASS, QUALITY],
  blocks: (data) => [...[PASS, QUALITY].flatMap((indicator) => gapTable(data, indicator)), ...gapChart(data)],
};

/** The same at the end of the district's report. */
export const gapOverYears: Part = { ...gapByYear, appendix: true };

export function gapTable(data: ReportData, indicator: string): PartTable[] {
  const known = knownIndicator(data, indicator);
  const { groups } = data.programme;
  const [helping, helped] = [groupWith(groups, 'leading'), groupWith(groups, 'participants')];
  const gaps = data.years.gaps(indicator);
  if (!known || !helping || !helped || gaps.length === 0) return [];
  return [
    {
      kind: 'table',
      key: `gap-${indicator}`,
      dense: true,
      title: `${known.title}: разрыв между группами${isPublic(data) ? '' : ' и разброс по школам'}`,
      columns: [
        leftColumn('Год', 0.1),
        centredColumn(`${helping.short}, %`, 0.16),
        centredColumn(`${helped.short}, %`, 0.16),
        centredColumn('Разрыв, п.\u00a0п.', 0.14),
        centredColumn('Интервал', 0.18),
        ...(isPublic(data) ? [] : [centredColumn('Школы: от и до', 0.16), centredColumn('Откло\u00adнение', 0.1)]),
      ].map((column, _, all) => ({ ...column, width: column.width / all.reduce((sum, { width }) => sum + width, 0) })),
      rows: gaps.map((gap) => gapRow(data, known, gap)),
      note: `Разрыв – по значениям без округления; интервал – 95-процентный, с учётом численности групп (метод Ньюкомба).${isPublic(data) ? '' : ' Отклонение – стандартное, по школам, каждая школа один раз.'}`,
    },
  ];
}

function gapRow(
  data: ReportData,
  indicator: AnyIndicator,
  { period, above, below, difference, low, high, spread }: YearGap,
) {
  const pair: readonly Figure[] = [above, below];
  const told = !pair.some((figure) => data.withheld(figure) || isFew(indicator, figure));
  const number = (value: number | undefined): string => (value === undefined ? NONE : formatNumber(value, 1));
  const { year } = yearAndQuarter(period);
  return [
    textCell(String(year)),
    ...pair.map((figure) => figureCell(figureText(indicator, figure), figure)),
    textCell(told ? number(difference) : NONE),
    textCell(told && low !== undefined && !isDerived(indicator) ? `${number(low)}…${number(high)}` : NONE),
    ...(isPublic(data)
      ? []
      : [
          textCell(spread ? `${number(spread.least)}–${number(spread.most)}` : NONE),
          textCell(number(spread?.deviation)),
        ]),
  ];
}

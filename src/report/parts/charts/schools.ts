import { type ChartRow, type Figure, formatPercent, NBSP, plannedTarget, type School } from '../../../model';
import type { PartChart } from '../../kind';
import {
  figureOf,
  groupTitle,
  hasValue,
  isParticipant,
  knownIndicator,
  ofSchool,
  type ReportData,
} from '../../report-data';
import { countsText, SMALL_BELOW } from '../../words/shares';
import { heightOf } from './size';

/** What of a report's data it is drawn from. */
export type SchoolFigures = Pick<ReportData, 'programme' | 'period' | 'schools' | 'figures'>;

/** More bars than these do not fit on a page. */
const MOST = 30;

interface SchoolsChart {
  readonly key: string;
  readonly indicator: string;
  readonly title: string;
  /** What is measured, with its unit. */
  readonly axis: string;
  /** In place of the indicator's own target. */
  readonly plan?: number;
  /** Who is counted, in the genitive; pupils unless said. */
  readonly of?: string;
}

/**
 * Schools in the order of the register, each from the lower to the upper bound of its interval, with the plan as a line.
 * A school of few pupils is named below, not drawn. None where there is nothing to compare.
 */
export function schoolsChart(
  data: SchoolFigures,
  { key, indicator, title, axis, plan, of = 'обучающихся' }: SchoolsChart,
): PartChart[] {
  const known = knownIndicator(data, indicator);
  const figures = shownSchools(data).flatMap((school) => {
    const figure = figureOf(data, ofSchool(school.key), indicator);
    return hasValue(figure) ? [{ school, figure }] : [];
  });
  const drawn = figures.filter(({ figure }) => figure.denominator >= SMALL_BELOW);
  if (!known || drawn.length < 2 || drawn.length > MOST) return [];
  const planned = plannedTarget(known);
  const target = plan ?? planned?.atLeast;
  const bound = plan === undefined && planned?.group ? `План – для группы «${groupTitle(data, planned.group)}».` : '';
  const rows = drawn.map(({ school, figure }) => rowOf(school, figure));
  const note = [noteOf(of), bound, smallNote(figures, of)].filter((text) => text).join(' ');
  return [
    {
      kind: 'chart',
      key,
      title,
      intro: `Эти доли с 95-процентными интервалами показаны на рисунке${NBSP}{figure:${key}}.`,
      chart: {
        form: 'bars',
        axis: { title: axis, least: 0, most: 100, ...(target === undefined ? {} : { plan: planAt(target) }) },
        series: [
          { title: 'до нижней границы', shade: 'none' },
          { title: 'от нижней границы до значения', shade: 'dark' },
          { title: 'от значения до верхней границы', shade: 'light' },
        ],
        rows,
      },
      alt: `${title}. ${rows.map((row) => row.title).join('; ')}.${target === undefined ? '' : ` План – ${target} %.`}`,
      heightMm: heightOf(rows.length),
      note,
    },
  ];
}

const noteOf = (of: string): string =>
  `Полоса – 95-процентный интервал: чем меньше ${of}, тем она длиннее; граница тёмного и светлого – значение.`;

export const planAt = (at: number) => ({ at, words: `план${NBSP}${at}` });

const shownSchools = (data: SchoolFigures): readonly School[] =>
  data.schools.length <= MOST ? data.schools : data.schools.filter((school) => isParticipant(data, school));

function rowOf({ name }: School, figure: Figure & { readonly value: number }): ChartRow {
  const { value, low = value, high = value } = figure;
  return { title: `${name}: ${formatPercent(value)}`, values: [low, value - low, high - value], figure };
}

function smallNote(figures: readonly { school: School; figure: Figure }[], of: string): string {
  const small = figures.filter(({ figure }) => figure.denominator < SMALL_BELOW);
  if (small.length === 0) return '';
  const named = small.map(({ school, figure }) => `${school.name} – ${countsText(figure)}`).join('; ');
  return `Не показаны, потому что ${of} меньше ${SMALL_BELOW}: ${named}.`;
}

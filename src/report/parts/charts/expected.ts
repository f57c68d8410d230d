import { type Figure, formatNumber, type Identification, NBSP, type PointChart, roundBounds } from '../../../model';
import type { PartChart } from '../../kind';
import { figureOf, groupsOf, groupTitle, namesOf, ofSchool, type ReportData } from '../../report-data';
import { SMALL_BELOW } from '../../words/shares';
import { POINTS_MM } from './size';

type Series = PointChart['series'][number];
/** Each of so many schools has a sign of its own; more are told apart by their group. */
const SIGNS = [
  { mark: 'circle', shade: 'dark' },
  { mark: 'triangle', shade: 'dark' },
  { mark: 'square', shade: 'dark' },
  { mark: 'diamond', shade: 'dark' },
  { mark: 'star', shade: 'dark' },
  { mark: 'circle', shade: 'middle' },
  { mark: 'triangle', shade: 'middle' },
  { mark: 'square', shade: 'middle' },
] as const;

interface Point {
  readonly school: string;
  readonly index: number;
  readonly value: number;
  readonly figure: Figure | undefined;
}

/** Results by ИСБШ with the line of what it lets expect; schools of few pupils are named below. */
export function expectedChart(
  data: ReportData,
  held: readonly Identification[],
  indicator: string,
  title: string,
): PartChart[] {
  const all = held.flatMap(({ school, index, expected }): Point[] => {
    const found = expected.find((item) => item.indicator === indicator);
    return found && index !== null
      ? [{ school, index, value: found.value, figure: figureOf(data, ofSchool(school), indicator) }]
      : [];
  });
  const points = all.filter(({ figure }) => (figure?.denominator ?? 0) >= SMALL_BELOW);
  if (points.length < 3) return [];
  const across = roundBounds(points.map(({ index }) => index));
  const line = lineOf(data, indicator, across);
  const small = all.filter((point) => !points.includes(point)).map(({ school }) => namesOf(data, [school]));
  const key = `expected-${indicator}`;
  const words = `${title}: факт и ожидаемое по ИСБШ`;
  return [
    {
      kind: 'chart',
      key,
      title: words,
      intro: `Факт и ожидаемое показаны на рисунке${NBSP}{figure:${key}}.`,
      chart: {
        form: 'points',
        axis: {
          title: 'Факт, %',
          ...roundBounds([
            ...points.map(({ value }) => value),
            ...line.flatMap(({ points }) => points.map(([, y]) => y)),
          ]),
        },
        across: { title: 'ИСБШ', ...across },
        series: [...seriesOf(data, points), ...line],
      },
      alt: `${words}. ${points.map(({ school, index, value }) => `${namesOf(data, [school])}: ИСБШ ${formatNumber(index, 1)}, факт ${formatNumber(value, 1)} %`).join('; ')}.`,
      heightMm: POINTS_MM,
      note: [
        line.length > 0 ? NOTE : '',
        small.length === 0 ? '' : `Не показаны из-за малой численности: ${small.join(', ')}.`,
      ]
        .join(' ')
        .trim(),
    },
  ];
}

const NOTE =
  'Прямая проведена через все школы с учётом численности; в таблице ожидаемое каждой школы – по прямой через остальные.';

function lineOf(
  { expectedLines }: ReportData,
  indicator: string,
  { least, most }: { least: number; most: number },
): Series[] {
  const line = expectedLines[indicator];
  if (!line) return [];
  const on = (index: number) => [index, line.value + line.slope * (index - line.index)] as const;
  return [{ title: 'ожидаемое', shade: 'middle', joined: true, points: [on(least), on(most)] }];
}

function seriesOf(data: ReportData, points: readonly Point[]): Series[] {
  const of = (title: string, own: readonly Point[], sign: (typeof SIGNS)[number]): Series => ({
    title,
    ...sign,
    points: own.map(({ index, value }) => [index, value] as const),
    figures: own.flatMap(({ figure }) => figure ?? []),
  });
  if (points.length <= SIGNS.length)
    return points.map((point, index) => of(namesOf(data, [point.school]), [point], SIGNS[index]!));
  const groups = new Map(data.schools.map(({ key, group }) => [key, group]));
  return [...groupsOf(data), ''].flatMap((group, index) => {
    const own = points.filter(({ school }) => groups.get(school) === group);
    return own.length === 0 ? [] : [of(group === '' ? 'без группы' : groupTitle(data, group), own, SIGNS[index]!)];
  });
}

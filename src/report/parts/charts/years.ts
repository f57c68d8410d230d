import { type ChartRow, formatNumber, type LineChart, NBSP, roundBounds, type ScoreLine } from '../../../model';
import type { PartChart } from '../../kind';
import { LINES_MM } from './size';

interface YearsChart {
  readonly key: string;
  readonly title: string;
  /** «Изменение по годам показано», before «на рисунке 2». */
  readonly shown: string;
  /** Of the axis, with the unit. */
  readonly axis: string;
  /** Each with its name in the legend. */
  readonly lines: readonly (Pick<ScoreLine, 'target' | 'years'> & { readonly name: string })[];
}

const SIGNS = [
  { shade: 'dark', mark: 'circle' },
  { shade: 'middle', mark: 'square' },
] as const;

/** Up to two targets over the years in which each has a value, with their plans; nothing of a single year. */
export function yearsChart({ key, title, shown, axis, lines }: YearsChart): PartChart[] {
  const drawn = lines.slice(0, SIGNS.length);
  const rows = rowsOf(drawn);
  if (rows.length < 2) return [];
  return [
    {
      kind: 'chart',
      key,
      title,
      intro: `${shown} на рисунке${NBSP}{figure:${key}}.`,
      chart: {
        form: 'lines',
        axis: { title: axis, ...roundBounds([0, ...rows.flatMap(({ values }) => values)]) },
        series: drawn.flatMap((line, index) => seriesOf(line, SIGNS[index]!)),
        rows,
      },
      alt: [`${title}, ${axis}`, ...drawn.map(wordsOf)].join('. '),
      heightMm: LINES_MM,
    },
  ];
}

type Line = YearsChart['lines'][number];

const plannedOf = ({ target }: Line): number[] => (target.atLeast === null ? [] : [target.atLeast]);

function rowsOf(lines: readonly Line[]): ChartRow[] {
  const [first, ...rest] = lines.map(({ years }) => new Map(years.map(({ year, value }) => [year, value])));
  return [...(first ?? [])].flatMap(([year, value]) => {
    if (rest.some((other) => !other.has(year))) return [];
    const facts = [value, ...rest.map((other) => other.get(year)!)];
    return {
      // Short: a longer one is broken in the middle of a number.
      title: `${year}: ${facts.map((fact) => formatNumber(fact, 1)).join(' и ')}`,
      values: facts.flatMap((fact, index) => [fact, ...plannedOf(lines[index]!)]),
    };
  });
}

function seriesOf({ target, name }: Line, { shade, mark }: (typeof SIGNS)[number]): LineChart['series'] {
  const plan = { title: `план – ${formatNumber(target.atLeast ?? 0)}`, shade, dashed: true } as const;
  return [{ title: name, shade, mark }, ...(target.atLeast === null ? [] : [plan])];
}

const wordsOf = ({ name, years, target }: Line): string =>
  `${name}: ${years.map(({ year, value }) => `${year} – ${formatNumber(value, 1)}`).join(', ')}${target.atLeast === null ? '' : `, план ${formatNumber(target.atLeast)}`}`;

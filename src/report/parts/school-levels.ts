import { type Figure, formatNumber, quarterTitle, type TableCell } from '../../model';
import { NONE } from '../figure-text';
import type { Part, PartTable } from '../kind';
import type { ReportData } from '../report-data';
import { centredColumn, leftColumn, textCell } from '../texts';
import { levelsIn } from './levels';
import { ofOne } from './of-one';

const SHOWN = [
  { indicator: 'pupil-pass-rate', title: 'успевают' },
  { indicator: 'pupil-quality-rate', title: 'на «4» и «5»' },
] as const;
/** So many of the latest years fit beside each other. */
const YEARS = 4;

/** A school's pupils by level, in children, over the years: in a small school a percentage of a level says little. */
export const schoolLevels: Part = {
  needs: [],
  mentions: SHOWN.map(({ indicator }) => indicator),
  blocks: ofOne((data, { key }) => {
    const table = tableOf(data, key);
    return table ? [table] : [];
  }),
};

function tableOf(data: ReportData, school: string): PartTable | null {
  const known = SHOWN.map((shown) => ({ ...shown, all: data.years.levels(school, shown.indicator) }));
  const lines = levelsIn(data).flatMap((level) =>
    known.flatMap(({ title, all }) => {
      const figures = all.filter(({ slice, denominator }) => slice?.level === level && denominator > 0);
      return figures.length > 0 ? [{ level, title, figures }] : [];
    }),
  );
  const periods = [...new Set(lines.flatMap(({ figures }) => figures.map(({ period }) => period)))]
    .sort()
    .slice(-YEARS);
  if (periods.length === 0) return null;
  const width = 0.145;
  return {
    kind: 'table',
    key: 'school-levels',
    dense: true,
    title: 'Обучающиеся по уровням образования в том же квартале разных лет, чел.',
    columns: [
      leftColumn('Классы', 0.2),
      leftColumn('Итог', 0.8 - width * periods.length),
      ...periods.map((period) => centredColumn(quarterTitle(period).replace('квартал', 'кв.'), width)),
    ],
    rows: lines.map(({ level, title, figures }) => [
      textCell(level),
      textCell(title),
      ...periods.map((period) => cellOf(figures.find((figure) => figure.period === period))),
    ]),
  };
}

const cellOf = (figure: Figure | undefined): TableCell =>
  textCell(figure ? `${formatNumber(figure.numerator)} из ${formatNumber(figure.denominator)}` : NONE);

import type { Figure, TableCell } from '../../model';
import { formatNumber } from '../../model';
import { figureText } from '../figure-text';
import type { PartTable } from '../kind';
import { figureOf, groupsOf, groupTitle, indicatorOf, type Owner, type ReportData } from '../report-data';
import { boldRow, centredColumn, leftColumn, textCell } from '../texts';

const PASS = 'pupil-pass-rate';
const QUALITY = 'pupil-quality-rate';
const LEVELS = [
  { title: '1–4 классы', from: 1, to: 4 },
  { title: '5–9 классы', from: 5, to: 9 },
  { title: '10–11 классы', from: 10, to: 11 },
] as const;

type Sums = Pick<Figure, 'numerator' | 'denominator'>;

/** «5» or «2-4»: from which to which class a row speaks. */
function rangeOf(grade: string): readonly [number, number] | null {
  const [, from, to] = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(grade) ?? [];
  return from === undefined ? null : [Number(from), Number(to ?? from)];
}

/** By indicator and owner: the sums of each class that the figures name. */
function sumsByGrade(data: ReportData, owner: Owner, indicator: string): Map<string, Figure> {
  const own = new Map<string, Figure>();
  for (const figure of data.figures.values()) {
    const grade = figure.slice?.grade;
    if (grade === undefined || figure.indicator !== indicator || figure.scope !== owner.scope) continue;
    if (figure.group === owner.group && figure.school === owner.school) own.set(grade, figure);
  }
  return own;
}

const added = (figures: readonly Sums[]): Sums => ({
  numerator: figures.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: figures.reduce((sum, { denominator }) => sum + denominator, 0),
});

/** Pupils by level of school; rows that speak of classes of two levels («1-9») stand in a line of their own. */
export function levelsTable(data: ReportData): PartTable | null {
  const owners = [
    ...groupsOf(data).map((group) => ({ title: groupTitle(data, group), owner: { scope: 'group', group } as Owner })),
    { title: 'Район', owner: { scope: 'district' } as Owner },
  ];
  const rows = owners.flatMap(({ title, owner }) => rowsOf(data, title, owner));
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    key: 'levels',
    title: 'Итоги обучающихся по уровням образования',
    columns: [
      leftColumn('Школы', 0.34),
      leftColumn('Классы', 0.2),
      centredColumn('Подлежат аттестации, чел.', 0.16),
      centredColumn('Успевают, %', 0.15),
      centredColumn('На «4» и «5», %', 0.15),
    ],
    rows,
    note: '1 класс не аттестуется. Сложены строки классов; строки, где классы разных уровней вместе, показаны отдельно.',
  };
}

function rowsOf(data: ReportData, title: string, owner: Owner): TableCell[][] {
  const [pass, quality] = [PASS, QUALITY].map((indicator) => sumsByGrade(data, owner, indicator)) as [
    Map<string, Figure>,
    Map<string, Figure>,
  ];
  const inLevel = (grade: string, level: { from: number; to: number }): boolean => {
    const range = rangeOf(grade);
    return range !== null && range[0] >= level.from && range[1] <= level.to;
  };
  const mixed = (grade: string): boolean => !LEVELS.some((level) => inLevel(grade, level));
  const sections = [
    ...LEVELS.map((level) => ({ title: level.title as string, has: (grade: string) => inLevel(grade, level) })),
    { title: 'разных уровней вместе', has: mixed },
  ];
  return sections.flatMap((section) => {
    const sums = [pass, quality].map((own) => added([...own].flatMap(([grade, f]) => (section.has(grade) ? [f] : []))));
    if (sums[0]!.denominator === 0) return [];
    const cells = [
      textCell(title),
      textCell(section.title),
      textCell(formatNumber(sums[0]!.denominator)),
      textCell(shown(data, PASS, sums[0]!)),
      textCell(shown(data, QUALITY, sums[1]!)),
    ];
    return [owner.scope === 'district' ? boldRow(cells) : cells];
  });
}

function shown(data: ReportData, key: string, sums: Sums): string {
  const whole = figureOf(data, { scope: 'district' }, key);
  const value = sums.denominator === 0 ? null : (100 * sums.numerator) / sums.denominator;
  return figureText(indicatorOf(data, key), whole && { ...whole, ...sums, value });
}

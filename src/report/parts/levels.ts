import { formatNumber, MIXED_LEVELS, type TableCell } from '../../model';
import { figureCell, figureText } from '../figure-text';
import type { PartTable } from '../kind';
import {
  DISTRICT,
  figureOf,
  groupsOf,
  groupTitle,
  indicatorOf,
  type Owner,
  ofGroup,
  type ReportData,
} from '../report-data';
import { boldRow, centredColumn, leftColumn, textCell } from '../texts';

const PASS = 'pupil-pass-rate';
const QUALITY = 'pupil-quality-rate';

/** Pupils by level of school; rows that speak of classes of two levels («1-9») stand in a line of their own. */
export function levelsTable(data: ReportData): PartTable | null {
  const owners = [
    ...groupsOf(data).map((group) => ({ title: groupTitle(data, group), owner: ofGroup(group) })),
    { title: 'Район', owner: DISTRICT },
  ];
  const levels = levelsIn(data);
  const rows = owners.flatMap(({ title, owner }) => levels.flatMap((level) => rowOf(data, title, owner, level)));
  if (rows.length === 0) return null;
  // Where the groups' own are told to nobody, the district stands alone and needs no name in each line.
  const ofAll = rows.some(({ owner }) => owner.scope === 'group');
  return {
    kind: 'table',
    key: 'levels',
    dense: true,
    title: `Итоги обучающихся по уровням образования${ofAll ? '' : ', район'}`,
    columns: [
      ...(ofAll ? [leftColumn('Школы', 0.34)] : []),
      leftColumn('Классы', ofAll ? 0.2 : 0.54),
      centredColumn('Подлежат аттестации, чел.', 0.16),
      centredColumn('Успевают, %', 0.15),
      centredColumn('На «4» и «5», %', 0.15),
    ],
    rows: ofAll ? rows.map((row) => row.cells) : rows.map(({ cells: [, ...rest] }) => rest),
    note: `1 класс не аттестуется. Сложены итоги классов${levels.includes(MIXED_LEVELS) ? '; классы разных уровней, записанные вместе, показаны отдельно' : ''}.`,
  };
}

/** The levels that the district's figures are cut by, in their order. */
export function levelsIn({ ofDistrict }: ReportData): string[] {
  const levels = new Set<string>();
  for (const { slice } of ofDistrict(PASS)) if (slice?.level !== undefined) levels.add(slice.level);
  return [...levels];
}

interface LevelRow {
  readonly owner: Owner;
  readonly cells: readonly TableCell[];
}

function rowOf(data: ReportData, title: string, owner: Owner, level: string): LevelRow[] {
  const [pass, quality] = [PASS, QUALITY].map((key) => figureOf(data, { ...owner, slice: { level } }, key));
  if (!pass || pass.denominator === 0 || (data.withheld(pass, 'whole') && owner.scope === 'group')) return [];
  const cells = [
    textCell(title),
    textCell(level),
    figureCell(formatNumber(pass.denominator), pass, 'whole'),
    figureCell(figureText(indicatorOf(data, PASS), pass), pass),
    figureCell(figureText(indicatorOf(data, QUALITY), quality), quality),
  ];
  return [{ owner, cells: owner.scope === 'district' ? boldRow(cells) : cells }];
}

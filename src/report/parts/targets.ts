import {
  type AnyIndicator,
  formatNumber,
  isDerived,
  quarterTitle,
  type School,
  type TableCell,
  type Target,
} from '../../model';
import { figureCell, figureText, NO_DATA, SMALL_NOTE } from '../figure-text';
import type { Line, Part, PartTable } from '../kind';
import { DISTRICT, figureOf, groupTitle, hasValue, ofGroup, ofSchool, type ReportData, schoolOf } from '../report-data';
import { boldRow, centredColumn, leftColumn, paragraph, textCell } from '../texts';

/** Plan and fact of the programme's targets, school by school and for the group. */
export const targets: Part = {
  title: 'Целевые индикаторы программы',
  needs: [],
  absent: 'Данных за период нет.',
  blocks: (data, subject) => {
    if (!hasFigures(data)) return [];
    const rows = rowsOf(data, subject);
    return rows.length > 0 ? [table(data, rows)] : [paragraph('Для этой школы программа плана не устанавливает.')];
  },
};

const targeted = ({ programme }: ReportData): AnyIndicator[] =>
  programme.indicators.filter((indicator) => indicator.targets.length > 0);

const hasFigures = (data: ReportData): boolean =>
  targeted(data).some(({ key }) => hasValue(figureOf(data, DISTRICT, key)));

/** «к II кварталу 2023 г.» */
export const byQuarter = ({ by }: Target): string => quarterTitle(by).replace('квартал', 'кварталу');

function table(data: ReportData, rows: readonly TableCell[][]): PartTable {
  const first = targeted(data)[0]?.targets[0];
  return {
    kind: 'table',
    key: 'targets',
    title: 'Целевые индикаторы программы: план и факт',
    columns: [
      leftColumn('Показатель', 0.21),
      leftColumn('Школа, группа', 0.27),
      centredColumn('План, %', 0.12),
      centredColumn('Факт, %', 0.13),
      centredColumn('n, чел.', 0.1),
      centredColumn('Итог', 0.17),
    ],
    rows,
    explainsSmall: true,
    note: `План – к ${first ? byQuarter(first) : 'концу программы'}; источник – ${first?.source ?? ''}. С планом сравнивается значение без округления. ${SMALL_NOTE}`,
  };
}

const rowsOf = (data: ReportData, subject: string | null): TableCell[][] =>
  targeted(data).flatMap((indicator) =>
    indicator.targets.flatMap((target) =>
      linesOf(data, target, schoolOf(data, subject)).map((line) => row(data, indicator, target, line)),
    ),
  );

/** The group's schools and the group; in a document about one of them that school and the group. */
function linesOf(data: ReportData, { group }: Target, about: School | undefined): Line[] {
  const shown = (about ? [about] : data.schools).filter((school) => school.group === group);
  if (about && shown.length === 0) return [];
  return [
    ...shown.map((school) => ({ title: school.name, owner: ofSchool(school.key) })),
    { title: groupTitle(data, group), owner: ofGroup(group), bold: true },
  ];
}

function row(
  data: ReportData,
  indicator: AnyIndicator,
  { atLeast }: Target,
  { title, owner, bold }: Line,
): TableCell[] {
  const figure = figureOf(data, owner, indicator.key);
  const plan = atLeast === 100 ? formatNumber(100) : `не менее ${formatNumber(atLeast)}`;
  const reached = !hasValue(figure) ? NO_DATA : figure.value >= atLeast ? 'достигнуто' : 'не достигнуто';
  const whole = hasValue(figure) && !isDerived(indicator) ? formatNumber(figure.denominator) : NO_DATA;
  const cells = [
    textCell(indicator.title),
    textCell(title),
    textCell(plan),
    figureCell(figureText(indicator, figure), figure),
    figureCell(whole, figure, 'whole'),
    textCell(reached),
  ];
  return bold ? boldRow(cells) : cells;
}

import { formatNumber, NBSP, type Run } from '../../model';
import { figureCell } from '../figure-text';
import type { Part, PartBlock, PartTable } from '../kind';
import { isPublic, type ReportData, schoolOf } from '../report-data';
import { centredColumn, paragraph, textCell } from '../texts';
import { lowered } from '../words/indicators';
import { COUNTS_BELOW } from '../words/shares';
import { isJudged } from '../words/targets';
import {
  columnsWith,
  dated,
  factText,
  figureIn,
  isPlanned,
  lineTitle,
  row,
  type Told,
  tableOf,
  targetsOf,
  withRest,
} from './targets';

/** Plan and fact of a school's own shares, beside those of its group. */
export const schoolTargets: Part = {
  title: 'Целевые индикаторы программы',
  needs: [],
  absent: 'Данных за период нет.',
  blocks: (data, subject) => {
    const about = schoolOf(data, subject);
    if (!about || data.scores.every(({ fact }) => fact === null)) return [];
    const shown = targetsOf(data, about);
    if (shown.length === 0) return [paragraph('Для этой школы программа плана не устанавливает.')];
    const inTable = shown.filter((told) => isPublic(data) || isInTable(told));
    const rest = shown.filter((told) => !inTable.includes(told));
    return [...(inTable.length > 0 ? [schoolTable(data, inTable)] : []), ...notJudged(data, rest)];
  },
};

/** Of a direction a school's card has a row once there is something to compare; until then it is told with the others. */
const isInTable = (told: Told): boolean => isPlanned(told) || told.schools.some(isJudged);

function notJudged(data: ReportData, told: readonly Told[]): PartBlock[] {
  const lines = told.flatMap(({ schools }) => schools);
  if (lines.length === 0) return [];
  const runs = lines.flatMap((line, index): Run[] => {
    const figure = figureIn(data, line);
    const small = figure.denominator < COUNTS_BELOW;
    const title = `${index > 0 ? '; ' : ''}${lowered(lineTitle(line))}`;
    return [
      { text: `${title}${dated(data, line)} – ` },
      { text: factText(line.by, figure), figure },
      { text: small ? '' : ` (n${NBSP}=${NBSP}${formatNumber(figure.denominator)})` },
    ];
  });
  const intro = { text: 'План – рост или снижение, судить рано или сравнить не с чем: ' };
  return [{ kind: 'paragraph', content: [intro, ...runs, { text: '.' }] }];
}

/** The school's own, beside the fact of those that the target binds together. */
const schoolTable = (data: ReportData, told: readonly Told[]): PartTable => ({
  ...tableOf(data, told),
  columns: withRest('Показатель', [
    ...columnsWith(data, centredColumn('Исх.', 0.06)),
    centredColumn('По группе, району', 0.115),
  ]),
  rows: told.flatMap(({ whole, schools }) =>
    schools.map((line) => [
      textCell(`${lineTitle(line)}${dated(data, line)}`),
      ...row(data, line),
      figureCell(factText(whole.by, figureIn(data, whole)), figureIn(data, whole)),
    ]),
  ),
});

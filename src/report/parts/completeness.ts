import { namesOf, type ReportData, type SchoolCollection } from '../report-data';
import { rowsLeftOut } from '../words/sentences';

const isSilent = ({ rows, leftOut }: SchoolCollection): boolean => rows + leftOut === 0;

/** What the figures are without: rows with errors, schools that gave nothing. */
export function completenessSentences(data: ReportData): string[] {
  const left = data.collection.reduce((sum, item) => sum + item.leftOut, 0);
  const rows = data.collection.reduce((sum, item) => sum + item.rows, 0);
  const silent = data.collection.filter(isSilent).map(({ school }) => school);
  return [
    ...(left > 0
      ? [`Из-за ошибок в данных ${rowsLeftOut(left, rows + left)}; показатели уточнятся после исправления.`]
      : []),
    ...(silent.length > 0
      ? [
          `Данные не представили: ${namesOf(data, silent)}. Показатели района рассчитаны без ${silent.length === 1 ? 'этой школы' : 'этих школ'}.`,
        ]
      : []),
  ];
}

import { counted, formatNumber } from '../../model';
import { NO_DATA, NONE } from '../figure-text';
import type { Part, PartTable } from '../kind';
import { type ReportData, type SchoolCollection, schoolOf } from '../report-data';
import { boldRow, centredColumn, leftColumn, textCell } from '../texts';

export const collection: Part = {
  title: 'Контингент и полнота сведений',
  appendix: true,
  needs: [],
  blocks: (data, subject) => [table(data, subject)],
};

function table(data: ReportData, subject: string | null): PartTable {
  const shown = schoolOf(data, subject) ? data.collection.filter((item) => item.school === subject) : data.collection;
  const schools = new Map(data.schools.map((school) => [school.key, school]));
  const rows = shown.map((item) => {
    const school = schools.get(item.school);
    const classes = item.classes === 0 ? [NO_DATA, NO_DATA] : [item.classes, item.pupils].map((n) => formatNumber(n));
    return [school?.name ?? item.school, school?.type ?? '', ...classes, ...movement([item]), stateOf(item)].map(
      textCell,
    );
  });
  const sum = (of: (item: SchoolCollection) => number): string =>
    formatNumber(data.collection.reduce((total, item) => total + of(item), 0));
  const sums = ['Район', '', sum((item) => item.classes), sum((item) => item.pupils), ...movement(data.collection), ''];
  return {
    kind: 'table',
    key: 'collection',
    dense: true,
    title: 'Контингент и полнота сведений',
    columns: [
      leftColumn('Школа', 0.3),
      centredColumn('Тип', 0.08),
      centredColumn('Классов-комплектов', 0.14),
      centredColumn('Обуча\u00adющихся', 0.12),
      centredColumn('Год назад', 0.1),
      centredColumn('Изме\u00adнение', 0.09),
      leftColumn('Сведения', 0.17),
    ],
    rows: [...rows, boldRow(sums.map(textCell))],
    note: 'Обучающиеся – по форме «Число обучающихся» на конец периода и на конец того же квартала год назад. Строки с ошибками в показатели не вошли.',
  };
}

/** How many there were a year ago and the difference; dashes where some school cannot say. */
function movement(items: readonly SchoolCollection[]): string[] {
  const known = items.every(({ classes, pupilsYearAgo }) => classes > 0 && pupilsYearAgo !== null);
  if (!known) return [NONE, NONE];
  const before = items.reduce((sum, { pupilsYearAgo }) => sum + pupilsYearAgo!, 0);
  const change = items.reduce((sum, { pupils }) => sum + pupils, 0) - before;
  return [formatNumber(before), `${change > 0 ? '+' : ''}${formatNumber(change)}`];
}

function stateOf({ rows, leftOut }: SchoolCollection): string {
  if (rows + leftOut === 0) return 'не представлены';
  return leftOut === 0 ? 'полные' : `ошибки: ${counted(leftOut, 'строка', 'строки', 'строк')}`;
}

import { formatNumber } from '../../model';
import { NO_DATA } from '../figure-text';
import type { Part, PartTable } from '../kind';
import { type ReportData, type SchoolCollection, schoolOf } from '../report-data';
import { boldRow, centredColumn, leftColumn, textCell } from '../texts';

export const collection: Part = {
  title: 'Школы и полнота данных',
  appendix: true,
  needs: [],
  blocks: (data, subject) => [table(data, subject)],
};

function table(data: ReportData, subject: string | null): PartTable {
  const shown = schoolOf(data, subject) ? data.collection.filter((item) => item.school === subject) : data.collection;
  const schools = new Map(data.schools.map((school) => [school.key, school]));
  const listed = (item: SchoolCollection, value: number) =>
    textCell(item.classes === 0 ? NO_DATA : formatNumber(value));
  const rows = shown.map((item) => {
    const school = schools.get(item.school);
    const counts = [item.rows, item.leftOut].map((value) => textCell(formatNumber(value)));
    const ofList = [listed(item, item.classes), listed(item, item.pupils)];
    return [textCell(school?.name ?? item.school), textCell(school?.type ?? ''), ...ofList, ...counts];
  });
  const sum = (of: (item: SchoolCollection) => number) =>
    textCell(formatNumber(data.collection.reduce((total, item) => total + of(item), 0)));
  const sums = [sum((i) => i.classes), sum((i) => i.pupils), sum((i) => i.rows), sum((i) => i.leftOut)];
  return {
    kind: 'table',
    key: 'collection',
    title: 'Школы, классы, обучающиеся и полнота данных',
    columns: [
      leftColumn('Школа', 0.405),
      centredColumn('Тип', 0.09),
      centredColumn('Классов', 0.11),
      centredColumn('Обучающихся', 0.165),
      centredColumn('Строк учтено', 0.11),
      centredColumn('Строк не учтено', 0.12),
    ],
    rows: [...rows, boldRow([textCell('Район'), textCell(''), ...sums])],
    note: 'Классы и обучающиеся – по форме «Число обучающихся»; строки – по всем формам. Не учтены строки с ошибками, они названы в книге.',
  };
}

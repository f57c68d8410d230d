import { changeColumn, figuresPart, schoolsAndTotals, valueColumn, wholeColumn } from '../figures-table';
import type { Line } from '../kind';
import { DISTRICT, ofSubject, type ReportData } from '../report-data';

const COLUMNS = [
  wholeColumn('pass-rate', 'Отметок, с н/а', 0.11),
  valueColumn('pass-rate', 'Успешность по отметкам, %', 0.165),
  valueColumn('quality-rate', 'Качество знаний, %', 0.125),
  changeColumn('quality-rate', 'Изменение качества, п.\u00a0п.', 0.14),
  valueColumn('sou', 'СОУ, %', 0.09),
  valueColumn('mean-mark', 'Средний балл', 0.11),
];

const subjects = (data: ReportData): Line[] => [
  ...data.subjects.map((subject) => ({ title: subject, owner: ofSubject(subject) })),
  { title: 'Все предметы', owner: DISTRICT, bold: true },
];

export const marks = figuresPart({
  title: 'Отметки по школам и предметам',
  appendix: true,
  tables: [
    {
      key: 'marks',
      title: 'Отметки по школам, все предметы вместе',
      first: ['Школа', 0.26],
      columns: COLUMNS,
      lines: schoolsAndTotals,
    },
    {
      key: 'subjects',
      title: 'Отметки по предметам, район',
      first: ['Предмет', 0.26],
      columns: COLUMNS,
      lines: subjects,
    },
  ],
});

import { changeColumn, figuresPart, schoolsAndTotals, valueColumn, wholeColumn } from '../figures-table';
import type { Line } from '../kind';
import { DISTRICT, ofSubject, type ReportData } from '../report-data';

const COLUMNS = [
  wholeColumn('pass-rate', 'Отметок', 0.1),
  valueColumn('pass-rate', 'Успешность по отметкам, %', 0.14),
  valueColumn('quality-rate', 'Доля «4» и «5», %', 0.1),
  changeColumn('quality-rate', 'Изменение доли, п.\u00a0п.', 0.12),
  valueColumn('sou', 'СОУ, %', 0.08),
  valueColumn('mean-mark', 'Средний балл', 0.09),
];

const WHAT_COUNTS =
  'В числе отметок – «н/а» (не аттестован). СОУ – степень обученности учащихся (формула – в методике).';

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
      first: ['Школа', 0.37],
      columns: COLUMNS,
      more: WHAT_COUNTS,
      lines: schoolsAndTotals,
    },
    {
      key: 'subjects',
      title: 'Отметки по предметам, район',
      first: ['Предмет', 0.37],
      columns: COLUMNS,
      more: WHAT_COUNTS,
      lines: subjects,
    },
  ],
});

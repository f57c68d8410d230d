import { changeColumn, figuresPart, ofWhom, schoolsAndTotals, valueColumn, wholeColumn } from '../figures-table';
import type { Line } from '../kind';
import { DISTRICT, figureOf, ofSchool, ofSchoolSubject, ofSubject, type ReportData, schoolOf } from '../report-data';

const COLUMNS = [
  wholeColumn('pass-rate', 'Выставлено отметок, с н/а', 0.11),
  valueColumn('pass-rate', 'Успешность по отметкам, %', 0.165),
  valueColumn('quality-rate', 'Качество знаний, %', 0.125),
  changeColumn('quality-rate', 'Изменение качества, п.\u00a0п.', 0.14),
  valueColumn('sou', 'СОУ, %', 0.09),
  valueColumn('mean-mark', 'Средний балл', 0.11),
];

/** Of a school only what it teaches. */
function subjects(data: ReportData, about: string | null): Line[] {
  const school = schoolOf(data, about);
  if (!school)
    return [
      ...data.subjects.map((subject) => ({ title: subject, owner: ofSubject(subject) })),
      { title: 'Все предметы', owner: DISTRICT, bold: true },
    ];
  const lines = data.subjects.map((subject) => ({ title: subject, owner: ofSchoolSubject(school.key, subject) }));
  return [
    ...lines.filter(({ owner }) => figureOf(data, owner, 'pass-rate')),
    { title: 'Все предметы', owner: ofSchool(school.key), bold: true },
  ];
}

export const marks = figuresPart({
  title: 'Отметки по школам и предметам',
  appendix: true,
  tables: [
    {
      key: 'marks',
      title: (data, subject) => `Отметки${ofWhom(data, subject)}, все предметы вместе`,
      first: ['Школа', 0.26],
      columns: COLUMNS,
      lines: schoolsAndTotals,
    },
    {
      key: 'subjects',
      title: (data, subject) => `Отметки по предметам, ${schoolOf(data, subject)?.name ?? 'район'}`,
      first: ['Предмет', 0.26],
      columns: COLUMNS,
      lines: subjects,
    },
  ],
});

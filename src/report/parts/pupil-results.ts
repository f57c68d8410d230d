import {
  changeColumn,
  type FiguresTable,
  figuresPart,
  ofWhom,
  schoolsAndTotals,
  valueColumn,
  wholeColumn,
} from '../figures-table';

/** In a document for everybody it is what is told of schools. */
export const resultsBySchool = figuresPart({ title: 'Итоги обучающихся', tables: tables() });

function tables(): FiguresTable[] {
  return [
    {
      key: 'pupils',
      title: (data, subject) => `Итоги обучающихся${ofWhom(data, subject)}`,
      first: ['Школа', 0.32],
      columns: [
        wholeColumn('pupil-pass-rate', 'Подлежат аттестации, чел.', 0.14),
        valueColumn('pupil-pass-rate', 'Успеваемость, %', 0.14),
        changeColumn('pupil-pass-rate', 'Изменение, п.\u00a0п.', 0.135),
        valueColumn('pupil-quality-rate', 'Качество знаний, %', 0.13),
        changeColumn('pupil-quality-rate', 'Изменение, п.\u00a0п.', 0.14),
      ],
      lines: schoolsAndTotals,
    },
  ];
}

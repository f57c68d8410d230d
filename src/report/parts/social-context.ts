import { figuresPart, schoolsAndTotals, valueColumn, wholeColumn } from '../figures-table';
import { schoolOf } from '../report-data';

/** The index of social well-being stands beside the shares it is made of. */
export const socialContext = figuresPart({
  title: 'Социальный контекст',
  appendix: true,
  tables: [
    {
      key: 'context',
      title: (data, subject) =>
        schoolOf(data, subject) ? 'Социальный контекст школы и района' : 'Социальный контекст школ',
      first: ['Школа', 0.375],
      columns: [
        wholeColumn('higher-education-parent-rate', 'Обучающихся, чел.', 0.165),
        valueColumn('higher-education-parent-rate', 'Родители с высшим образованием, %', 0.18),
        valueColumn('incomplete-families-rate', 'Неполные семьи, %', 0.14),
        valueColumn('context-index', 'ИСБШ, от 0 до 100', 0.14),
      ],
      lines: schoolsAndTotals,
      note: 'ИСБШ – индекс социального благополучия школы: чем больше, тем благоприятнее условия. Официально утверждённых весов и границ нет, использованы веса и границы из «Настроек».',
    },
  ],
});

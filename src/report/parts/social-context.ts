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
      first: ['Школа', 0.33],
      columns: [
        wholeColumn('higher-education-parent-rate', 'Обучающихся, чел.', 0.14),
        valueColumn('higher-education-parent-rate', 'Дети, у которых есть родитель с высшим образованием, %', 0.24),
        valueColumn('incomplete-families-rate', 'Дети из неполных семей, %', 0.15),
        valueColumn('context-index', 'ИСБШ, от 0 до 100', 0.14),
      ],
      lines: schoolsAndTotals,
      note: 'ИСБШ – индекс социального благополучия школы: чем больше, тем благоприятнее условия. Официально утверждённых весов и границ нет, использованы веса и границы из «Настроек».',
    },
  ],
});

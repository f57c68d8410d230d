import { trimmedNumber } from '../../model';
import type { Part, PartTable } from '../kind';
import { type CorrectedNumber, schoolOf } from '../report-data';
import { centredColumn, leftColumn, textCell } from '../texts';

/** What was put right after the closing, each number with its reason; only where something was. */
export const corrections: Part = {
  title: 'Исправления после закрытия периода',
  appendix: true,
  needs: [],
  blocks: (data, subject) => {
    const school = schoolOf(data, subject);
    const own = data.corrections.filter((correction) => !school || correction.school === school.name);
    return own.length === 0 ? [] : [table(own)];
  },
};

const table = (corrections: readonly CorrectedNumber[]): PartTable => ({
  kind: 'table',
  key: 'corrections',
  title: 'Числа, исправленные после закрытия периода',
  columns: [
    centredColumn('Дата', 0.13),
    leftColumn('Школа', 0.2),
    leftColumn('Строка', 0.17),
    leftColumn('Графа', 0.14),
    centredColumn('Было', 0.08),
    centredColumn('Стало', 0.08),
    leftColumn('Причина', 0.2),
  ],
  rows: corrections.map(({ day, school, row, field, was, became, reason }) =>
    [day, school, row, field, was || 'пусто', trimmedNumber(became), reason].map(textCell),
  ),
  note: 'Показатели этого отчёта рассчитаны по исправленным числам; прежние сохранены в книге рядом с ними.',
});

import { type Block, type TableCell, type TableColumn, trimmedNumber } from '../model';
import type { DistrictData } from './district-data';

/** What was put right after the closing, each number with its reason. */
export function correctionsTable({ corrections }: DistrictData, number: number): Block {
  const cell = (content: string): TableCell => ({ content });
  const left = (title: string, width: number): TableColumn => ({ title, width, align: 'left' });
  const centred = (title: string, width: number): TableColumn => ({ title, width, align: 'center' });
  return {
    kind: 'table',
    caption: `Таблица ${number} – Числа, исправленные после закрытия периода`,
    columns: [
      centred('Дата', 0.13),
      left('Школа', 0.2),
      left('Строка', 0.17),
      left('Графа', 0.14),
      centred('Было', 0.08),
      centred('Стало', 0.08),
      left('Причина', 0.2),
    ],
    rows: corrections.map(({ day, school, row, field, was, became, reason }) =>
      [day, school, row, field, was || 'пусто', trimmedNumber(became), reason].map(cell),
    ),
    note: 'Показатели этого отчёта рассчитаны по исправленным числам; прежние сохранены в книге рядом с ними.',
  };
}

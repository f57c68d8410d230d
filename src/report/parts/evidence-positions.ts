import { type RegisterRow, textOf } from '../../model';
import type { Part } from '../kind';
import { STATES, stateOf } from '../register-states';
import { registerTable, rowsIn, schoolsIn, wordIn } from '../registers-table';
import type { ReportData } from '../report-data';
import { leftColumn, paragraph, textCell } from '../texts';

/** A position of the assessment of municipal mechanisms (МУМ 1.2) and the order's documents that show it, by number. */
interface Position {
  readonly title: string;
  readonly documents: readonly string[];
}

const POSITIONS: readonly Position[] = [
  { title: 'Цель', documents: ['1'] },
  { title: 'Показатели', documents: ['10', '12'] },
  { title: 'Методы сбора и обработки информации', documents: ['9', '10', '11'] },
  { title: 'Мониторинг показателей', documents: ['19'] },
  { title: 'Анализ результатов мониторинга', documents: ['19', '26'] },
  { title: 'Адресные рекомендации', documents: ['19', '24'] },
  { title: 'Меры, мероприятия', documents: ['3', '7', '18'] },
  { title: 'Управленческие решения', documents: ['20', '22', '27'] },
  { title: 'Анализ эффективности принятых мер', documents: ['19', '28'] },
];

const YEAR = 366;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** There is one, it is older than a year, or there is none. */
function availabilityOf(rows: readonly RegisterRow[], day: string): 'есть' | 'устарел (больше года)' | 'нет' {
  const signed = rows
    .filter((row) => stateOf(row) === STATES.documents.approved)
    .map((row) => textOf(row.signedOn ?? ''));
  if (signed.length === 0) return 'нет';
  return signed.some((date) => date !== '' && daysBetween(date, day) <= YEAR) ? 'есть' : 'устарел (больше года)';
}

function positionRows(data: ReportData): string[][] {
  const documents = rowsIn(data, 'documents');
  return POSITIONS.map(({ title, documents: numbers }, index) => {
    const own = documents.filter((row) => numbers.includes(wordIn(row, 'number')));
    const shown = own
      .filter((row) => stateOf(row) === STATES.documents.approved)
      .map((row) =>
        [wordIn(row, 'title'), wordIn(row, 'signedOn'), wordIn(row, 'regNo') && `№\u00a0${wordIn(row, 'regNo')}`]
          .filter((text) => text)
          .join(', '),
      );
    return [String(index + 1), title, [...new Set(shown)].join('; ') || '–', availabilityOf(own, data.day)];
  });
}

/** Nine positions, each with its documents and whether they are of the last year. */
export const positions: Part = {
  title: 'Позиции и документы',
  needs: [],
  absent: 'Реестр документов пуст: подтвердить нечем.',
  blocks: (data) => {
    if (rowsIn(data, 'documents').length === 0) return [];
    const rows = positionRows(data);
    const missing = rows.filter(([, , , state]) => state !== 'есть').map(([, title]) => title!.toLowerCase());
    return [
      {
        kind: 'table',
        key: 'positions',
        dense: true,
        title: 'Девять позиций управленческого цикла',
        columns: [
          leftColumn('№', 0.06),
          leftColumn('Позиция', 0.26),
          leftColumn('Документы: дата, номер', 0.5),
          leftColumn('Наличие', 0.18),
        ],
        rows: rows.map((cells) => cells.map(textCell)),
      },
      paragraph(
        missing.length === 0
          ? 'Все позиции подтверждены документами не старше года.'
          : `До проверки нужно подготовить или обновить: ${missing.join('; ')}.`,
      ),
    ];
  },
};

const DISTRICT_WORD = 'район';

/** «ОО, Школа №2»; what is for the whole district names no school. */
const whomOf = (data: ReportData, row: RegisterRow): string =>
  [wordIn(row, 'addressee'), schoolsIn(data, row)].filter((text) => text !== '' && text !== DISTRICT_WORD).join(', ');

/** Finding → recommendation → measure → decision → effect, by the ids of the register. */
export const chain: Part = {
  title: 'Цепочка: вывод, рекомендация, мера, решение, эффект',
  needs: [],
  blocks: (data) => {
    const rows = rowsIn(data, 'actions');
    if (rows.length === 0) return [];
    return [
      registerTable(
        'chain',
        'Рекомендации и меры',
        [
          ['№', 0.07, 'id'],
          ['Кому', 0.17, (row) => whomOf(data, row)],
          ['Вывод', 0.18, 'finding'],
          ['Рекомендация', 0.265, 'recommendation'],
          ['Решение', 0.09, 'decision'],
          ['Статус', 0.12, 'status'],
          ['Эффект', 0.105, 'effect'],
        ],
        rows,
      ),
    ];
  },
};

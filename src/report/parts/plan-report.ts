import { formatNumber, type RegisterRow } from '../../model';
import type { Part, PartBlock, PartTable } from '../kind';
import { PARTS, STATES, stateOf, stateWord } from '../register-states';
import { type RegisterColumn, registerTable, rowsIn, schoolsIn, wordIn } from '../registers-table';
import type { ReportData } from '../report-data';
import { paragraph } from '../texts';
import { documentsApproved } from '../words/sentences';

const { approved } = STATES.documents;
export const IN_TURN = Object.values(PARTS);
export const TITLES: Readonly<Record<(typeof IN_TURN)[number], string>> = {
  [PARTS.roadmap]: 'Дорожная карта',
  [PARTS.measures]: 'Управленческие меры',
  [PARTS.stages]: 'Этапы программы',
  [PARTS.beyond]: 'Мероприятия сверх приказа',
};

export const isLate = (row: RegisterRow): boolean => Number(row.overdue ?? 0) > 0;
export const partOf = (row: RegisterRow): string => wordIn(row, 'part') || PARTS.beyond;

/** The order's own words; those of parts stand in their rows, and an action of parts alone goes by its short title. */
function wordsOfOrder(row: RegisterRow, rows: readonly RegisterRow[]): string {
  const [words] = String(row.action ?? '').split('\n');
  const isOfPart = rows.some((other) => other !== row && other.action === words);
  return words && !isOfPart ? words.replace(/^- |[;,]$/g, '') : wordIn(row, 'title');
}

const columnsOf = (data: ReportData, rows: readonly RegisterRow[]): readonly RegisterColumn[] => [
  ['№', 0.06, 'number'],
  ['Мероприятие', 0.43, (row) => wordsOfOrder(row, rows)],
  ['Срок', 0.11, 'term'],
  ['Ответствен\u00adный', 0.11, 'responsible'],
  ['Статус', 0.08, (row) => stateWord(data, 'plan', stateOf(row))],
  ['Дата', 0.08, 'doneOn'],
  [
    'Документ, причина',
    0.13,
    (row) => [wordIn(row, 'document'), wordIn(row, 'reason')].filter((text) => text).join('; '),
  ],
];

/** Every row of the plan with its state, date and document, part by part. */
export const planTables: Part = {
  title: 'Исполнение по мероприятиям',
  needs: [],
  blocks: (data): PartBlock[] =>
    IN_TURN.flatMap((part): PartTable[] => {
      const rows = rowsIn(data, 'plan').filter((row) => partOf(row) === part);
      return rows.length === 0
        ? []
        : [
            {
              ...registerTable(`plan-${IN_TURN.indexOf(part)}`, TITLES[part], columnsOf(data, rows), rows),
              landscape: true,
            },
          ];
    }),
};

/** What is past its term: by how many days, and what comes next. */
export const planOverdue: Part = {
  title: 'Просрочено',
  needs: [],
  blocks: (data) => {
    const rows = rowsIn(data, 'plan').filter(isLate);
    if (rows.length === 0) return [];
    return [
      {
        ...registerTable(
          'overdue',
          'Мероприятия, срок которых прошёл',
          withNextStep(rows, [
            ['№', 0.1, 'number'],
            ['Мероприятие', 0.3, 'title'],
            ['Просро\u00adчено, дней', 0.13, (row) => formatNumber(Number(row.overdue))],
            ['Ответственный', 0.2, 'responsible'],
          ]),
          rows,
        ),
        landscape: true,
      },
    ];
  },
};

/** A column for what comes next, where anybody has written it; else what is done takes its place. */
function withNextStep(rows: readonly RegisterRow[], columns: readonly RegisterColumn[]): readonly RegisterColumn[] {
  const rest = 1 - columns.reduce((sum, [, width]) => sum + width, 0);
  if (rows.some((row) => wordIn(row, 'nextStep') !== '')) return [...columns, ['Следующий шаг', rest, 'nextStep']];
  return columns.map(([title, width, shows]) => [title, shows === 'title' ? width + rest : width, shows]);
}

/** A document that several schools are without stands in one row. */
const alike = (rows: readonly RegisterRow[], { number, title, status }: RegisterRow): readonly RegisterRow[] =>
  rows.filter((row) => row.number === number && row.title === title && row.status === status);

/** As the order numbers them. */
const byNumber = (rows: readonly RegisterRow[]): RegisterRow[] =>
  [...rows].sort((a, b) => Number(a.number) - Number(b.number));

/** The order's documents: which are there, which have an electronic form (target TI3a). */
export const documentsPart: Part = {
  title: 'Документы и фонд оценочных средств',
  needs: [],
  blocks: (data) => {
    const rows = rowsIn(data, 'documents');
    if (rows.length === 0) return [];
    const ready = rows.filter((row) => stateOf(row) === approved);
    const linked = ready.filter((row) => wordIn(row, 'electronic') !== '');
    const paper = [...new Set(ready.filter((row) => !linked.includes(row)).map((row) => `«${wordIn(row, 'title')}»`))];
    const missing = byNumber(rows.filter((row) => stateOf(row) !== approved));
    return [
      paragraph(`${documentsApproved(rows.length, ready.length, linked.length)}.`),
      ...(paper.length > 0
        ? [paragraph(`Электронной формы не имеют утверждённые документы: ${paper.join(', ')}.`)]
        : []),
      ...(missing.length > 0
        ? [
            registerTable(
              'documents',
              'Документы, которых нет или которые не утверждены',
              [
                ['№', 0.06, 'number'],
                ['Документ', 0.36, 'title'],
                [
                  'Школы',
                  0.46,
                  (row) =>
                    alike(missing, row)
                      .map((one) => schoolsIn(data, one))
                      .join(', '),
                ],
                ['Статус', 0.12, (row) => stateWord(data, 'documents', stateOf(row))],
              ],
              missing.filter((row) => alike(missing, row)[0] === row),
            ),
          ]
        : []),
    ];
  },
};

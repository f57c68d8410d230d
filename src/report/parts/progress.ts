import { type Content, counted, formatNumber, type RegisterRow, textOf } from '../../model';
import type { Part, PartBlock, PartTable } from '../kind';
import { PARTS, STATES, stateOf, stateWord } from '../register-states';
import { isPublic, type ReportData } from '../report-data';
import { atTable, centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { recommendationsDone } from '../words/sentences';
import { progressChart } from './charts/progress';
import { followUpTable, givenBefore, worthTelling } from './followed-up';

const word = (row: RegisterRow, field: string): string => textOf(row[field] ?? '');
const overdueDays = (row: RegisterRow): number => Number(row.overdue ?? 0);

/** Rows of the roadmap as the order numbers them; parts («1.1.1 а») belong to their row. */
export const roadmapOf = ({ registers }: Pick<ReportData, 'registers'>): readonly RegisterRow[] =>
  (registers.plan ?? []).filter((row) => word(row, 'part') === PARTS.roadmap && /^[\d.]+$/.test(word(row, 'number')));

/** What of the roadmap is past its term and not done. */
export const overdueOf = (data: ReportData): readonly RegisterRow[] =>
  roadmapOf(data).filter((row) => overdueDays(row) > 0);

export const numbersOf = (rows: readonly RegisterRow[]): string => {
  const numbers = rows.map((row) => word(row, 'number'));
  const last = numbers[numbers.length - 1]!;
  return numbers.length === 1 ? last : `${numbers.slice(0, -1).join(', ')} и ${last}`;
};

/** «Из 15 мероприятий дорожной карты выполнено 11, в работе 2, просрочено 2: 1.2.1 и 2.5» */
export function roadmapSentence(data: ReportData): Content[] {
  const rows = roadmapOf(data);
  if (rows.length === 0) return [];
  const overdue = overdueOf(data);
  const { done, underWay, notBegun, failed } = STATES.plan;
  const states = [done, underWay, notBegun, failed]
    .map((state) => ({ state, count: rows.filter((row) => isIn(row, state, overdue)).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${stateWord(data, 'plan', state)} ${formatNumber(count)}`);
  const late = overdue.length > 0 ? [`просрочено ${formatNumber(overdue.length)}: ${numbersOf(overdue)}`] : [];
  const of = counted(rows.length, 'мероприятия', 'мероприятий', 'мероприятий');
  return [`Из ${of} дорожной карты ${[...states, ...late].join(', ')}.`];
}

/** A row past its term is told as such, whatever else it is. */
const isIn = (row: RegisterRow, state: string, overdue: readonly RegisterRow[]): boolean =>
  stateOf(row) === state && !overdue.includes(row);

/** What is done, what is overdue, what became of the last decisions. */
export const progress: Part = {
  title: 'Ход программы',
  needs: [],
  blocks: (data) => {
    const sentence = roadmapSentence(data);
    if (sentence.length === 0) return [];
    const [text] = sentence;
    const late = overdueOf(data);
    const table = late.length > 0 ? [tableOf(data, late)] : [];
    return [
      { kind: 'paragraph', content: text! },
      ...progressChart(data, roadmapOf(data)),
      ...table,
      ...actionsOf(data),
    ];
  },
};

function tableOf(data: ReportData, rows: readonly RegisterRow[]): PartTable {
  // A column of dashes tells nothing.
  const hasNext = rows.some((row) => word(row, 'nextStep') !== '');
  return {
    kind: 'table',
    key: 'roadmap',
    dense: true,
    title: 'Просроченные мероприятия дорожной карты',
    columns: [
      leftColumn('№', 0.07),
      leftColumn('Мероприятие', hasNext ? 0.37 : 0.5),
      leftColumn('Срок', hasNext ? 0.16 : 0.21),
      leftColumn('Статус', 0.11),
      centredColumn('Просро\u00adчено, дней', 0.11),
      ...(hasNext ? [leftColumn('Следующий шаг', 0.18)] : []),
    ],
    rows: rows.map((row) =>
      [
        word(row, 'number'),
        word(row, 'title'),
        word(row, 'term'),
        stateWord(data, 'plan', stateOf(row)),
        formatNumber(overdueDays(row)),
        ...(hasNext ? [word(row, 'nextStep') || '–'] : []),
      ].map(textCell),
    ),
  };
}

/** What became of the recommendations given before. */
function actionsOf(data: ReportData): PartBlock[] {
  const rows = givenBefore(data);
  if (rows.length === 0) return [];
  const done = rows.filter((row) => stateOf(row) === STATES.actions.done).length;
  const late = rows.filter((row) => overdueDays(row) > 0).length;
  const overdue = late > 0 ? `, просрочено ${formatNumber(late)}` : '';
  // What was advised to a school, and its numbers of children before and after, is not for everybody.
  const table = isPublic(data) ? [] : followUpTable(data, worthTelling(data, rows), false);
  return [
    paragraph(`${recommendationsDone(rows.length, done)}${overdue}${table.length > 0 ? atTable('followed-up') : ''}.`),
    ...table,
  ];
}

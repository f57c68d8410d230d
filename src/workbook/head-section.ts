import { type Decoration, type Grid, type Section, textOf } from '../model';
import { MEMORY_COLUMN, ROLE_COLUMN } from './block';
import {
  ANSWER_COLUMN,
  ANSWERS,
  BOX_COLUMN,
  HEAD,
  HEAD_WIDTH,
  type HeadContents,
  headValues,
  LABEL_COLUMN,
  REASON_COLUMN,
  SPARE_LINES,
  STATE_COLUMN,
} from './head';
import { LOOK } from './look';

/** By this the protection of a head is known; it stands over its roles, data and labels. */
export const HEAD_PROTECTION = 'Шапка';

/** While a period is being closed that protection is widened over the whole tab. */
export const isWideHead = (columns: number): boolean => columns > LABEL_COLUMN;

/** How many rows of a tab are its head's, from its column of roles. */
export const headRowsOf = (roles: Grid): number =>
  Math.max(1, ...roles.map(([role], index) => (textOf(role).startsWith('head/') ? index + 1 : 0)));

const WIDE = { column: LABEL_COLUMN, columns: HEAD_WIDTH - LABEL_COLUMN + 1 };

/** The last `waiting` of its forms are out of sight. */
export function headSection(head: HeadContents, waiting: number): Section {
  const values = headValues(head);
  const rows = values.length - 1;
  const looks = [...stateLooks(rows), ...rowLooks(rows, waiting), ...lineLooks(rows - HEAD.forms), shut(rows)];
  return { values, decorations: looks };
}

const stateLooks = (rows: number): Decoration[] => [
  { row: 1, ...WIDE, rows: HEAD.answer, ...LOOK.head },
  { row: 1, column: LABEL_COLUMN, rows: 1, columns: 1, ...LOOK.title, size: 14 },
  { row: 1, column: STATE_COLUMN, rows, columns: 1, bold: true, align: 'left', format: '@' },
  { row: 2, column: STATE_COLUMN, rows: 1, columns: 1, format: 'General' },
  { row: 1, column: MEMORY_COLUMN, rows: 1, columns: 1, format: '@' },
];

function rowLooks(rows: number, waiting: number): Decoration[] {
  const tail = SPARE_LINES + waiting;
  const box = { column: BOX_COLUMN, rows: 1, columns: 1, checkbox: true, align: 'center', format: 'General' } as const;
  const hidden = { column: 1, columns: 1, rows: 1, hideRows: true };
  return [
    { row: HEAD.check, ...box },
    { row: HEAD.submit, ...box },
    { row: HEAD.answer, ...hidden },
    { row: HEAD.status, ...hidden },
    { row: HEAD.forms, ...WIDE, rows: 1, ...LOOK.captions },
    { ...hidden, row: rows - tail + 1, rows: tail },
  ];
}

/** The lines of the forms, those of a later programme too. */
const lineLooks = (lines: number): Decoration[] => [
  {
    row: HEAD.firstForm,
    column: ANSWER_COLUMN,
    rows: lines,
    columns: 1,
    format: '@',
    rule: { kind: 'list', choices: ANSWERS, help: ANSWER_HELP },
  },
  { row: HEAD.firstForm, column: REASON_COLUMN, rows: lines, columns: 1, format: '@' },
  { row: HEAD.forms, column: REASON_COLUMN, rows: 1, columns: 1, note: REASON_HELP },
  { row: HEAD.forms, column: ANSWER_COLUMN, rows: 1, columns: 1, note: ANSWER_HELP },
];

const shut = (rows: number): Decoration => ({
  row: 1,
  column: ROLE_COLUMN,
  rows,
  columns: LABEL_COLUMN,
  protect: { description: HEAD_PROTECTION, warningOnly: false },
});

const ANSWER_HELP = 'Заполняете – оставьте пустым. Нечего вводить – выберите ответ и напишите причину правее.';
const REASON_HELP = 'Почему формы нет или почему замечание ко всей форме – не ошибка. Без фамилий.';

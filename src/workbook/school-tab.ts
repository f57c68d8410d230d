import {
  type Cell,
  type Decoration,
  type Form,
  type PeriodKey,
  type Programme,
  periodTitle,
  type School,
  type Section,
  stacked,
  type TabDesign,
} from '../model';
import { blockColumns, blockSection, FIRST_FIELD_COLUMN, REMARK_COLUMN, ROLE_COLUMN, TITLE_ROWS } from './block';
import { LOOK } from './look';
import { schoolTab, schoolTabName } from './names';
import { type Leftover, unrecognisedSection } from './unrecognised';

/** Rows of a school tab's head; below them stands one line for each form. */
export const HEAD = { title: 1, period: 2, check: 3, submit: 4, status: 5, completeness: 6, firstForm: 7 } as const;
export const VALUE_COLUMN = FIRST_FIELD_COLUMN;

export const headRole = {
  /** The type stands here too, so that checking a tab needs no other tab. */
  school: ({ key, type }: Pick<School, 'key' | 'type'>) => `head/school/${key}/${type}`,
  period: (period: PeriodKey) => `head/period/${period}`,
  check: 'head/check',
  submit: 'head/submit',
  status: 'head/status',
  completeness: 'head/completeness',
  form: (form: Form) => `head/form/${form.key}`,
} as const;

export const DRAFT = 'черновик';
export const SUBMITTED = 'сдано';

/** The part of the head that the check writes: status, completeness, a line for each form. */
export const headArea = (forms: readonly Form[]) => ({
  row: HEAD.status,
  column: VALUE_COLUMN,
  rows: HEAD.firstForm - HEAD.status + forms.length,
  columns: 1,
});

function headSection(school: School, period: PeriodKey, forms: readonly Form[], formRows: readonly number[]): Section {
  const line = (role: string, label: string, value: Cell = ''): Cell[] => [role, label, value];
  const values = [
    line(headRole.school(school), school.name),
    line(headRole.period(period), 'Отчётный период', periodTitle(period)),
    line(headRole.check, '☑ Проверить: поставьте галочку', false),
    line(headRole.submit, '☑ Сдать: поставьте галочку, когда ошибок нет', false),
    line(headRole.status, 'Статус', DRAFT),
    line(headRole.completeness, 'Заполнено'),
    ...forms.map((form) => line(headRole.form(form), `→ ${form.title}`)),
    ['', '', ''],
  ];
  const box = { column: VALUE_COLUMN, rows: 1, columns: 1, checkbox: true, align: 'center' } as const;
  const rows = values.length - 1;
  const hard = { description: 'Шапка', warningOnly: false };
  const own = { description: 'Шапка: статус', warningOnly: true };
  return {
    values,
    decorations: [
      { row: 1, column: REMARK_COLUMN, rows: 1, columns: 1, ...LOOK.title, size: 15 },
      { row: 2, column: REMARK_COLUMN, rows: rows - 1, columns: 1, ...LOOK.head },
      { row: 2, column: VALUE_COLUMN, rows: rows - 1, columns: 1, bold: true, align: 'left', format: '@' },
      { row: HEAD.check, ...box, format: 'General' },
      { row: HEAD.submit, ...box, format: 'General' },
      ...forms.map((_, index) => ({
        row: HEAD.firstForm + index,
        column: REMARK_COLUMN,
        rows: 1,
        columns: 1,
        linkToRow: formRows[index]!,
      })),
      { row: 1, column: VALUE_COLUMN, rows: 2, columns: 1, protect: hard },
      { ...headArea(forms), protect: own },
    ],
  };
}

/** Rows that a new period starts with, by form key: the cells of the form's fields. */
export type StartingRows = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/**
 * What is not the school's to change: every stretch from one form's end to the next form's rows is closed, its roles
 * (A) and its cells (C on) apart. Remarks (B) and the roles of data rows only warn: the school's own simple trigger
 * writes remarks in one stretch, and rows must stay free to insert, sort and delete.
 */
function ownRows(rows: number, columns: number, titles: readonly number[], blocks: readonly Section[]): Decoration[] {
  const ends = titles.map((title, index) => title + blocks[index]!.values.length - 1);
  const protect = { description: 'Заголовки форм', warningOnly: false };
  const closed = [...titles, rows].flatMap((title, index): Decoration[] => {
    const from = index === 0 ? title : ends[index - 1]!;
    const to = index === titles.length ? ends[index - 1]! : title + TITLE_ROWS - 1;
    const cells = {
      row: from,
      column: FIRST_FIELD_COLUMN,
      rows: to - from + 1,
      columns: columns - FIRST_FIELD_COLUMN + 1,
    };
    const first = index === 0 ? 1 : from;
    return [
      { ...cells, protect },
      { row: first, column: ROLE_COLUMN, rows: to - first + 1, columns: 1, protect },
    ];
  });
  const remarks = { row: 1, column: ROLE_COLUMN, rows, columns: REMARK_COLUMN };
  return [...closed, { ...remarks, protect: { description: 'Замечания и служебный столбец', warningOnly: true } }];
}

/** The whole tab of a school: the head, then the forms one under another; a form not due is hidden, not removed. */
export function schoolTabDesign(
  programme: Programme,
  school: School,
  period: PeriodKey,
  isDue: (form: Form) => boolean,
  start: StartingRows = {},
  leftovers: readonly Leftover[] = [],
): TabDesign {
  const { forms, indicators } = programme;
  const blocks = forms.map((form) => blockSection(form, indicators, isDue(form), start[form.key]));
  const headRows = HEAD.firstForm + forms.length;
  const spaced = blocks.map((block) => stacked([block, { values: [['']], decorations: [] }]));
  let next = headRows + 1;
  const formRows = spaced.map((block) => {
    const row = next;
    next += block.values.length;
    return row;
  });
  const columns = Math.max(...forms.map((form) => FIRST_FIELD_COLUMN - 1 + blockColumns(form, indicators).length));
  const whole = stacked([
    headSection(school, period, forms, formRows),
    ...spaced,
    unrecognisedSection(leftovers, columns),
  ]);
  const own = ownRows(whole.values.length, columns, formRows, blocks);
  const section = { values: whole.values, decorations: [...whole.decorations, ...own] };
  return {
    key: schoolTab(school.key),
    name: schoolTabName(school.name),
    section,
    rows: section.values.length,
    columns,
    frozenRows: 0,
    frozenColumns: REMARK_COLUMN,
    hiddenColumns: [ROLE_COLUMN],
    widths: [40, 330, 75, 75, 170, ...Array<number>(columns).fill(100)].slice(0, columns),
    hidden: false,
    protect: { description: `Вкладка школы: ${school.name}`, warningOnly: false },
  };
}

import {
  type Cell,
  type Form,
  type Grid,
  isDerived,
  type Programme,
  quarterTitle,
  type School,
  schoolYear,
} from '../../src/model';
import { calculatedKey } from '../../src/workbook';

/** That version took every quarter for a half of the school year. */
const halfYear = (period: string): string => (/Q[12]$/.test(period) ? 'II' : 'I');

/** A row of a form as version 0.1.0 kept it. */
export interface Row010 {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly remark?: string;
  readonly explanation?: string;
  /** Keys of the numbers typed as percentages. */
  readonly percent?: readonly string[];
  /** What stands in the calculated columns. */
  readonly calculated?: Cell;
}

interface Tab010 {
  readonly school: School;
  readonly period: string;
  readonly rows: Readonly<Record<string, readonly Row010[]>>;
  readonly status?: string;
  readonly submitted?: boolean;
}

const SPARE_ROWS = 10;
const STARTING_ROWS = 15;

function blockOf({ indicators }: Programme, form: Form, rows: readonly Row010[]): Grid {
  const shown = indicators.filter((each) => !isDerived(each) && each.column && each.from.key === form.key);
  const fields = Object.keys(form.fields);
  const keys = [...fields, ...shown.map(calculatedKey), 'calc:control', 'explanation'];
  const titles = [
    ...Object.values(form.fields).map(({ title }) => title),
    ...shown.map(({ title, unit }) => title + (unit === 'percent' ? ', %' : '')),
    'Контроль',
    'Пояснение',
  ];
  const width = 2 + keys.length;
  const line = (...cells: Cell[]): Cell[] => [...cells, ...Array<Cell>(width - cells.length).fill('')];
  const role = (part: string): string => `${form.key}/${part}`;
  const bits = (percent: readonly string[]): number => percent.reduce((sum, key) => sum + 2 ** fields.indexOf(key), 0);
  const rowOf = ({ cells, remark = '', explanation = '', percent = [], calculated = '' }: Row010): Cell[] => [
    role('row'),
    remark,
    ...fields.map((key) => cells[key] ?? ''),
    ...shown.map(() => calculated),
    bits(percent) * 1_000_000 + 123_456,
    explanation,
  ];
  const blank = Math.max(form.startingRows ?? STARTING_ROWS, rows.length + SPARE_ROWS) - rows.length;
  return [
    line(role('title'), '', form.title),
    line(role('help'), '', form.help),
    [role('keys'), 'remarks', ...keys],
    [role('header'), 'Замечания', ...titles],
    ...rows.map(rowOf),
    ...Array.from({ length: blank }, () => line(role('row'))),
    [role('end'), 'Новые строки вставляйте выше этой черты', ...keys.map(() => '·')],
    line(''),
  ];
}

/** A school's tab as version 0.1.0 laid it out: roles, remarks, fields from C on, the head's values in C. */
export function tabOf010(programme: Programme, { school, period, rows, status, submitted = false }: Tab010): Grid {
  const head: Grid = [
    [`head/school/${school.key}/${school.type}`, school.name, ''],
    [
      `head/period/${period}`,
      'Отчётный период',
      `${quarterTitle(period)} (${halfYear(period)} полугодие ${schoolYear(period)} учебного года)`,
    ],
    ['head/check', '☑ Проверить: поставьте галочку', false],
    ['head/submit', '☑ Сдать: поставьте галочку, когда ошибок нет', submitted],
    ['head/status', 'Статус', status ?? 'черновик'],
    ['head/completeness', 'Заполнено', 'форм начато 4 из 4; граф 100 %; замечаний нет'],
    ...programme.forms.map((form): Cell[] => [`head/form/${form.key}`, `→ ${form.title}`, '7 из 7, ✔']),
    ['', '', ''],
  ];
  const blocks = programme.forms.flatMap((form) => blockOf(programme, form, rows[form.key] ?? []));
  const width = Math.max(...blocks.map((cells) => cells.length));
  const grid = [...head, ...blocks].map((cells) => [...cells, ...Array<Cell>(width - cells.length).fill('')]);
  return grid.slice(0, -1);
}

import {
  type Cell,
  type Field,
  handOf,
  labelOf,
  namesOf,
  type Register,
  type RegisterRow,
  stateTitle,
  type TabDesign,
} from '../model';
import { widthOfWords } from './column-widths';
import { type KeyedRow, type KeyedTab, keyedDesign, type TabColumn } from './keyed-tab';
import { LOOK } from './look';
import { registerTab } from './names';
import { schoolsTab } from './schools-tab';

/** Columns beside the register's own fields. */
export const ID = 'id';
export const REMARK = 'remark';
/** What a row is called in lists of references; hidden, written by the runs, so that the lists follow the rows. */
export const LABEL = 'label';

const SPARE_ROWS = 30;
const DAY = 'dd.MM.yyyy';
const WIDTHS: Record<Field['kind'], number> = {
  count: 75,
  decimal: 75,
  date: 85,
  choice: 105,
  text: 150,
  link: 150,
  ref: 170,
  'long-text': 170,
};

export const formatOf = ({ kind }: Field): string =>
  kind === 'date' ? DAY : kind === 'count' ? '0' : kind === 'decimal' ? '0.##' : '@';

/** What a register's cells may hold: rows of other registers are chosen by their labels. */
function ruleOf(field: Field, registers: readonly Register[]): Pick<TabColumn, 'rule'> {
  const { kind, choices, help, schools } = field;
  if (kind === 'count') return { rule: { kind: 'whole-number', help } };
  if (kind === 'decimal') return { rule: { kind: 'number', help } };
  if (kind === 'date') return { rule: { kind: 'date', help } };
  if (choices) return { rule: { kind: 'list', choices, help } };
  if (schools) return { rule: { kind: 'rows-of', tab: schoolsTab.key, name: schoolsTab.name, key: 'name', help } };
  const referred = kind === 'ref' ? registers.find(({ key }) => key === field.ref) : undefined;
  if (!referred) return {};
  return { rule: { kind: 'rows-of', tab: registerTab(referred), name: referred.title, key: LABEL, help } };
}

/** A word of the order that rows of people choose from a list. */
const isPicked = (register: Register, key: string): boolean =>
  handOf(register, key) === 'coordinator' ||
  (handOf(register, key) === 'order' && !register.hidden?.includes(key) && register.fields[key]?.kind !== 'date');

function columnsOf(register: Register, registers: readonly Register[]): TabColumn[] {
  const own = Object.entries(register.fields).map(([key, field]): TabColumn & { readonly computed: boolean } => ({
    key,
    title: field.title,
    width: Math.max(register.widths?.[key] ?? WIDTHS[field.kind], widthOfWords(field.title)),
    format: formatOf(field),
    help: field.help,
    ...(register.hidden?.includes(key) ? { hidden: true } : {}),
    ...(isPicked(register, key) ? ruleOf(field, registers) : {}),
    computed: handOf(register, key) === 'computed',
  }));
  const plain = ({ computed: _, ...column }: (typeof own)[number]): TabColumn => column;
  const shown = own.filter(({ hidden }) => !hidden);
  return [
    { key: ID, title: '№ записи', width: 70, format: '@', hidden: true },
    ...shown.filter(({ computed }) => !computed).map(plain),
    // Side by side, so that what a run has found takes one write.
    ...shown.filter(({ computed }) => computed).map(plain),
    {
      key: REMARK,
      title: 'Замечания',
      width: 190,
      format: '@',
      help: 'Пишет сбор свода. ✖ – исправьте, ⚠ – проверьте.',
    },
    { key: LABEL, title: 'Запись', width: 200, format: '@', hidden: true },
    ...own.filter(({ hidden }) => hidden).map(plain),
  ];
}

/** The tab of a register; `registers` are all of the programme, for the lists of references. */
export const registerTabOf = (register: Register, registers: readonly Register[]): KeyedTab => ({
  key: registerTab(register),
  name: register.title,
  help: register.help,
  columns: columnsOf(register, registers),
  spare: SPARE_ROWS,
  ...(register.quiet ? { hidden: true } : {}),
});

/** A day as a date cell, at midnight of the workbook; words that are no day stay as they were typed. */
const dayCell = (iso: string): Cell => {
  const [year, month, day] = iso.split('-').map(Number);
  return /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(year!, month! - 1, day!) : iso;
};

/** A value of a field as its cell shows it. `labels` names the rows that may be referred to, by id, and the schools, by key. */
export function fieldCell(
  register: Register,
  key: string,
  value: string | number | null | undefined,
  labels: ReadonlyMap<string, string>,
): Cell {
  if (value === null || value === undefined) return '';
  const { kind, schools } = register.fields[key]!;
  if (schools) return namesOf(String(value), labels);
  if (kind === 'date') return dayCell(String(value));
  if (kind === 'ref') return labels.get(String(value)) ?? value;
  return key === register.status?.field ? stateTitle(register.status.cycle, String(value)) : value;
}

/** A whole row as the tab holds it, without a remark. */
export const registerCells = (
  register: Register,
  row: RegisterRow,
  labels: ReadonlyMap<string, string> = new Map(),
): KeyedRow => ({
  [ID]: row.id,
  [LABEL]: labelOf(register, row, labels),
  ...Object.fromEntries(
    Object.keys(register.fields).map((key) => [key, fieldCell(register, key, row[key], labels)] as const),
  ),
});

/** How many visible columns stay in sight: up to the one that names the row. */
const frozenColumns = ({ columns }: KeyedTab, register: Register): number =>
  columns.findIndex(({ key }) => key === register.label) + 1;

/** The tab with the order's rows. */
export function registerDesign(register: Register, registers: readonly Register[]): TabDesign {
  const tab = registerTabOf(register, registers);
  const design = keyedDesign(
    tab,
    register.starts.map((start) => registerCells(register, start as RegisterRow)),
  );
  const first = design.section.values.length - register.starts.length + 1;
  const place = (key: string) => tab.columns.findIndex((column) => column.key === key) + 1;
  const notes = Object.entries(register.notes ?? {}).flatMap(([on, from]) =>
    register.starts.map((start, index) => ({
      ...{ row: first + index, column: place(on), rows: 1, columns: 1 },
      note: String((start as RegisterRow)[from!] ?? ''),
    })),
  );
  const locked = tab.columns.flatMap(({ key }, index) =>
    key in register.fields && handOf(register, key) !== 'coordinator' && register.starts.length > 0
      ? [
          {
            row: first,
            column: index + 1,
            rows: register.starts.length,
            columns: 1,
            background: LOOK.calculated.background,
          },
        ]
      : [],
  );
  // Rows of people look like those of the order.
  const lined = {
    row: first,
    column: 1,
    rows: register.starts.length + SPARE_ROWS,
    columns: tab.columns.length,
    border: true,
  };
  return {
    ...design,
    section: {
      ...design.section,
      decorations: [...design.section.decorations, lined, ...locked, ...notes.filter(({ note }) => note !== '')],
    },
    frozenColumns: frozenColumns(tab, register),
  };
}

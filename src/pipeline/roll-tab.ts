import { isDue } from '../domain';
import {
  type Cell,
  type Form,
  type Grid,
  isBlank,
  isNumeric,
  type Patch,
  type PeriodKey,
  type Programme,
  periodTitle,
  type RawRow,
  textOf,
} from '../model';
import {
  type Block,
  DRAFT,
  EXPLANATION,
  HEAD,
  headRole,
  REMARK_COLUMN,
  ROLE_COLUMN,
  readSchoolTab,
  rowsOf,
  type SchoolTab,
  schoolTab,
  storedCell,
  VALUE_COLUMN,
  written,
} from '../workbook';

import { checkTab, completenessWords, tabCompleteness } from './check-tab';
import { spareRows } from './spare-rows';

/** What turns a school's tab to the next period, and what stayed because it was not what was frozen. */
export interface TabRoll {
  readonly patches: readonly Patch[];
  /** Rows of the tab whose numbers stayed. */
  readonly kept: readonly number[];
}

/**
 * The tab's change to the next period: classes and subjects stay, the numbers that were frozen are emptied, anything
 * else stays and is reported. The head's period is written last: it is the mark that the tab is done.
 */
export function rollTab(programme: Programme, grid: Grid, frozen: readonly RawRow[], next: PeriodKey): TabRoll {
  const tab = readSchoolTab(programme, grid);
  const kept: number[] = [];
  const patches: Patch[] = [];
  for (const block of tab.blocks.values()) {
    const before = kept.length;
    const own = frozen.filter((row) => row.form === block.form.key);
    const emptied = emptyBlock(tab, block, own, kept);
    // A date that stays must not become a number in silence.
    if (emptied) patches.push(emptied, ...(kept.length === before ? plainFormats(tab, block) : []));
    patches.push(...prefill(programme, tab, block, next));
    patches.push(...visibility(tab, block, next));
  }
  patches.push(...noRemarks(tab));
  return { patches: [...patches, ...spareRows(tab), ...headPatches(programme, grid, patches, next)], kept };
}

const TEXT = { kind: 'text', title: '', help: '' } as const;
/** True when the tab still holds what was frozen of the row. */
function isFrozen(form: Form, raw: RawRow, frozen: RawRow | undefined): boolean {
  if (!frozen || raw.explanation !== frozen.explanation) return false;
  return Object.entries(raw.cells).every(([key, cell]) => {
    const stored = storedCell(form.fields[key], cell);
    const found = frozen.cells[key] ?? '';
    return (isBlank(stored) && isBlank(found)) || String(stored) === String(found);
  });
}

function emptyBlock(tab: SchoolTab, block: Block, frozen: readonly RawRow[], kept: number[]): Patch | null {
  const { form, columns } = block;
  const keys = [...columns].filter(([key]) => !form.fields[key]?.carried).sort((a, b) => a[1] - b[1]);
  const placed = rowsOf(tab, block);
  if (placed.length === 0 || keys.length === 0) return null;
  const first = keys[0]![1];
  const width = keys[keys.length - 1]![1] - first + 1;
  const byRow = new Map(placed.map((row) => [row.tabRow, row.raw]));
  const values: Grid = [];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const cells = Array.from({ length: width }, (_, index): Cell => tab.grid[row - 1]?.[first - 1 + index] ?? '');
    const raw = byRow.get(row);
    const same =
      raw !== undefined &&
      isFrozen(
        form,
        raw,
        frozen.find((item) => item.row === raw.row),
      );
    const begun = raw !== undefined && isBegun(form, raw);
    if (begun && !same) kept.push(row);
    for (const [key, column] of keys) {
      const stays = begun && !same && (key in form.fields || key === EXPLANATION);
      const format = isNumeric(form.fields[key] ?? TEXT) ? 'General' : '@';
      cells[column - first] = stays ? written(cells[column - first]!, format) : '';
    }
    values.push(cells);
  }
  return { kind: 'values', tab: schoolTab(tab.school), row: block.firstRow, column: first, values };
}

const isBegun = (form: Form, raw: RawRow): boolean =>
  raw.explanation !== '' ||
  Object.entries(raw.cells).some(([key, cell]) => !form.fields[key]?.carried && !isBlank(cell));

/** The emptied number columns, stretch by stretch, as plain numbers again. */
function plainFormats(tab: SchoolTab, { form, columns, firstRow, endRow }: Block): Patch[] {
  const numbers = [...columns].filter(
    ([key]) => form.fields[key] && isNumeric(form.fields[key]) && !form.fields[key].carried,
  );
  const sorted = numbers.map(([, column]) => column).sort((a, b) => a - b);
  const starts = sorted.filter((column) => !sorted.includes(column - 1));
  return starts.map((column) => {
    let width = 1;
    while (sorted.includes(column + width)) width += 1;
    const area = { row: firstRow, column, rows: endRow - firstRow, columns: width };
    return { kind: 'format', tab: schoolTab(tab.school), ...area, format: 'General' };
  });
}

/** Remarks go with the numbers they were about: those of the rows and those of the whole form beside its title. */
function noRemarks(tab: SchoolTab): Patch[] {
  const blocks = [...tab.blocks.values()];
  if (blocks.length === 0) return [];
  const first = Math.min(...blocks.map(({ titleRow }) => titleRow));
  const last = Math.max(...blocks.map(({ endRow }) => endRow)) - 1;
  const remarked = (row: number): boolean =>
    blocks.some(({ titleRow, firstRow, endRow }) => row === titleRow || (firstRow <= row && row < endRow));
  const values: Grid = [];
  for (let row = first; row <= last; row += 1) {
    values.push([remarked(row) ? '' : (tab.grid[row - 1]?.[REMARK_COLUMN - 1] ?? '')]);
  }
  return [{ kind: 'values', tab: schoolTab(tab.school), row: first, column: REMARK_COLUMN, values }];
}

/** A form with one row for a class starts from the class list when it has no rows of its own. */
function prefill(programme: Programme, tab: SchoolTab, block: Block, next: PeriodKey): Patch[] {
  const { form } = block;
  const list = tab.blocks.get('classes');
  const classwise = form.followsClassList && form.identity.every((key) => key === 'grade' || key === 'letter');
  if (!list || !classwise || !isDue(form, next) || rowsOf(tab, block).length > 0) return [];
  return prefilledRows(programme, form, tab, list, block);
}

/** The upper grade of «1-4»; 0 when there is none. */
const lastGrade = (cell: Cell | undefined): number => Number(/(\d+)\s*$/.exec(textOf(cell))?.[1] ?? 0);

function prefilledRows(programme: Programme, form: Form, tab: SchoolTab, list: Block, block: Block): Patch[] {
  const keys = ['grade', 'letter', 'enrolled'].filter((key) => key in form.fields && programme.forms.includes(form));
  const first = block.columns.get('grade');
  if (first === undefined || keys.some((key, index) => block.columns.get(key) !== first + index)) return [];
  const rows = rowsOf(tab, list)
    .filter(({ raw }) => lastGrade(raw.cells.grade) >= (form.firstGrade ?? 1))
    .slice(0, block.endRow - block.firstRow)
    .map(({ raw }) => keys.map((key) => raw.cells[key] ?? ''));
  if (rows.length === 0) return [];
  return [{ kind: 'values', tab: schoolTab(tab.school), row: block.firstRow, column: first, values: rows }];
}

/** A form not due is hidden, not removed. */
function visibility(tab: SchoolTab, block: Block, next: PeriodKey): Patch[] {
  const name = schoolTab(tab.school);
  const rows = { tab: name, row: block.titleRow, count: block.endRow - block.titleRow + 1 };
  const was = isDue(block.form, tab.period);
  const will = isDue(block.form, next);
  if (was === will) return [];
  if (!will) return [{ kind: 'hide-rows', ...rows }];
  return [
    { kind: 'show-rows', ...rows },
    { kind: 'hide-rows', tab: name, row: block.titleRow + 2, count: 1 },
  ];
}

/** The head as it is once everything else is done: what is carried over is already part of the new quarter's forms. */
function headPatches(programme: Programme, grid: Grid, done: readonly Patch[], next: PeriodKey): Patch[] {
  const turned = applied(grid, done);
  turned[HEAD.period - 1]![ROLE_COLUMN - 1] = headRole.period(next);
  const tab = readSchoolTab(programme, turned);
  const checked = checkTab(programme, tab);
  const lines = programme.forms.map((form): Cell[] => {
    const block = checked.blocks.find((item) => item.block.form.key === form.key);
    return [block ? completenessWords(block, tab) : ''];
  });
  const name = schoolTab(tab.school);
  const values: Grid = [[periodTitle(next)], [false], [false], [DRAFT], [tabCompleteness(checked)], ...lines];
  return [
    { kind: 'values', tab: name, row: HEAD.period, column: VALUE_COLUMN, values },
    { kind: 'values', tab: name, row: HEAD.period, column: ROLE_COLUMN, values: [[headRole.period(next)]] },
  ];
}

/** The grid after the patches that write values. */
function applied(grid: Grid, patches: readonly Patch[]): Grid {
  const copy = grid.map((row) => [...row]);
  for (const patch of patches) {
    if (patch.kind !== 'values') continue;
    patch.values.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        copy[patch.row - 1 + row]![patch.column - 1 + column] = cell;
      });
    });
  }
  return copy;
}

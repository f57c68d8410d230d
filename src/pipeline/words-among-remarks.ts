import { type Cell, type EditPatch, type Grid, textOf } from '../model';
import {
  type Block,
  besideFrame,
  EXPLANATION,
  LAST_FROZEN_COLUMN,
  REASON_COLUMN,
  REMARK_COLUMN,
  type SchoolTab,
  schoolTab,
  written,
} from '../workbook';
import type { CheckedBlock, LookedTab } from './check-tab';
import type { Edit } from './edit';

type Move = Extract<EditPatch, { kind: 'values' }>;

/** Words that a person typed where the add-on writes, on their way to where they are kept. */
export interface Moved {
  readonly moves: readonly Move[];
  /** Where they went, in Russian; '' when there were none. */
  readonly toast: string;
}

const ROW = '«Пояснение»';
const FORM = '«Причина или пояснение к форме» вверху вкладки';

/**
 * What was typed among the remarks, which are written over, goes to the row's explanation; beside a title, captions or an
 * end, to the form's reason in the head. A remark that came there with a copied row is known by its equals.
 */
export function fromRemarks({ tab, blocks }: LookedTab, edit: Edit): Moved {
  const isAmong = edit.column <= REMARK_COLUMN && REMARK_COLUMN < edit.column + edit.columns;
  if (!isAmong) return { moves: [], toast: '' };
  const edited = (row: number): boolean => edit.row <= row && row < edit.row + edit.rows;
  const remarks = tab.grid.flatMap((_, index) => (edited(index + 1) ? [] : [wordsAt(tab, index + 1, REMARK_COLUMN)]));
  const typed: Typed = { tab, edited, known: new Set(remarks) };
  const rows = blocks.flatMap((block) => toExplanations(typed, block));
  const forms = blocks.flatMap((block) => toReason(typed, block));
  const places = [...(rows.length > 0 ? [ROW] : []), ...(forms.length > 0 ? [FORM] : [])];
  const toast = `Столбец «Замечания» пишет надстройка: ваш текст перенесён в ${places.join(' и в ')}.`;
  return { moves: [...rows, ...forms], toast: places.length === 0 ? '' : toast };
}

interface Typed {
  readonly tab: SchoolTab;
  readonly edited: (row: number) => boolean;
  /** All that stands among the remarks elsewhere. */
  readonly known: ReadonlySet<string>;
}

const wordsAt = (tab: SchoolTab, row: number, column: number): string => textOf(tab.grid[row - 1]?.[column - 1]);
const joined = (...words: readonly string[]): string => words.filter((text) => text !== '').join('; ');

/** What a person typed there; '' for what the add-on has written. */
function typedAt({ tab, edited, known }: Typed, row: number, own: string): string {
  const words = edited(row) ? wordsAt(tab, row, REMARK_COLUMN) : '';
  return words === own || known.has(words) ? '' : words;
}

function toExplanations(typed: Typed, { block, beside }: CheckedBlock): Move[] {
  const { tab, edited } = typed;
  const column = block.columns.get(EXPLANATION)!;
  const values: Grid = [];
  let [start, from, to] = [0, 0, 0];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    if (!edited(row)) continue;
    start ||= row;
    const words = isCaptionRow(tab, row) ? '' : typedAt(typed, row, textOf(beside.get(row)?.remark));
    if (words !== '') [from, to] = [from || row, row];
    values.push([written(joined(wordsAt(tab, row, column), words), '@')]);
  }
  if (from === 0) return [];
  const moved = values.slice(from - start, to - start + 1);
  return [{ kind: 'values', tab: schoolTab(tab.school), row: from, column, values: moved }];
}

function toReason(typed: Typed, { block, beside }: CheckedBlock): Move[] {
  const { tab } = typed;
  const line = tab.lines.get(block.form.key);
  if (!line) return [];
  const words = frameRows(tab, block)
    .map(([row, own]) => typedAt(typed, row, own ?? textOf(beside.get(row)?.remark)))
    .filter((text) => text !== '');
  if (words.length === 0) return [];
  const values = [[written(joined(line.reason, ...words), '@')]];
  return [{ kind: 'values', tab: schoolTab(tab.school), row: line.row, column: REASON_COLUMN, values }];
}

const isCaptionRow = (tab: SchoolTab, row: number): boolean => wordsAt(tab, row, 1).endsWith('/caption');

/** Rows of a block that hold no data, with what the add-on writes among the remarks there. */
function frameRows(tab: SchoolTab, { titleRow, keysRow, firstRow, endRow }: Block): [row: number, own?: string][] {
  const { keys, header, end } = besideFrame('');
  const rows: [number, string?][] = [
    [titleRow],
    [titleRow + 1, ''],
    [keysRow, keys[1]],
    [keysRow + 1, header[1]],
    [endRow, end[1]],
  ];
  for (let row = firstRow; row < endRow; row += 1) if (isCaptionRow(tab, row)) rows.push([row, '']);
  return rows;
}

/** What a move has done whose row came to stand elsewhere, because somebody inserted or deleted one at that moment. */
export interface Displaced {
  /** Gives the cells that were written over their words back. */
  readonly back: Move;
  /** How far the row has moved; null when it is gone. */
  readonly by: number | null;
}

/** Null when the words stand beside the rows they were typed in. `before` and `after` are the tab around the move. */
export function displacedBy(move: Move, before: Grid, after: Grid): Displaced | null {
  const rows = move.values.map((_, index) => move.row + index);
  const column = move.column - 1;
  const arrived = ([words = '']: readonly Cell[], index: number): boolean => {
    const name = nameAt(before, move.row + index);
    return after.some(
      (cells, at) => nameAt(after, at + 1) === name && String(cells[column]) === String(words).replace(/^'/, ''),
    );
  };
  if (move.values.every(arrived)) return null;
  const values = rows.map((row): Cell[] => {
    const standing = before.findIndex((_, index) => nameAt(before, index + 1) === nameAt(after, row));
    return [written(before[standing]?.[column] ?? '', '@')];
  });
  const now = after.findIndex((_, index) => nameAt(after, index + 1) === nameAt(before, move.row));
  return { back: { ...move, values }, by: now < 0 ? null : now + 1 - move.row };
}

/** What tells a row from its neighbours: the words among the remarks and its name. */
const nameAt = (grid: Grid, row: number): string =>
  (grid[row - 1] ?? [])
    .slice(REMARK_COLUMN - 1, LAST_FROZEN_COLUMN)
    .map(String)
    .join('|');

import { type Cell, type Grid, isBlank, type Programme, textOf } from '../model';
import {
  answerLabel,
  asMade,
  blockColumns,
  CALCULATED,
  END_MARK,
  END_TITLE,
  FIRST_FIELD_COLUMN,
  isFieldKey,
  LAST_FROZEN_COLUMN,
  plainTitle,
  REMARKS,
  REMARKS_TITLE,
  RETIRED,
  readMade,
  WORDS,
} from '../workbook';
import { type FoundBlock, topOf } from './recognise-blocks';
import { VALUE_COLUMN_010 } from './version-0-1-0';

type FrameRole = 'title' | 'help' | 'keys' | 'header' | 'end';
const ROLE = /^([\w-]+)\/(title|help|keys|header|end)$/;
const ANY_ROLE = /^[\w-]+\/\w/;

/** Tells of a row of a block's frame which of its cells a person put there; null for any other row. */
export type ForeignIn = (row: number) => Cell[] | null;

/**
 * What a row is, its role says; where that is lost, its place. Words of the frame are known by the row they stand in,
 * since a programme may have worded them otherwise when the tab was made; only what stands where no word of the frame
 * belongs is compared with today's words.
 */
export function foreignInFrame(
  programme: Programme,
  grid: Grid,
  roles: number,
  blocks: readonly FoundBlock[],
): ForeignIn {
  const known = new Set(programme.forms.map(({ key }) => key));
  const byPlace = new Set(
    blocks.flatMap((block) => [topOf(block) - 2, topOf(block) - 1, block.keysRow, block.headerRow, block.endRow]),
  );
  const ours = frameWords(programme);
  const own = new Set(blocks.flatMap(({ remade, memory }) => [...remade, memory]));
  const places = (row: number) => placeOf(grid, blocks, row);
  return (row) => {
    const cells = grid[row] ?? [];
    const text = roles < 0 ? '' : textOf(cells[roles]);
    const [, form = '', role] = ROLE.exec(text) ?? [];
    const said = known.has(form) ? (role as FrameRole) : undefined;
    // A role that a person wrote over is lost as one that was cleared is.
    if (!said && (ANY_ROLE.test(text) || !byPlace.has(row))) return null;
    const placed = said ? null : places(row);
    const named = said ?? placed?.role;
    const block = placed?.block ?? blocks.find((each) => each.form.key === form);
    const isWord = named && block ? wordsOfRow(named, grid, row, roles, block) : () => false;
    return cells.filter(
      (cell, column) =>
        column !== roles &&
        !own.has(column) &&
        !isBlank(cell) &&
        !ours.has(plainTitle(textOf(cell))) &&
        !isWord(cell, column),
    );
  };
}

/** Where title and help stand, from 0: today's tabs, and those of version 0.1.0. */
const ALONE: Readonly<Record<'title' | 'help', readonly number[]>> = {
  title: [FIRST_FIELD_COLUMN - 1, VALUE_COLUMN_010 - 1],
  help: [LAST_FROZEN_COLUMN, VALUE_COLUMN_010 - 1],
};

/** The frame's row that stands there, where its role is lost: words alone in their column, or those beside the keys. */
function placeOf(
  grid: Grid,
  blocks: readonly FoundBlock[],
  row: number,
): { role: FrameRole; block: FoundBlock } | null {
  for (const block of blocks) {
    if (row === block.keysRow) return { role: 'keys', block };
    if (row === block.headerRow && block.keysRow >= 0) return { role: 'header', block };
    for (const [role, above] of [
      ['title', 2],
      ['help', 1],
    ] as const) {
      const alone = row === topOf(block) - above ? onlyWords(grid[row] ?? []) : -1;
      if (ALONE[role].includes(alone)) return { role, block };
    }
  }
  return null;
}

/** Column of the only cell that holds anything, if that is words; the first ones are the add-on's own. */
function onlyWords(cells: readonly Cell[]): number {
  const filled = cells.flatMap((cell, column) => (column < VALUE_COLUMN_010 - 1 || isBlank(cell) ? [] : [column]));
  const [column = -1] = filled;
  return filled.length === 1 && typeof cells[column] === 'string' ? column : -1;
}

type IsWord = (cell: Cell, column: number) => boolean;

/** Where the frame's own words stand in a row of this role. */
function wordsOfRow(role: FrameRole, grid: Grid, row: number, roles: number, block: FoundBlock): IsWord {
  const cells = grid[row] ?? [];
  const first = cells.findIndex((cell, column) => column > roles && !isBlank(cell));
  switch (role) {
    case 'title':
    case 'help':
      return (_, column) => column === first;
    case 'keys':
      return (cell) => {
        const key = textOf(cell).replace(RETIRED, '');
        return isFieldKey(key) || key.startsWith(CALCULATED);
      };
    case 'header': {
      const stands = standsAsMade(grid, block);
      return (cell, column) => stands && typeof cell === 'string' && block.keys.has(column);
    }
    case 'end':
      return (cell, column) => typeof cell === 'string' && column === first;
  }
}

/** False once a person wrote over a title; version 0.1.0 kept nothing to know it by. */
function standsAsMade(grid: Grid, { keysRow, headerRow, memory }: FoundBlock): boolean {
  const made = readMade(grid[headerRow]?.[memory]);
  const column = (key: string): number => (grid[keysRow] ?? []).findIndex((cell) => textOf(cell) === key);
  return !made || asMade(made, (key) => textOf(grid[headerRow]?.[column(key)]));
}

/** Every word that the frame of a tab made today itself says: titles, helps, keys, headers, marks. */
function frameWords(programme: Programme): Set<string> {
  const { forms, indicators } = programme;
  const own = [END_MARK, END_TITLE, REMARKS, REMARKS_TITLE, ...Object.values(WORDS), answerLabel(programme)];
  for (const form of forms) {
    own.push(form.title, form.help);
    for (const { key, title } of blockColumns(form, indicators)) own.push(key, title);
  }
  return new Set(own.map(plainTitle));
}

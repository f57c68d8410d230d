import { type Cell, type Grid, isBlank, type Programme, textOf } from '../model';
import {
  asMade,
  blockColumns,
  CALCULATED,
  END_MARK,
  END_TITLE,
  isFieldKey,
  plainTitle,
  REMARKS,
  REMARKS_TITLE,
  RETIRED,
  readMade,
  WORDS,
} from '../workbook';
import { type FoundBlock, topOf } from './recognise-blocks';

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
  return (row) => {
    const cells = grid[row] ?? [];
    const text = roles < 0 ? '' : textOf(cells[roles]);
    const [, form = '', role] = ROLE.exec(text) ?? [];
    const named = known.has(form) ? (role as FrameRole) : undefined;
    // A role that a person wrote over is lost as one that was cleared is.
    if (!named && (ANY_ROLE.test(text) || !byPlace.has(row))) return null;
    const block = blocks.find((each) => each.form.key === form);
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
function frameWords({ forms, indicators }: Programme): Set<string> {
  const own = [END_MARK, END_TITLE, REMARKS, REMARKS_TITLE, ...Object.values(WORDS)];
  for (const form of forms) {
    own.push(form.title, form.help);
    for (const { key, title } of blockColumns(form, indicators)) own.push(key, title);
  }
  return new Set(own.map(plainTitle));
}

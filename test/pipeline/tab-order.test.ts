import fc from 'fast-check';
import type { Grid, Programme } from '../../src/model';
import { blankColumns, headOrderPatches, looksPatches, orderPatches } from '../../src/pipeline';
import {
  ANSWER_COLUMN,
  blockColumns,
  LAST_FROZEN_COLUMN,
  REASON_COLUMN,
  REMARK_COLUMN,
  RETIRED,
} from '../../src/workbook';
import { applied, copyOf, frozen, readTab } from '../build';
import { programme } from '../four-forms';
import { anyChange, anyTab, changed, evolved } from './changing-programme';

/** A block's rows as they are read, with what stands beside them and in columns no longer asked for. */
const contentsOf = (grid: Grid, of: Programme) =>
  Object.fromEntries(
    [...readTab(grid, of).blocks].map(([form, { columns, firstRow, endRow }]) => {
      const keys = [...columns.keys()].sort();
      const rows = grid.slice(firstRow - 1, endRow - 1);
      return [
        form,
        rows.map((cells) => [
          ...cells.slice(0, REMARK_COLUMN),
          ...keys.map((key) => `${key}: ${cells[columns.get(key)! - 1]}`),
        ]),
      ];
    }),
  );

const saidIn = (grid: Grid, of: Programme) =>
  Object.fromEntries(
    [...readTab(grid, of).lines].map(([form, { row }]) => [
      form,
      [grid[row - 1]![ANSWER_COLUMN - 1], grid[row - 1]![REASON_COLUMN - 1]],
    ]),
  );

/** Without the blank cells at the right. */
const withoutBlanks = (cells: Grid[number]): Grid[number] =>
  cells.slice(
    0,
    cells.reduce<number>((last, cell, index) => (cell === '' ? last : index + 1), 0),
  );

function ordered(of: Programme, grid: Grid): Grid {
  const moved = applied(grid, orderPatches(frozen(of), frozen(copyOf(grid))));
  return applied(moved, headOrderPatches(frozen(of), frozen(copyOf(moved))));
}

const anyGrown = fc.tuple(anyTab, anyChange).map(([grid, names]) => {
  const of = changed(names);
  return { of, grid: evolved(of, grid) };
});

describe('a tab put in order', () => {
  test('has its forms, their lines and their columns as a new one has, and everything that stood in them', () => {
    fc.assert(
      fc.property(anyGrown, ({ of, grid }) => {
        const after = ordered(of, grid);
        const tab = readTab(after, of);
        expect(tab.trouble).toEqual([]);
        const inOrder = of.forms.map(({ key }) => key);
        const blocks = [...tab.blocks.values()].sort((a, b) => a.titleRow - b.titleRow);
        expect(blocks.map(({ form }) => form.key)).toEqual(inOrder);
        const lines = [...tab.lines].sort(([, a], [, b]) => a.row - b.row).map(([key]) => key);
        expect(lines.filter((key) => inOrder.includes(key))).toEqual(inOrder);
        for (const { form, columns } of blocks) {
          const wanted = [...blockColumns(form, of.indicators)].sort((a, b) => a.column - b.column);
          const standing = [...columns].filter(([key]) => !key.startsWith(RETIRED)).sort(([, a], [, b]) => a - b);
          expect(standing.map(([key]) => key)).toEqual(wanted.map(({ key }) => key));
          for (const { key, column } of wanted) if (column <= LAST_FROZEN_COLUMN) expect(columns.get(key)).toBe(column);
        }
        expect(contentsOf(after, of)).toEqual(contentsOf(grid, of));
        expect(saidIn(after, of)).toEqual(saidIn(grid, of));
        expect([orderPatches(of, after), headOrderPatches(of, after)]).toEqual([[], []]);
      }),
      { numRuns: 30 },
    );
  });

  test('cut after any move can be read, and ends the same when it is gone on with', () => {
    fc.assert(
      fc.property(anyGrown, ({ of, grid }) => {
        const patches = orderPatches(of, grid);
        for (let cut = 1; cut < patches.length; cut += 1) {
          const half = applied(grid, patches.slice(0, cut));
          expect(readTab(half, of).trouble).toEqual([]);
          expect(contentsOf(ordered(of, half), of)).toEqual(contentsOf(grid, of));
          const titles = (of_: Grid) => of_.map(([role]) => role).filter((role) => String(role).endsWith('/title'));
          expect(titles(ordered(of, half))).toEqual(titles(ordered(of, grid)));
        }
      }),
      { numRuns: 12 },
    );
  });

  test('cut after any move has in the end its columns and colours where one has them that was not cut', () => {
    const coloured = (of: Programme, grid: Grid, kept: readonly number[]) => {
      const left = orderPatches(of, grid, kept);
      const patches = left.length > 0 ? left : looksPatches(of, grid);
      return [applied(grid, patches).map(withoutBlanks), patches.at(-1)];
    };
    let aside = 0;
    fc.assert(
      fc.property(anyGrown, ({ of, grid }) => {
        const patches = orderPatches(of, grid);
        const width = Math.max(...grid.map((cells) => cells.length));
        const kept = blankColumns(grid);
        for (let cut = 1; cut < patches.length; cut += 1) {
          const half = applied(grid, patches.slice(0, cut));
          if (half.some((cells) => cells.length > width)) aside += 1;
          expect(coloured(of, half, kept)).toEqual(coloured(of, grid, kept));
        }
      }),
      { numRuns: 20 },
    );
    expect(aside).toBeGreaterThan(0);
  });

  test('that is in order costs nothing', () => {
    fc.assert(
      fc.property(anyTab, (grid) => {
        expect([orderPatches(programme, grid), headOrderPatches(programme, grid)]).toEqual([[], []]);
      }),
      { numRuns: 10 },
    );
  });
});

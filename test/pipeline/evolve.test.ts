import fc from 'fast-check';
import type { Cell, Grid, Patch } from '../../src/model';
import { answerEdit, checkTab } from '../../src/pipeline';
import { changedForms } from '../../src/pipeline/tab-prints';
import { rowsOf } from '../../src/pipeline/tab-rows';
import {
  END_MARK,
  HEAD,
  headRole,
  LAST_FROZEN_COLUMN,
  MEMORY_COLUMN,
  REASON_COLUMN,
  REMARK_COLUMN,
  RETIRED,
  readMemory,
  readSchoolTab,
} from '../../src/workbook';
import {
  applied,
  CLASS_A,
  CLEAN,
  contextRow,
  copyOf,
  emptyTab,
  factsFor,
  filledTab,
  formOf,
  GID,
  MARKS_A,
  PERIOD,
  readTab,
  SCHOOL,
  SUBMIT_BOX,
  ticked,
} from '../build';
import { programme } from '../four-forms';
import { answered, anyChange, anyRows, anyTab, CHANGES, changed, evolved, evolveTo } from './changing-programme';

const DEFAULT_WIDTH = filledTab({})[0]!.length;

/** Every cell of the forms that a person has typed, by place; the add-on's own rows and columns left out. */
function typedCells(grid: Grid): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { form, columns, firstRow, endRow } of readTab(grid).blocks.values()) {
    for (let row = firstRow; row < endRow; row += 1) {
      for (const key of [...Object.keys(form.fields), 'explanation']) {
        const value = grid[row - 1]![columns.get(key)! - 1]!;
        if (value !== '') cells.set(`${row}:${columns.get(key)}`, value);
      }
    }
  }
  return cells;
}

/** How far a tab below its head has been moved down. */
const movedBy = (patches: readonly Patch[]): number =>
  patches.reduce((sum, patch) => sum + (patch.kind === 'insert-rows' ? patch.count : 0), 0);

test('whatever the programme becomes, the tab is read again, and no typed cell stands elsewhere than it stood', () => {
  fc.assert(
    fc.property(anyTab, anyChange, (grid, names) => {
      const of = changed(names);
      const { patches } = evolveTo(of, grid);
      const after = applied(grid, patches);
      expect(readTab(after, of).trouble).toEqual([]);
      const by = movedBy(patches);
      for (const [place, value] of typedCells(grid)) {
        const [row, column] = place.split(':').map(Number) as [number, number];
        expect([place, after[row - 1 + by]![column - 1]]).toEqual([place, value]);
      }
      expect(evolveTo(of, after)).toEqual({ patches: [], words: [] });
    }),
    { numRuns: 30 },
  );
});

test('cut before any of its steps, evolving again ends the same', () => {
  fc.assert(
    fc.property(anyTab, anyChange, (grid, names) => {
      const of = changed(names);
      const { patches } = evolveTo(of, grid);
      const after = applied(grid, patches);
      for (let cut = 1; cut < patches.length; cut += 1) {
        const half = applied(grid, patches.slice(0, cut));
        const rest = evolveTo(of, half).patches;
        expect([names, cut, applied(half, rest)]).toEqual([names, cut, after]);
        // A look that an interrupted run owes is not forgotten: what comes last of a new form are its colours.
        if (
          patches.some(({ kind }) => kind === 'conditions') &&
          !patches.slice(0, cut).some(({ kind }) => kind === 'conditions')
        )
          expect(rest.map(({ kind }) => kind)).toContain('conditions');
      }
    }),
    { numRuns: 12 },
  );
});

test('a school that types nothing is asked nothing: no row counts as changed unseen', () => {
  fc.assert(
    fc.property(anyRows, anyChange, (rows, names) => {
      const grid = answered(filledTab(rows));
      const of = changed(names);
      const unseen = checkTab(of, readTab(evolved(of, grid), of)).issues.filter(
        ({ id }) => id === 'row/changed-unseen',
      );
      expect([names, unseen]).toEqual([names, []]);
    }),
    { numRuns: 30 },
  );
});

/** Handed in, with everything in order. */
const handedIn = (): Grid => {
  const grid = answered(filledTab({ ...CLEAN, context: [{ ...contextRow('5', 15), letter: 'А' }] }));
  return applied(grid, answerEdit(programme, ticked(grid, HEAD.submit), SUBMIT_BOX, '2023-07-05T09:15').patches);
};

describe.each(Object.keys(CHANGES))('%s', (name) => {
  const of = CHANGES[name]!(programme);
  const grid = handedIn();
  const after = evolved(of, grid);

  test('leaves what was handed in handed in', () => {
    const tab = readTab(after, of);
    expect([tab.status, tab.trouble]).toEqual([readTab(grid).status, []]);
    expect(changedForms(checkTab(of, tab), tab.status.prints)).toEqual([]);
  });

  test('is answered at an edit as ever', () => {
    const block = readTab(after, of).blocks.get('marks')!;
    const wrong = copyOf(after);
    wrong[block.firstRow - 1]![block.columns.get('three')! - 1] = 39;
    const edit = { row: block.firstRow, column: block.columns.get('three')!, rows: 1, columns: 1 };
    const { patches, toast } = answerEdit(of, wrong, edit, '2023-07-06T10:00');
    expect(String(applied(wrong, patches)[block.firstRow - 1]![REMARK_COLUMN - 1])).toMatch(/^✖/);
    expect(toast).toContain('Изменено после сдачи («Отметки»)');
  });
});

describe('a new field', () => {
  const of = CHANGES['a field in the middle']!(programme);
  const grid = answered(filledTab({ marks: [MARKS_A, { ...MARKS_A, grade: '6' }] }));
  const { patches, words } = evolveTo(of, grid);
  const after = applied(grid, patches);

  test('stands in the first free column after its block’s last, from its key to its end mark', () => {
    const before = readTab(grid).blocks.get('marks')!;
    const block = readTab(after, of).blocks.get('marks')!;
    const column = block.columns.get('remote')!;
    expect(column).toBe(Math.max(...before.columns.values()) + 1);
    expect(column).toBeGreaterThan(LAST_FROZEN_COLUMN);
    const cells = after.map((row) => row[column - 1]);
    expect([cells[block.keysRow - 1], cells[block.keysRow], cells[block.endRow - 1]]).toEqual([
      'remote',
      'На дистанте',
      END_MARK,
    ]);
    expect(words).toEqual(['форма «Отметки», новая графа «На дистанте»']);
  });

  test('is read in its rows', () => {
    const block = readTab(after, of).blocks.get('marks')!;
    after[block.firstRow - 1]![block.columns.get('remote')! - 1] = 3;
    const [first] = rowsOf(readTab(after, of), block);
    expect(first!.raw.cells).toMatchObject({ ...MARKS_A, remote: 3 });
  });

  test('has its title among the captions that are repeated above a class', () => {
    const captioned = copyOf(grid);
    const block = readTab(grid).blocks.get('marks')!;
    captioned[block.firstRow] = captioned[block.keysRow]!.map((cell, index) => (index < 3 ? '' : cell));
    for (const [key, column] of block.columns)
      if (!(key in block.form.fields)) captioned[block.firstRow]![column - 1] = '';
    captioned[block.firstRow]![0] = 'marks/caption';
    const grown = evolved(of, captioned);
    expect(readTab(grown, of).trouble).toEqual([]);
    expect(rowsOf(readTab(grown, of), readTab(grown, of).blocks.get('marks')!)).toHaveLength(1);
  });

  test('waits until nothing stands outside the columns: what is there is somebody’s, and is told first', () => {
    const free = readTab(after, of).blocks.get('marks')!.columns.get('remote')!;
    const stray = copyOf(grid);
    const { firstRow } = readTab(grid).blocks.get('marks')!;
    stray[firstRow - 1]![free - 1] = 'записка';
    expect(evolved(of, stray)).toEqual(stray);
    expect(readSchoolTab(of, stray).trouble.map(({ id }) => id)).toEqual(['block/outside-fields']);
  });

  test('makes sheet columns only at the right edge', () => {
    const wide = CHANGES['two fields of the widest form']!(programme);
    const grown = evolved(wide, grid);
    expect(grown[0]!.length).toBe(DEFAULT_WIDTH + 2);
  });
});

describe('a field that is no longer asked for', () => {
  const of = CHANGES['without a field']!(programme);
  const grid = answered(filledTab({ marks: [{ ...MARKS_A, exempt: 1, five: 1 }] }));
  const { patches, words } = evolveTo(of, grid);
  const after = applied(grid, patches);
  const column = readTab(grid).blocks.get('marks')!.columns.get('exempt')!;

  test('keeps its column and its cells, says so and counts no more', () => {
    const block = readTab(after, of).blocks.get('marks')!;
    expect(block.columns.get(`${RETIRED}exempt`)).toBe(column);
    expect(after[block.keysRow]![column - 1]).toBe('Освобождены (больше не заполняется)');
    expect(after[block.firstRow - 1]![column - 1]).toBe(1);
    expect(rowsOf(readTab(after, of), block)[0]!.raw.cells).not.toHaveProperty('exempt');
    expect(words).toEqual(['форма «Отметки», больше не заполняется «Освобождены»']);
  });

  test('comes back into its own column when it is asked for again', () => {
    const back = evolved(programme, after);
    expect(readTab(back).trouble).toEqual([]);
    expect(rowsOf(readTab(back), readTab(back).blocks.get('marks')!)[0]!.raw.cells).toMatchObject({ exempt: 1 });
    expect(back).toEqual(grid);
  });

  test('changed after it was handed in, it is no longer what was handed in', () => {
    const handed = evolved(of, handedIn());
    const { firstRow } = readTab(handed, of).blocks.get('marks')!;
    handed[firstRow - 1]![column - 1] = 5;
    const tab = readTab(handed, of);
    expect(changedForms(checkTab(of, tab), tab.status.prints)).toEqual(['marks']);
  });
});

describe('a new form', () => {
  const of = CHANGES['a form']!(programme);
  const grid = answered(filledTab({ marks: [MARKS_A] }));
  const { patches, words } = evolveTo(of, grid);
  const after = applied(grid, patches);

  test('is a block below everything else, with a line of its own in the head that was waiting for it', () => {
    const { blocks, lines } = readTab(after, of);
    expect(blocks.get('contests')!.titleRow).toBe(grid.length + 2);
    expect(after[lines.get('contests')!.row - 1]![REMARK_COLUMN - 1]).toBe('Новая форма contests');
    expect(movedBy(patches)).toBe(0);
    expect(words).toEqual(['новая форма «Новая форма contests»']);
    expect(patches.filter(({ kind }) => kind === 'show-rows')).toEqual([
      { kind: 'show-rows', tab: 'school/ushumun', row: lines.get('contests')!.row, count: 1 },
    ]);
  });

  test('has the same colours and the same rows in sight above it, at whichever step a run died that brought it', () => {
    const last = [...readTab(grid).blocks.values()].sort((a, b) => b.titleRow - a.titleRow)[0]!;
    const due = factsFor(programme).due.filter((key) => key !== last.form.key);
    const folded = emptyTab(programme, SCHOOL, PERIOD, factsFor(programme, { due }));
    const whole = evolveTo(of, folded).patches;
    const coloured = (run: readonly Patch[]) => run.filter(({ kind }) => kind === 'conditions').pop();
    const gap = folded.length + 1;
    const sightOfGap = (run: readonly Patch[]) =>
      run.flatMap((patch) =>
        (patch.kind === 'show-rows' || patch.kind === 'hide-rows') && patch.row <= gap && gap < patch.row + patch.count
          ? [patch.kind]
          : [],
      );
    whole.forEach((_, cut) => {
      const done = whole.slice(0, cut);
      const run = [...done, ...evolveTo(of, applied(folded, done)).patches];
      expect([cut, coloured(run), sightOfGap(run).pop()]).toEqual([cut, coloured(whole), 'show-rows']);
    });
  });

  test('leads there from the head', () => {
    const row = readTab(after, of).blocks.get('contests')!.titleRow;
    expect(JSON.stringify(patches)).toContain(`ROW(D${row})`);
  });

  test('that is not asked for is hidden and says nothing in the head', () => {
    const facts = factsFor(of, { due: ['classes'] });
    const grown = applied(grid, evolveTo(of, grid, facts).patches);
    const checked = checkTab(of, readTab(grown, of));
    expect(checked.blocks.find(({ block }) => block.form.key === 'contests')!.due).toBe(false);
  });

  test('with one row for a class starts from the class list, which is no change of what was handed in', () => {
    const clubs = CHANGES['a form that starts from the class list']!(programme);
    const grown = evolved(clubs, handedIn());
    const tab = readTab(grown, clubs);
    expect(rowsOf(tab, tab.blocks.get('clubs')!).map(({ raw }) => raw.cells)).toEqual([
      { grade: '5', letter: 'А', clubs: '' },
    ]);
    expect(changedForms(checkTab(clubs, tab), tab.status.prints)).toEqual([]);
    const { firstRow, columns } = tab.blocks.get('clubs')!;
    grown[firstRow - 1]![columns.get('clubs')! - 1] = 2;
    const typed = readTab(grown, clubs);
    expect(changedForms(checkTab(clubs, typed), typed.status.prints)).toEqual(['clubs']);
  });
});

describe('a form that is no longer asked for', () => {
  const of = CHANGES['without a form']!(programme);
  const grid = answered(filledTab({ ...CLEAN }));
  const after = evolved(of, grid);
  const { titleRow, endRow, firstRow } = readTab(grid).blocks.get('pupils')!;

  test('is folded to its title, which says so; its rows stay', () => {
    expect(after[titleRow - 1]![3]).toBe('Итоги обучающихся (больше не заполняется)');
    expect(after.slice(firstRow - 1, endRow)).toEqual(grid.slice(firstRow - 1, endRow));
    const { row } = readTab(grid).lines.get('pupils')!;
    expect(evolveTo(of, grid).patches.filter(({ kind }) => kind === 'hide-rows')).toEqual([
      { kind: 'hide-rows', tab: 'school/ushumun', row: titleRow + 1, count: endRow - titleRow },
      { kind: 'hide-rows', tab: 'school/ushumun', row, count: 1 },
    ]);
  });

  test('comes back as it was when it is asked for again', () => {
    const { patches } = evolveTo(programme, after);
    const back = applied(after, patches);
    expect(back[titleRow - 1]![3]).toBe('Итоги обучающихся');
    expect(readTab(back).trouble).toEqual([]);
    expect(patches.filter(({ kind }) => kind === 'show-rows').length).toBeGreaterThan(0);
    expect(evolveTo(programme, back).patches).toEqual([]);
  });
});

describe('renamed titles', () => {
  const of = CHANGES['two titles renamed']!(programme);
  const grid = answered(filledTab({ marks: [MARKS_A] }));

  test('are written anew', () => {
    const { keysRow, columns } = readTab(grid).blocks.get('marks')!;
    const header = evolved(of, grid)[keysRow]!;
    expect([header[columns.get('five')! - 1], header[columns.get('two')! - 1]]).toEqual([
      'Отлично',
      'Неудовлетворительно',
    ]);
  });

  test('are not written over what a person has changed: that is named as ever', () => {
    const { keysRow, columns } = readTab(grid).blocks.get('marks')!;
    const damaged = copyOf(grid);
    damaged[keysRow]![columns.get('four')! - 1] = 'Четвёрки';
    const { patches } = evolveTo(of, damaged);
    const after = applied(damaged, patches);
    expect(after[keysRow]).toEqual(damaged[keysRow]);
    expect(readTab(after, of).trouble.map(({ id }) => id)).toContain('block/header-differs');
  });

  test('exchanged ones too', () => {
    const exchanged = CHANGES['two titles exchanged']!(programme);
    expect(readTab(evolved(exchanged, grid), exchanged).trouble).toEqual([]);
  });
});

describe('what a tab knows from elsewhere', () => {
  const grid = answered(filledTab({ ...CLEAN }));

  test('a form that nobody asks for any more stays open while something typed stands there', () => {
    const facts = factsFor(programme, { due: ['classes', 'context'] });
    const { patches } = evolveTo(programme, grid, facts, true);
    expect(patches.filter(({ kind }) => kind === 'hide-rows')).toEqual([]);
    expect(readTab(applied(grid, patches)).facts).toMatchObject({ opened: ['marks', 'pupils'] });
  });

  test('is written when it has changed, forms shown and hidden with it, the data last', () => {
    const facts = factsFor(programme, { due: ['classes', 'context'], group: 'участник', deadline: '2023-07-10' });
    const bare = filledTab({ classes: CLEAN.classes });
    const { patches } = evolveTo(programme, bare, facts);
    const after = applied(bare, patches);
    expect(readTab(after).facts).toEqual({ gid: GID, ...facts });
    const [marks, pupils] = [readTab(bare).blocks.get('marks')!, readTab(bare).blocks.get('pupils')!];
    const hidden = { kind: 'hide-rows', tab: 'school/ushumun' };
    const count = pupils.endRow + 1 - marks.titleRow + 1;
    expect(patches[0]).toEqual({ ...hidden, row: marks.titleRow, count });
    const last = patches[patches.length - 1] as Extract<Patch, { kind: 'values' }>;
    expect([last.row, last.column]).toEqual([HEAD.title, MEMORY_COLUMN]);
    expect(evolveTo(programme, after, facts).patches).toEqual([]);
  });

  test('and nothing is written while all is as it was', () => {
    expect(evolveTo(programme, grid)).toEqual({ patches: [], words: [] });
  });
});

test.each<[string, (grid: Grid) => void]>([
  ['a head that cannot be read', (grid) => grid.splice(HEAD.status - 1, 1)],
  ['a block out of order', (grid) => grid.splice(readTab(grid).blocks.get('marks')!.titleRow, 1)],
  ['no rows at all', (grid) => grid.splice(0, grid.length)],
])('a tab with %s is left to its repair', (_, damage) => {
  const grid = filledTab({ ...CLEAN });
  damage(grid);
  expect(evolveTo(CHANGES['a form']!(programme), grid)).toEqual({ patches: [], words: [] });
});

test('memories, explanations, answers and reasons stay where they were', () => {
  const grid = answered(filledTab({ classes: [CLASS_A], marks: [{ ...MARKS_A, five: 1, explanation: 'болел' }] }));
  const { row } = readTab(grid).lines.get('pupils')!;
  grid[row - 1]![REASON_COLUMN - 1] = 'ждём';
  for (const name of Object.keys(CHANGES)) {
    const of = CHANGES[name]!(programme);
    const after = evolved(of, grid);
    const { firstRow } = readTab(after, of).blocks.get('marks')!;
    const memory = readMemory(after[firstRow - 1]![MEMORY_COLUMN - 1])!;
    const before = readMemory(grid[readTab(grid).blocks.get('marks')!.firstRow - 1]![MEMORY_COLUMN - 1])!;
    expect([name, memory.explained, memory.said]).toEqual([name, before.explained, before.said]);
    const marks = checkTab(of, readTab(after, of)).blocks.find(({ block }) => block.form.key === 'marks')!;
    // What a new field asks is all that is asked anew.
    const ofNewFields = marks.checked.issues.filter(({ field }) => field && !(field in formOf('marks').fields));
    expect([name, marks.unexplained]).toEqual([name, ofNewFields.length]);
    expect(marks.checked.issues.length - ofNewFields.length).toBeGreaterThan(0);
    const reason = readTab(after, of).head.get(headRole.form({ key: 'pupils' }))!;
    expect(after[reason - 1]![REASON_COLUMN - 1]).toBe('ждём');
  }
});

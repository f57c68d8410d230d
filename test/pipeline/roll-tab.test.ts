import fc from 'fast-check';
import { isDue } from '../../src/domain';
import type { Cell, Grid, Patch, RawRow } from '../../src/model';
import { checkTab, consolidate, evolve, rollTab, rowsOfPeriod } from '../../src/pipeline';
import { rowsOf } from '../../src/pipeline/tab-rows';
import {
  ANSWER_COLUMN,
  ANSWERS,
  BLANK_MEMORY,
  BOX_COLUMN,
  DRAFT,
  HEAD,
  MEMORY_COLUMN,
  memoryCell,
  REASON_COLUMN,
  REMARK_COLUMN,
  readMemory,
  readSettings,
  rowsTable,
  STATE_COLUMN,
  schoolTabDesign,
  settingsDesign,
  spareRowsOf,
  tableDesign,
} from '../../src/workbook';
import {
  applied,
  CLASS_A,
  cleanTab,
  copyOf,
  emptyTab,
  factsFor,
  filledTab,
  formOf,
  frozen,
  gridOf,
  MARKS_A,
  PERIOD,
  PUPILS_A,
  publishedTab,
  readTab,
  SCHOOL,
  type TypedRow,
  typeInto,
} from '../build';
import { programme } from '../four-forms';

const NEXT = '2023-Q3';
const AUTUMN = '2023-Q4';
const AT = '2023-07-07T03:10';

/** What closing freezes of a tab: its rows through the consolidated tabs and back, as the shell does. */
function frozenRowsOf(grid: Grid, period = PERIOD): RawRow[] {
  const settings = readSettings(programme, gridOf(settingsDesign(programme, period)));
  const { publish } = consolidate({ programme, settings, tabs: [{ school: SCHOOL, grid }], at: AT });
  return programme.forms.flatMap((form) => {
    const request = publish.find(({ table }) => table.key === rowsTable(form).key)!;
    return rowsOfPeriod(form, publishedTab(gridOf(tableDesign(request.table)), request), period);
  });
}

const factsIn = (period: string) =>
  factsFor(programme, { due: programme.forms.filter((form) => isDue(form, period, SCHOOL)).map(({ key }) => key) });

const roll = (grid: Grid, rows = frozenRowsOf(grid), next = NEXT) =>
  rollTab(programme, frozen(copyOf(grid)), frozen(rows), next, factsIn(next));

const rolled = (grid: Grid, rows = frozenRowsOf(grid), next = NEXT): Grid =>
  applied(grid, roll(grid, rows, next).patches);

/** The tab as it is written: the blank rows that are too many go after that. */
const writtenBy = (grid: Grid, patches: readonly Patch[]): Grid =>
  applied(
    grid,
    patches.filter(({ kind }) => kind !== 'delete-rows'),
  );

const rawsOf = (grid: Grid, form: string) => {
  const tab = readTab(grid);
  return rowsOf(tab, tab.blocks.get(form)!).map(({ raw }) => raw);
};

const typed = (grid: Grid, form: string, row: number, key: string, value: Cell): Grid => {
  const result = copyOf(grid);
  const block = readTab(grid).blocks.get(form)!;
  result[block.firstRow - 2 + row]![block.columns.get(key)! - 1] = value;
  return result;
};

describe('turning a tab to the next period', () => {
  test('keeps classes, subjects and numbers on the list, and empties the rest', () => {
    const after = rolled(cleanTab());
    expect(rawsOf(after, 'classes').map(({ cells }) => cells)).toEqual([CLASS_A]);
    const blank = Object.fromEntries(Object.keys(MARKS_A).map((key) => [key, '']));
    const { grade, letter, subject, enrolled } = MARKS_A;
    expect(rawsOf(after, 'marks')[0]!.cells).toEqual({ ...blank, grade, letter, subject, enrolled });
    expect(rawsOf(after, 'marks')[0]!.period).toBe(NEXT);
    expect(roll(cleanTab()).kept).toEqual([]);
  });

  test('empties the calculated columns and the explanations with them', () => {
    let grid = filledTab({ marks: [{ ...MARKS_A, explanation: 'карантин' }] });
    grid = typed(grid, 'marks', 1, 'calc:sou', 52.5);
    const after = rolled(grid);
    const block = readTab(after).blocks.get('marks')!;
    expect(after[block.firstRow - 1]![block.columns.get('calc:sou')! - 1]).toBe('');
    expect(rawsOf(after, 'marks')[0]!.explanation).toBe('');
  });

  test('begins a new head: next period, draft, no ticks, no answers, no reasons', () => {
    const grid = cleanTab();
    grid[HEAD.submit - 1]![BOX_COLUMN - 1] = true;
    grid[HEAD.check - 1]![BOX_COLUMN - 1] = true;
    grid[HEAD.status - 1]![STATE_COLUMN - 1] = '{"state":"submitted","at":"2023-07-05T09:15","by":"school"}';
    grid[HEAD.answer - 1]![STATE_COLUMN - 1] = 'Принято';
    const line = readTab(grid).lines.get('marks')!.row;
    grid[line - 1]![ANSWER_COLUMN - 1] = 'не было';
    grid[line - 1]![REASON_COLUMN - 1] = 'карантин';
    const after = rolled(grid);
    const tab = readTab(after);
    expect([tab.period, tab.status, tab.ticked, tab.trouble]).toEqual([NEXT, DRAFT, false, []]);
    expect([after[HEAD.check - 1]![BOX_COLUMN - 1], after[HEAD.answer - 1]![STATE_COLUMN - 1]]).toEqual([false, '']);
    expect(after[HEAD.title - 1]![STATE_COLUMN - 1]).toContain('начало учебного года');
    const { row, ...said } = tab.lines.get('marks')!;
    expect(said).toEqual({ answer: null, reason: '' });
    expect(after[row - 1]![STATE_COLUMN - 1]).toBe('в этом квартале не нужна');
    expect(tab.facts).toEqual({ gid: readTab(grid).facts!.gid, ...factsIn(NEXT) });
  });

  test('is one write of the whole tab, its period included and after it blank rows alone go, so that a tab is turned or it is not', () => {
    const { patches } = roll(cleanTab());
    const values = patches.filter(({ kind }) => kind === 'values') as Extract<Patch, { kind: 'values' }>[];
    expect(values.map(({ row, column }) => [row, column])).toEqual([[1, 1]]);
    expect(values[0]!.values[HEAD.period - 1]![0]).toBe('head/period/2023-Q3');
    const after = patches.slice(patches.indexOf(values[0]!) + 1);
    expect(after.map(({ kind }) => kind)).toEqual(['delete-rows', 'delete-rows']);
    for (const patch of after as Extract<Patch, { kind: 'delete-rows' }>[]) {
      const rows = values[0]!.values.slice(patch.row - 1, patch.row - 1 + patch.count);
      expect(rows.flatMap((cells) => cells.slice(1)).filter((cell) => cell !== '')).toEqual([]);
    }
  });

  test.each([0, 1, 2])('cut before its write, after %d patches, it can be done again and ends the same', (cut) => {
    const rows = Array.from({ length: 20 }, (_, at) => ({
      ...CLASS_A,
      grade: String((at % 9) + 1),
      letter: 'АБВ'[at % 3]!,
    }));
    const grid = filledTab({ classes: rows, marks: [MARKS_A] });
    const own = frozenRowsOf(grid);
    const { patches } = roll(grid, own);
    const write = patches.findIndex(({ kind }) => kind === 'values');
    const half = applied(grid, patches.slice(0, Math.min(cut, write)));
    expect(rolled(half, own)).toEqual(rolled(grid, own));
  });

  test('hides the forms that are not asked for and shows them when they are', () => {
    const grid = cleanTab();
    const summerBlocks = readTab(writtenBy(grid, roll(grid).patches)).blocks;
    const { titleRow, endRow } = summerBlocks.get('marks')!;
    const pupils = summerBlocks.get('pupils')!;
    const tab = 'school/ushumun';
    // With the blank row below the form.
    const count = pupils.endRow + 1 - titleRow + 1;
    expect(roll(grid).patches).toContainEqual({ kind: 'hide-rows', tab, row: titleRow, count });
    const summer = rolled(grid);
    const shown = rollTab(programme, summer, [], AUTUMN, factsIn(AUTUMN)).patches.filter(
      (patch) => patch.kind === 'show-rows' || patch.kind === 'hide-rows',
    );
    const standing = readTab(writtenBy(summer, roll(summer, [], AUTUMN).patches)).blocks;
    const [marksNow, pupilsNow] = [standing.get('marks')!, standing.get('pupils')!];
    expect(shown).toEqual([
      { kind: 'show-rows', tab, row: marksNow.titleRow, count: pupilsNow.endRow + 1 - marksNow.titleRow + 1 },
    ]);
    expect(endRow).toBeGreaterThan(titleRow);
  });

  test('lists in the head what is asked for, then the other forms; as many lines as were in sight stay so', () => {
    const titlesIn = (tab: Grid): string[] =>
      [...readTab(tab).lines].sort(([, a], [, b]) => a.row - b.row).map(([key]) => key);
    expect(titlesIn(cleanTab())).toEqual(['classes', 'marks', 'pupils', 'context']);
    const summer = rolled(cleanTab());
    expect(titlesIn(summer)).toEqual(['classes', 'context', 'marks', 'pupils']);
    expect(titlesIn(rolled(summer, [], AUTUMN))).toEqual(['classes', 'marks', 'pupils', 'context']);
    const bare = emptyTab(programme, SCHOOL, NEXT, { ...factsIn(NEXT), listed: 2 });
    const { patches } = rollTab(programme, bare, [], AUTUMN, { ...factsIn(AUTUMN), listed: 2 });
    const inHead = patches.filter(
      (patch) => (patch.kind === 'show-rows' || patch.kind === 'hide-rows') && patch.row < HEAD.firstForm + 8,
    );
    // A third form comes to be asked for, a fourth one too.
    expect(inHead).toEqual([{ kind: 'show-rows', tab: 'school/ushumun', row: HEAD.firstForm + 2, count: 2 }]);
  });

  test('hides a form that the school has answered for when it is not asked for any more', () => {
    const grid = copyOf(filledTab({ classes: [CLASS_A] }));
    grid[readTab(grid).lines.get('marks')!.row - 1]![ANSWER_COLUMN - 1] = ANSWERS[0]!;
    const { marks, pupils } = Object.fromEntries(readTab(writtenBy(grid, roll(grid).patches)).blocks);
    const rows = { row: marks!.titleRow, count: pupils!.endRow + 1 - marks!.titleRow + 1 };
    expect(roll(grid).patches).toContainEqual({ kind: 'hide-rows', tab: 'school/ushumun', ...rows });
  });

  test('hides forms that are not asked for any more in one call, over those between them that were hidden before', () => {
    const asking = (...due: string[]) => ({ ...factsIn('2023-Q3'), due });
    const { forms } = programme;
    const ends = [forms[1]!.key, forms[3]!.key] as const;
    const first = rollTab(programme, cleanTab(), [], '2023-Q3', asking('classes', ends[0], ends[1]));
    const standing = applied(cleanTab(), first.patches);
    const { patches } = rollTab(programme, standing, [], AUTUMN, asking('classes'));
    const blocks = readTab(writtenBy(standing, patches)).blocks;
    const [upper, lower] = ends.map((key) => blocks.get(key)!);
    expect(patches.filter(({ kind }) => kind === 'hide-rows' || kind === 'show-rows')).toEqual([
      {
        ...{ kind: 'hide-rows', tab: 'school/ushumun' },
        ...{ row: upper!.titleRow, count: lower!.endRow - upper!.titleRow + 1 },
      },
    ]);
  });

  test('fills a form without rows of its own from the class list, above the first grade; a small school’s passport is one row', () => {
    const classes = [{ grade: '1', letter: '', enrolled: 8 }, CLASS_A, { grade: '6', letter: 'Б', enrolled: 9 }];
    const grid = filledTab({ classes });
    const after = rolled(grid, frozenRowsOf(grid), AUTUMN);
    expect(rawsOf(after, 'pupils').map(({ cells }) => [cells.grade, cells.letter, cells.enrolled])).toEqual([
      ['5', 'А', 15],
      ['6', 'Б', 9],
    ]);
    // Class by class its passport would tell on single children.
    expect(rawsOf(after, 'context').map(({ cells }) => cells.grade)).toEqual(['1-6']);
    expect(rawsOf(after, 'marks')).toEqual([]);
  });

  test('fills it with a merged class too, since its upper grades have results', () => {
    const grid = filledTab({ classes: [{ grade: '1-4', letter: '', enrolled: 12 }, CLASS_A] });
    const after = rolled(grid, frozenRowsOf(grid), AUTUMN);
    expect(rawsOf(after, 'pupils').map(({ cells }) => cells.grade)).toEqual(['1-4', '5']);
  });

  test('fills it with «5А» in one cell and not with a row of totals', () => {
    const classes = [
      { grade: '5А', letter: '', enrolled: 15 },
      { grade: '5', letter: 'Итого', enrolled: 15 },
    ];
    const grid = filledTab({ classes });
    const after = rolled(grid, frozenRowsOf(grid), AUTUMN);
    expect(rawsOf(after, 'pupils').map(({ cells }) => cells.grade)).toEqual(['5А']);
  });

  test('leaves no remark of the last quarter', () => {
    const grid = cleanTab();
    const block = readTab(grid).blocks.get('marks')!;
    grid[block.firstRow - 1]![REMARK_COLUMN - 1] = 'ℹ Пояснено: старое.';
    grid[block.titleRow - 1]![REMARK_COLUMN - 1] = '⚠ Проверьте: старое.';
    grid[block.titleRow - 1]![MEMORY_COLUMN - 1] = '{"i":"","x":"старое"}';
    const after = rolled(grid);
    expect(after.flatMap((cells) => cells.slice(1, 3)).filter((cell) => String(cell).includes('старое'))).toEqual([]);
    expect(readTab(after).trouble).toEqual([]);
    const { keysRow } = readTab(after).blocks.get('marks')!;
    expect(after[keysRow - 1]!.slice(1, 3)).toEqual(['memory', 'remarks']);
    expect(after[keysRow]![REMARK_COLUMN - 1]).toBe('Замечания');
  });

  test('leaves as many blank rows as a new tab has, of as many forms as there is time for; what was typed since stays', () => {
    const late = { ...CLASS_A, letter: 'Я' };
    const grid = filledTab({ classes: [CLASS_A, late], pupils: [PUPILS_A], marks: [MARKS_A] });
    const own = frozenRowsOf(filledTab({ classes: [CLASS_A], pupils: [PUPILS_A], marks: [MARKS_A] }));
    const blanks = (tab: Grid): Record<string, number> =>
      Object.fromEntries(
        [...readTab(tab).blocks].map(([key, { firstRow, endRow }]) => [
          key,
          tab.slice(firstRow - 1, endRow - 1).filter((cells) => cells.slice(3).every((cell) => cell === '')).length,
        ]),
      );
    let tab = typed(grid, 'marks', 1, 'five', 3);
    const before = readTab(tab).blocks;
    const first = roll(tab, own);
    expect(first.patches.length).toBeLessThanOrEqual(4);
    tab = applied(tab, first.patches);
    const block = readTab(tab).blocks.get('marks')!;
    expect(first.kept).toContain(block.firstRow);
    expect(tab[block.firstRow - 1]![block.columns.get('five')! - 1]).toBe(3);
    for (const next of [AUTUMN, '2024-Q1', '2024-Q2'])
      tab = applied(tab, rollTab(programme, tab, [], next, factsIn(next)).patches);
    const wanted = programme.forms.map((form): [string, number] => [form.key, spareRowsOf(form)]);
    expect(blanks(tab)).toEqual(Object.fromEntries(wanted));
    expect(before.size).toBe(wanted.length);
    expect(readTab(tab).trouble).toEqual([]);
  });

  test('says in the head which row to go to as it stands when the rows above it have gone', () => {
    const grid = filledTab({ classes: [CLASS_A], context: [] });
    const after = rolled(grid);
    const said = String(after[HEAD.period - 1]![STATE_COLUMN - 1]);
    const row = Number(/строка (?<row>\d+)/.exec(said)?.groups?.row);
    expect(readTab(after).blocks.get('context')!.firstRow).toBe(row);
  });

  test('makes number columns plain again, so that a date typed last quarter does not live on', () => {
    const grid = cleanTab();
    expect(roll(grid).patches.filter(({ kind }) => kind === 'format')).toEqual([]);
    // What was a date once is remembered at the form's title, also when the date itself is gone.
    const { titleRow } = readTab(grid).blocks.get('marks')!;
    grid[titleRow - 1]![MEMORY_COLUMN - 1] = memoryCell({ ...BLANK_MEMORY, formatted: true });
    const { firstRow, endRow, columns } = readTab(writtenBy(grid, roll(grid).patches)).blocks.get('marks')!;
    const formats = roll(grid).patches.filter((patch) => patch.kind === 'format');
    expect(formats.map(({ format }) => format)).toEqual(['General']);
    const covered = (key: string): boolean =>
      formats[0]!.areas.some(
        ({ row, column, rows, columns: width }) =>
          row <= firstRow && row + rows === endRow && column <= columns.get(key)! && columns.get(key)! < column + width,
      );
    expect(['exempt', 'five', 'notAssessed', 'enrolled'].map(covered)).toEqual([true, true, true, true]);
    expect(['grade', 'letter', 'subject', 'explanation', 'calc:sou'].map(covered)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('leaves the formats of a form where something stays: a date there must not become a number in silence', () => {
    const grid = filledTab({ marks: [{ ...MARKS_A, five: new Date(2023, 4, 12) }], pupils: [PUPILS_A] });
    const formats = roll(grid, []).patches.filter((patch) => patch.kind === 'format');
    const { firstRow, endRow } = readTab(rolled(grid, [])).blocks.get('marks')!;
    for (const { areas } of formats) expect(areas.filter(({ row }) => row >= firstRow && row < endRow)).toEqual([]);
  });

  test('offers free rows again where nothing else is to be done with the tab; else they come when it is repaired', () => {
    const many = Array.from({ length: 15 }, (_, index) => ({
      grade: String((index % 9) + 1),
      letter: 'АБ'[index % 2]!,
      enrolled: 9,
    }));
    const grid = filledTab({ classes: many });
    const rowsAfter = (due: readonly string[]): number => {
      const { patches } = rollTab(programme, grid, frozenRowsOf(grid), NEXT, { ...factsIn(NEXT), due });
      const tab = readTab(applied(grid, patches));
      expect(tab.trouble).toEqual([]);
      const { firstRow, endRow } = tab.blocks.get('classes')!;
      return endRow - firstRow;
    };
    const { due } = readTab(grid).facts!;
    expect(rowsAfter(due)).toBe(15 + spareRowsOf(formOf('classes')));
    expect(rowsAfter(factsIn(NEXT).due)).toBe(15);
  });

  test('puts the captions once more above each class but the first, and rows one under another', () => {
    const grid = filledTab({
      marks: [MARKS_A, {}, { ...MARKS_A, subject: 'Химия' }, { ...MARKS_A, grade: '6' }, { ...MARKS_A, letter: 'Б' }],
    });
    const after = rolled(grid);
    const block = readTab(after).blocks.get('marks')!;
    const lines = after.slice(block.firstRow - 1, block.firstRow + 5);
    expect(lines.map((cells) => [cells[0], cells[3], cells[4], cells[5]])).toEqual([
      ['marks/row', '5', 'А', 'Математика'],
      ['marks/row', '5', 'А', 'Химия'],
      ['marks/caption', 'Класс', 'Литера', 'Предмет'],
      ['marks/row', '6', 'А', 'Математика'],
      ['marks/caption', 'Класс', 'Литера', 'Предмет'],
      ['marks/row', '5', 'Б', 'Математика'],
    ]);
    // Turned once more, they neither double nor become rows.
    expect(
      rolled(after, [], AUTUMN)
        .slice(block.firstRow - 1, block.firstRow + 5)
        .map(([role]) => role),
    ).toEqual(lines.map(([role]) => role));
    expect(rawsOf(after, 'marks')).toHaveLength(4);
  });

  test('remembers the numbers of the last period beside each row', () => {
    const after = rolled(filledTab({ marks: [MARKS_A, { ...MARKS_A, grade: '6', two: '' }] }));
    const { blocks } = readTab(after);
    const memories = after
      .slice(blocks.get('marks')!.firstRow - 1, blocks.get('marks')!.endRow - 1)
      .flatMap((cells) => readMemory(cells[MEMORY_COLUMN - 1]) ?? []);
    const { enrolled, exempt, five, four, three, two, notAssessed } = MARKS_A;
    expect(memories.map(({ before }) => before)).toEqual([
      { enrolled, exempt, five, four, three, two, notAssessed },
      { enrolled, exempt, five, four, three, notAssessed },
    ]);
    expect(
      memories.every(({ said, explained, percent }) => said === '' && explained.length + percent.length === 0),
    ).toBe(true);
  });

  test('leaves nothing to ask: no row of the turned tab counts as changed unseen', () => {
    const grid = filledTab({ classes: [CLASS_A], marks: [MARKS_A], pupils: [PUPILS_A] });
    const ids = checkTab(programme, readTab(rolled(grid))).issues.map(({ id }) => id);
    expect(ids).not.toContain('row/changed-unseen');
  });

  test('starts from the rows of a form even while they are not asked for, and shows what holds data', () => {
    const grid = gridOf(
      schoolTabDesign(programme, {
        school: SCHOOL,
        period: PERIOD,
        facts: factsFor(),
        start: { marks: [{ cells: MARKS_A }] },
      }),
    );
    expect(rawsOf(rolled(grid), 'marks')[0]!.cells.subject).toBe('Математика');
  });
});

describe('what is not what was frozen', () => {
  const two: TypedRow[] = [MARKS_A, { ...MARKS_A, subject: 'Химия' }];

  test('a number changed since then stays with its row, and the row is named', () => {
    const grid = filledTab({ marks: two });
    const rows = frozenRowsOf(grid);
    const changed = typed(grid, 'marks', 2, 'five', 1);
    const after = rolled(changed, rows);
    expect(rawsOf(after, 'marks')[0]!.cells.five).toBe('');
    expect(rawsOf(after, 'marks')[1]!.cells).toMatchObject({ five: 1, four: 5, three: 7 });
    expect(roll(changed, rows).kept).toEqual([readTab(after).blocks.get('marks')!.firstRow + 1]);
  });

  test('a row typed since then stays', () => {
    const grid = filledTab({ marks: [MARKS_A] });
    const rows = frozenRowsOf(grid);
    const changed = typeInto(grid, 'marks', two);
    expect(rawsOf(rolled(changed, rows), 'marks')[1]!.cells).toMatchObject({ subject: 'Химия', five: 2 });
    expect(roll(changed, rows).kept).toHaveLength(1);
  });

  test('an explanation written since then stays', () => {
    const grid = filledTab({ marks: [MARKS_A] });
    const rows = frozenRowsOf(grid);
    const changed = typed(grid, 'marks', 1, 'explanation', 'прошу исправить за II квартал');
    expect(rawsOf(rolled(changed, rows), 'marks')[0]!.explanation).toBe('прошу исправить за II квартал');
    expect(roll(changed, rows).kept).toHaveLength(1);
  });

  test('a word that slid into a calculated column stays in its row', () => {
    const grid = typed(filledTab({ marks: two }), 'marks', 2, 'calc:sou', 'карантин');
    const after = rolled(grid, []);
    const { firstRow } = readTab(after).blocks.get('marks')!;
    expect(after[firstRow]).toContain('карантин');
    expect(after[firstRow]!.slice(3, 6)).toEqual(['5', 'А', 'Химия']);
    expect(after[firstRow - 1]).not.toContain('карантин');
  });

  test('what stands in a column that is no longer asked for stays with its row, wherever that moves', () => {
    const { exempt, ...fields } = formOf('marks').fields;
    const smaller = {
      ...programme,
      forms: programme.forms.map((form) => (form.key === 'marks' ? { ...form, fields } : form)),
    };
    const whole = filledTab({
      marks: [{ ...MARKS_A, exempt: 1 }, {}, {}, { ...MARKS_A, grade: '6', exempt: 2 }, { exempt: 3 }],
    });
    const grid = applied(whole, evolve(smaller, whole, () => factsFor(), '77').patches);
    const after = applied(grid, rollTab(smaller, grid, [], NEXT, factsIn(NEXT)).patches);
    const block = readTab(after, smaller).blocks.get('marks')!;
    const at = block.columns.get('retired:exempt')! - 1;
    const lines = after.slice(block.firstRow - 1, block.endRow - 1).map((cells) => [cells[0], cells[3], cells[at]]);
    expect(exempt).toBeDefined();
    expect(lines.slice(0, 5)).toEqual([
      ['marks/row', '5', 1],
      ['marks/caption', 'Класс', ''],
      ['marks/row', '6', 2],
      ['marks/caption', 'Класс', ''],
      ['marks/row', '', 3],
    ]);
  });

  test('nothing frozen at all keeps everything', () => {
    const after = rolled(cleanTab(), []);
    expect(rawsOf(after, 'marks')[0]!.cells).toEqual(MARKS_A);
    expect(roll(cleanTab(), []).kept).toHaveLength(3);
  });

  test('rows that hold only what is carried over are not reported', () => {
    const { grade, letter, subject, enrolled } = MARKS_A;
    expect(roll(filledTab({ marks: [{ grade, letter, subject, enrolled }] }), []).kept).toEqual([]);
  });
});

describe('what was frozen is emptied, however odd it was', () => {
  test.each<[string, TypedRow]>([
    ['words for a number', { ...MARKS_A, five: 'нет' }],
    ['a number as text', { ...MARKS_A, five: '1 234' }],
    ['a date for a number', { ...MARKS_A, five: new Date(2023, 4, 12) }],
    ['a fraction', { ...MARKS_A, five: 2.5 }],
    ['a tick', { ...MARKS_A, five: true }],
    ['a formula as text', { ...MARKS_A, five: '=1' }],
    ['a row with an error', { ...MARKS_A, five: 9 }],
    ['a row without a class', { ...MARKS_A, grade: '' }],
  ])('%s', (_, row) => {
    const grid = filledTab({ marks: [row] });
    expect(roll(grid).kept).toEqual([]);
    expect(rawsOf(rolled(grid), 'marks')[0]!.cells.four).toBe('');
  });
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat(15),
  fc.constantFrom<Cell>('', '', 'нет', '12,5', '007', 2.5, -1, true),
  fc.date({ noInvalidDate: true, min: new Date(2020, 0, 1), max: new Date(2026, 0, 1) }),
);
const numbersOf = (form: string) =>
  Object.keys(formOf(form).fields).filter((key) => !formOf(form).fields[key]!.carried);
const anyRow = (form: string): fc.Arbitrary<TypedRow> =>
  fc.record({
    grade: fc.constantFrom('5', '6', '7', '1-4'),
    letter: fc.constantFrom('А', 'Б', ''),
    enrolled: fc.nat(30),
    explanation: fc.constantFrom('', 'карантин'),
    ...Object.fromEntries(numbersOf(form).map((key) => [key, anyCell])),
  });
const anyRows = fc.record({
  marks: fc.array(anyRow('marks'), { maxLength: 5 }),
  pupils: fc.array(anyRow('pupils'), { maxLength: 5 }),
  context: fc.array(anyRow('context'), { maxLength: 5 }),
});

test('cut before any step up to its write, a turning can be done again and ends the same; cut later it has only more blank rows', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(NEXT, AUTUMN), fc.boolean(), (rows, next, isFrozen) => {
      const grid = filledTab({ classes: [CLASS_A], ...rows });
      const kept = isFrozen ? frozenRowsOf(grid) : [];
      const once = rolled(grid, kept, next);
      expect(readTab(once).trouble).toEqual([]);
      const { patches } = roll(grid, kept, next);
      const write = patches.findIndex(({ kind }) => kind === 'values');
      expect(readTab(applied(grid, patches.slice(0, write + 1))).period).toBe(next);
      for (let cut = 1; cut <= write; cut += 1)
        expect(rolled(applied(grid, patches.slice(0, cut)), kept, next)).toEqual(once);
    }),
    { numRuns: 8 },
  );
});

test('captions stand above each class of the marks, and beside every row what its numbers were', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const grid = filledTab({ classes: [CLASS_A], ...rows });
      const after = rolled(grid);
      for (const form of ['marks', 'pupils', 'context']) {
        // A form without rows starts from the class list.
        if (rawsOf(grid, form).length === 0) continue;
        const { firstRow, endRow } = readTab(after).blocks.get(form)!;
        const lines = after.slice(firstRow - 1, endRow - 1);
        const isCaption = (cells?: Cell[]) => cells?.[0] === `${form}/caption`;
        const classOf = (cells: Cell[]) => `${cells[3]}|${cells[4]}`;
        lines.forEach((cells, index) => {
          const above = lines[index - 1];
          if (isCaption(cells)) expect(isCaption(lines[index + 1])).toBe(false);
          else if (above && !isCaption(above) && form === 'marks' && cells[3] !== '')
            expect(classOf(above)).toBe(classOf(cells));
          if (form !== 'marks') expect(isCaption(cells)).toBe(false);
        });
        const placed = rowsOf(readTab(after), readTab(after).blocks.get(form)!);
        const memories = placed.map(({ tabRow }) => readMemory(after[tabRow - 1]![MEMORY_COLUMN - 1])!);
        const numbers = rawsOf(grid, form).map(({ cells }) =>
          Object.fromEntries(
            Object.entries(cells).filter(
              ([key, cell]) => typeof cell === 'number' && key !== 'grade' && key !== 'letter',
            ),
          ),
        );
        expect(memories.map(({ before }) => before)).toEqual(numbers.slice(0, memories.length));
        expect(memories).toHaveLength(rawsOf(grid, form).length);
      }
    }),
    { numRuns: 15 },
  );
});

test('after closing, every number is either frozen or still on the tab', () => {
  fc.assert(
    fc.property(anyRows, anyRows, (before, after) => {
      const rows = frozenRowsOf(filledTab({ classes: [CLASS_A], ...before }));
      const grid = filledTab({ classes: [CLASS_A], ...after });
      const turned = rolled(grid, rows);
      for (const form of ['marks', 'pupils', 'context']) {
        const left = rawsOf(turned, form);
        for (const raw of rawsOf(grid, form)) {
          const numbers = numbersOf(form).map((key) => raw.cells[key]);
          if (numbers.every((cell) => cell === '')) continue;
          const stays = left.some(({ cells }) =>
            numbersOf(form).every((key, index) => String(cells[key]) === String(numbers[index])),
          );
          const match = rows.find((row) => row.form === form && row.row === raw.row);
          const went =
            match !== undefined &&
            numbersOf(form).every(
              (key, index) => String(match.cells[key]) === String(numbers[index]) || numbers[index] instanceof Date,
            );
          expect(stays || went).toBe(true);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('a tab that holds nothing is turned all the same', () => {
  const after = rolled(emptyTab());
  expect(readTab(after)).toMatchObject({ period: NEXT, trouble: [] });
});

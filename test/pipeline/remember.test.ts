import fc from 'fast-check';
import type { Cell, Issue } from '../../src/model';
import {
  cellsReader,
  controlOf,
  controlReader,
  explainedBy,
  identityOfRaw,
  memoryOf,
  numbersOf,
  warningKey,
} from '../../src/pipeline/remember';
import { rememberedRows } from '../../src/pipeline/tab-rows';
import { BLANK_MEMORY, MEMORY_COLUMN, memoryCell, readMemory } from '../../src/workbook';
import { applied, copyOf, filledTab, formOf, MARKS_A, PERIOD, rawRow, readTab, SCHOOL } from '../build';
import { programme } from '../four-forms';
import { respelt } from '../respelt';

const marks = formOf('marks');
const warning = (more: Partial<Issue> = {}): Issue => ({
  period: PERIOD,
  school: SCHOOL.key,
  form: 'marks',
  row: 1,
  id: 'row/sum-below-whole',
  severity: 'warning',
  details: { sum: 14, whole: 15 },
  ...more,
});

describe('the name of a row', () => {
  test('is the same however it is spelt', () => {
    const name = (cells: Record<string, Cell>) => identityOfRaw(marks, { cells: { ...MARKS_A, ...cells } });
    expect(name({ subject: ' математика ' })).toBe(name({}));
    expect(name({ subject: 'Mатематика' })).toBe(name({}));
    expect(name({ grade: 5 })).toBe(name({}));
    expect(name({ grade: '5А', letter: '' })).toBe(name({}));
    expect(name({ subject: 'Матем.' })).toBe(name({}));
    expect(name({ grade: '6' })).not.toBe(name({}));
  });
});

describe('the cells of a row in one text', () => {
  const block = readTab(filledTab({ marks: [MARKS_A] })).blocks.get('marks')!;
  const { typedIn, isKept } = cellsReader(block);
  const cell = fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom<Cell>('', 'А', '5', 5, 2.5, -1, 0.03, ' ') },
    { weight: 1, arbitrary: fc.constantFrom<Cell>('|', 'А|5', 1e21, true, new Date(2023, 4, 12), '"') },
  );
  const line = fc.array(cell, { minLength: 20, maxLength: 20 });

  test('are the same only where the cells are, be a number a word or not', () => {
    const control = controlReader(block.form, block.columns);
    let alike = 0;
    fc.assert(
      fc.property(line, fc.nat(19), fc.constantFrom<Cell>('', '|', 'А|5', '5'), (one, place, instead) => {
        const other = one.map((value, index) => (index === place ? instead : String(value)));
        if (!isKept(typedIn(one)) || typedIn(one) !== typedIn(other)) return;
        alike += 1;
        expect(control(other)).toBe(control(one));
      }),
      { numRuns: 1000 },
    );
    expect(alike).toBeGreaterThan(20);
  });

  test('is not told where columns stand in another order, or some other column among them', () => {
    const line = ['marks/row', '', '', '5', 'А', 'Химия', 15];
    const places = [...block.columns];
    const moved = new Map(places.map(([key], index) => [key, places[places.length - 1 - index]![1]]));
    const between = new Map([...block.columns, ['retired:was', block.columns.get('five')!]]);
    for (const columns of [moved, between]) expect(cellsReader({ form: block.form, columns }).typedIn(line)).toBe('');
  });
});

describe('a control', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(fc.nat(40), fc.constantFrom<Cell>('', 'нет', '5', 2.5, true));
  const anyCells = fc.record(Object.fromEntries(Object.keys(marks.fields).map((key) => [key, cell])));
  const reversed = { ...marks, fields: Object.fromEntries(Object.entries(marks.fields).reverse()) };

  test('is the same for the same cells, in whatever order the programme names its fields', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        expect(controlOf(reversed, { ...cells })).toBe(controlOf(marks, cells));
      }),
      { numRuns: 30 },
    );
  });

  test('differs as soon as a cell does, also when two are exchanged or one slides into the next', () => {
    fc.assert(
      fc.property(anyCells, fc.constantFrom(...Object.keys(marks.fields)), (cells, key) => {
        expect(controlOf(marks, { ...cells, [key]: 'иное' })).not.toBe(controlOf(marks, cells));
      }),
      { numRuns: 30 },
    );
    const swapped = { ...MARKS_A, five: MARKS_A.four, four: MARKS_A.five };
    const slid = { ...MARKS_A, five: '', four: MARKS_A.five, three: MARKS_A.four };
    expect(new Set([MARKS_A, swapped, slid].map((cells) => controlOf(marks, cells))).size).toBe(3);
  });

  test('does not see in which spelling words stand there', () => {
    fc.assert(
      fc.property(respelt('Математика'), respelt('А'), (subject, letter) => {
        expect(controlOf(marks, { ...MARKS_A, subject, letter })).toBe(controlOf(marks, MARKS_A));
      }),
      { numRuns: 30 },
    );
  });

  test('tells addresses apart letter by letter', () => {
    const link = (subject: string) => controlOf(marks, { ...MARKS_A, subject });
    expect(link('https://school.example/A.pdf')).not.toBe(link('https://school.example/a.pdf'));
  });

  test('does not see a field that came later and is still blank', () => {
    const grown = { ...marks, fields: { more: marks.fields.five!, ...marks.fields } };
    expect(controlOf(grown, { ...MARKS_A, more: '' })).toBe(controlOf(marks, MARKS_A));
    expect(controlOf(grown, { ...MARKS_A, more: 0 })).not.toBe(controlOf(marks, MARKS_A));
  });
});

describe('the rows of a block with their memories', () => {
  const grid = filledTab({ marks: [MARKS_A, { ...MARKS_A, subject: 'Химия' }] });
  const { firstRow } = readTab(grid).blocks.get('marks')!;
  const memoryFor = (subject: string) => ({
    ...BLANK_MEMORY,
    identity: identityOfRaw(marks, { cells: { ...MARKS_A, subject } }),
    percent: ['five'],
  });
  const put = (...subjects: string[]) => {
    const result = copyOf(grid);
    subjects.forEach((subject, index) => {
      result[firstRow - 1 + index]![MEMORY_COLUMN - 1] = subject && memoryCell(memoryFor(subject));
    });
    return result;
  };
  const rowsIn = (of: typeof grid, percentAt: Parameters<typeof rememberedRows>[2] = () => undefined) => {
    const tab = readTab(of);
    return rememberedRows(tab, tab.blocks.get('marks')!, percentAt);
  };

  test('are matched by name wherever the memory stands in the block', () => {
    const memories = rowsIn(put('Химия', 'Математика')).map(({ memory }) => memory);
    expect(memories).toEqual([memoryFor('Математика'), memoryFor('Химия')]);
    expect(rowsIn(put('', '', 'Химия')).map(({ memory }) => memory)).toEqual([null, memoryFor('Химия')]);
  });

  test('of a memory that stands twice, only the one beside the row of its name is believed', () => {
    expect(rowsIn(put('Химия', 'Химия')).map(({ memory }) => memory)).toEqual([null, memoryFor('Химия')]);
    expect(rowsIn(put('Химия', '', 'Химия')).map(({ memory }) => memory)).toEqual([null, null]);
  });

  test('are none of rows of one name; each keeps its own beside it, and has it again once the other is renamed', () => {
    const twins = put('Математика', 'Химия');
    const subject = readTab(grid).blocks.get('marks')!.columns.get('subject')! - 1;
    twins[firstRow]![subject] = 'Математика';
    twins[firstRow]![MEMORY_COLUMN - 1] = twins[firstRow - 1]![MEMORY_COLUMN - 1]!;
    expect(rowsIn(twins).map(({ memory, twin }) => [memory, twin])).toEqual([
      [null, true],
      [null, true],
    ]);
    twins[firstRow]![subject] = 'Музыка';
    expect(rowsIn(twins).map(({ memory, twin }) => [memory, twin])).toEqual([
      [memoryFor('Математика'), false],
      [null, false],
    ]);
  });

  test('keep which numbers were typed as percentages; the edit itself knows better', () => {
    const percents = (percentAt?: Parameters<typeof rememberedRows>[2]) =>
      rowsIn(put('Математика'), percentAt).map(({ raw }) => raw.percent);
    expect(percents()).toEqual([['five'], undefined]);
    expect(percents((row) => (row === firstRow ? 'number' : undefined))).toEqual([undefined, undefined]);
    const five = readTab(grid).blocks.get('marks')!.columns.get('five')!;
    expect(percents((row, column) => (row === firstRow + 1 && column === five ? 'percent' : 'number'))).toEqual([
      undefined,
      ['five'],
    ]);
  });

  test('a percentage that became a word is none', () => {
    const worded = put('Математика');
    worded[firstRow - 1]![readTab(grid).blocks.get('marks')!.columns.get('five')! - 1] = 'нет';
    expect(rowsIn(worded)[0]!.raw.percent).toBeUndefined();
  });

  test('a memory under a name that stands nowhere in the form is of the row beside it', () => {
    const orphaned = applied(grid, [
      {
        kind: 'values',
        tab: '',
        row: firstRow,
        column: MEMORY_COLUMN,
        values: [[memoryCell({ ...memoryFor('Музыка'), control: 'abc' })]],
      },
    ]);
    expect(rowsIn(orphaned)[0]!.memory).toMatchObject({ control: 'abc' });
    const subject = readTab(grid).blocks.get('marks')!.columns.get('subject')!;
    const standing = applied(orphaned, [
      { kind: 'values', tab: '', row: firstRow + 1, column: subject, values: [['Музыка']] },
    ]);
    expect(rowsIn(standing)[0]!.memory).toBeNull();
  });
});

describe('an explanation', () => {
  const two = [warning(), warning({ id: 'cell/blank', field: 'two', details: {} })];

  test('answers the warnings that stand there when it is first seen, and those only', () => {
    const first = explainedBy('болел', [two[0]!], null, false);
    expect(first.keys).toEqual([warningKey(two[0]!)]);
    const memory = { ...BLANK_MEMORY, said: first.said, explained: first.keys };
    const later = explainedBy('болел', two, memory, false);
    expect([later.keys, later.stale]).toEqual([first.keys, true]);
    expect(explainedBy('болел', [two[0]!], memory, false).stale).toBe(false);
  });

  test('written anew, or typed again, answers all that stand there', () => {
    const memory = { ...BLANK_MEMORY, ...{ said: explainedBy('болел', [], null, false).said } };
    for (const again of [explainedBy('болели двое', two, memory, false), explainedBy('болел', two, memory, true)])
      expect([again.keys, again.stale]).toEqual([two.map(warningKey), false]);
  });

  test('taken away, answers nothing', () => {
    const memory = { ...BLANK_MEMORY, said: 'x', explained: two.map(warningKey) };
    expect(explainedBy('', two, memory, true)).toEqual({ said: '', keys: [], stale: false });
  });

  test('is about a warning’s values: other values, another field or check are another question', () => {
    const keys = [
      warning(),
      warning({ details: { sum: 13, whole: 15 } }),
      warning({ field: 'five' }),
      warning({ id: 'row/other' }),
    ].map(warningKey);
    expect(new Set(keys).size).toBe(4);
    expect(warningKey(warning({ row: 7, severity: 'warning' }))).toBe(warningKey(warning()));
  });
});

test('what is remembered of a row survives its writing and reading', () => {
  const raw = rawRow('marks', 1, MARKS_A);
  const outside = [warning({ field: 'five' }), warning()];
  const memory = memoryOf(
    {
      identity: 'a',
      control: 'b',
      memory: { ...BLANK_MEMORY, identity: 'a', before: { five: 3 }, asked: true },
      raw: { ...raw, percent: ['five'] },
      dates: { four: 45058 },
    },
    { said: 's', keys: ['k'], stale: false },
    outside,
  );
  expect(readMemory(memoryCell(memory))).toEqual({
    identity: 'a',
    control: 'b',
    percent: ['five'],
    dates: { four: 45058 },
    said: 's',
    explained: ['k'],
    asked: false,
    errors: 0,
    open: 0,
    checked: '',
    formatted: false,
    before: { five: 3 },
    past: {},
    outside: outside.map(({ id, field, severity, details }) => ({
      id,
      ...(field ? { field } : {}),
      severity,
      details,
    })),
  });
});

test('the numbers of a row are those that are numbers, percentages not among them', () => {
  const raw = { ...rawRow('marks', 1, { ...MARKS_A, five: 'нет', four: '', grade: 5 }), percent: ['three'] };
  const { enrolled, exempt, two, notAssessed } = MARKS_A;
  expect(numbersOf(marks, raw)).toEqual({ enrolled, exempt, two, notAssessed });
  expect(programme.forms).toContain(marks);
});

test('the last period’s numbers of a row that got another name say nothing until it is named so again', () => {
  const row = {
    identity: 'b',
    control: 'c',
    dates: {},
    memory: { ...BLANK_MEMORY, identity: 'a', before: { five: 3 } },
  };
  const nothing = { said: '', keys: [], stale: false };
  const raw = rawRow('marks', 1, MARKS_A);
  const other = memoryOf({ ...row, raw }, nothing, []);
  expect([other.identity, other.beforeOf, other.before]).toEqual(['b', 'a', { five: 3 }]);
  const back = memoryOf({ ...row, identity: 'a', memory: readMemory(memoryCell(other)), raw }, nothing, []);
  expect([back.identity, back.beforeOf, back.before]).toEqual(['a', undefined, { five: 3 }]);
});

import fc from 'fast-check';
import {
  type AnyIndicator,
  type Cell,
  type Field,
  type Form,
  type Grid,
  type Indicator,
  isNumeric,
  type Programme,
  type Slot,
} from '../../src/model';
import { rowsOf } from '../../src/pipeline/tab-rows';
import {
  ANSWER_COLUMN,
  BOX_COLUMN,
  blockColumns,
  FIRST_FIELD_COLUMN,
  HEAD,
  headRowsOf,
  isWhole,
  isWideHead,
  LAST_FROZEN_COLUMN,
  MEMORY_COLUMN,
  REASON_COLUMN,
  REMARK_COLUMN,
  type RetiredBlock,
  ROLE_COLUMN,
  readSchoolTab,
  resultsRows,
  retiredSection,
  type SchoolTab,
  STATE_COLUMN,
  type StartingRows,
  schoolTabDesign,
  spareRowsOf,
  type TabContents,
} from '../../src/workbook';
import {
  cleanTab,
  copyOf,
  emptyTab,
  factsFor,
  formOf,
  frozen,
  GID,
  gridOf,
  MARKS_A,
  PERIOD,
  PUPILS_A,
  readTab,
  SCHOOL,
  typeInto,
} from '../build';
import { programme } from '../four-forms';
import { lookAt } from './look-at';

const word = fc
  .string({ unit: fc.constantFrom(...'абвгдёжзАБВГ5 -«»№'), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '');
const key = fc
  .string({ unit: fc.constantFrom(...'abcdefgXYZ12'), minLength: 2, maxLength: 6 })
  .filter((text) => /^[a-z]/.test(text));

const anyField: fc.Arbitrary<Field> = fc
  .record({
    kind: fc.constantFrom('count', 'decimal', 'text', 'choice'),
    title: word,
    carried: fc.boolean(),
    slot: fc.constantFrom<Slot | undefined>('first', 'second', 'third', undefined),
  })
  .map(
    ({ kind, title, carried, slot }): Field => ({
      kind: kind as Field['kind'],
      title,
      help: 'Что вводить.',
      carried,
      ...(slot ? { slot } : {}),
      ...(kind === 'choice' ? { choices: ['да', 'нет'] } : {}),
    }),
  );

const anyForm: fc.Arbitrary<Form> = fc
  .record({
    key: fc.constant(''),
    title: word,
    fields: fc.uniqueArray(fc.tuple(key, anyField), { selector: ([name]) => name, minLength: 1, maxLength: 12 }),
    startingRows: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  })
  .map(({ title, fields, startingRows }) => ({
    key: '',
    title,
    help: 'О чём форма.',
    fields: Object.fromEntries(fields),
    identity: [fields[0]![0]],
    due: [{ quarters: [1, 2, 3, 4] }] as const,
    sums: [],
    startingRows,
  }));

/** An indicator for the first number of a form that has one, shown as a calculated column. */
function columnOf(form: Form): AnyIndicator[] {
  const number = Object.keys(form.fields).find((name) => isNumeric(form.fields[name]!));
  if (number === undefined) return [];
  const weights = { [number]: 1 };
  return [
    {
      key: `${form.key}-rate`,
      title: 'Доля',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: '',
      from: form,
      numerator: weights,
      denominator: weights,
      scale: 100,
      targets: [],
      examples: [],
      column: true,
    } satisfies Indicator,
  ];
}

const anyProgramme: fc.Arbitrary<Programme> = fc
  .tuple(fc.uniqueArray(key, { minLength: 1, maxLength: 6 }), fc.array(anyForm, { minLength: 6, maxLength: 6 }))
  .map(([keys, forms]) => {
    const named = keys.map((name, index): Form => ({ ...forms[index]!, key: name }));
    return {
      ...programme,
      forms: named,
      indicators: named.flatMap(columnOf),
      schools: [],
      settings: [],
      requirements: [],
    };
  });

/** What a school may type that is not blank. */
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat(100),
  fc.constantFrom('5А', '12,5', 'нет', '1-4', '#REF!', '007', ' с пробелами '),
  fc.date({ noInvalidDate: true, min: new Date(2020, 0, 1), max: new Date(2026, 0, 1) }),
  fc.boolean(),
);

const anyTab = anyProgramme.chain((of) =>
  fc.tuple(
    fc.constant(of),
    fc.tuple(
      ...of.forms.map((form) => fc.array(fc.tuple(...Object.keys(form.fields).map(() => anyCell)), { maxLength: 4 })),
    ),
  ),
);

const designOf = (of: Programme = programme, more: Partial<TabContents> = {}) =>
  schoolTabDesign(of, { school: SCHOOL, period: PERIOD, facts: factsFor(of), ...more });

/** Cells of every row by form, as the reader gives them. */
const cellsOf = (tab: SchoolTab): Record<string, Cell[][]> =>
  Object.fromEntries(
    [...tab.blocks.values()].map((block) => [
      block.form.key,
      rowsOf(tab, block).map(({ raw }) => Object.keys(block.form.fields).map((name) => raw.cells[name]!)),
    ]),
  );

test('whatever a programme asks for, its tab is read back with the same forms, columns and rows', () => {
  fc.assert(
    fc.property(anyTab, ([of, data]) => {
      const typed = Object.fromEntries(of.forms.map((form, index) => [form.key, data[index] as Cell[][]]));
      const start: StartingRows = Object.fromEntries(
        of.forms.map((form) => {
          const keys = Object.keys(form.fields);
          const rows = typed[form.key]!.map((row) => Object.fromEntries(row.map((value, at) => [keys[at]!, value])));
          return [form.key, rows.map((cells) => ({ cells }))];
        }),
      );
      const tab = readTab(gridOf(designOf(frozen(of), { start })), of);
      expect(tab.trouble).toEqual([]);
      expect([tab.school, tab.type, tab.period, tab.ticked]).toEqual([SCHOOL.key, 'СОШ', PERIOD, false]);
      expect([tab.facts, tab.status.state]).toEqual([{ gid: GID, ...factsFor(of) }, 'draft']);
      expect([...tab.blocks.keys()].sort()).toEqual(of.forms.map((form) => form.key).sort());
      expect(cellsOf(tab)).toEqual(typed);
      for (const { form, columns } of tab.blocks.values()) {
        const designed = blockColumns(form, of.indicators);
        expect(columns).toEqual(new Map(designed.map(({ key: name, column }) => [name, column])));
      }
    }),
    { numRuns: 60 },
  );
});

test('what a repair has left over stops the tab until it is moved or emptied', () => {
  const leftovers = [{ place: 'строка 7', cells: ['77'] }];
  const grid = gridOf(designOf(programme, { leftovers }));
  const row = grid.findIndex(([role]) => role === 'unrecognised/row') + 1;
  expect(readTab(grid).trouble).toEqual([{ id: 'tab/unrecognised', row }]);
  grid[row - 1]![FIRST_FIELD_COLUMN - 1] = '';
  expect(readTab(grid).trouble).toEqual([]);
});

test('a tab of a form with a single column can be made', () => {
  const single: Form = {
    ...formOf('classes'),
    fields: { grade: formOf('classes').fields.grade! },
    identity: ['grade'],
  };
  const of = { ...programme, forms: [single], indicators: [] };
  const design = designOf(of);
  expect(design.widths).toHaveLength(design.columns);
  expect(readTab(gridOf(design), of).trouble).toEqual([]);
});

test('the grid of a tab is large enough for what stands on it, with a width for each column', () => {
  const design = designOf();
  expect(design.rows).toBeGreaterThanOrEqual(design.section.values.length);
  expect(design.columns).toBeGreaterThanOrEqual(Math.max(...design.section.values.map((cells) => cells.length)));
  expect(design.widths).toHaveLength(design.columns);
  for (const { row, column, rows, columns } of design.section.decorations) {
    expect(row >= 1 && column >= 1 && rows >= 1 && columns >= 1).toBe(true);
    expect(row + rows - 1).toBeLessThanOrEqual(design.rows);
    expect(column + columns - 1).toBeLessThanOrEqual(design.columns);
  }
});

test('a form not due is hidden, not removed', () => {
  const due = programme.forms.map(({ key: name }) => name).filter((name) => name !== 'marks');
  const design = designOf(programme, { facts: factsFor(programme, { due }) });
  const block = readTab(gridOf(design)).blocks.get('marks')!;
  const hidden = design.section.decorations.find(({ hideRows, row }) => hideRows && row === block.titleRow);
  expect(hidden).toMatchObject({ rows: block.endRow - block.titleRow + 1 });
});

test('a form not due is hidden with the blank row below it', () => {
  const design = designOf(programme, { facts: factsFor(programme, { due: ['classes', 'pupils', 'context'] }) });
  const { marks, pupils } = Object.fromEntries(readTab(gridOf(design)).blocks);
  const isHidden = (at: number): boolean =>
    design.section.decorations.some(({ hideRows, row, rows }) => hideRows && row <= at && at < row + rows);
  const gaps = [marks, pupils].map((block) => isHidden(block!.endRow + 1));
  expect(gaps).toEqual([true, false]);
});

test('a form not due is shown where it is said that something typed stands there', () => {
  const facts = factsFor(programme, { due: [], opened: ['marks'] });
  const design = designOf(programme, { facts, start: { marks: [{ cells: MARKS_A }] } });
  const { titleRow, endRow } = readTab(gridOf(design)).blocks.get('marks')!;
  const inMarks = design.section.decorations.filter(
    ({ hideRows, row }) => hideRows && row >= titleRow && row <= endRow,
  );
  expect(inMarks.map(({ row, rows }) => [row - titleRow, rows])).toEqual([[2, 1]]);
});

test('each form offers its free rows below the filled ones, and its starting rows while there are none', () => {
  const start = {
    classes: Array.from({ length: 30 }, () => ({ cells: { grade: '5', letter: 'А', enrolled: 15 } })),
    marks: [{ cells: MARKS_A }],
  };
  const tab = readTab(gridOf(designOf(programme, { start })));
  const rowsOfBlock = (name: string) => tab.blocks.get(name)!.endRow - tab.blocks.get(name)!.firstRow;
  expect(rowsOfBlock('classes')).toBe(30 + spareRowsOf(formOf('classes')));
  expect(rowsOfBlock('marks')).toBe(1 + spareRowsOf(formOf('marks')));
  expect(rowsOfBlock('pupils')).toBe(15);
  expect([spareRowsOf(formOf('classes')), spareRowsOf(formOf('marks'))]).toEqual([2, 4]);
});

describe('a link of the head', () => {
  const design = () => designOf();
  const tab = () => readTab(gridOf(design()));
  const linkAt = (row: number): string => String(design().section.values[row - 1]![REMARK_COLUMN - 1]);

  test.each(programme.forms.map((form, index) => [form.key, index] as const))(
    'leads to the title of %s, wherever rows inserted above move it',
    (name, index) => {
      const row = tab().blocks.get(name)!.titleRow;
      const title = formOf(name).title;
      expect(linkAt(HEAD.firstForm + index)).toBe(`=HYPERLINK("#gid={gid}&range=D"&ROW(D${row});"${title}")`);
    },
  );

  test('in the second row leads back to the list of forms', () => {
    expect(linkAt(HEAD.period)).toContain(`ROW(D${HEAD.forms})`);
  });
});

describe('the look of a tab', () => {
  const design = () => designOf();
  const { decorations } = design().section;
  const grid = () => gridOf(design());
  const rowOf = (role: string): number => grid().findIndex(([cell]) => cell === role) + 1;

  test('only the add-on’s own columns are shut, and those below the head with a warning alone', () => {
    const shut = decorations.filter(({ protect }) => protect);
    const first = rowOf('classes/title');
    expect(
      shut.map(({ row, column, columns, rows, protect }) => [
        row,
        row + rows - 1,
        column,
        columns,
        protect!.warningOnly,
      ]),
    ).toEqual([
      [1, first - 2, 1, 3, false],
      [first, design().rows, 1, 3, true],
    ]);
    expect(design().protect).toEqual({ description: `Вкладка школы: ${SCHOOL.name}`, warningOnly: false });
  });

  test('the head has two boxes to tick, a list of answers for each form, and its spare lines out of sight', () => {
    expect([HEAD.check, HEAD.submit].map((row) => lookAt(decorations, row, BOX_COLUMN).checkbox)).toEqual([true, true]);
    expect(lookAt(decorations, HEAD.check, BOX_COLUMN + 1).checkbox).toBeUndefined();
    expect(lookAt(decorations, HEAD.firstForm, ANSWER_COLUMN)).toMatchObject({ format: '@', rule: { kind: 'list' } });
    expect(lookAt(decorations, HEAD.forms, ANSWER_COLUMN).note).toContain('Заполняете – оставьте пустым');
    expect(lookAt(decorations, HEAD.forms, REASON_COLUMN).note).toContain('Без фамилий');
    const hidden = (row: number) => lookAt(decorations, row, 1).hideRows ?? false;
    expect([HEAD.answer, HEAD.status, HEAD.check, HEAD.forms].map(hidden)).toEqual([true, true, false, false]);
    const lines = programme.forms.map((_, at) => hidden(HEAD.firstForm + at));
    expect([lines, hidden(HEAD.firstForm + programme.forms.length)]).toEqual([[false, false, false, false], true]);
  });

  test('the head is one coloured area with the school’s name in large letters and bold words of state', () => {
    const at = (row: number, column: number) => lookAt(decorations, row, column);
    expect(at(1, 3)).toMatchObject({ bold: true, size: 14, background: '#e8eef7', protect: { description: 'Шапка' } });
    expect(at(HEAD.answer, STATE_COLUMN).background).toBe('#e8eef7');
    expect(at(HEAD.forms, 3)).toMatchObject({ bold: true, background: '#d9e2f3' });
    expect([1, 3, HEAD.firstForm].map((row) => at(row, STATE_COLUMN))).toMatchObject(
      Array(3).fill({ bold: true, align: 'left', format: '@' }),
    );
    expect([at(2, STATE_COLUMN).format, at(1, MEMORY_COLUMN).format]).toEqual(['General', '@']);
    expect(at(HEAD.firstForm, REASON_COLUMN).format).toBe('@');
    expect(at(1, 2).background).toBeUndefined();
  });

  test('how long a head is its roles say; one over more than its own columns is that of a tab being closed', () => {
    expect(headRowsOf(grid())).toBe(rowOf('classes/title') - 2);
    expect(headRowsOf([['head/school/a'], ['моё'], ['head/check'], ['marks/title']])).toBe(3);
    expect(headRowsOf([['marks/title']])).toBe(1);
    expect([3, 4].map(isWideHead)).toEqual([false, true]);
  });

  test('a form that is not asked for is out of sight with the blank row below it; its neighbours are not', () => {
    const due = ['classes', 'pupils', 'context'];
    const { section } = designOf(programme, { facts: factsFor(programme, { due }) });
    const hidden = (row: number) => lookAt(section.decorations, row, 1).hideRows ?? false;
    const cells = gridOf(designOf(programme, { facts: factsFor(programme, { due }) }));
    const titles = programme.forms.map(({ key: form }) => cells.findIndex(([cell]) => cell === `${form}/title`) + 1);
    expect(titles.map(hidden)).toEqual(programme.forms.map(({ key: form }) => !due.includes(form)));
    expect(titles.map((row) => hidden(row - 1))).toEqual([false, false, true, false]);
  });

  test('a word to be chosen can be read whole where it scrolls, other columns are as narrow as their titles', () => {
    const long = 'Общеобразовательная программа с углублённым изучением';
    const field = { ...formOf('classes').fields.enrolled!, kind: 'choice', choices: [long] } as unknown as Field;
    const widthWith = (own: Field) => {
      const form: Form = { ...formOf('classes'), fields: { ...formOf('classes').fields, enrolled: own } };
      return designOf({ ...programme, forms: [form], indicators: [] }).widths[LAST_FROZEN_COLUMN]!;
    };
    expect(widthWith(field)).toBeGreaterThan(widthWith({ ...field, choices: ['да'] } as Field));
    expect(widthWith({ ...field, kind: 'text' } as Field)).toBe(widthWith({ ...field, choices: ['да'] } as Field));
  });

  test('colours reach from the remarks to the last column', () => {
    const { conditions = [], columns } = design();
    for (const condition of conditions.slice(0, -1)) expect(condition.columns).toBe(columns - REMARK_COLUMN + 1);
    expect(conditions.map(({ bold }) => bold ?? false)).toEqual([true, true, false, false, false]);
  });

  test('a form that has left the programme shows its title alone, above what could not be recognised', () => {
    const day = new Date(2023, 4, 12);
    const block: RetiredBlock = {
      key: 'old',
      title: 'Прежняя',
      values: [
        ['old/title', '', '', 'Прежняя'],
        ['old/row', '', '', day],
        ['old/end', '', '', '·'],
      ],
    };
    const retiring = designOf(programme, { retired: { columns: {}, blocks: [block] } });
    const { section } = retiring;
    const stands = gridOf(retiring);
    const row = stands.findIndex(([role]) => role === 'old/title') + 1;
    expect(stands[row - 1]!.slice(1, 4)).toEqual(['retired:', '', 'Прежняя (больше не заполняется)']);
    const hidden = [row, row + 1, row + 2, row + 3].map((at) => lookAt(section.decorations, at, 1).hideRows ?? false);
    expect(hidden).toEqual([false, true, true, false]);
    expect(lookAt(section.decorations, row + 1, 4)).toEqual({ format: 'dd.MM.yyyy' });
    expect(lookAt(section.decorations, row, 4)).toMatchObject({ italic: true, background: '#eeeeee' });
    expect(retiredSection({ ...block, title: 'Прежняя (больше не заполняется)' }).values[0]![3]).toBe(
      'Прежняя (больше не заполняется)',
    );
  });
});

describe('the columns of a tab', () => {
  const design = () => designOf();

  test('roles and memory are hidden; remarks and the row’s name are frozen and take less than 480 pixels', () => {
    expect(design().hiddenColumns).toEqual([ROLE_COLUMN, MEMORY_COLUMN]);
    expect(design().frozenColumns).toBe(LAST_FROZEN_COLUMN);
    const seen = design().widths.slice(REMARK_COLUMN - 1, LAST_FROZEN_COLUMN);
    expect(seen.reduce((sum, width) => sum + width, 0)).toBeLessThan(480);
  });

  test('class, letter and subject stand in the same columns of every form', () => {
    const { blocks } = readTab(gridOf(design()));
    for (const { form, columns } of blocks.values()) {
      expect([form.key, columns.get('grade'), columns.get('letter')]).toEqual([
        form.key,
        FIRST_FIELD_COLUMN,
        FIRST_FIELD_COLUMN + 1,
      ]);
    }
    expect(blocks.get('marks')!.columns.get('subject')).toBe(LAST_FROZEN_COLUMN);
    expect(blocks.get('marks')!.columns.get('enrolled')).toBe(LAST_FROZEN_COLUMN + 1);
  });

  test('a slot no field names stays blank, and a second field for the same slot follows as any other', () => {
    const { grade, enrolled } = formOf('classes').fields;
    const form: Form = { ...formOf('classes'), fields: { grade: grade!, other: grade!, enrolled: enrolled! } };
    const columns = new Map(blockColumns(form, []).map(({ key: name, column }) => [name, column]));
    expect([columns.get('grade'), columns.get('other'), columns.get('enrolled'), columns.get('explanation')]).toEqual([
      4, 7, 8, 9,
    ]);
  });
});

test('captions stand once more where a new class begins, and are no rows', () => {
  const of = (grade: string, subject: string) => ({ cells: { ...MARKS_A, grade, subject } });
  const start = { marks: [of('5', 'Музыка'), of('5', 'Химия'), of('6', 'Музыка')] };
  const tab = readTab(gridOf(designOf(programme, { start })));
  const block = tab.blocks.get('marks')!;
  const roles = tab.grid.slice(block.firstRow - 1, block.firstRow + 3).map(([role]) => role);
  expect(roles).toEqual(['marks/row', 'marks/row', 'marks/caption', 'marks/row']);
  const caption = tab.grid[block.firstRow + 1]!;
  expect([caption[3], caption[5], caption[block.columns.get('five')! - 1]]).toEqual(['Класс', 'Предмет', '«5»']);
  expect(rowsOf(tab, block).map(({ raw, tabRow }) => [raw.row, raw.cells.grade, tabRow - block.firstRow])).toEqual([
    [1, '5', 0],
    [2, '5', 1],
    [3, '6', 3],
  ]);
});

test('captions that a sort has moved under another role are still no row, and a row under theirs is one', () => {
  const start = { marks: [{ cells: MARKS_A }, { cells: { ...MARKS_A, grade: '6' } }] };
  const grid = gridOf(designOf(programme, { start }));
  const { firstRow } = readTab(grid).blocks.get('marks')!;
  const [a, b] = [grid[firstRow]!, grid[firstRow + 1]!];
  [a[0], b[0]] = [b[0]!, a[0]!];
  const tab = readTab(grid);
  expect(tab.trouble).toEqual([]);
  expect(rowsOf(tab, tab.blocks.get('marks')!).map(({ raw }) => raw.cells.grade)).toEqual(['5', '6']);
});

test('rows tell by their colour what their remark tells by its sign', () => {
  const { conditions = [], rows: all } = designOf();
  const first = readTab(gridOf(designOf())).blocks.get('classes')!.titleRow;
  expect(conditions.map(({ formula }) => formula)).toEqual([
    `=AND($D${first}="Класс";RIGHT($A${first};7)<>"/header")`,
    `=$A${first}="results/head"`,
    `=LEFT($C${first};1)="✖"`,
    `=LEFT($C${first};1)="⚠"`,
    `=AND(OR($A${first}="pupils/row";$A${first}="pupils/header");ISNUMBER(FIND("""pupils.notMastered""";$B$1)))`,
  ]);
  for (const { row, rows, column } of conditions.slice(0, -1)) {
    expect([row, row + rows - 1, column]).toEqual([first, all, REMARK_COLUMN]);
  }
});

describe('rows', () => {
  test('wholly blank are no rows; the others are numbered as they stand', () => {
    const grid = typeInto(emptyTab(), 'marks', [MARKS_A, {}, { ...MARKS_A, grade: '6' }, { grade: ' ' }]);
    const tab = readTab(grid);
    const block = tab.blocks.get('marks')!;
    const rows = rowsOf(tab, block);
    expect(rows.map(({ raw, tabRow }) => [raw.row, raw.cells.grade, tabRow - block.firstRow])).toEqual([
      [1, '5', 0],
      [2, '6', 2],
    ]);
  });

  test('with nothing but a word of explanation are rows', () => {
    const tab = readTab(typeInto(emptyTab(), 'marks', [{ explanation: 'карантин' }]));
    expect(rowsOf(tab, tab.blocks.get('marks')!).map(({ raw }) => raw.explanation)).toEqual(['карантин']);
  });

  test('keep what was typed as it was typed', () => {
    const typed = { grade: '1-4', letter: ' А ', subject: '=Химия', enrolled: '12,5', five: new Date(2023, 4, 12) };
    const tab = readTab(typeInto(emptyTab(), 'marks', [typed]));
    expect(rowsOf(tab, tab.blocks.get('marks')!)[0]!.raw.cells).toMatchObject(typed);
  });

  test('inserted inside a form have a blank column A and are rows of it', () => {
    const grid = cleanTab();
    const block = readTab(grid).blocks.get('marks')!;
    const inserted: Cell[] = grid[block.firstRow - 1]!.map((value, index) => (index === 0 ? '' : value));
    inserted[FIRST_FIELD_COLUMN - 1] = '6';
    grid.splice(block.firstRow, 0, inserted);
    const tab = readTab(grid);
    expect(tab.trouble).toEqual([]);
    expect(rowsOf(tab, tab.blocks.get('marks')!).map(({ raw }) => raw.cells.grade)).toEqual(['5', '6']);
    expect(rowsOf(tab, tab.blocks.get('pupils')!)).toHaveLength(1);
  });

  test('whose cells were moved sideways are noticed: a share stands where a word of explanation belongs', () => {
    const grid = cleanTab();
    const block = readTab(grid).blocks.get('marks')!;
    const cells = grid[block.firstRow - 1]!;
    for (const [name, column] of block.columns) if (name.startsWith('calc:')) cells[column - 1] = 46.7;
    cells.splice(FIRST_FIELD_COLUMN - 1, 0, '');
    cells.length = grid[0]!.length;
    const tab = readTab(grid);
    expect(rowsOf(tab, tab.blocks.get('marks')!)[0]!.raw).toHaveProperty('misplaced');
  });

  test('with words where a share is worked out are noticed', () => {
    const grid = cleanTab();
    const block = readTab(grid).blocks.get('marks')!;
    grid[block.firstRow - 1]![block.columns.get('calc:sou')! - 1] = 'болел';
    const tab = readTab(grid);
    expect(rowsOf(tab, tab.blocks.get('marks')!)[0]!.raw.misplaced).toBe('болел');
  });
});

test('columns may change places: keys move with them', () => {
  const grid = cleanTab();
  const { columns, titleRow, endRow } = readTab(grid).blocks.get('marks')!;
  const [a, b] = [columns.get('five')! - 1, columns.get('two')! - 1];
  for (let row = titleRow + 1; row < endRow; row += 1) {
    const cells = grid[row]!;
    [cells[a], cells[b]] = [cells[b]!, cells[a]!];
  }
  const tab = readTab(grid);
  expect(tab.trouble).toEqual([]);
  expect(rowsOf(tab, tab.blocks.get('marks')!)[0]!.raw.cells).toMatchObject({ five: 2, two: 1 });
});

test('forms may change places', () => {
  const grid = cleanTab();
  const { titleRow, endRow } = readTab(grid).blocks.get('marks')!;
  const moved = grid.splice(titleRow - 1, endRow - titleRow + 1);
  const tab = readTab([...grid, ...moved]);
  expect(tab.trouble).toEqual([]);
  expect(cellsOf(tab)).toEqual(cellsOf(readTab(cleanTab())));
});

test('a header may be written in another case, with other spaces or line breaks', () => {
  const grid = cleanTab();
  const { titleRow, columns } = readTab(grid).blocks.get('marks')!;
  grid[titleRow + 2]![columns.get('enrolled')! - 1] = 'ПО СПИСКУ,\n чел.';
  expect(readTab(grid).trouble).toEqual([]);
});

describe('the head', () => {
  const changed = (...cells: readonly (readonly [row: number, column: number, value: Cell])[]) => {
    const grid = cleanTab();
    for (const [row, column, value] of cells) grid[row - 1]![column - 1] = value;
    return readTab(grid);
  };
  const lineOf = (form: string): number => readTab(cleanTab()).lines.get(form)!.row;

  test('says whose tab it is, of what period and on what the add-on rests', () => {
    const tab = readTab(cleanTab());
    expect([tab.school, tab.type, tab.period, tab.ticked, tab.status.state]).toEqual([
      ...[SCHOOL.key, SCHOOL.type, PERIOD, false, 'draft'],
    ]);
    expect(tab.facts).toMatchObject({ group: SCHOOL.group, due: programme.forms.map(({ key }) => key), gid: GID });
    expect(tab.head.get('head/submit')).toBe(HEAD.submit);
  });

  test('tells of each form what the school says of it as a whole', () => {
    const row = lineOf('pupils');
    const { lines } = changed([row, ANSWER_COLUMN, ' не было '], [row, REASON_COLUMN, ' карантин ']);
    expect(lines.get('pupils')).toEqual({ row, answer: 'не было', reason: 'карантин' });
    expect(lines.get('marks')).toEqual({ row: lineOf('marks'), answer: null, reason: '' });
    expect([...lines.keys()].sort()).toEqual(programme.forms.map(({ key }) => key).sort());
    expect(changed([row, ANSWER_COLUMN, 'не знаю']).lines.get('pupils')!.answer).toBeNull();
  });

  test('without a line for a form that is new to the programme has none and is in order', () => {
    const grid = cleanTab();
    const block = readTab(grid).blocks.get('context')!;
    grid.splice(block.titleRow - 1, block.endRow - block.titleRow + 1);
    grid[lineOf('context') - 1]![ROLE_COLUMN - 1] = 'head/spare';
    const { lines, trouble } = readTab(grid);
    expect([lines.has('context'), lines.size, trouble]).toEqual([false, programme.forms.length - 1, []]);
  });

  test('has «Сдать» ticked only by a tick', () => {
    expect(changed([HEAD.submit, BOX_COLUMN, true]).ticked).toBe(true);
    for (const word of ['да', 'true', 1]) expect(changed([HEAD.submit, BOX_COLUMN, word]).ticked).toBe(false);
  });

  test('keeps its state in a hidden cell', () => {
    const status = { state: 'accepted', at: '2023-06-25T10:00', by: 'coordinator' } as const;
    expect(changed([HEAD.status, STATE_COLUMN, JSON.stringify(status)]).status).toEqual(status);
  });

  test('whose line was copied below is read by the upper one; spare lines are each their own', () => {
    const grid = cleanTab();
    const spare = [...readTab(grid).head.keys()].filter((role) => role.startsWith('head/spare/'));
    expect(spare.length).toBeGreaterThan(1);
    const copied = grid[HEAD.submit - 1]!.map((cell, at) => (at + 1 === BOX_COLUMN ? true : cell));
    grid.splice(HEAD.submit, 0, copied);
    const tab = readTab(grid);
    expect([tab.head.get('head/submit'), tab.ticked]).toEqual([HEAD.submit, false]);
  });

  test('is over where another role stands', () => {
    const grid = cleanTab();
    grid.push([], ['head/form/later']);
    expect(readTab(grid).head.has('head/form/later')).toBe(false);
    // Cut within its head a tab has no forms.
    const { head, blocks } = readTab(grid.slice(0, HEAD.forms));
    expect([head.has('head/forms'), blocks.size]).toEqual([true, 0]);
  });
});

describe('what is out of order on a tab is found and named', () => {
  const marks = readTab(cleanTab()).blocks.get('marks')!;
  const pupils = readTab(cleanTab()).blocks.get('pupils')!;

  /** The troubles after a change of a tab that was in order. */
  function troubles(change: (grid: Grid) => void): { id: string; form?: string; row: number; found?: string }[] {
    const grid = cleanTab();
    change(grid);
    return [...readTab(grid).trouble];
  }
  const set = (row: number, column: number, value: Cell) => (grid: Grid) => {
    grid[row - 1]![column - 1] = value;
  };
  const ids = (change: (grid: Grid) => void): string[] => troubles(change).map(({ id }) => id);

  test('nothing, when all is in order', () => {
    expect(troubles(() => {})).toEqual([]);
  });

  test('the last row of a form is gone', () => {
    const found = troubles((grid) => grid.splice(marks.endRow - 1, 1));
    expect(found).toContainEqual(expect.objectContaining({ id: 'block/no-end', form: 'marks' }));
    expect(found.map(({ form }) => form)).not.toContain('pupils');
  });

  test('the last row of the last form is gone', () => {
    expect(ids((grid) => grid.splice(-1))).toContain('block/no-end');
  });

  test('a header was changed', () => {
    expect(troubles(set(marks.titleRow + 3, marks.columns.get('five')!, 'Пятёрки'))).toEqual([
      { id: 'block/header-differs', form: 'marks', row: marks.titleRow + 3, found: 'Пятёрки' },
    ]);
  });

  test('two headers were exchanged without their columns', () => {
    const change = (grid: Grid) => {
      const cells = grid[marks.titleRow + 2]!;
      const [a, b] = [marks.columns.get('five')! - 1, marks.columns.get('two')! - 1];
      [cells[a], cells[b]] = [cells[b]!, cells[a]!];
    };
    expect(ids(change)).toEqual(['block/header-differs', 'block/header-differs']);
  });

  test('a header was emptied: it is named by what belongs there', () => {
    expect(troubles(set(marks.titleRow + 3, marks.columns.get('five')!, ''))[0]).toMatchObject({ found: '«5»' });
  });

  test('a key stands twice', () => {
    expect(troubles(set(marks.titleRow + 2, marks.columns.get('five')!, 'two'))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'block/key-twice', form: 'marks', found: 'two' }),
        expect.objectContaining({ id: 'block/no-key', form: 'marks', found: '«5»' }),
      ]),
    );
  });

  test('a key is gone', () => {
    expect(ids(set(marks.titleRow + 2, marks.columns.get('five')!, ''))).toContain('block/no-key');
  });

  test('data stand between two forms', () => {
    expect(troubles(set(marks.endRow + 1, 4, 'Химия'))).toEqual([
      { id: 'tab/stray-row', row: marks.endRow + 1, found: 'Химия' },
    ]);
  });

  test('data stand below the last form', () => {
    expect(ids((grid) => grid.push([], ['', '', '', '5', 'А']))).toEqual(['tab/stray-row']);
  });

  test('data stand beside the columns of a form', () => {
    expect(troubles(set(marks.firstRow, cleanTab()[0]!.length + 1, 'лишнее'))).toContainEqual({
      id: 'block/outside-fields',
      form: 'marks',
      row: marks.firstRow,
      found: 'лишнее',
    });
  });

  test('long words that stand where nothing belongs are told by their beginning', () => {
    const long = 'слово '.repeat(20).trim();
    expect(troubles(set(marks.endRow + 1, 4, long))[0]!.found).toBe(long.slice(0, 40));
    expect(troubles(set(marks.titleRow, marks.columns.get('two')!, long))[0]!.found!.length).toBeLessThanOrEqual(40);
    const renamed = troubles((grid) => {
      set(marks.titleRow, FIRST_FIELD_COLUMN, long)(grid);
      set(marks.titleRow, marks.columns.get('two')!, '7')(grid);
    });
    expect(renamed[0]!.found).toBe(long.slice(0, 40));
    const outside = troubles(set(marks.firstRow, cleanTab()[0]!.length + 1, long));
    expect(outside.find(({ id }) => id === 'block/outside-fields')!.found).toBe(long.slice(0, 40));
  });

  test('an end mark stands beyond the columns: cells of a column nobody has named were shifted there', () => {
    const beyond = Math.max(...marks.columns.values()) + 1;
    expect(ids(set(marks.endRow, beyond, 7))).toEqual(['block/shifted']);
    // A mark without a key is a column in the making, and spaces are nothing.
    expect(ids(set(marks.endRow, beyond, '·'))).toEqual([]);
    expect(ids(set(marks.endRow, beyond, '  '))).toEqual([]);
    expect(ids(set(marks.endRow, marks.columns.get('five')!, ' · '))).toEqual([]);
  });

  test('of a form that the programme no longer has nothing: its rows stay as they are', () => {
    const old: Grid = ['title', 'help', 'keys', 'header', 'row', 'row', 'end'].map((part) => [
      ...[`former/${part}`, '', '', part === 'row' ? '7' : part, 'прежнее'],
    ]);
    const between = (rows: Grid) => (grid: Grid) => grid.splice(pupils.titleRow - 1, 0, ...rows, ['']);
    expect(ids(between(old))).toEqual([]);
    expect(ids((grid) => grid.push([''], ...old))).toEqual([]);
    const read = cleanTab();
    between(old)(read);
    expect([...readTab(read).blocks.keys()].sort()).toEqual([...readTab(cleanTab()).blocks.keys()].sort());
    // Without its end, too: where another form's title stands, it is over.
    expect(ids(between(old.slice(0, -1)))).toEqual([]);
    const endless = cleanTab();
    between(old.slice(0, -1))(endless);
    expect(readTab(endless).blocks.has('pupils')).toBe(true);
    // What stands after its end is data again.
    expect(ids(between([...old, ['', '', '', 'Химия']]))).toEqual(['tab/stray-row']);
  });

  test('the version that made the tab, where that was 0.1.0', () => {
    expect(troubles((grid) => grid.splice(HEAD.forms - 1, 0, ['head/completeness']))).toEqual([
      { id: 'tab/older-version', row: 0 },
    ]);
  });

  test('a form is gone', () => {
    const found = troubles((grid) => grid.splice(pupils.titleRow - 1, pupils.endRow - pupils.titleRow + 1));
    expect(found).toEqual([{ id: 'tab/no-form', row: 0, form: 'pupils' }]);
  });

  test('the title row of a form is gone', () => {
    expect(ids((grid) => grid.splice(pupils.titleRow - 1, 1))).toContain('tab/no-form');
  });

  test.each([1, 2, 3])('row %d of the title of a form is gone', (offset) => {
    expect(ids((grid) => grid.splice(marks.titleRow - 1 + offset, 1))).toContain('block/out-of-order');
  });

  test('a row was inserted into the title of a form', () => {
    expect(ids((grid) => grid.splice(marks.titleRow, 0, Array<Cell>(grid[0]!.length).fill('')))).toContain(
      'block/out-of-order',
    );
  });

  test('a row of another form was pasted with its role', () => {
    expect(ids(set(marks.firstRow + 2, ROLE_COLUMN, 'pupils/row'))).toContain('block/no-end');
  });

  test('a form stands there twice', () => {
    const found = ids((grid) => grid.push(...copyOf(grid.slice(marks.titleRow - 1, marks.endRow))));
    expect(new Set(found)).toEqual(new Set(['tab/stray-row']));
  });

  test.each(['down', 'up'])('the cells of one column were shifted %s', (way) => {
    const change = (grid: Grid) => {
      const column = marks.columns.get('five')! - 1;
      const cells = grid.map((row) => row[column]!);
      if (way === 'down') cells.splice(marks.firstRow - 1, 0, '');
      else cells.splice(marks.firstRow - 1, 1);
      for (const [index, row] of grid.entries()) row[column] = cells[index] ?? '';
    };
    expect(ids(change)).not.toEqual([]);
  });

  test.each([
    ['a second word stands in the title', () => set(marks.titleRow, marks.columns.get('two')!, '7')],
    ['the title is gone', () => (grid: Grid) => grid[marks.titleRow - 1]!.fill('', REMARK_COLUMN)],
    ['a second word stands in the line of help', () => set(marks.titleRow + 1, marks.columns.get('two')!, '7')],
    ['an end mark is gone', () => set(marks.endRow, marks.columns.get('five')!, '')],
    ['a number stands in place of an end mark', () => set(marks.endRow, marks.columns.get('five')!, 7)],
    ['the end mark below the explanations is gone', () => set(marks.endRow, marks.columns.get('explanation')!, '')],
  ])('%s: the frame is not as it was made', (_, change) => {
    expect(ids(change())).toContain('block/shifted');
  });

  test('a line of help that was cleared and a calculated cell below the rows are no trouble', () => {
    expect(ids((grid) => grid[marks.titleRow]!.fill('', REMARK_COLUMN))).toEqual([]);
    expect(ids(set(marks.endRow, marks.columns.get('calc:pass-rate')!, 93.3))).toEqual([]);
  });

  test('the head cannot be read', () => {
    expect(ids(set(HEAD.title, ROLE_COLUMN, ''))).toContain('tab/no-head');
    expect(ids(set(HEAD.period, ROLE_COLUMN, 'head/period/'))).toContain('tab/no-head');
    expect(ids((grid) => grid.splice(0, 0, Array<Cell>(grid[0]!.length).fill('')))).toContain('tab/no-head');
    expect(ids((grid) => grid.splice(HEAD.check - 1, 1))).toContain('tab/no-head');
  });

  test('of a school or of a period that cannot be read, of a head that lacks a line, each by itself', () => {
    const roles = [
      [HEAD.title, 'head/school/'],
      [HEAD.title, 'head/school//СОШ'],
      [HEAD.period, 'head/period'],
      ...[HEAD.submit, HEAD.answer, HEAD.status, HEAD.forms].map((row) => [row, 'head/other'] as const),
    ] as const;
    for (const [row, role] of roles) expect(ids(set(row, ROLE_COLUMN, role))).toContain('tab/no-head');
  });

  test('a tab that was cut off below the title of a form is told of, and no row of that form is lost in silence', () => {
    for (const rows of [1, 2, 3, 4]) {
      const found = troubles((grid) => grid.splice(marks.titleRow - 1 + rows));
      expect(found.filter(({ form }) => form === 'marks').map(({ id }) => id)).toEqual(
        expect.arrayContaining([rows < 4 ? 'block/out-of-order' : 'block/no-end', 'block/no-end']),
      );
    }
  });

  test('data stand in the row of a title that nothing else is left of', () => {
    expect(ids((grid) => grid.push(['', '', '', '', '7']))).toEqual(['tab/stray-row']);
    // What the add-on itself remembers or remarks beside a blank row is none.
    expect(ids((grid) => grid.push(['', '{}', '⚠ слово']))).toEqual([]);
  });

  test('data stand in the last row of a form that has left the programme, and in those below it', () => {
    const former = ['title', 'help', 'end'].map((part) => [`former/${part}`, '', '', 'слово']);
    expect(ids((grid) => grid.push([''], ...former, ['', '', '', 'Химия']))).toEqual(['tab/stray-row']);
    expect(ids((grid) => grid.push([''], ...former.slice(0, 2), ['', '', '', 'Химия']))).toEqual([]);
    // Rows that people have inserted into it, directly below another form.
    expect(ids((grid) => grid.push(...former.slice(0, 2), ['', '', '', '7'], ['', '', '', '8'], former[2]!))).toEqual(
      [],
    );
    // The name of no form at all.
    expect(ids((grid) => grid.push(['два слова/title', '', '', 'слово']))).toEqual(['tab/stray-row']);
    expect(ids((grid) => grid.push(['два!/title', '', '', 'слово']))).toEqual(['tab/stray-row']);
    expect(ids((grid) => grid.push(['/title', '', '', 'слово']))).toEqual(['tab/stray-row']);
  });

  test('nothing that the programme has changed since the tab was made: the next run of the coordinator brings it', () => {
    const changed = {
      ...programme,
      forms: programme.forms.map((form) =>
        form.key === 'marks'
          ? {
              ...form,
              fields: { ...form.fields, two: { ...form.fields.two!, title: 'Двоек' }, six: form.fields.five! },
            }
          : form,
      ),
    };
    const found = (change: (grid: Grid) => void) => {
      const grid = cleanTab();
      change(grid);
      return readTab(grid, changed).trouble.map(({ id, found: what }) => [id, what]);
    };
    expect(found(() => {})).toEqual([]);
    // Whoever rewords a title, or writes over what the tab was made with, takes away by what the others are known.
    const reworded = found(set(marks.titleRow + 3, marks.columns.get('five')!, 'Пятёрки'));
    expect(reworded).toEqual([
      ['block/header-differs', 'Пятёрки'],
      ['block/header-differs', '«2»'],
    ]);
    for (const written of ['', '{"k":', '{"k":7}', 'слово'])
      expect(found(set(marks.titleRow + 3, MEMORY_COLUMN, written))).toEqual([
        ['block/header-differs', '«2»'],
        ['block/no-key', '«5»'],
      ]);
    expect(found(set(marks.titleRow + 2, marks.columns.get('three')!, ''))).toContainEqual(['block/no-key', '«3»']);
  });

  test('of what the add-on tells the school of its own results nothing; what stands below it is data', () => {
    const results = resultsRows('2022-Q4', [{ words: 'Ваши результаты' }, { words: 'Успеваемость 93 %' }]);
    expect(ids((grid) => grid.push([''], ...results))).toEqual([]);
    expect(ids((grid) => grid.push([''], ...results, ['', '', '', 'Химия']))).toEqual(['tab/stray-row']);
  });

  test('the tab is blank', () => {
    const { trouble, blocks } = readSchoolTab(programme, []);
    expect(trouble.map(({ id }) => id)).toEqual(['tab/no-head']);
    expect(blocks.size).toBe(0);
  });
});

test('a tab is read whole when it ends with the end of a form, blank rows below it or not', () => {
  const grid = cleanTab();
  const end = grid.map(([role]) => String(role).endsWith('/end')).lastIndexOf(true);
  expect(isWhole(grid)).toBe(true);
  expect(isWhole(grid.slice(0, end + 1))).toBe(true);
  expect(isWhole([...grid.slice(0, end + 1), [], ['', '', 'слово']])).toBe(true);
  expect(isWhole(grid.slice(0, end))).toBe(false);
  expect(isWhole(grid.slice(0, end - 1))).toBe(false);
  expect(isWhole([...grid.slice(0, end + 1), ['unrecognised/row', '', 'строка 7']])).toBe(true);
  expect(isWhole([...grid.slice(0, end + 1), ['results/line', 'results 2022-Q4']])).toBe(true);
  expect([isWhole([]), isWhole([[''], ['']]), isWhole([['marks/row']])]).toEqual([true, true, false]);
});

test('a damaged tab never lends rows of one form to another', () => {
  const base = typeInto(cleanTab(), 'pupils', [PUPILS_A, { ...PUPILS_A, grade: '6' }]);
  const own = cellsOf(readTab(base));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: base.length }), fc.constantFrom('delete', 'blank', 'role'), (row, how) => {
      const grid = copyOf(base);
      if (how === 'delete') grid.splice(row - 1, 1);
      else if (how === 'blank') grid[row - 1] = grid[row - 1]!.map(() => '');
      else grid[row - 1]![0] = '';
      const tab = readTab(grid);
      if (tab.trouble.length > 0) return;
      for (const [form, rows] of Object.entries(cellsOf(tab))) {
        for (const cells of rows) expect(own[form]).toContainEqual(cells);
      }
    }),
    { numRuns: 300 },
  );
});

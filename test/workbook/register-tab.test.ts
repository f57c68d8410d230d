import { type Cell, decimal, type Grid } from '../../src/model';
import {
  cellAt,
  fieldCell,
  ID,
  keysCells,
  LABEL,
  REMARK,
  readRegister,
  registerCells,
  registerDesign,
  registerTabOf,
} from '../../src/workbook';
import { papers } from '../domain/sample-register';

const TAB = () => registerTabOf(papers, [papers]);

/** The register's tab as made, without the order's rows, and rows typed into it by the keys of its columns. */
function gridWith(...rows: readonly Readonly<Record<string, Cell>>[]): Grid {
  const { values } = registerDesign({ ...papers, starts: [] }, [papers]).section;
  const order = TAB().columns.map(({ key }) => key);
  return [...values.slice(0, 3), ...rows.map((row) => order.map((key) => row[key] ?? ''))];
}
const read = (grid: Grid) => readRegister(TAB(), papers, grid);

test('rows in which something is typed are rows of the register, each with its place and number', () => {
  const grid = gridWith({ id: ' Б-101 ', number: '1', title: 'Положение' }, {}, { title: 'План' });
  expect(read(grid)!.rows).toMatchObject([
    { place: 4, id: 'Б-101', cells: { number: '1', title: 'Положение' } },
    { place: 6, id: '', cells: { title: 'План' } },
  ]);
});

test('a number, a label or a remark that a run has written makes no row by itself', () => {
  expect(read(gridWith({ id: 'Б-101', label: 'Положение', remark: 'Проверьте' }))!.rows).toEqual([]);
  expect(read(gridWith({ id: 'Б-101', pages: 0 }))!.rows).toHaveLength(1);
});

test('the highest number and the order of schools stand beside the keys', () => {
  expect(read(gridWith())).toMatchObject({ lastNumber: 0, numbered: [] });
  const grid = gridWith({ title: 'План' });
  grid[1] = keysCells(
    TAB(),
    TAB().columns.map(({ key }) => key),
    '107 ushumun daktuy',
  );
  expect(read(grid)).toMatchObject({ lastNumber: 107, numbered: ['ushumun', 'daktuy'] });
});

test('a tab whose keys are gone cannot be read; a column that it lacks stands at its right edge from then on', () => {
  const grid = gridWith({ title: 'План' });
  expect(read(grid.map((row, at) => (at === 1 ? row.map(() => '') : row)))).toBeNull();
  const [id, pages] = [ID, 'pages'].map((key) => TAB().columns.findIndex((column) => column.key === key)) as [
    number,
    number,
  ];
  expect(read(grid.map((row) => row.filter((_, column) => column !== id)))).toBeNull();
  const without = read(grid.map((row) => row.filter((_, column) => column !== pages)))!;
  expect(without.rows).toHaveLength(1);
  expect(without.layout.order.at(-1)).toBe('pages');
  expect(without.patches.map(({ kind }) => kind)).toEqual(['add-columns', 'values']);
});

test('a cell is found by its row and the key of its column', () => {
  const grid = gridWith({ id: 'Б-101', title: 'Положение' });
  const { layout } = read(grid)!;
  expect([cellAt(grid, layout, 4, 'id'), cellAt(grid, layout, 4, 'title')]).toEqual(['Б-101', 'Положение']);
  expect([cellAt(grid, layout, 4, 'unknown'), cellAt(grid, layout, 99, 'title')]).toEqual(['', '']);
});

describe('a row of a register on its tab', () => {
  const labels = new Map([
    ['Б-01', 'Положение'],
    ['a', 'Школа А'],
    ['b', 'Школа Б'],
  ]);
  const cell = (key: string, value: string | number | null | undefined) => fieldCell(papers, key, value, labels);

  test('shows days as days, rows and schools by what they are called, numbers as they are', () => {
    expect(cell('signedOn', '2023-05-12')).toEqual(new Date(2023, 4, 12));
    const words = ['в мае', '2023-5-12', '12.05.2023', 'с 2023-05-12', '2023-05-12 утром'];
    expect(words.map((day) => cell('signedOn', day))).toEqual(words);
    const stateless = { ...papers, status: undefined } as unknown as typeof papers;
    expect(fieldCell(stateless, 'status', 'нет', labels)).toBe('нет');
    expect([cell('replaces', 'Б-01'), cell('replaces', 'Б-99')]).toEqual(['Положение', 'Б-99']);
    expect(cell('school', 'a')).toBe('Школа А');
    expect([cell('pages', 0), cell('pages', null), cell('pages', undefined)]).toEqual([0, '', '']);
    const titled = {
      ...papers,
      status: { field: 'status', cycle: { states: [{ key: 'нет', title: 'Не начата' }], moves: [] } },
    };
    expect(fieldCell(titled as unknown as typeof papers, 'status', 'нет', labels)).toBe('Не начата');
    expect(fieldCell(titled as unknown as typeof papers, 'title', 'нет', labels)).toBe('нет');
  });

  test('has its number, its name and all its fields', () => {
    const start = { ...papers.starts[0], pages: 3, signedOn: '', proof: '', why: '', school: '', replaces: '' };
    expect(registerCells(papers, start as never)).toMatchObject({
      id: 'Б-01',
      label: expect.stringContaining('Положение'),
      title: 'Положение',
      pages: 3,
    });
  });
});

describe('the tab of a register', () => {
  const columnOf = (register: typeof papers, key: string) =>
    registerTabOf(register, [papers]).columns.find((column) => column.key === key);
  const more = (change: object) => ({ ...papers, ...change }) as unknown as typeof papers;

  test('asks for numbers, days, words of lists, schools and rows of other registers, each by its rule', () => {
    const rules = ['pages', 'signedOn', 'status', 'school', 'replaces', 'proof'].map(
      (key) => columnOf(papers, key)!.rule,
    );
    expect(rules).toMatchObject([
      { kind: 'whole-number' },
      { kind: 'date' },
      { kind: 'list', choices: ['нет', 'проект', 'утверждён'] },
      { kind: 'rows-of', tab: 'schools', key: 'name' },
      { kind: 'rows-of', name: 'Бумаги', key: LABEL },
      undefined,
    ]);
    expect(registerTabOf(papers, []).columns.find(({ key }) => key === 'replaces')!.rule).toBeUndefined();
    expect(['pages', 'signedOn', 'title'].map((key) => columnOf(papers, key)!.format)).toEqual([
      '0',
      'dd.MM.yyyy',
      '@',
    ]);
  });

  test('has the number of a row first, what runs compute side by side, remarks behind, hidden fields last', () => {
    const order = (register: typeof papers) => registerTabOf(register, [papers]).columns.map(({ key }) => key);
    const all = Object.keys(papers.fields);
    expect(order(papers)).toEqual([ID, ...all, REMARK, LABEL]);
    const changed = more({ hidden: ['why'], hand: { ...papers.hand, signedOn: 'computed' } });
    const rest = all.filter((key) => !['why', 'signedOn'].includes(key));
    expect(order(changed)).toEqual([ID, ...rest, 'signedOn', REMARK, LABEL, 'why']);
    expect(columnOf(changed, 'why')!.hidden).toBe(true);
    // Nobody picks what is computed.
    expect(columnOf(changed, 'signedOn')!.rule).toBeUndefined();
  });

  test('shuts what is the order’s, in its rows only, and tells beside them what the order says', () => {
    const { section, frozenColumns } = registerDesign(more({ notes: { title: 'number' } }), [papers]);
    const columns = TAB().columns.map(({ key }) => key);
    const shaded = section.decorations.filter(({ background, row, rows }) => background && row === 4 && rows === 2);
    expect(shaded.map(({ column }) => columns[column - 1])).toEqual(['number', 'title']);
    expect(
      section.decorations
        .filter(({ note, row }) => note && row > 3)
        .map(({ row, column, note }) => [row, columns[column - 1], note]),
    ).toEqual([
      [4, 'title', '1'],
      [5, 'title', '2'],
    ]);
    expect(section.decorations.find(({ border, rows }) => border && rows > 30)).toMatchObject({
      row: 4,
      rows: 32,
      columns: columns.length,
    });
    expect(columns[frozenColumns - 1]).toBe('title');
    const bare = registerDesign(more({ starts: [] }), [papers]).section.decorations;
    expect(bare.filter(({ background, row }) => background && row > 3)).toEqual([]);
  });

  test('asks for a number with a fraction, and for rows of just the register that a field refers to', () => {
    const sum = decimal('Сумма', 'Сколько рублей.');
    const changed = more({ fields: { ...papers.fields, sum } });
    expect(columnOf(changed, 'sum')).toMatchObject({ format: '0.##', rule: { kind: 'number', help: sum.help } });
    const others = { ...papers, key: 'others', title: 'Прочее' } as unknown as typeof papers;
    const replaces = registerTabOf(papers, [others, papers]).columns.find(({ key }) => key === 'replaces')!;
    expect(replaces.rule).toMatchObject({ kind: 'rows-of', name: 'Бумаги' });
    expect(columnOf(papers, 'proof')).not.toHaveProperty('rule');
  });

  test('lets people choose a word of the order for their own rows, but not what is hidden, nor the order’s days', () => {
    const hand = { ...papers.hand, status: 'order', signedOn: 'order' };
    expect(columnOf(more({ hand }), 'status')!.rule).toMatchObject({ kind: 'list' });
    expect(columnOf(more({ hand }), 'signedOn')).not.toHaveProperty('rule');
    expect(columnOf(more({ hand, hidden: ['status'] }), 'status')).not.toHaveProperty('rule');
    expect(columnOf(more({ hand: { ...hand, status: 'computed' } }), 'status')).not.toHaveProperty('rule');
  });

  test('is as wide as each column’s title needs, or as the register says', () => {
    expect(columnOf(more({ widths: { pages: 300 } }), 'pages')!.width).toBe(300);
    expect(columnOf(papers, 'pages')!.width).toBe(75);
    expect(columnOf(papers, 'proof')!.width).toBe(150);
    expect([columnOf(papers, ID)!.hidden, columnOf(papers, LABEL)!.hidden, columnOf(papers, REMARK)!.hidden]).toEqual([
      ...[true, true],
      undefined,
    ]);
  });

  test('of which people need not know is out of sight', () => {
    expect([registerDesign(papers, [papers]).hidden, registerDesign(more({ quiet: true }), [papers]).hidden]).toEqual([
      false,
      true,
    ]);
  });
});

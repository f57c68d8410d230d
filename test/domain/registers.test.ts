import { identifyRows, rowsRead, sameRegister, settleRegister } from '../../src/domain';
import { readRow } from '../../src/domain/register-rows';
import type { Cell, RegisterRow, World } from '../../src/model';
import { papers } from './sample-register';

const typed = (id: string, cells: Readonly<Record<string, Cell>>) => ({ id, cells });
const first = typed('Б-01', { number: '1', title: 'Положение', status: 'проект' });
const second = typed('Б-02', { number: '2', title: 'План', status: 'проект' });
const ids = (rows: readonly ReturnType<typeof typed>[], last = 0) =>
  identifyRows(papers, rows, last).rows.map(({ id, repeats }) => (repeats ? `копия ${repeats}` : id));

const WORLD: World = {
  today: '2023-06-25',
  period: '2023-Q2',
  schools: [],
  figures: () => [],
  registers: {},
  collected: [],
  reports: [],
  changeOf: () => ({ low: -1, high: 1 }),
};
const found = (rows: readonly ReturnType<typeof typed>[], before: readonly RegisterRow[] = []) => {
  const read = rowsRead(papers, identifyRows(papers, rows, 0));
  const world = { ...WORLD, registers: { papers: read.map(({ row }) => row) } };
  return settleRegister(papers, read, world, before).flatMap(({ findings }) => findings);
};
const idsFound = (...args: Parameters<typeof found>) => found(...args).map(({ id, row }) => `${row} ${id}`);

describe('ids of rows', () => {
  test('stay with their rows in whatever order these stand', () => {
    expect(ids([second, first])).toEqual(['Б-02', 'Б-01']);
  });

  test('a row of a person gets a number above the order’s, never one that a deleted row had', () => {
    const own = typed('', { title: 'Своя' });
    expect(ids([first, second, own])).toEqual(['Б-01', 'Б-02', 'Б-101']);
    expect(ids([first, second, own], 107)[2]).toBe('Б-108');
    expect(ids([first, typed('Б-103', { title: 'Прежняя' }), own])[2]).toBe('Б-104');
  });

  test('a row of the order that lost its id is known by its words', () => {
    expect(ids([typed('', first.cells), second])).toEqual(['Б-01', 'Б-02']);
    expect(ids([typed('мусор', first.cells), second])).toEqual(['Б-01', 'Б-02']);
  });

  test('a copied row of a person gets an id of its own', () => {
    const own = typed('Б-101', { title: 'Своя' });
    expect(ids([first, second, own, own].map((row) => ({ ...row })))).toEqual(['Б-01', 'Б-02', 'Б-101', 'Б-102']);
  });

  test('a copied row of the order is none', () => {
    expect(ids([first, second, { ...first }])).toEqual(['Б-01', 'Б-02', 'копия Б-01']);
  });

  test('a copied row of the order that was made another one is a row of its own, also above the order’s', () => {
    expect(ids([typed('Б-01', { number: '9', title: 'Своя' }), first, second])).toEqual(['Б-101', 'Б-01', 'Б-02']);
  });

  test('rows of the order that stand nowhere are missing', () => {
    expect(identifyRows(papers, [second], 0).missing.map(({ id }) => id)).toEqual(['Б-01']);
  });
});

describe('rows in typed values', () => {
  const read = (cells: Readonly<Record<string, Cell>>) =>
    rowsRead(papers, identifyRows(papers, [typed('', cells)], 0))[0]!;

  test('days are ISO, counts numbers, references ids, blanks empty', () => {
    const { row } = read({ title: 'Своя', signedOn: new Date(2023, 4, 12), pages: 3, replaces: 'Б-02 План' });
    expect(row).toMatchObject({ id: 'Б-101', signedOn: '2023-05-12', pages: 3, replaces: 'Б-02', proof: '' });
    for (const replaces of ['б–02 План', 'Б - 02', '\u200bБ‑02\u00a0План'])
      expect(read({ title: 'Своя', replaces }).row.replaces).toBe('Б-02');
  });

  test('a blank status is the first one', () => {
    expect(read({ title: 'Своя' }).row.status).toBe('нет');
  });

  test('in a row of the order the order’s words hold whatever was typed over them', () => {
    const rows = rowsRead(papers, identifyRows(papers, [typed('Б-01', { number: '1', title: 'Переписано' })], 0));
    expect(rows[0]!.row.title).toBe('Положение');
  });

  test('a mistyped day is named and kept', () => {
    const { row, faults } = read({ title: 'Своя', signedOn: '45.13.2022' });
    expect(row.signedOn).toBe('45.13.2022');
    expect(faults).toEqual([expect.objectContaining({ id: 'cell/not-a-date', field: 'signedOn' })]);
  });
});

test('what a cell and what a whole row says wrong is found together, under the row’s id', () => {
  const own = typed('', { title: 'Своя', status: 'утверждён', signedOn: 'в мае', replaces: 'Б-09 Нет такой' });
  expect(idsFound([first, second, own])).toEqual([
    'Б-101 cell/not-a-date',
    'Б-101 register/done-without-evidence',
    'Б-101 register/unknown-row',
  ]);
});

test('a register is the same until somebody types in it', () => {
  const rows = [{ id: 'Б-01', number: '1', pages: 2 }];
  expect(sameRegister(papers, rows, rows)).toBe(true);
  expect(sameRegister(papers, rows, [{ ...rows[0]!, pages: 3 }])).toBe(false);
});

test('a state is known by its title in whatever spelling, and a row without one is in the first', () => {
  const states = [
    { key: 'none', title: 'Не начато' },
    { key: 'draft', title: 'Проект' },
  ];
  const register = { ...papers, status: { field: 'status', cycle: { states, moves: [] } } } as unknown as typeof papers;
  const of = (status: Cell) => readRow(register, { typed: typed('Б-101', { status }), id: 'Б-101' } as never);
  expect(['', '  ', 'Проект', ' ПРОЕКТ ', 'не  начато'].map((cell) => of(cell).row.status)).toEqual([
    ...['none', 'none', 'draft', 'draft', 'none'],
  ]);
  expect(of('Почти').faults).toMatchObject([{ field: 'status', id: 'cell/not-in-list', details: { found: 'Почти' } }]);
});

test('numbers, days and schools of a row are read as in forms, and what is wrong is told by its column', () => {
  const of = (cells: Readonly<Record<string, Cell>>) =>
    readRow(papers, { typed: typed('Б-101', cells), id: 'Б-101' } as never, [
      { key: 'a', name: 'Школа А', type: '', group: '', partner: '' },
    ]);
  const { row, faults } = of({ pages: '12', signedOn: '12.05.2023', school: 'школа а', replaces: 'Б-01 · Положение' });
  expect(row).toMatchObject({
    id: 'Б-101',
    pages: 12,
    signedOn: '2023-05-12',
    school: 'a',
    replaces: 'Б-01',
    proof: '',
  });
  expect(faults).toEqual([]);
  expect(of({ pages: 'много', signedOn: 'вчера' }).faults.map(({ field, id }) => [field, id])).toEqual([
    ['signedOn', 'cell/not-a-date'],
    ['pages', 'cell/not-a-number'],
  ]);
});

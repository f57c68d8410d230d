import fc from 'fast-check';
import { type Cell, canonicalJson, type Grid } from '../../src/model';
import {
  fitsPeriod,
  keyedDesign,
  periodRow,
  periodsTab,
  placeBeside,
  planPeriods,
  readPeriods,
  rowOfPeriod,
} from '../../src/workbook';
import { gridOf, withRows } from '../build';

const CELL_LIMIT = 50_000;

/** The tab «Периоды» after the given periods were stored. */
const storedTab = (...periods: Parameters<typeof periodRow>[0][]): Grid => withRows(periodsTab, periods.map(periodRow));

const periodCells = (closed: Parameters<typeof periodRow>[0]): Cell[] => storedTab(closed).at(-1)!;

const period = (json: string, key = '2023-Q2') => ({ key, closedAt: '12.07.2023 03:10', hash: 'abc', json });

test('a snapshot of 200,000 characters is read back as it was', () => {
  const json = canonicalJson({ text: '=-+@\'"« я »\\n'.repeat(20_000).slice(0, 200_000) });
  expect(json.length).toBeGreaterThan(200_000);
  expect(readPeriods(storedTab(period(json)))).toEqual([period(json)]);
});

test('any snapshot is read back as it was, and every cell holds what a cell can', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=', "'", '+', '-', '@', '«', '😀'));
  fc.assert(
    fc.property(piece, fc.integer({ min: 1, max: 60_000 }), (text, times) => {
      const json = canonicalJson([text.repeat(times).slice(0, 200_000)]);
      const cells = periodCells(period(json));
      for (const cell of cells) expect(String(cell).length).toBeLessThanOrEqual(CELL_LIMIT);
      expect(readPeriods(storedTab(period(json)))[0]!.json).toBe(json);
    }),
    { numRuns: 40 },
  );
});

test('no cell begins or ends with half a character, which Sheets could not keep', () => {
  for (const start of ['', 'я']) {
    const json = canonicalJson({ note: start + '😀'.repeat(60_000) });
    const halves = periodCells(period(json)).filter((cell) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(String(cell)));
    expect(halves.length).toBe(0);
  }
});

test('a period is a whole row of the tab, whatever the length of its snapshot', () => {
  const width = periodsTab.columns.length;
  expect(periodCells(period('{}'))).toHaveLength(width);
  expect(periodCells(period('x'.repeat(400_000)))).toHaveLength(width);
});

test('a snapshot fits as long as there is a cell for each piece of it', () => {
  const [fits, not] = [49_000 * 40, 49_000 * 40 + 1].map((length) => 'x'.repeat(length)) as [string, string];
  expect([fitsPeriod(fits), fitsPeriod(not)]).toEqual([true, false]);
  expect(readPeriods(storedTab(period(fits)))[0]!.json).toHaveLength(fits.length);
  expect(() => periodRow(period(not))).toThrow('2023-Q2');
});

test('a piece ends before a character that it would cut in two, and nowhere sooner', () => {
  const pieces = (json: string) =>
    periodCells(period(json))
      .slice(3)
      .map((cell) => String(cell).length)
      .filter(Boolean);
  expect(pieces('x'.repeat(49_000))).toEqual([49_000]);
  expect(pieces('x'.repeat(49_001))).toEqual([49_000, 1]);
  expect(pieces(`${'x'.repeat(48_999)}😀y`)).toEqual([48_999, 3]);
  expect(pieces(`${'x'.repeat(48_998)}😀y`)).toEqual([49_000, 1]);
  expect(pieces(`${'x'.repeat(48_999)}\uffff${'y'.repeat(9)}`)).toEqual([49_000, 9]);
  expect(pieces(`${'x'.repeat(48_999)}\udc00${'y'.repeat(9)}`)).toEqual([49_000, 9]);
  expect(pieces(`${'x'.repeat(48_999)}\ud800${'y'.repeat(9)}`)).toEqual([48_999, 10]);
});

test('corrections stand in the row of their period, wherever their column is; in a tab without it nowhere', () => {
  const grid = storedTab(period('{}', '2023-Q1'), period('{}'));
  expect(placeBeside(grid, '2023-Q2', 'corrections')).toEqual({ row: grid.length, column: periodsTab.columns.length });
  expect(placeBeside(grid, '2022-Q4', 'corrections')).toBeNull();
  const moved = grid.map((cells, row) => [
    row === 1 ? 'periods|corrections' : cells.at(-1)!,
    ...cells.slice(0, -1).map((cell) => (cell === 'periods|period' ? 'period' : cell)),
  ]);
  expect(placeBeside(moved, '2023-Q2', 'corrections')).toEqual({ row: grid.length, column: 1 });
  const without = grid.map((cells) => cells.slice(0, -1));
  expect(placeBeside(without, '2023-Q2', 'corrections')).toBeNull();
  expect(placeBeside([], '2023-Q2', 'corrections')).toBeNull();
});

test('a row of «Периоды» that names no period is none, whatever else stands in it', () => {
  const grid = withRows(periodsTab, [{ period: '', 'closed-at': 'вчера' }, periodRow(period('{}'))]);
  expect(readPeriods(grid).map(({ key }) => key)).toEqual(['2023-Q2']);
});

test('a snapshot that does not fit is refused, not cut', () => {
  expect(() => periodRow(period('x'.repeat(2_000_000)))).toThrow('2023-Q2');
});

test('closed periods come in the order of closing; blank rows are none', () => {
  const grid: Grid = [...storedTab(period('{}', '2023-Q1'), period('{}')), ['', '', '', ''] as Cell[]];
  expect(readPeriods(grid).map(({ key }) => key)).toEqual(['2023-Q1', '2023-Q2']);
  expect(readPeriods(gridOf(keyedDesign(periodsTab)))).toEqual([]);
});

test('periods are read by key, wherever the coordinator has moved the columns', () => {
  const json = canonicalJson({ text: 'я'.repeat(60_000) });
  const moved = storedTab(period(json)).map(([first, second, ...rest]) => [second!, 'моё', ...rest, first!]);
  expect(readPeriods(moved)).toEqual([period(json)]);
});

test('corrections of a closed period stand in its row, where the tab has a column for them', () => {
  const grid = storedTab(period('{}', '2023-Q1'), { ...period('{}'), corrections: 'packed' });
  const column = periodsTab.columns.findIndex(({ key }) => key === 'corrections') + 1;
  expect(placeBeside(grid, '2023-Q2', 'corrections')).toEqual({ row: grid.length, column });
  expect(placeBeside(grid, '2023-Q1', 'corrections')).toEqual({ row: grid.length - 1, column });
  expect(placeBeside(grid, '2022-Q4', 'corrections')).toBeNull();
  expect(
    placeBeside(
      grid.map((cells) => cells.slice(0, -1)),
      '2023-Q2',
      'corrections',
    ),
  ).toBeNull();
  expect(readPeriods(grid).map(({ corrections }) => corrections)).toEqual([undefined, 'packed']);
});

describe('the period that a snapshot says it is of', () => {
  const json = (key: string) => canonicalJson({ period: key, schools: [{ period: '2020-Q1' }], kept: 'H4s' });

  test('is the one that it is read as, whatever stands beside it', () => {
    const grid = storedTab(period(json('2023-Q1'), ''), period(json('2023-Q2'), '2022-Q2'), period('{}', '2023-Q3'));
    expect(readPeriods(grid).map(({ key }) => key)).toEqual(['2023-Q1', '2023-Q2', '2023-Q3']);
    expect(rowOfPeriod(grid, '2023-Q1')).toBe(grid.length - 2);
    expect(rowOfPeriod(grid, '2022-Q2')).toBeNull();
  });

  test('comes back beside it, the others staying as they are', () => {
    const grid = storedTab(period('{}', '2022-Q4'), period(json('2023-Q1'), ''), period(json('2023-Q2')));
    expect(planPeriods(grid)).toEqual({
      count: 1,
      patch: { kind: 'values', tab: 'periods', row: grid.length - 1, column: 1, values: [['2023-Q1']] },
    });
    expect(planPeriods(storedTab(period(json('2023-Q2'))))).toBeNull();
    expect(planPeriods([])).toBeNull();
  });
});

import fc from 'fast-check';
import { type Cell, canonicalJson, type Grid } from '../../src/model';
import {
  cellsOf,
  type JournalLine,
  journalRow,
  journalTab,
  type KeyedRow,
  type KeyedTab,
  keyedDesign,
  layoutOf,
  periodRow,
  periodsTab,
  readPeriods,
  validRun,
} from '../../src/workbook';
import { gridOf, stored } from '../build';

const CELL_LIMIT = 50_000;

/** A tab with rows written below its headers. */
const withRows = (tab: KeyedTab, rows: readonly KeyedRow[], grid = gridOf(keyedDesign(tab))): Grid => [
  ...grid,
  ...rows.map((row) => cellsOf(tab, layoutOf(tab, grid)!, row).map(stored)),
];

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

describe('«Журнал»', () => {
  const run = (stamp: string) => ({ period: '2023-Q2', at: '2023-06-25T10:00', tabs: { figures: stamp } });
  const line = (what: string, data?: JournalLine['data']): KeyedRow =>
    journalRow({
      when: '12.07.2023 03:10',
      who: 'координатор',
      what,
      stamp: '1',
      details: '',
      ...(data ? { data } : {}),
    });

  test('names the last finished run as the valid one, by its data and not by its words', () => {
    const rows = [line('Собран', run('a')), line('Что угодно', run('b')), line('Свод собран'), line('Отчёт построен')];
    expect(validRun(withRows(journalTab, rows))).toEqual(run('b'));
  });

  test('names none before the first run, nor by a line of version 0.1.0, nor by spoilt data', () => {
    expect(validRun(gridOf(keyedDesign(journalTab)))).toBeNull();
    expect(validRun(withRows(journalTab, [line('Свод собран'), { ...line(''), data: '{"period"' }]))).toBeNull();
    expect(validRun([])).toBeNull();
  });
});

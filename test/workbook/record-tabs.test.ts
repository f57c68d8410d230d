import fc from 'fast-check';
import { type Cell, canonicalJson, type Grid } from '../../src/model';
import {
  CONSOLIDATED,
  journalCells,
  journalDesign,
  periodCells,
  periodsDesign,
  readPeriods,
  validStamp,
} from '../../src/workbook';
import { gridOf, stored } from '../build';

const CELL_LIMIT = 50_000;

/** The tab «Периоды» after the given periods were stored. */
const storedTab = (...periods: Parameters<typeof periodCells>[0][]): Grid => [
  ...gridOf(periodsDesign),
  ...periods.map((period) => periodCells(period).map(stored)),
];

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
  const width = periodsDesign.columns;
  expect(periodCells(period('{}'))).toHaveLength(width);
  expect(periodCells(period('x'.repeat(400_000)))).toHaveLength(width);
});

test('a snapshot that does not fit is refused, not cut', () => {
  expect(() => periodCells(period('x'.repeat(2_000_000)))).toThrow('2023-Q2');
});

test('closed periods come in the order of closing; blank rows are none', () => {
  const grid: Grid = [...storedTab(period('{}', '2023-Q1'), period('{}')), ['', '', '', ''] as Cell[]];
  expect(readPeriods(grid).map(({ key }) => key)).toEqual(['2023-Q1', '2023-Q2']);
  expect(readPeriods(gridOf(periodsDesign))).toEqual([]);
});

describe('«Журнал»', () => {
  const line = (what: string, stamp: string) =>
    journalCells({ when: '12.07.2023 03:10', who: 'координатор', what, stamp, details: '' });

  test('names the last finished run as the valid one', () => {
    const grid = [
      ...gridOf(journalDesign),
      line(CONSOLIDATED, 'a'),
      line(CONSOLIDATED, 'b'),
      line('Отчёт построен', 'c'),
    ];
    expect(validStamp(grid)).toBe('b');
  });

  test('names none before the first run', () => {
    expect(validStamp(gridOf(journalDesign))).toBe('');
    expect(validStamp([])).toBe('');
  });

  test('has a header for every cell of a line', () => {
    expect(line('', '')).toHaveLength(journalDesign.columns);
  });
});

import fc from 'fast-check';
import { type Cell, canonicalJson, type Grid } from '../../src/model';
import {
  cellsOf,
  fitsPeriod,
  type JournalLine,
  type JournalMove,
  journalMoves,
  journalRow,
  journalTab,
  type KeyedRow,
  type KeyedTab,
  keyedDesign,
  layoutOf,
  movesSinceRun,
  periodRow,
  periodsTab,
  placeBeside,
  readPeriods,
  remindedIn,
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

  const move = (school: string, at: string, of = '2023-Q2'): JournalLine['data'] => ({
    move: { state: 'returned', at, by: 'coordinator', school, period: of } as unknown as JournalMove,
  });
  const reminded = (stage: string, of = '2023-Q2'): JournalLine['data'] => ({
    reminded: { period: of, stage, schools: ['a'], at: '2023-07-01T08:00' },
  });
  const journal = (...all: JournalLine['data'][]) =>
    withRows(
      journalTab,
      all.map((data) => line('', data)),
    );

  test('keeps the coordinator’s last word about each school’s tab, by its time and not by its place', () => {
    const grid = journal(move('a', '2023-07-02T10:00'), move('b', '2023-07-01T10:00'), move('a', '2023-07-01T10:00'));
    const found = journalMoves(grid, '2023-Q2');
    expect([...found].map(([school, { at }]) => [school, at])).toEqual([
      ['a', '2023-07-02T10:00'],
      ['b', '2023-07-01T10:00'],
    ]);
    expect(journalMoves(grid, '2023-Q1').size).toBe(0);
  });

  test('of two words of one moment the later line is the last', () => {
    const accepted = {
      move: { ...(move('a', '1') as { move: object }).move, state: 'accepted' },
    } as JournalLine['data'];
    expect(journalMoves(journal(move('a', '1'), accepted), '2023-Q2').get('a')!.state).toBe('accepted');
  });

  test('passes by what a person has typed where its data stand', () => {
    const typed = { ...line(''), data: 'проверить' };
    const grid = withRows(journalTab, [
      line('', run('a')),
      line('', move('a', '1')),
      typed,
      { ...line(''), data: '{}' },
    ]);
    expect(validRun(grid)).toEqual(run('a'));
    expect([...journalMoves(grid, '2023-Q2').keys()]).toEqual(['a']);
  });

  test('tells what the coordinator has done since the last consolidation', () => {
    const grid = journal(move('a', '2023-07-01T10:00'), run('x'), move('b', '2023-07-02T10:00'));
    expect([...movesSinceRun(grid, '2023-Q2').keys()]).toEqual(['b']);
    expect([...movesSinceRun(journal(move('a', '1')), '2023-Q2').keys()]).toEqual(['a']);
  });

  test('tells which letters have gone out in a period, and passes by what cannot be read', () => {
    const grid = journal(reminded('first'), reminded('late', '2023-Q1'), move('a', '1'));
    const spoilt = withRows(
      journalTab,
      [
        { ...line(''), data: '{"reminded"' },
        { ...line(''), data: 'слова' },
      ],
      grid,
    );
    expect(remindedIn(spoilt, '2023-Q2').map(({ stage }) => stage)).toEqual(['first']);
    const noList = { reminded: { period: '2023-Q2', stage: 'x' } } as unknown as JournalLine['data'];
    expect(remindedIn(journal(noList), '2023-Q2')).toEqual([]);
  });

  test('a run is one only with its period, its time and its stamps; what it saw counts when it is whole', () => {
    const whole = run('a');
    const seen = { at: '2023-06-25T09:59', handedIn: { a: '2023-06-20T10:00' } };
    const of = (more: object) => validRun(journal({ ...whole, ...more } as JournalLine['data']));
    expect(of({ seen, reopened: true, other: 7 })).toEqual({ ...whole, seen, reopened: true });
    expect(of({ seen: { at: '' }, reopened: 'да' })).toEqual(whole);
    expect(of({ seen: { at: '2023-06-25T09:59' } })).toEqual(whole);
    for (const key of ['period', 'at', 'tabs']) expect(of({ [key]: undefined })).toBeNull();
  });

  test('a long story is cut to what a cell holds', () => {
    expect(
      String(journalRow({ when: '', who: '', what: '', stamp: '', details: 'я'.repeat(60_000) }).details),
    ).toHaveLength(45_000);
  });
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

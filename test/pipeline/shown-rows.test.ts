import { changedPlaces, changedShown, shownStamps, stampOfShown, withRetired } from '../../src/pipeline';
import { programme } from '../../src/programme';
import { figuresTable, keysCells, statusTable } from '../../src/workbook';

const PERIOD = '2023-Q2';
const table = statusTable([]);
const KEYS = ['period', 'school', 'status'];
const tabOf = (...rows: [school: string, status: string, period?: string][]) => [
  ['Данные'],
  keysCells(table, KEYS, ''),
  KEYS,
  ...rows.map(([school, status, period = PERIOD]) => [period, school, status]),
];
const before = tabOf(['s1', 'сдано'], ['s2', 'черновик'], ['s1', 'принято', '2023-Q1']);
const shown = shownStamps(programme, { status: before }, PERIOD);
const closed = { key: PERIOD, shown } as const;
const again = {
  table,
  rows: [
    { school: 's1', status: 'сдано' },
    { school: 's2', status: 'черновик' },
  ],
};
const changedIn = (grid: ReturnType<typeof tabOf>) =>
  changedShown(programme, { status: grid }, closed).map(({ key }) => key);

test('rows that were sorted, and rows of other quarters, change nothing', () => {
  expect(changedIn(tabOf(['s2', 'черновик'], ['s1', 'сдано'], ['s1', 'черновик', '2023-Q1']))).toEqual([]);
});

test('a row that was changed, added or lost is found, and named by its line', () => {
  const changed = tabOf(['s1', 'сдано'], ['s2', 'сдано']);
  expect(changedIn(changed)).toEqual(['status']);
  expect(changedPlaces(changed, closed, again)).toEqual({ others: [5], gone: 0 });
  const added = tabOf(['s1', 'сдано'], ['s1', 'сдано'], ['s2', 'черновик']);
  expect(changedIn(added)).toEqual(['status']);
  expect(changedPlaces(added, closed, again)).toEqual({ others: [5], gone: 0 });
  const lost = tabOf(['s2', 'черновик']);
  expect(changedIn(lost)).toEqual(['status']);
  expect(changedPlaces(lost, closed, again)).toEqual({ others: [], gone: 1 });
});

test('no row is named where today’s programme makes other rows than stood there', () => {
  const grown = { table, rows: [...again.rows, { school: 's3', status: 'черновик' }] };
  expect(changedPlaces(tabOf(['s1', 'сдано']), closed, grown)).toEqual({ others: [], gone: 0 });
});

test('of a quarter that was closed before anything was kept nothing is told', () => {
  expect(changedShown(programme, { status: tabOf() }, { key: PERIOD })).toEqual([]);
});

test('what stands of an indicator that the programme has no more stays among the rows, as often as they are made anew', () => {
  const keys = ['period', 'indicator', 'value'];
  const known = programme.indicators[0]!.key;
  const grid = [
    ['Данные'],
    keysCells(figuresTable, keys, ''),
    keys,
    ...[
      [PERIOD, known, 5],
      [PERIOD, 'gone-rate', 7],
      ['2023-Q1', 'gone-rate', 8],
    ],
  ];
  const made = { table: figuresTable, rows: [{ indicator: known, value: 6 }] };
  const again = withRetired(programme, grid, PERIOD, made);
  expect(again.rows.map(({ indicator, value }) => [indicator, value])).toEqual([
    [known, 6],
    ['gone-rate', 7],
  ]);
  const written = [...grid.slice(0, 3), [PERIOD, known, 6], ...grid.slice(4)];
  expect(shownStamps(programme, { figures: written }, PERIOD)).toEqual({ figures: stampOfShown(again) });
});

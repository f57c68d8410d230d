import { type AnyIndicator, type Cell, plannedTarget } from '../../src/model';
import { programme } from '../../src/programme';
import {
  CHART_ROWS,
  chartColumn,
  HEADING,
  type KeyedRow,
  KIND,
  keyedDesign,
  madeOf,
  panelCharts,
  panelDesign,
  panelRows,
  panelSourceAt,
  panelTab,
  saysPanel,
} from '../../src/workbook';
import { gridOf } from '../build';

const TAB = () => panelTab(programme);
const SOURCE = { kind: 'tab', name: 'Показатели' } as const;

test('a line of «Панель» knows where its numbers come from; a heading and spoilt data know nothing', () => {
  const rows: KeyedRow[] = [
    { ...madeOf(SOURCE), what: 'Качество' },
    { [KIND]: HEADING },
    { [KIND]: '{"kind"' },
    { what: 'слова' },
  ];
  const grid = gridOf(keyedDesign(TAB(), rows));
  expect([4, 5, 6, 7, 99].map((row) => panelSourceAt(programme, grid, row))).toEqual([SOURCE, null, null, null, null]);
  // Wherever the column was moved to.
  const moved = grid.map(([first, ...rest]) => [...rest, first!]);
  expect(panelSourceAt(programme, moved, 4)).toEqual(SOURCE);
  expect(panelSourceAt(programme, [], 1)).toBeNull();
});

test('rows of charts stand beside the lines, whichever are more; a chart shows forty at most', () => {
  const chart = (count: number) => ({
    key: 'gap',
    rows: Array.from({ length: count }, (_, at) => ({ title: `школа ${at}`, values: [at, at / 2] })),
  });
  const line = { what: 'Качество' };
  const [first, second, ...rest] = panelRows([line], [chart(2)]);
  expect(first).toEqual({ what: 'Качество', 'gap:0': 'школа 0', 'gap:1': 0, 'gap:2': 0 });
  expect(second).toEqual({ 'gap:0': 'школа 1', 'gap:1': 1, 'gap:2': 0.5 });
  expect(rest).toEqual([]);
  expect(panelRows([line, line, line], [chart(1)])).toHaveLength(3);
  const many = panelRows([], [chart(CHART_ROWS + 5)]);
  expect([many.length, many.at(-1)!['gap:0']]).toEqual([CHART_ROWS, 'школа 39']);
  const long = panelRows(Array(50).fill(line), [chart(CHART_ROWS + 5)]);
  expect([long.at(CHART_ROWS), long.at(-1)]).toEqual([line, line]);
});

test('each chart has a column of titles and one of every series, all of them hidden, beside the lines', () => {
  const hidden = TAB()
    .columns.filter((column) => column.hidden)
    .map(({ key }) => key);
  const wanted = panelCharts(programme).flatMap((chart) =>
    [0, ...chart.series.map((_, at) => at + 1)].map((at) => chartColumn(chart, at)),
  );
  expect(hidden).toEqual([KIND, ...wanted]);
  expect(
    TAB()
      .columns.filter((column) => !column.hidden)
      .map(({ key }) => key),
  ).toEqual([...['what', 'plan', 'fact', 'change', 'n', 'note', 'charts']]);
});

test('of years two shares of pupils are drawn, each with its plan as a dashed line', () => {
  const years = panelCharts(programme).find(({ key }) => key === 'years')!;
  expect(years.series.map(({ plan, shade }) => [plan ?? false, shade])).toEqual([
    [false, 'dark'],
    [true, 'dark'],
    [false, 'middle'],
    [true, 'middle'],
  ]);
  expect(years.series[1]!.title).toMatch(/^План – \d+/);
});

test('what is drawn of years are the first two shares of pupils that have a plan', () => {
  const planned = programme.indicators.filter((item) => item.kind === 'share' && item.from.key === 'pupils');
  const [one, two] = planned.filter((item) => plannedTarget(item));
  const others = [
    { ...one!, title: 'Не доля', kind: 'mean' },
    { ...one!, title: 'Другой формы', from: { ...one!.from, key: 'marks' } },
    { ...one!, title: 'Без плана', targets: [] },
  ] as unknown as AnyIndicator[];
  const drawn = (indicators: readonly AnyIndicator[]) =>
    panelCharts({ indicators })
      .find(({ key }) => key === 'years')!
      .series.filter(({ plan }) => !plan);
  expect(drawn([...others, one!, two!, one!]).map(({ title }) => title)).toEqual([one!.title, two!.title]);
});

test('each series of a chart has a name, and a shade by which it is told from the others in black and white', () => {
  for (const { series } of panelCharts(programme)) {
    const drawn = series.filter(({ plan }) => !plan);
    expect(new Set(drawn.map(({ shade }) => shade ?? 'нет')).size).toBe(drawn.length);
    for (const { title, shade } of series) expect([title, shade]).toEqual([expect.any(String), expect.any(String)]);
  }
  const [schools] = panelCharts(programme);
  expect(schools!.series.map(({ plan }) => plan ?? false)).toEqual([false, false, false, true]);
  expect(schools!.series[0]!.shade).toBe('none');
});

test('headings stand out over the columns in sight, those of the charts left free', () => {
  const { conditions, hiddenColumns } = panelDesign(programme);
  expect(conditions).toMatchObject([
    { row: 4, column: 2, rows: 100, columns: 6, formula: '=$A4="heading"', bold: true },
  ]);
  expect(hiddenColumns[0]).toBe(1);
});

test('what the tab says already is not written again: numbers to the last bit that a sheet keeps, words as they are', () => {
  const says = (is: Cell[][], wanted: Cell[][], from = 4) => saysPanel([[], [], [], ...is], wanted, from);
  expect(says([['а', 0.1 + 0.2]], [['а', 0.3]])).toBe(true);
  expect(says([['а', 0.3]], [['а', 0.31]])).toBe(false);
  expect(says([['а', 1]], [['а', '1']])).toBe(false);
  expect(says([['а']], [['а', '']])).toBe(true);
  expect(says([['а']], [['а'], ['б']])).toBe(false);
  expect(says([['а'], ['в']], [['а']])).toBe(true);
  expect(says([['а'], ['в']], [['а'], ['в']])).toBe(true);
  expect(says([['а', '1']], [['а', 1]])).toBe(false);
});

import {
  aboutResults,
  FIRST_FIELD_COLUMN,
  foreignInResults,
  isFieldKey,
  isOwnResults,
  LAST_FROZEN_COLUMN,
  MEMORY_COLUMN,
  OWN_RESULTS,
  REMARK_COLUMN,
  RETIRED,
  ROLE_COLUMN,
  resultsRows,
  retiredSection,
  withNoLonger,
} from '../../src/workbook';

describe('«Ваши итоги» below the forms', () => {
  const rows = () =>
    resultsRows('2022-Q4', [
      { words: 'Ваши итоги' },
      { words: 'Качество знаний 51 %', indicator: 'quality-rate' },
      { words: 'Остальное – в справке' },
    ]);

  test('stand in rows of their own, each with what it tells of', () => {
    expect(rows().map((cells) => [cells[ROLE_COLUMN - 1], aboutResults(cells)])).toEqual([
      [OWN_RESULTS.head, { period: '2022-Q4', indicator: '' }],
      [OWN_RESULTS.line, { period: '2022-Q4', indicator: 'quality-rate' }],
      [OWN_RESULTS.line, { period: '2022-Q4', indicator: '' }],
    ]);
    expect(rows()[0]![FIRST_FIELD_COLUMN - 1]).toBe('Ваши итоги');
    expect(rows()[1]![LAST_FROZEN_COLUMN]).toBe('Качество знаний 51 %');
    expect(rows().map((cells) => cells.filter((cell) => cell !== '').length)).toEqual([3, 3, 3]);
  });

  test('are known by either of two signs, so that a cleared column makes no data of them', () => {
    const line = rows()[1]!;
    const without = (column: number) => line.map((cell, at) => (at === column - 1 ? '' : cell));
    expect([line, without(ROLE_COLUMN), without(MEMORY_COLUMN)].map(isOwnResults)).toEqual([true, true, true]);
    const others = [['marks/row', '', 'results '], ['results/other'], ['a results/line'], [7, 7], [], undefined];
    expect(others.map((cells) => isOwnResults(cells))).toEqual([false, false, false, false, false, false]);
    expect(aboutResults(without(MEMORY_COLUMN))).toEqual({ period: '', indicator: '' });
  });

  test('what a school has typed beside them is theirs', () => {
    expect(rows().map((cells) => foreignInResults(cells))).toEqual([[], [], []]);
    const typed = rows().map((cells) => cells.map((cell) => (cell === '' ? 'наше' : cell)));
    // The remark beside a line is the add-on's.
    expect(typed.map((cells) => foreignInResults(cells))).toEqual([
      [LAST_FROZEN_COLUMN - 2, LAST_FROZEN_COLUMN - 1, LAST_FROZEN_COLUMN],
      [FIRST_FIELD_COLUMN - 1, LAST_FROZEN_COLUMN - 2, LAST_FROZEN_COLUMN - 1],
      [FIRST_FIELD_COLUMN - 1, LAST_FROZEN_COLUMN - 2, LAST_FROZEN_COLUMN - 1],
    ]);
    expect(REMARK_COLUMN).toBeLessThan(FIRST_FIELD_COLUMN);
  });
});

describe('a form that the programme no longer has', () => {
  const day = new Date(2023, 4, 12);
  const values = [
    ['former/title', '', '', 'Прежнее', '', ''],
    ['former/help', '', '', 'О чём', '', ''],
    ['former/row', '', '', '5', day, '=1+1'],
  ];
  const section = () => retiredSection({ key: 'former', title: 'Прежнее', values });

  test('keeps its cells and says in its title that nobody fills it in', () => {
    expect(section().values[0]).toEqual(["'former/title", RETIRED, '', 'Прежнее (больше не заполняется)', '', '']);
    expect(section().values.slice(1)).toEqual([
      ["'former/help", '', '', "'О чём", '', ''],
      ["'former/row", '', '', "'5", day, "'=1+1"],
    ]);
    expect(withNoLonger(withNoLonger('Прежнее'))).toBe('Прежнее (больше не заполняется)');
  });

  test('shows its title alone, and its dates stay dates', () => {
    expect(section().decorations.filter(({ hideRows }) => hideRows)).toEqual([
      { row: 2, rows: 2, column: 1, columns: 1, hideRows: true },
    ]);
    expect(section().decorations.filter(({ format }) => format)).toEqual([
      { row: 3, rows: 1, column: 5, columns: 1, format: 'dd.MM.yyyy' },
    ]);
  });
});

test('words that a person has typed among the keys of columns are no key', () => {
  expect(['five', 'lowIncome', 'a-1'].map(isFieldKey)).toEqual([true, true, true]);
  const none = ['моё', '5', '-a', 'a b', 'memory', 'remarks', 'explanation', ''];
  expect(none.filter(isFieldKey)).toEqual([]);
});

import type { Cell, Grid } from '../../src/model';
import {
  cellsOf,
  layoutOf,
  missingSettings,
  periodRule,
  readSettings,
  settingPlace,
  settingsAtClosing,
  settingsDesign,
  settingsTab,
} from '../../src/workbook';
import { copyOf, frozen, gridOf, stored } from '../build';
import { programme } from '../four-forms';

const fresh = (): Grid => gridOf(settingsDesign(programme, '2023-Q2'));

function withSetting(key: string, value: Cell): Grid {
  const grid = copyOf(fresh());
  const { row, column } = settingPlace(grid, key)!;
  grid[row - 1]![column - 1] = value;
  return grid;
}
const read = (grid: Grid) => readSettings(programme, frozen(grid));

const asDeclared = Object.fromEntries(programme.settings.map(({ key, value }) => [key, value]));

test('a new tab of settings is read back as the programme means it', () => {
  const { period, values, trouble } = read(fresh());
  expect(trouble).toEqual([]);
  expect(period).toBe('2023-Q2');
  expect(values).toEqual({ ...asDeclared, period: '2023-Q2' });
  expect(values).toMatchObject({
    place: 'п. Магдагачи',
    'deadline-q4': '15 января',
    note: '',
    'weight:low-income-rate': 0.2,
  });
});

test('a changed weight or anchor holds', () => {
  expect(read(withSetting('weight:low-income-rate', 0.5)).values['weight:low-income-rate']).toBe(0.5);
  expect(read(withSetting('low:low-income-rate', 0.1)).values).toMatchObject({
    'low:low-income-rate': 0.1,
    'high:low-income-rate': 1,
  });
});

test('a deadline is a day, which Sheets makes a date of as it is typed', () => {
  expect(read(withSetting('deadline-q3', '5 октября')).values['deadline-q3']).toBe('5 октября');
  expect(read(withSetting('deadline-q3', new Date(2026, 9, 5))).values['deadline-q3']).toBe('5 октября');
});

describe('the period to report on is chosen from', () => {
  const choices = (...closed: string[]) => {
    const rule = periodRule('2023-Q2', closed);
    return rule.kind === 'list' ? rule.choices : [];
  };

  test('a year before the open one and a year after it', () => {
    expect(choices()).toEqual([
      ...['2022-Q2', '2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2'],
    ]);
  });

  test('those after the last closed one, in whatever order the closed ones are told', () => {
    expect(choices('2023-Q1', '2022-Q4')).toEqual(['2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2']);
  });

  test('a list in the cell of its value, and in no other', () => {
    const place = settingPlace(fresh(), 'period')!;
    const { decorations } = settingsDesign(programme, '2023-Q2').section;
    const lists = decorations.filter(({ rule }) => rule?.kind === 'list' && rule.choices.includes('2023-Q2'));
    expect(lists).toMatchObject([{ ...place, rows: 1, columns: 1 }]);
    const without = { ...programme, settings: programme.settings.filter(({ key }) => key !== 'period') };
    expect(settingsDesign(without, '2023-Q2').section.decorations.filter(({ rule }) => rule)).toEqual([]);
  });
});

test('a line of the period that somebody has deleted comes back with the period that is open, if that is known', () => {
  const without = fresh().filter((cells) => !cells.includes('period'));
  expect(missingSettings(programme, without, () => '2023-Q4').map(({ value }) => value)).toEqual(['2023-Q4']);
  expect(missingSettings(programme, without).map(({ value }) => value)).toEqual([asDeclared.period]);
  const both = without.filter((cells) => !cells.includes('place'));
  expect(missingSettings(programme, both, () => '2023-Q4').map(({ value }) => value)).toEqual([
    '2023-Q4',
    asDeclared.place,
  ]);
});

test('a value is found where its column stands, were it the first; without the column nowhere', () => {
  const grid = fresh();
  const at = grid[1]!.findIndex((cell) => String(cell) === 'value');
  const first = grid.map((cells, row) => [
    row === 1 ? 'settings|value' : cells[at]!,
    ...cells.map((cell) => (cell === 'settings|key' ? 'key' : cell)),
  ]);
  const moved = first.map((cells) => cells.filter((_, index) => index !== at + 1));
  expect(settingPlace(moved, 'period')).toMatchObject({ column: 1 });
  const gone = grid.map((cells) => cells.filter((_, index) => index !== at));
  expect(settingPlace(gone, 'period')).toBeNull();
  expect(settingPlace([], 'period')).toBeNull();
});

test('settings may stand in any order', () => {
  const grid = fresh();
  expect(read([...grid.slice(0, 3), ...grid.slice(3).reverse()])).toEqual(read(grid));
});

test.each<[string, string, Cell, string]>([
  ['a period that is no quarter', 'period', 'II квартал', 'нужен квартал вида 2023-Q2'],
  ['no period', 'period', '', 'нужен квартал'],
  ['a weight in words', 'weight:low-income-rate', 'много', 'нужно число от 0 до 1'],
  ['a blank weight', 'weight:low-income-rate', '', 'нужно число от 0 до 1'],
  ['a weight above 1', 'weight:low-income-rate', 20, 'нужно число от 0 до 1'],
  ['a weight below 0', 'weight:low-income-rate', -0.1, 'нужно число от 0 до 1'],
  ['an anchor that became a date', 'high:low-income-rate', new Date(2023, 4, 1), 'нужно число от 0 до 1'],
  ['anchors in the wrong order', 'high:low-income-rate', 0, 'должно быть меньше, чем'],
  ['a deadline that is no day', 'deadline-q1', '31 апреля', 'нужны число и месяц'],
  ['no deadline', 'deadline-q2', '', 'нужны число и месяц'],
])('%s is named in Russian', (_, key, value, words) => {
  const { trouble } = read(withSetting(key, value));
  expect(trouble).toHaveLength(1);
  expect(trouble[0]).toContain(words);
  expect(trouble[0]).toContain('Вкладка «Настройки»');
  expect(trouble[0]).not.toContain('undefined');
});

const numbers = Object.fromEntries(Object.entries(asDeclared).filter(([, value]) => typeof value === 'number'));

test('a broken weight or anchor is replaced by the programme’s own, so that the numbers stay sane', () => {
  expect(read(withSetting('weight:low-income-rate', 'много')).values).toMatchObject(numbers);
  expect(read(withSetting('high:low-income-rate', 0)).values).toMatchObject(numbers);
});

test('settings that a newer programme has are added, those that stand there are kept', () => {
  const grid = withSetting('place', 'с. Ушумун').filter((row) => row[0] !== 'note' && row[0] !== 'author');
  expect(missingSettings(programme, grid).map(({ key }) => key)).toEqual(['author', 'note']);
  expect(missingSettings(programme, fresh())).toEqual([]);
  const added = missingSettings(programme, grid).map((row) => cellsOf(settingsTab, layoutOf(settingsTab, grid)!, row));
  expect(read([...grid, ...added.map((cells) => cells.map(stored))]).values).toMatchObject({
    place: 'с. Ушумун',
    note: '',
  });
});

test('a setting is found by its key', () => {
  const { row, column } = settingPlace(fresh(), 'place')!;
  expect(fresh()[row - 1]![column - 1]).toBe('п. Магдагачи');
  expect(settingPlace(fresh(), 'no such')).toBeNull();
});

test('a setting that the tab does not have yet is as the programme declares it', () => {
  const { values, trouble } = read(fresh().filter((row) => row[0] !== 'weight:low-income-rate'));
  expect(values['weight:low-income-rate']).toBe(0.2);
  expect(trouble).toEqual([]);
});

test('a period closed by version 0.1.0 keeps the weights it was computed with', () => {
  const snapshot = { period: '2022-Q4', schools: [], statuses: {}, trouble: {}, stamp: '', when: '' };
  const settings = { place: 'п. Магдагачи', 'weight:low-income-rate': 'много' };
  const derived = { weights: { 'low-income-rate': 0.4 }, anchors: { 'low-income-rate': [0.1, 0.6] as const } };
  expect(settingsAtClosing({ ...snapshot, settings, ...{ derived } })).toEqual({
    place: 'п. Магдагачи',
    'weight:low-income-rate': 0.4,
    'low:low-income-rate': 0.1,
    'high:low-income-rate': 0.6,
  });
  expect(settingsAtClosing({ ...snapshot, settings })).toEqual(settings);
});

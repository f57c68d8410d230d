import {
  blockColumns,
  EXPLANATION,
  type KeyedTab,
  REMARK_COLUMN,
  registerTabOf,
  schoolTabDesign,
  tabColumns,
} from '../../src/workbook';
import { inStretches, widthOfWords } from '../../src/workbook/column-widths';
import { factsFor, PERIOD } from '../build';
import { programme } from '../four-forms';

const school = { key: 's1', name: 'Школа №1', type: 'СОШ', group: 'участник', partner: '' };
const widthsOfTab = () => schoolTabDesign(programme, { school, period: PERIOD, facts: factsFor(programme) }).widths;
const columns = programme.forms.flatMap((form) => blockColumns(form, programme.indicators));
const longest = (title: string): number => Math.max(...title.split(' ').map((word) => word.length));
const runsOf = (list: readonly number[]): number => list.filter((width, at) => width !== list[at - 1]).length;

test('no word of a header breaks inside on a school’s tab', () => {
  const widths = widthsOfTab();
  const broken = columns.filter(({ title, column }) => longest(title) * 6.75 + 12 > widths[column - 1]!);
  expect(broken.map(({ title }) => title)).toEqual([]);
});

test('no word of a header breaks inside on the tab of a register', () => {
  const shown = programme.registers.flatMap((register) => {
    const tab: KeyedTab = registerTabOf(register, programme.registers);
    return tab.columns.filter(({ hidden }) => !hidden);
  });
  const broken = shown.filter(({ title, width }) => longest(title) * 7.5 + 12 > width);
  expect(broken.map(({ title }) => title)).toEqual([]);
});

test('an explanation has room: its column, or blank ones at its right that it runs over', () => {
  const widths = widthsOfTab();
  const room = (form: (typeof programme.forms)[number]): number => {
    const own = blockColumns(form, programme.indicators).find(({ key }) => key === EXPLANATION)!;
    return widths.slice(own.column - 1).reduce((sum, width) => sum + width, 0);
  };
  expect(programme.forms.map(room).filter((width) => width < 250)).toEqual([]);
});

test('widths of a school’s tab take no more than eight calls', () => {
  const widths = widthsOfTab();
  expect(widths).toHaveLength(tabColumns(programme));
  expect(runsOf(widths)).toBeLessThanOrEqual(8);
  expect(widths[REMARK_COLUMN - 1]).toBe(190);
});

test('a column is as wide as the longest word of its header, up to a limit', () => {
  expect(['н/а', 'Литера', 'Освобождены', 'Малообеспеченные семьи'].map((title) => widthOfWords(title))).toEqual([
    35, 60, 95, 135,
  ]);
  expect(widthOfWords('Освобождены', 9)).toBe(90);
  expect(widthOfWords('Ж'.repeat(60))).toBe(170);
  expect(widthOfWords('')).toBe(15);
});

test('stretches make no column narrower and give away as little as they can', () => {
  expect(inStretches([70, 70, 150, 140, 80, 75], 3)).toEqual([70, 70, 150, 150, 80, 80]);
  expect(inStretches([70, 150], 4)).toEqual([70, 150]);
  expect(inStretches([], 4)).toEqual([]);
});

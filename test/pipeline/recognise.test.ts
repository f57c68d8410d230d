import { besidePatch, checkTab } from '../../src/pipeline';
import { recognise } from '../../src/pipeline/recognise';
import {
  ANSWER_COLUMN,
  BOX_COLUMN,
  DRAFT,
  HEAD,
  REASON_COLUMN,
  REMARK_COLUMN,
  ROLE_COLUMN,
  STATE_COLUMN,
} from '../../src/workbook';
import { applied, CLEAN, contextRow, copyOf, filledTab, formOf, frozen, MARKS_A, readTab } from '../build';
import { programme } from '../four-forms';

const tab = () => {
  const grid = filledTab({ ...CLEAN, context: [{ ...contextRow('5', 15), letter: 'А' }] });
  return applied(grid, [besidePatch(checkTab(programme, readTab(grid)))!]);
};
const look = (grid: ReturnType<typeof tab>) => recognise(programme, frozen(copyOf(grid)));
const marksOf = (grid: ReturnType<typeof tab>) => readTab(grid).blocks.get('marks')!;

test('of a tab in order every row is recognised and nothing is left over', () => {
  const { rows, leftovers, status } = look(tab());
  expect(Object.fromEntries(Object.entries(rows).map(([form, own]) => [form, own.length]))).toEqual({
    classes: 1,
    marks: 1,
    pupils: 1,
    context: 1,
  });
  expect([leftovers, status]).toEqual([[], DRAFT]);
  expect(rows.marks![0]!.cells).toEqual(MARKS_A);
  expect(rows.marks![0]!.memory).toMatchObject({ identity: '5-5|а|математика' });
});

test('answers and reasons come from the head, the status from its data', () => {
  const grid = tab();
  const { row } = readTab(grid).lines.get('marks')!;
  grid[row - 1]![ANSWER_COLUMN - 1] = 'не было';
  grid[row - 1]![REASON_COLUMN - 1] = 'карантин';
  const status = { state: 'submitted', at: '2023-07-05T09:15', by: 'school' };
  grid[HEAD.status - 1]![STATE_COLUMN - 1] = JSON.stringify(status);
  const found = look(grid);
  expect(found.said.marks).toEqual({ answer: 'не было', reason: 'карантин' });
  expect([found.status, found.leftovers]).toEqual([status, []]);
});

test('what else a person typed in the head is left over, word for word, with its place', () => {
  const grid = tab();
  grid[HEAD.check - 1]![ANSWER_COLUMN - 1] = 'позвонить';
  grid[HEAD.submit - 1]![BOX_COLUMN - 1] = 'да';
  grid[readTab(grid).lines.get('pupils')!.row - 1]![ANSWER_COLUMN - 1] = 'завтра';
  expect(look(grid).leftovers.map(({ cells }) => cells)).toEqual([['позвонить'], ['да'], ['завтра']]);
});

test('a row between two forms belongs nowhere for certain', () => {
  const grid = tab();
  grid[marksOf(grid).endRow]![BOX_COLUMN - 1] = '6';
  expect(look(grid).leftovers).toEqual([{ place: `строка ${marksOf(grid).endRow + 1}`, cells: ['6'] }]);
});

test('a column whose key and title contradict each other is not believed: its numbers are left over, with the row’s name', () => {
  const grid = tab();
  const { keysRow, firstRow, columns } = marksOf(grid);
  grid[keysRow]![columns.get('five')! - 1] = '«2»';
  const { rows, leftovers } = look(grid);
  expect(rows.marks![0]!.cells).not.toHaveProperty('five');
  expect(leftovers).toEqual(
    [
      { place: `строка ${keysRow + 1}`, cells: [] },
      { place: `строка ${firstRow}, форма «Отметки»: 5 А Математика`, cells: ['2'] },
    ].filter(({ cells }) => cells.length > 0),
  );
});

test('one of key and title will do', () => {
  for (const where of ['key', 'title']) {
    const grid = tab();
    const { keysRow, columns } = marksOf(grid);
    grid[where === 'key' ? keysRow - 1 : keysRow]![columns.get('five')! - 1] = '';
    expect([where, look(grid).rows.marks![0]!.cells.five]).toEqual([where, 2]);
  }
});

test('without the column of roles forms are known by their titles', () => {
  const bare = tab().map((cells) => cells.slice(ROLE_COLUMN));
  const { rows } = look(bare);
  expect(rows.marks![0]!.cells).toMatchObject(MARKS_A);
  expect(Object.keys(rows).sort()).toEqual(programme.forms.map(({ key }) => key).sort());
});

test('words among the remarks are the add-on’s own and are dropped; in a row of no form they are left over', () => {
  const grid = tab();
  grid[marksOf(grid).firstRow - 1]![REMARK_COLUMN - 1] = '⚠ Проверьте: старое.';
  expect(look(grid).leftovers).toEqual([]);
});

test('captions repeated above a class are no row, whatever role stands beside them', () => {
  const grid = tab();
  const { keysRow, firstRow, columns } = marksOf(grid);
  for (const [key, column] of columns)
    if (key in formOf('marks').fields) grid[firstRow]![column - 1] = grid[keysRow]![column - 1]!;
  expect(look(grid).rows.marks).toHaveLength(1);
  expect(look(grid).leftovers).toEqual([]);
});

test('what an earlier repair left over is left over again, without its words of place', () => {
  const grid = tab();
  const width = grid[0]!.length;
  const wide = (...cells: string[]) => [...cells, ...Array<string>(width - cells.length).fill('')];
  grid.push(
    wide(''),
    wide('unrecognised/title', '', 'Не распознано'),
    wide('unrecognised/row', '', 'строка 3', '77', 'слово'),
  );
  expect(look(grid).leftovers.map(({ cells }) => cells)).toEqual([['77', 'слово']]);
});

import { a1, District, goodRows } from './district';

const TAB = 'Рекомендации и меры';
const PARTICIPANT = 's2';

const ready = District.ready({ period: '2022-Q2' });
for (const school of ['s1', 's2']) ready.fill(school);
ready.click('consolidateWorkbook');

const enter = (district: District, period = '2022-Q2'): string => {
  const answer = district.runtime.run('panelCall', ['report', 'enterDrafts', [period]]) as
    | { done: string }
    | { refused: string };
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done.replaceAll('\u00a0', ' ');
};
const rowsOf = (district: District) => district.results().registers.actions!;
const place = (district: District, index: number): number => {
  const [first] = district.values(TAB).flatMap((cells, row) => (/^Р-\d+$/.test(String(cells[0])) ? [row + 1] : []));
  return first! + index;
};
const type = (district: District, index: number, key: string, typed: string): void => {
  const column = district.keysOf(TAB).indexOf(key) + 1;
  district.runtime.edit(TAB, a1(place(district, index), column), typed);
};

const entered = ready.copy();
const words = enter(entered);

test('drafts become rows of the register, each with its school, addressee, term and figures', () => {
  const rows = rowsOf(entered);
  expect(words).toBe(
    `Внесено: ${rows.length} строки со статусом «проект» внизу вкладки «Рекомендации и меры». Поправьте слова, лишние строки удалите, остальным поставьте другой статус.`,
  );
  expect(new Set(rows.map(({ school }) => school))).toEqual(new Set([PARTICIPANT]));
  expect(rows.map(({ addressee, status }) => [addressee, status])).toEqual([
    ['ОО', 'проект'],
    ['РМО', 'проект'],
    ['ОО', 'проект'],
  ]);
  expect(rows[0]).toMatchObject({ id: 'Р-101', dueTo: '2023-07-01', wanted: 'снижения', before: 6, beforeOf: 36 });
  expect(String(rows[0]!.finding).replaceAll('\u00a0', ' ')).toBe('Не успевают или не аттестованы 6 из 36');
});

test('entered again, none is doubled and no word of a person is changed', () => {
  const copy = entered.copy();
  type(copy, 0, 'recommendation', 'Организовать дополнительные занятия');
  type(copy, 0, 'status', 'решено');
  expect(enter(copy)).toBe('Новых проектов нет. Уже есть: 3 строки; ваши слова не изменены.');
  expect(rowsOf(copy)).toHaveLength(3);
  expect(rowsOf(copy)[0]).toMatchObject({ recommendation: 'Организовать дополнительные занятия', status: 'решено' });
});

test('what a person has deleted does not come back, and figures that have changed bring no second row', () => {
  const copy = entered.copy();
  copy.sheet(TAB).deleteRow(place(copy, 1));
  copy.enter('s2', 'pupils', 1, 'failing', '3');
  copy.enter('s2', 'pupils', 1, 'good', '4');
  copy.click('consolidateWorkbook');
  expect(enter(copy)).toBe(
    'Новых проектов нет. Уже есть: 2 строки; ваши слова не изменены. Удалены вами и не вносятся снова: 1 проект.',
  );
  expect(rowsOf(copy)).toHaveLength(2);
});

test('a period long closed is refused with those that are not', () => {
  expect(() => enter(ready.copy(), '2020-Q2')).toThrow(/Выберите открытый период \(II\s+квартал\s+2022/);
});

describe('a year later', () => {
  const later = entered.copy();
  type(later, 0, 'status', 'решено');
  for (const period of ['2022-Q2', '2022-Q3', '2022-Q4', '2023-Q1']) later.runtime.run('closePeriod', [period]);
  for (const school of ['s1', 's2']) later.fill(school);
  const [fifth, ninth] = goodRows(0).pupils;
  later.replace('s2', 'pupils', [
    { ...fifth!, failing: '0', good: '7' },
    { ...ninth!, failing: '1', good: '4' },
  ]);
  later.click('consolidateWorkbook');

  test('the same figure stands beside the first one; before the measure is carried out its effect is not judged', () => {
    const [debts, , reserve] = rowsOf(later);
    expect(debts).toMatchObject({ before: 6, beforeOf: 36, after: 3, afterOf: 36, effect: 'рано судить' });
    expect(reserve).toMatchObject({ before: 12, after: 15, afterOf: 36, effect: '' });
  });

  test('it follows the data, but not over what a person has counted', () => {
    const copy = later.copy();
    type(copy, 2, 'after', '14');
    copy.enter('s2', 'pupils', 2, 'failing', '0');
    copy.enter('s2', 'pupils', 2, 'good', '5');
    copy.click('consolidateWorkbook');
    const [debts, , reserve] = rowsOf(copy);
    expect(debts).toMatchObject({ after: 2, afterOf: 36 });
    expect(reserve).toMatchObject({ after: 14 });
  });
});

import type { Cell, Setting } from '../../src/model';
import { settingValues } from '../../src/workbook';

const setting = (more: Partial<Setting>): Setting =>
  ({ key: 'x', title: 'Порог', help: '', kind: 'number', value: 5, ...more }) as Setting;

/** What counts when this is typed, and what is said of it. */
function typed(more: Partial<Setting>, cell: Cell) {
  const { values, wrong } = settingValues([setting(more)], new Map([['x', cell]]));
  return [values.x, wrong[0]];
}

test('a number is taken as a number or as its digits, with a comma, within its bounds', () => {
  const within = { atLeast: 0, atMost: 90 };
  expect([0, 90, '12', '12,5', 12.5].map((cell) => typed(within, cell))).toEqual([
    ...[
      [0, undefined],
      [90, undefined],
      [12, undefined],
      [12.5, undefined],
      [12.5, undefined],
    ],
  ]);
  const wrong = '«Порог»: указано «91», нужно число от 0 до 90';
  expect(typed(within, 91)).toEqual([5, wrong]);
  expect(typed(within, -1)[1]).toContain('указано «-1»');
  for (const cell of ['12.5', '1 2', 'пять', '-3', '12,']) expect(typed({}, cell)[0]).toBe(5);
  expect(typed({}, '')).toEqual([5, '«Порог»: пусто, нужно число']);
});

test('what is missing is said as it is to be: whole or not, from where and to where', () => {
  expect(typed({ whole: true, atLeast: 1 }, 1.5)).toEqual([5, '«Порог»: указано «1,5», нужно целое число от 1']);
  expect(typed({ whole: true }, 2)).toEqual([2, undefined]);
  expect(typed({ atMost: 10 }, 11)[1]).toMatch(/нужно число до 10$/);
  expect(typed({}, new Date(2023, 4, 12))[1]).toBe('«Порог»: указано «12.05.2023», нужно число');
  // A share is from 0 to 1, whatever else is declared.
  expect([0, 1, 1.01].map((cell) => typed({ kind: 'share', atMost: 9 }, cell)[0])).toEqual([0, 1, 5]);
  expect(typed({ kind: 'share' }, 2)[1]).toMatch(/от 0 до 1$/);
});

test('words are as typed, a choice is one of its words in any case, a day is a day, a period a quarter', () => {
  expect(typed({ kind: 'text' }, '  слова ')).toEqual(['слова', undefined]);
  const choice = { kind: 'choice', choices: ['да', 'нет'], value: 'да' } as const;
  expect(typed(choice, 'НЕТ')).toEqual(['нет', undefined]);
  expect(typed(choice, 'может')).toEqual(['да', '«Порог»: указано «может», нужно одно из: да, нет']);
  expect(typed({ kind: 'day', value: '1 мая' }, '30 февраля')[0]).toBe('1 мая');
  expect(typed({ kind: 'day', value: '1 мая' }, new Date(2021, 0, 15))[0]).toBe('15 января');
  // A quarter that cannot be read stands as it is: nothing else may be taken for the open one.
  expect(typed({ kind: 'period', value: '2023-Q2' }, '2023-Q5')[0]).toBe('2023-Q5');
  expect(typed({ kind: 'period', value: '2023-Q2' }, ' 2024-Q1 ')).toEqual(['2024-Q1', undefined]);
});

test('of two bounds in the wrong order, or alike, both are as declared', () => {
  const both = [setting({ key: 'low', value: 1, below: 'high' }), setting({ key: 'high', title: 'Верх', value: 9 })];
  const of = (low: number, high: number) =>
    settingValues(
      both,
      new Map([
        ['low', low],
        ['high', high],
      ]),
    );
  expect(of(2, 3)).toEqual({ values: { low: 2, high: 3 }, wrong: [] });
  for (const high of [2, 1])
    expect(of(2, high)).toEqual({
      values: { low: 1, high: 9 },
      wrong: ['«Порог»: должно быть меньше, чем «Верх»'],
    });
});

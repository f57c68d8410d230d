import type { Cell, Grid } from '../../src/model';
import {
  groupRemark,
  groupsIn,
  keyedDesign,
  readKnownSchools,
  readSchools,
  schoolRemarksPatch,
  schoolRules,
  schoolsDesign,
  schoolsTab,
  schoolTabName,
} from '../../src/workbook';
import { frozen, gridOf } from '../build';
import { programme } from '../four-forms';

const HEAD = () => gridOf(keyedDesign(schoolsTab));
const ORDER = {
  schools: programme.schools,
  trouble: [],
  doubts: [],
  editors: new Map(),
  mails: new Map(),
  remarks: [],
};
const read = (...rows: Cell[][]) => readSchools(programme, frozen<Grid>([...HEAD(), ...rows]));

test('a new register is read back as the order names the schools', () => {
  expect(readSchools(programme, gridOf(schoolsDesign(programme)))).toEqual(ORDER);
});

test('the group alone is chosen from the words of the programme', () => {
  const { section } = schoolsDesign(programme);
  const lists = section.decorations.flatMap(({ rule, column }) =>
    rule?.kind === 'list' ? [[column, rule.choices]] : [],
  );
  const place = schoolsTab.columns.findIndex(({ key }) => key === 'group') + 1;
  expect(lists.filter(([column]) => column === place)).toEqual([[place, programme.groups.map(({ key }) => key)]]);
  expect(lists).toHaveLength(3);
});

test('what is wrong in a row of the register is the key’s or the name’s', () => {
  const told = schoolRules(programme);
  expect(told({ key: 'школа', name: 'Первая' })?.field).toBe('key');
  expect(told({ key: 'a', name: '' })?.field).toBe('name');
  expect(told({ key: 'a', name: 'Первая' })).toBeNull();
});

test('schools are read by key: columns may be moved, inserted and added', () => {
  const grid = gridOf(schoolsDesign(programme)).map(([key, name, ...rest]) => ['', name!, 'моё', ...rest, key!]);
  expect(readSchools(programme, grid)).toEqual(ORDER);
});

test('rows that somebody has put above the keys do no harm', () => {
  const grid = [['Внимание!'], [''], ...gridOf(schoolsDesign(programme))];
  expect(readSchools(programme, grid).schools).toEqual(programme.schools);
});

test('blank rows between schools are no schools', () => {
  const { schools, trouble } = read(['a', 'Первая', 'СОШ', '', '', ''], ['', ' ', '', '', '', ''], ['b', 'Вторая']);
  expect(schools.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(schools[1]).toEqual({ key: 'b', name: 'Вторая', type: '', group: '', partner: '' });
  expect(trouble).toEqual([]);
});

test.each<[string, Cell[][], string]>([
  ['a key in Cyrillic', [['школа', 'Первая']], 'строка 4: ключ «школа»'],
  ['no key', [['', 'Первая']], 'строка 4: нет ключа'],
  ['a key that every list has', [['constructor', 'Первая']], 'строка 4: ключ «constructor» не годится'],
  ['the name of a service tab', [['a', 'состояние']], 'строка 4: так называется служебная вкладка «Состояние»'],
  ['the name of a consolidated tab', [['a', 'Сводные данные. Отметки']], 'строка 4: так называется служебная вкладка'],
  ['the name of a register’s tab', [['a', 'план  программы']], 'строка 4: так называется служебная вкладка'],
  ['a name that marks tabs in the making', [['a', '⏳ создаётся']], 'строка 4: знаки «⏳»'],
  ['a name of signs that no tab shows', [['a', '??/\u200b']], 'строка 4: нет названия'],
  ['a key with a slash', [['a/b', 'Первая']], 'строка 4: ключ «a/b»'],
  [
    'a key used twice',
    [
      ['a', 'Первая'],
      ['a', 'Вторая'],
    ],
    'строка 5: ключ «a» уже занят',
  ],
  ['no name', [['a', '']], 'строка 4: нет названия'],
  [
    'a name used twice',
    [
      ['a', 'Первая'],
      ['b', 'ПЕРВАЯ'],
    ],
    'строка 5: школа с названием',
  ],
  [
    'names that give one tab',
    [
      ['a', 'Школа/1'],
      ['b', 'Школа 1'],
    ],
    'строка 5: школа с названием',
  ],
  ...[
    ['look-alike letters', 'Школа №1', 'Школа №1'.replace('о', 'o')],
    ['spaces and no-break spaces', 'Школа 1', ' Школа\u00a0\u00a01'],
    ['control characters', 'Школа 1', 'Школа\u00071'],
    ['a colon against a slash', 'Школа: 1', 'Школа/ 1'],
    ['the first hundred characters', `${'я'.repeat(100)}1`, `${'я'.repeat(100)}2`],
    ['a decomposed letter', 'Школа йога', 'Школа и\u0306ога'],
    ['emoji joined and not', 'Школа 👩\u200d🏫', 'Школа 👩🏫'],
  ].map(([what, one, other]): [string, Cell[][], string] => [
    `a name that differs in ${what} only`,
    [
      ['a', one!],
      ['b', other!],
    ],
    'строка 5: школа с названием',
  ]),
])('%s is named and that row is left out', (_, rows, words) => {
  const { schools, trouble } = read(...rows, ['last', 'Последняя']);
  expect(trouble).toHaveLength(1);
  expect(trouble[0]).toContain(`Вкладка «Школы», ${words}`);
  expect(schools.map(({ key }) => key)).toContain('last');
  expect(schools).toHaveLength(rows.length);
});

test('the name of a tab is the school’s without what a tab name may not hold', () => {
  expect(schoolTabName('МОБУ  СОШ [№1]: «А/Б»?')).toBe('МОБУ СОШ №1 «А Б»');
  expect(schoolTabName('я'.repeat(200))).toHaveLength(100);
});

test('what other systems call a school stands in its row: logins, the code of the РЦОИ, other names', () => {
  const order = HEAD().find((row) => row.includes('login'))!;
  const cells: Record<string, Cell> = {
    name: 'Первая',
    login: 'edu990001',
    code: 990101,
    names: 'Школа у реки; Первая школа',
  };
  const row = order.map((key, column) => (column === 0 ? 'a' : (cells[String(key)] ?? '')));
  const grid = [...HEAD(), row];
  const { schools } = readSchools(programme, grid);
  expect(readKnownSchools(schools, grid)).toEqual([
    ...[
      {
        key: 'a',
        name: 'Первая',
        login: 'edu990001',
        oldLogin: '',
        code: '990101',
        names: ['Школа у реки', 'Первая школа'],
      },
    ],
  ]);
  const older = HEAD().map((cells) =>
    cells.filter((_, column) => !['login', 'code', 'names'].includes(String(order[column]))),
  );
  expect(readKnownSchools([{ ...schools[0]!, key: 'b' }], older)[0]).toMatchObject({ key: 'b', login: '', names: [] });
});

test('addresses and days of a school that cannot be read are told beside its row; those that can are taken', () => {
  const grid = gridOf(schoolsDesign(programme)).map((cells) => [...cells]);
  const at = (key: string): number => grid[1]!.findIndex((cell) => String(cell).endsWith(key));
  grid[3]![at('mail')] = 'School@Example.org';
  grid[3]![at('extended')] = '30.06.2023';
  grid[4]![at('mail')] = 'не знаю';
  grid[4]![at('extended')] = 'когда сможет';
  grid[5]![at('extended')] = new Date(2023, 5, 30);
  grid[6]![at('extended')] = '31.02.2023';
  const { schools, mails, doubts } = readSchools(programme, grid);
  expect(mails).toEqual(new Map([[schools[0]!.key, 'school@example.org']]));
  expect(schools.map(({ extended }) => extended).slice(0, 4)).toEqual([
    ...['2023-06-30', undefined, '2023-06-30', undefined],
  ]);
  expect(doubts.join(' ')).toMatch(/«не» в «Почте школы».*в «Отсрочке до» не день – напишите его цифрами/);
});

describe('what is said beside the rows of «Школы»', () => {
  const order = schoolsTab.columns.map(({ key }) => key);
  const row = (cells: Readonly<Record<string, Cell>>): Cell[] => order.map((key) => cells[key] ?? '');
  const doubts = (cells: Readonly<Record<string, Cell>>) => read(row({ key: 'a', name: 'Первая', ...cells })).doubts;
  const [group] = programme.groups.map(({ key }) => key) as [string];

  test('names a group that the district does not have, and the one that was probably meant', () => {
    expect(doubts({ group: group.toUpperCase() })).toEqual([]);
    expect(doubts({ group: `${group.slice(0, -1)}ый` })[0]).toContain(`возможно, «${group}»`);
    expect(doubts({ group: 'вед' })[0]).toContain('выберите из списка');
    expect(doubts({ group: 'столичные' })[0]).toContain('выберите из списка');
    expect(doubts({ group: 'ы'.repeat(50) })[0]).toContain(`«${'ы'.repeat(40)}…»`);
    expect(doubts({ group: 'ы'.repeat(40) })[0]).toContain(`«${'ы'.repeat(40)}»`);
  });

  test.each([
    ['веду', 'возможно, «ведущая»'],
    ['ВЕДУЩАЯ', 'возможно, «ведущая»'],
    ['ведущие шк', 'возможно, «ведущая»'],
    ['ведущие школы района', 'выберите из списка: участник, ведущая'],
    ['веду шумную жизнь', 'выберите из списка: участник, ведущая'],
    ['вед', 'выберите из списка: участник, ведущая'],
  ])('«%s» is probably the group that begins so, as to four letters and half of the word', (word, offer) => {
    expect(groupRemark(word, ['участник', 'ведущая'])).toContain(offer);
  });

  test('says nothing of a blank group, nor of one that the district has', () => {
    expect([groupRemark('', ['ведущая']), groupRemark('ведущая', ['ведущая'])]).toEqual([null, null]);
  });

  test('the groups of a district are declared by comma or semicolon', () => {
    expect(groupsIn(' ведущая, участник;;  третья группа ,')).toEqual(['ведущая', 'участник', 'третья группа']);
  });

  test('of a row that is left out no more is said than why', () => {
    const {
      trouble,
      doubts: none,
      editors,
      mails,
    } = read(
      row({ key: 'школа', name: 'Первая', group: 'столичные', partner: 'x', editors: 'a@b.ru', mail: 'a@b.ru' }),
    );
    expect([trouble.length, none, editors.size, mails.size]).toEqual([1, [], 0, 0]);
  });

  test('names a word that is no address among the editors', () => {
    expect(doubts({ editors: 'one@mail.ru, Петрова' })).toEqual([expect.stringContaining('«петрова» в «Редакторах')]);
  });

  test('says nothing of a partner that is a school, wherever it stands', () => {
    const one = row({ key: 'a', name: 'Первая', partner: 'c' });
    const rest = [row({ key: 'b', name: 'Вторая' }), row({ key: 'c', name: 'Третья' })];
    const { schools, doubts: none } = read(one, ...rest);
    expect(none).toEqual([]);
    expect(schools[1]).not.toHaveProperty('partnerName');
  });

  test('is written where the column of remarks stands, were it the first, and as soon as one row of several differs', () => {
    const order2 = ['remark', ...order.filter((key) => key !== 'remark')];
    const first = (cells: Readonly<Record<string, Cell>>): Cell[] => order2.map((key) => cells[key] ?? '');
    const keys = order2.map((key) => (key === 'key' ? 'schools|key' : key));
    const told = 'школы с ключом «x» нет – исправьте ключ школы-партнёра';
    const grid: Cell[][] = [
      ...[[''], keys, order2],
      first({ key: 'a', name: 'Первая', partner: 'x', remark: told }),
      first({ key: 'b', name: 'Вторая', partner: 'x' }),
    ];
    expect(schoolRemarksPatch(grid, readSchools(programme, grid))).toMatchObject({
      ...{ row: 4, column: 1, values: [[told], [told]] },
    });
  });

  test('tells each school apart where other systems name several', () => {
    const grid = [
      ...HEAD(),
      row({ key: 'a', name: 'Первая', login: 'edu1' }),
      row({ key: 'b', name: 'Вторая', login: 'edu2' }),
    ];
    const { schools } = readSchools(programme, grid);
    expect(readKnownSchools(schools, grid).map(({ login }) => login)).toEqual(['edu1', 'edu2']);
  });

  test('names a partner that is no school, and a school that is its own', () => {
    expect(doubts({ partner: 'b' })[0]).toContain('школы с ключом «b» нет');
    expect(doubts({ partner: 'a' })[0]).toContain('школа названа своим же партнёром');
    expect(doubts({})).toEqual([]);
    const { schools } = read(row({ key: 'a', name: 'Первая', partner: 'b' }), row({ key: 'b', name: 'Вторая' }));
    expect(schools.map(({ partnerName }) => partnerName)).toEqual(['Вторая', undefined]);
  });

  test('«да» alone says that the second grade gets no marks; editors are named by their addresses', () => {
    const { schools, editors, mails } = read(
      row({ key: 'a', name: 'Первая', 'unmarked-second': ' ДА ', editors: 'One@mail.ru, two@mail.ru; кто-то' }),
      row({ key: 'b', name: 'Вторая', 'unmarked-second': 'нет', mail: 'a@b.ru c@d.ru' }),
      row({ key: 'школа', name: 'Третья', editors: 'x@y.ru', mail: 'x@y.ru' }),
    );
    expect(schools.map(({ unmarkedSecond }) => unmarkedSecond)).toEqual([true, undefined]);
    expect([...editors]).toEqual([['a', ['one@mail.ru', 'two@mail.ru']]]);
    expect([...mails]).toEqual([['b', 'a@b.ru,c@d.ru']]);
  });

  test('stands in its row, is renewed when it is no longer so, and is not written twice', () => {
    const wrong = row({ key: 'школа', name: 'Первая', partner: 'x' });
    const doubtful = row({ key: 'b', name: 'Вторая', partner: 'x', extended: 'скоро' });
    const grid = [...HEAD().slice(0, 3), wrong, doubtful, row({ key: 'c', name: 'Третья', remark: 'старое' })];
    const patch = schoolRemarksPatch(grid, readSchools(programme, grid));
    if (patch?.kind !== 'values') throw new Error('no values');
    expect([patch.row, patch.column]).toEqual([4, order.indexOf('remark') + 1]);
    const [first, second, third] = patch.values.map(([words]) => words);
    expect(first).toContain('ключ «школа» не годится');
    expect(second).toMatch(/^в «Отсрочке до» не день.*; школы с ключом «x» нет/);
    expect(third).toBe('');
    const told = grid.map((cells) => [...cells]);
    patch.values.forEach(([words], at) => {
      told[3 + at]![order.indexOf('remark')] = words!;
    });
    expect(schoolRemarksPatch(told, readSchools(programme, told))).toBeNull();
    expect(schoolRemarksPatch([], readSchools(programme, []))).toBeNull();
    const without = grid.map((cells) => cells.filter((_, at) => at !== order.indexOf('remark')));
    expect(schoolRemarksPatch(without, readSchools(programme, without))).toBeNull();
  });

  test('a row that was cleared under a remark of the add-on is no school', () => {
    expect(read(row({ remark: 'исправьте ключ' }))).toMatchObject({ schools: [], trouble: [] });
    expect(read(row({ partner: 'b' })).trouble).toHaveLength(1);
  });
});

import { personalDataIn } from '../../src/domain/personal-data';
import { registerChecks } from '../../src/domain/register-checks';
import { demonstration } from '../../src/local/demonstration';
import { programme } from '../../src/programme';

const found = (text: string): string[] => personalDataIn(text).map(({ title }) => title);

test.each([
  ['Иванов И. И. болел', 'фамилия и инициалы'],
  ['болел Иванов И.И.', 'фамилия и инициалы'],
  ['И. И. Иванов на домашнем обучении', 'фамилия и инициалы'],
  ['ИВАНОВ И.И.', 'фамилия и инициалы'],
  ['Петров-Водкин К. С.', 'фамилия и инициалы'],
  ['Сидорова М.', 'фамилия и инициалы'],
  ['Мария Ивановна в декрете', 'имя и отчество'],
  ['Иванову Петру Сергеевичу', 'имя и отчество'],
  ['Кузнецов Саша переехал', 'фамилия и имя'],
  ['переведён Данил Петров', 'фамилия и имя'],
  ['звонить 8 914 123-45-67', 'телефон'],
  ['+7(914)1234567', 'телефон'],
  ['9141234567', 'телефон'],
  ['тел. 97-1-23', 'телефон'],
  ['СНИЛС 12345678901', 'СНИЛС'],
  ['123-456-789 01', 'СНИЛС'],
  ['12.03.2010 г. р.', 'дата рождения'],
  ['родился 12.03.2010', 'дата рождения'],
  ['дата рождения: 12.03.2010', 'дата рождения'],
  ['2010 года рождения', 'дата рождения'],
  ['школа@почта.рф', 'адрес электронной почты'],
  ['ivanova-75@mail.ru', 'адрес электронной почты'],
  ['паспорт 10 08 № 123456', 'данные документа'],
  ['ул. Ленина, д. 5, кв. 12', 'домашний адрес'],
])('«%s» holds %s', (text, title) => {
  expect(found(text)).toContain(title);
});

test.each([
  ['МОБУ Магдагачинская СОШ № 3'],
  ['МОКУ Кузнецовская ООШ'],
  ['пгт. Ушумун, с. Гудачи, с. Кузнецово, ст. Тыгда'],
  ['ФЗ-273, ст. 34, ч. 1; 152-ФЗ'],
  ['Приказ от 12.05.2023 № 341-О'],
  ['Протокол № 4 от 29.08.2023, пункт 3.2'],
  ['Договор от 01.09.2020 № 08-70/2020'],
  ['по итогам I полугодия 2022/2023 учебного года'],
  ['п. 3.2, 4.1-4.5; подп. А. и Б.'],
  ['Пушкин А. С. Капитанская дочка'],
  ['Сочинение по рассказу А. П. Чехова «Ванька»'],
  ['УМК Л. Г. Петерсон'],
  ['школа имени М. А. Шолохова'],
  ['Великая Отечественная война'],
  ['Русский язык, Литература, История России'],
  ['Амурская область, Магдагачинский район'],
  ['Сетевое взаимодействие с Благовещенским педагогическим колледжем'],
  ['10 ноутбуков по 45 500 руб., счёт 03224643107210000'],
  ['2020-2023 гг.; 2010 г.; 12.05.2023 г.'],
  ['8 из 9 обучающихся (88,9 %)'],
  ['Класс А. и класс Б. объединены'],
])('«%s» is nobody’s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'дата рождения',
    [
      '2010 г.р.',
      '2010г. р.',
      '2010 рожд.',
      '2010 год рождения',
      'родилась в 2010',
      'даты рождения 12.03',
      'Д.Р. 12.03',
      'д. р. 5 мая',
    ],
    ['2010 г. работа', '2010 г. район', 'родился в городе Тыгде, 3 км', 'дата рождения школы'],
  ],
  [
    'СНИЛС',
    ['123-456-789-01', '123-456-78901', '123 456 789 01', 'снилс: 12345678901', 'СНИЛС № 12345678901'],
    [
      '123 456 789 012',
      '12-456-789 01',
      '123-45-789 01',
      '123-456-78 01',
      '123-456-789 0',
      'СНИЛС сдан, № 12345678901',
      'СНИЛС 1234567890',
    ],
  ],
  [
    'данные документа',
    [
      'Паспорт серия 1008 123456',
      'паспорт: 10 08 123456',
      'свидетельство о рождении I-ОТ № 123456',
      'Свидетельства о рождении XII-АБ 123456',
      'свидетельство о рождении: 1008 123456',
    ],
    [
      'паспорт школы 2023 года',
      'паспорт 10 08 № 12345',
      'паспорт 1 08 № 123456',
      'свидетельство о рождении I-О № 123456',
      'свидетельство о рождении есть, ул. 5',
    ],
  ],
  [
    'телефон',
    [
      '8-914-123-45-67',
      'сот. 89141234567',
      '+7 914 123 45 67',
      '(8 (914) 123-45-67)',
      '914-123-45-67',
      'раб. 914) 123 45 67',
      'моб.: 97123',
      'тел. (41653) 97-1-23',
      'Телефон № 97-123',
    ],
    [
      'счёт 89141234567890',
      '+7 914 123 45 678',
      '12-89141234567',
      '8 из 914, 123 и 45',
      '914-123-45-678',
      'тел. 97',
      'моб. класс',
      '18914123456',
    ],
  ],
  [
    'адрес электронной почты',
    ['a@b.ru', 'Пишите: shkola.1@mail.amur.ru, ждём', '«a@b.рф»'],
    ['школа@почта', '@school.ru', 'a@b.c', 'a @b.ru', 'a@ b.ru'],
  ],
  [
    'домашний адрес',
    [
      'пер. Зелёный 3 кв 7',
      'мкр-н Северный, д. 5, кв.3',
      'Пр-т Мира, 5, кв. 1',
      'Проживает по адресу бабушки',
      'проживает по адресу',
    ],
    ['ул. Ленина, д. 5', 'кв. 12', 'ул. кв. 1', 'адресу школы', `ул. ${'а'.repeat(41)} кв. 1`],
  ],
])('%s is known in the ways in which people write it, and not in what is like it', (title, are, areNot) => {
  expect(are.filter((text) => !found(text).includes(title))).toEqual([]);
  expect(areNot.filter((text) => found(text).includes(title))).toEqual([]);
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'имя и отчество',
    [
      'Пётр Ильич',
      'Анна Ильинична',
      'Ольге Петровне',
      'с Иваном Сергеевичем',
      'Марии Никитичны',
      'Марию Ивановну',
      'с Анной Сергеевной',
      'Елены Ильиничны',
      'Фёдору Лукичу Петровичу',
    ],
    [
      'Пётр ильич',
      'Ян Иванович',
      'Москва Ивановичи',
      'Программа Основной школы',
      'История Античной Греции',
      'Концерт Духовной музыки',
      'привет Петровна',
    ],
  ],
  [
    'фамилия и имя',
    [
      'Ивановой Марии',
      'Марию Иванову',
      'Коваленко Олег',
      'Вознесенский Павел',
      'Троицкую Анну',
      'Ковальчук Лида',
      'Бондарюк Юлия',
      'Саркисян Роман',
      'Лисицын Максим',
      'Лисицыной Алёне',
    ],
    ['Иванов день', 'Олег Море', 'Ивановский Район', 'мамин Саша'],
  ],
  [
    'фамилия и инициалы',
    ['у Ли И. И.', 'ЛИС И.И.', 'И.И.Иванов', 'А. Б. Петров-Водкин', 'Смирнова А.', 'Соколовского Н.'],
    ['Ли И. И.', 'И. иванов', 'Класс А. и Б.', 'СОШ А. Б', 'Смирнова а.'],
  ],
])('%s is a person', (title, are, areNot) => {
  expect(are.filter((text) => !found(text).includes(title) && text !== 'у Ли И. И.')).toEqual([]);
  expect(areNot.filter((text) => found(text).includes(title))).toEqual([]);
});

test('a whole name is one name, and each other kind is told beside it', () => {
  expect(found('Иванов Иван Иванович, Иванов И. И.')).toHaveLength(1);
  expect(found('Иванов И. И., тел. 97-1-23, ivanov@mail.ru')).toEqual([
    'фамилия и инициалы',
    'телефон',
    'адрес электронной почты',
  ]);
});

const CLASSICS = [
  ...['Пушкин А. С.', 'Лермонтов М. Ю.', 'Гоголь Н. В.', 'Толстой Л. Н.', 'Чехов А. П.', 'Тургенев И. С.'],
  ...['Достоевский Ф. М.', 'Некрасов Н. А.', 'Островский А. Н.', 'Крылов И. А.', 'Есенин С. А.', 'Шолохов М. А.'],
  'Булгаков М. А.',
];
const ONLY_BEHIND = [
  'Маяковский В. В.',
  'Ахматова А. А.',
  'Цветаева М. И.',
  'Бунин И. А.',
  'Куприн А. И.',
  'Петерсон Л. Г.',
  'Мерзляк А. Г.',
];

test('the authors of the school programme are nobody’s, in whatever order and however tightly written', () => {
  const tight = (text: string) => text.replace(/\. /g, '.');
  const turned = (text: string) => text.replace(/^(\S+) (.*)$/, '$2 $1');
  const all = [...CLASSICS, ...ONLY_BEHIND].flatMap((name) => [name, tight(name), `Сказки: ${name}`]);
  const before = CLASSICS.flatMap((name) => [turned(name), turned(tight(name))]);
  expect([...all, ...before].filter((text) => found(text).length > 0)).toEqual([]);
  expect(
    ['Пушкин И. С.', 'Гоголь А. В.', 'И. П. Чехов', 'Крылов И. И.'].filter((text) => found(text).length === 0),
  ).toEqual([]);
});

test.each([
  ...['имени', 'им.', 'автор', 'авторы', 'произведений', 'творчество', 'рассказы', 'роман', 'по повести', 'поэма'],
  ...['пьесе', 'комедию', 'драма', 'басне', 'басни', 'басням', 'басен', 'сказке', 'сказки', 'сказкам', 'сказок'],
  ...['стихи', 'лирика', 'УМК', 'учебнику', 'пособие', 'программа', 'методику', 'технологии', 'система'],
])('whose words these are is said before the name: «%s А. Б. Волков»', (word) => {
  expect(found(`${word} А. Б. Волкова`)).toEqual([]);
  expect(found(`${word} «Утро» А.Б. Волкова`)).toEqual([]);
  expect(found(`у А. Б. Волкова`)).toEqual(['фамилия и инициалы']);
});

function textsIn(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') into.add(value);
  else if (value && typeof value === 'object') for (const one of Object.values(value)) textsIn(one, into);
  return into;
}

test('no text that the demonstration’s schools and office have typed is taken for personal data', () => {
  const { rows, registers, schools } = demonstration(programme.forms);
  const texts = [...textsIn(rows), ...textsIn(registers), ...textsIn(schools)];
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => found(text).length > 0)).toEqual([]);
});

test('no wording of the order in a register is taken for personal data, nor the officials whom it names', () => {
  const check = registerChecks.find(({ id }) => id === 'register/personal-data')!;
  const world = {} as Parameters<typeof check.find>[0]['world'];
  const said = (register: (typeof programme.registers)[number], words: string) => {
    const fields = Object.keys(register.fields);
    const row = { id: 'Х-1', ...Object.fromEntries(fields.map((key) => [key, words])) };
    return check.find({ register, rows: [row], before: new Map(), computed: new Set(), world }).length;
  };
  const words = programme.registers.flatMap(({ starts }) => [...textsIn(starts)]);
  expect(words.length).toBeGreaterThan(100);
  for (const register of programme.registers) {
    expect(words.filter((text) => said(register, text) > 0)).toEqual([]);
    for (const name of [
      'Беличко С.А.',
      'О. Ю. Грекова',
      'на Грекову О.Ю., заместителя начальника',
      'Каменщиковой Н.В.',
    ])
      expect([name, said(register, name)]).toEqual([name, 0]);
    expect(said(register, 'Иванова А. П.')).toBeGreaterThan(0);
  }
});

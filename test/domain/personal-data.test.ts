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

import { a1, District } from './district';

const TAB = 'Документы и фонд оценочных средств';
const ready = District.ready();
ready.click('consolidateWorkbook');

const columnOf = (district: District, key: string): number =>
  district.values(TAB)[1]!.findIndex((cell) => cell === key || String(cell).includes(`|${key}`)) + 1;
const rowsOf = (district: District) => district.results().registers.documents!;
const placeOf = (district: District, id: string): number => district.values(TAB).findIndex((row) => row[0] === id) + 1;
const of = (district: District, number: string) => rowsOf(district).filter((row) => row.number === number);

test('the run gives each participant a row of each school document, with the order’s words in a note', () => {
  const participants = ready.results().schools.filter(({ group }) => group === 'участник');
  expect(of(ready, '4').map(({ school }) => school)).toEqual(participants.map(({ key }) => key));
  const { id } = of(ready, '4')[0]!;
  const title = ready.sheet(TAB).getRange(placeOf(ready, id), columnOf(ready, 'title'));
  expect(title.getNote()).toMatch(/^Назначить ответственных за проведение/);
  expect(ready.value(TAB, a1(placeOf(ready, id), columnOf(ready, 'school')))).toBe(participants[0]!.name);
});

test('nothing is written twice; a deleted row of a school comes back with its id', () => {
  const copy = ready.copy();
  const ids = () => rowsOf(copy).map(({ id }) => id);
  copy.click('consolidateWorkbook');
  expect(ids()).toEqual(rowsOf(ready).map(({ id }) => id));
  const { id } = of(copy, '5')[0]!;
  copy.sheet(TAB).deleteRow(placeOf(copy, id));
  copy.click('consolidateWorkbook');
  expect(ids()).toEqual(rowsOf(ready).map(({ id }) => id));
});

test('what people write into a school’s row, and below as a set of the fund, is read and counted', () => {
  const copy = ready.copy();
  const { id } = of(copy, '4')[0]!;
  const type = (place: number, key: string, words: string) =>
    copy.runtime.edit(TAB, a1(place, columnOf(copy, key)), words);
  const place = placeOf(copy, id);
  for (const [key, words] of [
    ['status', 'утверждён'],
    ['signedOn', '22.01.2020'],
    ['regNo', '14-од'],
    ['electronic', 'https://example.org/14'],
  ] as const)
    type(place, key, words);
  const below = copy.sheet(TAB).getLastRow() + 1;
  for (const [key, words] of [
    ['number', '11'],
    ['title', 'КИМ'],
    ['subject', 'Математика'],
    ['grade', '5'],
    ['status', 'утверждён'],
    ['signedOn', '09.11.2020'],
    ['regNo', '1'],
  ] as const)
    type(below, key, words);
  copy.click('consolidateWorkbook');
  expect(rowsOf(copy).find((row) => row.id === id)).toMatchObject({
    status: 'утверждён',
    ready: 'да',
    part: 'документ',
  });
  const set = rowsOf(copy).find(({ subject }) => subject === 'Математика')!;
  expect(set).toMatchObject({ id: 'Д-101', grade: '5', part: 'фонд', ready: 'нет' });
  expect(copy.value(TAB, a1(below, columnOf(copy, 'remark')))).toContain('набор в электронный фонд не засчитан');
});

test('schools’ rows begin right below the titles: no blank row stands above them', () => {
  const [, , titles, first] = ready.values('Партнёры и договоры');
  expect(titles).toContain('Партнёр');
  expect(first!.slice(1, 4)).toEqual([
    ready.schools.find(({ group }) => group === 'участник')!.name,
    '',
    'школа – школа',
  ]);
});

test('numbers and dates of rows that are still to be written stand under their titles', () => {
  const titles = ready.values('Мероприятия')[2]!;
  const alignment = (title: string): string =>
    ready
      .sheet('Мероприятия')
      .getRange(20, titles.indexOf(title) + 1)
      .getHorizontalAlignment();
  expect([alignment('Дата'), alignment('Участников')]).toEqual(['center', 'center']);
  expect(alignment('Вид')).not.toBe('center');
});

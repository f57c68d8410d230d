import { District, goodRows } from './district';

const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');

const full = District.ready();
full.fill('s1');
full.fill('s2', 1);

describe('rows that errors keep out', () => {
  const district = full.copy();
  district.enter('s1', 'marks', 2, 'five', 'x');
  district.enter('s2', 'pupils', 1, 'good', '-1');
  const { message } = district.click('consolidateWorkbook');

  test('are named by the consolidation: school, form, row', () => {
    expect(plain(message)).toContain(
      'Из-за ошибок не учтено строк: 2. Школа №1, «Отметки»: 5 А Русский язык; Школа №2, «Итоги обучающихся»: 5 А.',
    );
  });

  test('are named in Журнал too', () => {
    expect(district.values('Журнал').map(String).join('\n')).toContain('Школа №1, «Отметки»: 5 А Русский язык');
  });

  test('are many: as many as a message has room for are named and the others counted', () => {
    const many = full.copy();
    many.replace(
      's1',
      'marks',
      Array.from({ length: 14 }, (_, n) => ({ ...goodRows(0).marks[0]!, subject: `Курс ${n + 1}`, five: 'x' })),
    );
    expect(plain(many.click('consolidateWorkbook').message)).toMatch(/не учтено строк: 14\. .*Курс 3 и ещё 11\./);
  });
});

test('before a period is closed, tabs that could not be read are named apart from those not handed in', () => {
  const district = full.copy();
  district.sheet('Школа №2').deleteRow(district.rowOf('Школа №2', 'marks/end'));
  district.click('consolidateWorkbook');
  const { message } = district.click('closeOpenPeriod');
  expect(message).toContain('Не сдали (по последнему своду): Школа №1.');
  expect(message).toContain('Не прочитаны вкладки (по последнему своду): Школа №2. Пока они не починены');
});

test('a deadline wiped out in Настройки is named as blank, with what is wanted', () => {
  const district = full.copy();
  district.set('deadline-q2', '');
  expect(plain(district.click('consolidateWorkbook').message)).toMatch(/: пусто, нужны число и месяц/);
});

test('what a repair has done is told as done, in the card and in Журнал', () => {
  const district = full.copy();
  district.sheet('Школа №2').deleteRow(district.rowOf('Школа №2', 'marks/end'));
  district.runtime.answers.push('YES');
  const { message } = district.click('setUpWorkbook');
  expect(message).toContain('Школа №2: сохранены: «Число обучающихся»');
  const asked = district.runtime.shown.find(({ kind, title }) => kind === 'alert' && title === 'Починка вкладок')!;
  expect('message' in asked && asked.message).toContain('Школа №2: сохранятся: «Число обучающихся»');
  expect(district.values('Журнал').map(String).join('\n')).toContain('Школа №2: сохранены');
});

import { District, schoolsOf } from './district';

/** Three schools have filled the quarter; nothing is closed yet. */
const district = District.ready({ schools: schoolsOf(3) });
for (const [index, { key }] of district.schools.entries()) district.fill(key, index + 1);
district.click('consolidateWorkbook');

const close = (of: District): string => {
  try {
    of.runtime.run('closePeriod', ['2023-Q2']);
    return 'закрыт';
  } catch (error) {
    return (error as Error).message;
  }
};
const isClosed = (of: District): boolean => of.values('Периоды').some((row) => row.includes('2023-Q2'));
const marksOf = (of: District, school: string) =>
  of.rowsIn('Сводные данные. Отметки').filter((row) => row.school === school && row.period === '2023-Q2');
const tell = (of: District, command: string, tab: string): string =>
  of
    .click(command)
    .message.split('\n\n')
    .find((line) => line.includes(`«${tab}»`)) ?? '';

describe("another school's head pasted over a school's tab", () => {
  const pasted = district.copy();
  pasted.sheet('Школа №3').getRange('A1').setValue(district.value('Школа №1', 'A1'));

  test('closing says what is wrong and what to do; a button that does nothing is not the advice', () => {
    const copy = pasted.copy();
    const message = close(copy);
    expect(message).toContain('Не читаются вкладки: «Школа №3»: на ней стоит шапка другой школы (Школа №1); верните');
    expect(message).not.toContain('вкладки» и повторите');
    expect(message).toMatch(/Вкладки школ снова открыты\.$/);
    copy.sheet('Школа №3').getRange('A1').setValue(district.value('Школа №3', 'A1'));
    expect(close(copy)).toBe('закрыт');
    expect(marksOf(copy, 's3')).toHaveLength(3);
  });

  test('it is told before what a repair mends, for it is in the way after that', () => {
    const copy = pasted.copy();
    copy.sheet('Школа №2').getRange(copy.rowOf('Школа №2', 'marks/title'), 1).setValue('');
    expect(close(copy)).toMatch(
      /Не читаются вкладки: «Школа №3», «Школа №2»\. Первая: на ней стоит шапка другой школы/,
    );
  });

  describe('renamed as advised', () => {
    const renamed = pasted.copy();
    renamed.sheet('Школа №3').setName('Старая');
    renamed.setUp();

    test.each(['consolidateWorkbook', 'setUpWorkbook'])(
      '%s says that the head names one school and the numbers may be of another',
      (command) => {
        const words = tell(renamed.copy(), command, 'Старая');
        expect(words).toContain('Лишняя вкладка «Старая» (Школа №1): не учитывается.');
        expect(words).toContain('Шапка этой школы, а числа отличаются и могут быть другой школы');
      },
    );

    test('the quarter does not close while the numbers stand there alone, and nothing stays locked', () => {
      const copy = renamed.copy();
      const message = close(copy);
      expect(message).toContain('Период не закрыт, ничего не изменено');
      expect(message).toContain('Лишняя вкладка «Старая» (Школа №1)');
      expect(message).toContain('скопируйте её в другую таблицу');
      expect(isClosed(copy)).toBe(false);
      copy.enter('s3', 'classes', 1, 'enrolled', '21');
      expect(copy.runtime.failures).toEqual([]);
    });

    test('the numbers carried over and the tab deleted, it closes with them', () => {
      const copy = renamed.copy();
      copy.fill('s3', 3);
      copy.spreadsheet().deleteSheet(copy.sheet('Старая'));
      expect(close(copy)).toBe('закрыт');
      const five = (of: District) => marksOf(of, 's3').map((row) => row['field:five']);
      expect(five(copy)).toHaveLength(3);
      expect(five(copy)).toEqual(five(district));
    });
  });
});

describe("a copy of a school's own tab", () => {
  const twinOf = (of: District) => of.sheet('Школа №2').copyTo(of.spreadsheet()).setName('На память');

  test('made for safety is named and is in nobody’s way', () => {
    const copy = district.copy();
    twinOf(copy);
    expect(tell(copy, 'consolidateWorkbook', 'На память')).toBe(
      'Лишняя вкладка «На память» (Школа №2): её данные не учитываются. Перенесите нужное и удалите её.',
    );
    expect(close(copy)).toBe('закрыт');
    // It stands in the closed quarter and is no news in the next one.
    for (const { key } of copy.schools) copy.fill(key);
    copy.runtime.run('closePeriod', ['2023-Q3']);
    expect(copy.values('Периоды').some((row) => row.includes('2023-Q3'))).toBe(true);
  });

  test('made before the school went on typing is still in nobody’s way: all that it holds stands on the tab', () => {
    const copy = district.copy();
    const twin = twinOf(copy);
    const row = copy.row('s2', 'marks', 3);
    twin.getRange(row, 2, 1, twin.getMaxColumns() - 1).clearContent();
    expect(close(copy)).toBe('закрыт');
  });

  test('that was typed into keeps the quarter open until it is deleted', () => {
    const copy = district.copy();
    const twin = twinOf(copy);
    twin.getRange(copy.at('s2', 'marks', 1, 'five')).setValue(1);
    expect(close(copy)).toContain('Лишняя вкладка «На память» (Школа №2): не учитывается.');
    expect(isClosed(copy)).toBe(false);
    copy.spreadsheet().deleteSheet(twin);
    expect(close(copy)).toBe('закрыт');
  });

  test('that was damaged is not taken for a mere copy', () => {
    const copy = district.copy();
    const twin = twinOf(copy);
    twin.getRange(copy.rowOf('Школа №2', 'marks/title'), 1).setValue('');
    expect(close(copy)).toContain('Лишняя вкладка «На память»');
  });

  test('does not stand for the own tab that was renamed: that one gets its name back and the quarter closes', () => {
    const copy = district.copy();
    copy.sheet('Школа №2').setName('Вторая');
    expect(close(copy)).toBe('закрыт');
    expect(marksOf(copy, 's2')).toHaveLength(3);
  });

  test('two copies without the own tab: the new empty one does not close the quarter without their numbers', () => {
    const copy = district.copy();
    twinOf(copy);
    copy.sheet('Школа №2').setName('Вторая');
    copy.setUp();
    expect(close(copy)).toContain('Лишняя вкладка «Вторая» (Школа №2): не учитывается.');
    expect(isClosed(copy)).toBe(false);
  });
});

test("a head pasted over another school's only tab, its own tab gone: the name follows the head, and whose the numbers may be is said", () => {
  const renamed = district.copy();
  renamed.sheet('Школа №3').getRange('A1').setValue(district.value('Школа №1', 'A1'));
  renamed.spreadsheet().deleteSheet(renamed.sheet('Школа №1'));
  expect(renamed.click('consolidateWorkbook').message).toContain(
    'Вкладке «Школа №3» возвращено название «Школа №1»: так в её шапке. Если числа на ней прежней школы,',
  );
  expect(close(renamed)).toContain('«Школа №3»: вкладки школы нет в книге');
});

test('the hidden tab that a repair has left is in no closing’s way', () => {
  const copy = district.copy();
  copy.sheet('Школа №2').getRange(copy.rowOf('Школа №2', 'marks/title'), 1).setValue('');
  copy.runtime.answers.push('YES');
  copy.setUp();
  expect(copy.runtime.book.sheets.some(({ name }) => name.includes('(до починки '))).toBe(true);
  expect(close(copy)).toBe('закрыт');
});

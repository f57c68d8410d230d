import { accountOf, District, differences, linesOf, OUTPUT_TABS, schoolsOf } from './district';

const TABLES = OUTPUT_TABS.slice(0, -1);
const RECORDS = ['Настройки', 'Школы', 'Журнал', 'Периоды'];
const MARKS = 'Сводные данные. Отметки';

/** A district with a closed quarter, in which a number was corrected, and an open one. */
const today = District.ready({ schools: schoolsOf(3) });
for (const [index, { key }] of today.schools.entries()) today.fill(key, index);
today.enter('s2', 'marks', 1, 'five', '100%');
today.move('2023-07-12T10:00:00+09:00');
today.runtime.run('closePeriod', ['2023-Q2']);
today.runtime.select(MARKS, 'J4');
today.runtime.answers.push('5', 'опечатка');
today.click('correctClosedPeriod');
today.move('2023-09-20T10:00:00+09:00');
for (const { key } of today.schools) today.fill(key, 4);
today.click('consolidateWorkbook');

const figures = today.figures();

/** The same workbook as version 0.1.0 kept it: no keys in the records, words where data are now, free rows in between. */
function asMadeBefore(district: District): District {
  for (const name of TABLES) {
    const sheet = district.sheet(name);
    const gone = ['state', 'corrections', 'data'];
    for (const key of gone) {
      const place = district.keysOf(name).indexOf(key);
      if (place >= 0) sheet.deleteColumn(place + 1);
    }
    sheet.getRange('A1').setValue(`${name}: свод от 20.09.2023 10:00, № 20230920-100000-abcd`);
    sheet.getRange('A2').setValue('period');
    const closed = district.values(name).findIndex(([period]) => period === '2023-Q2') + 1;
    sheet.insertRowsBefore(closed, 20);
  }
  const words = district.keysOf(MARKS).indexOf('correction') + 1;
  for (const [index, cells] of district.values(MARKS).entries()) {
    const said = String(cells[words - 1]);
    if (!said.includes('было')) continue;
    district
      .sheet(MARKS)
      .getRange(index + 1, words)
      .setValue(said.replace('«5»', '«5» [five]'));
  }
  district.sheet('Журнал').deleteColumn(6);
  district.sheet('Периоды').deleteColumn(district.keysOf('Периоды').indexOf('shown') + 1);
  for (const name of RECORDS) {
    district.sheet(name).deleteRows(1, 2);
    district.sheet(name).setFrozenRows(1);
  }
  return district;
}

const old = asMadeBefore(today.copy());

describe('a workbook of version 0.1.0', () => {
  test('still has its menu, and every command says what to do', () => {
    const copy = old.copy();
    copy.runtime.open();
    for (const name of ['consolidateWorkbook', 'buildDistrictReport', 'closeOpenPeriod']) {
      expect(copy.click(name).message).toMatch(/сделана прежней версией.*«Создать или починить вкладки»/);
    }
    expect(differences(linesOf(old.runtime.book), linesOf(copy.runtime.book))).toEqual([]);
  });

  test('tells the night’s failure in its journal', () => {
    const copy = old.copy();
    expect(() => copy.runtime.run('consolidateOnSchedule')).toThrow('прежней версией');
    expect(copy.values('Журнал').at(-1)!.map(String).join()).toContain('Свод не собран');
  });

  const brought = old.copy();
  const said = brought.click('setUpWorkbook');

  test('is brought to keys by set-up, which says so; once', () => {
    expect(said.title).toBe('Вкладки готовы');
    for (const name of [...RECORDS, ...TABLES]) expect(said.message).toContain(`«${name}»`);
    const before = linesOf(brought.runtime.book);
    expect(brought.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
    expect(differences(before, linesOf(brought.runtime.book))).toEqual([]);
  });

  test('gives the same figures after one consolidation, corrections and percentages included', () => {
    const copy = brought.copy();
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).toEqual(figures);
    expect(copy.results().issues).toEqual(today.results().issues);
    const words = (district: District) =>
      TABLES.slice(0, 4).flatMap((name) => district.rowsIn(name).map(({ correction: _, ...row }) => row));
    expect(words(copy)).toEqual(words(today));
  });

  test('keeps what people have added: columns and words of their own, schools, changed settings', () => {
    const copy = old.copy();
    const schools = copy.sheet('Школы');
    schools.insertColumnBefore(2);
    schools.getRange('B1:B3').setValues([['Директор'], ['И. И.'], ['П. П.']]);
    schools.getRange('A5:D5').setValues([['s4', 'С. С.', 'Школа №4', 'ООШ']]);
    copy.sheet('Настройки').getRange(copy.rowOf('Настройки', 'place'), 3).setValue('с. Ушумун');
    copy.sheet('Журнал').insertColumnBefore(1);
    expect(copy.click('setUpWorkbook').title).toBe('Вкладки готовы');
    expect(
      copy
        .values('Школы')
        .slice(2, 6)
        .map(([key, director]) => [key, director]),
    ).toEqual([
      ['Ключ', 'Директор'],
      ['s1', 'И. И.'],
      ['s2', 'П. П.'],
      ['s3', ''],
    ]);
    expect(copy.state('Школа №4').name).toBe('Школа №4');
    expect(copy.click('consolidateWorkbook').message).toContain('из 4');
    expect(copy.values('Настройки').map(String).join()).toContain('с. Ушумун');
    expect(copy.values('Журнал').at(-1)!.map(String)[3]).toBe('Свод собран');
  });

  test('keeps the meaning of a title that somebody has reworded, and asks when it is not clear', () => {
    const copy = old.copy();
    copy.sheet('Школы').getRange('B1').setValue('Школа (полностью)');
    const unclear = copy.copy();
    expect(copy.click('setUpWorkbook').title).toBe('Вкладки готовы');
    expect(copy.keysOf('Школы').slice(0, 3)).toEqual(['key', 'name', 'type']);
    expect(copy.values('Школы')[2]![1]).toBe('Школа (полностью)');
    unclear.sheet('Школы').insertColumnBefore(2).getRange('B1').setValue('Директор');
    const before = linesOf(unclear.runtime.book, (tab) => tab === 'Школы');
    expect(unclear.click('setUpWorkbook').message).toContain('На вкладке «Школы» не найдены заголовки: «Название»');
    expect(
      differences(
        before,
        linesOf(unclear.runtime.book, (tab) => tab === 'Школы'),
      ),
    ).toEqual([]);
  });

  test('is brought to the same keys when set-up died at any call, and is started again', () => {
    const counting = old.copy();
    let calls = 0;
    counting.onCall = ({ phase }) => {
      if (phase === 'before') calls += 1;
    };
    counting.click('setUpWorkbook');
    const wanted = linesOf(brought.runtime.book, (tab) => [...RECORDS, ...TABLES].includes(tab) && tab !== 'Журнал');
    for (let at = 1; at <= calls; at += 5) {
      const copy = old.copy();
      let call = 0;
      copy.onCall = ({ phase }) => {
        if (phase !== (at % 2 === 0 ? 'before' : 'after')) return;
        call += 1;
        if (call === at) throw new Error('cut');
      };
      try {
        copy.runtime.run('setUpWorkbook');
      } catch {
        // Died as it was meant to.
      }
      copy.onCall = undefined;
      copy.click('setUpWorkbook');
      const found = linesOf(copy.runtime.book, (tab) => [...RECORDS, ...TABLES].includes(tab) && tab !== 'Журнал');
      const isCount = (line: string) => / (place|id|protections):/.test(line);
      expect([at, differences(wanted, found).filter((line) => !isCount(line))]).toEqual([at, []]);
    }
  });
});

test('«Справка» of an older programme says what the programme of today does after set-up', () => {
  const copy = today.copy();
  const sheet = copy.sheet('Справка');
  sheet.deleteRows(1, 2);
  sheet.getRange('A10').setValue('Показатель, которого больше нет');
  sheet.insertRowsAfter(sheet.getMaxRows(), 3);
  sheet.getRange(sheet.getMaxRows(), 1).setValue('и этого нет');
  copy.click('setUpWorkbook');
  expect(copy.values('Справка')).toEqual(today.values('Справка'));
  expect(copy.state('Справка').hiddenRows).toEqual(new Set([1]));
});

describe('a service tab', () => {
  test.each([...RECORDS, ...TABLES])('«%s» that was renamed is known by its keys and gets its name back', (name) => {
    const copy = today.copy();
    copy.sheet(name).setName('Моя вкладка');
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.state(name).name).toBe(name);
    expect(copy.figures()).toEqual(figures);
  });

  test('that stands there twice under other names is not guessed at', () => {
    const copy = today.copy();
    copy.sheet('Школы').copyTo(copy.spreadsheet()).setName('Школы (копия)');
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    copy.sheet('Школы').setName('Школы (старые)');
    expect(copy.click('consolidateWorkbook').message).toContain('несколько: «Школы (старые)», «Школы (копия)»');
  });

  test('may have its columns moved, and columns and rows of people’s own among them', () => {
    const copy = today.copy();
    for (const name of RECORDS) {
      const sheet = copy.sheet(name);
      sheet.moveColumns(sheet.getRange('A1:A1'), 4);
      sheet.insertColumnBefore(2);
      sheet.insertRowBefore(1);
      sheet.getRange('B1').setValue('Моё');
    }
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).toEqual(figures);
    copy.move('2023-10-12T10:00:00+09:00');
    copy.runtime.run('closePeriod', ['2023-Q3']);
    expect(copy.results().periods.at(-1)).toEqual({ key: '2023-Q4', closed: false });
    expect(copy.figures().filter(({ period }) => period === '2023-Q3')).toEqual(
      figures.filter(({ period }) => period === '2023-Q3'),
    );
  });

  test('costs a school nothing, whatever it is called', () => {
    const copy = today.copy();
    copy.runtime.calls.reset();
    copy.runtime.edit('Журнал', 'E10', 'x');
    expect(copy.runtime.calls.service).toBe(0);
    expect(() => copy.runtime.edit('Школы', 'B4', 'x', { user: accountOf('s1') })).toThrow('protected');
  });
});

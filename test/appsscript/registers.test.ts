import { a1, District, differences, linesOf } from './district';

const TAB = 'План программы';
const ready = District.ready();
ready.click('consolidateWorkbook');

const rowsOf = (district: District) =>
  district
    .values(TAB)
    .slice(3)
    .filter((row) => row.some((cell) => cell !== ''));
const columnOf = (district: District, key: string): number =>
  district.values(TAB)[1]!.findIndex((cell) => cell === key || String(cell).includes(`|${key}`)) + 1;
const placeOf = (district: District, number: string): number =>
  district.values(TAB).findIndex((row) => row[columnOf(district, 'number') - 1] === number) + 1;
const at = (district: District, number: string, key: string): string =>
  a1(placeOf(district, number), columnOf(district, key));
const field = (district: District, number: string, key: string): unknown =>
  district.value(TAB, at(district, number, key));
const type = (district: District, number: string, key: string, typed: string) =>
  district.runtime.edit(TAB, at(district, number, key), typed);
const planOf = (district: District) =>
  new Map(district.results().registers.plan!.map((row) => [String(row.number), row]));

test('the tab stands in the order’s words, its title in sight, the long words in notes', () => {
  expect(ready.value(TAB, 'B1')).toBe(TAB);
  expect(rowsOf(ready)).toHaveLength(41);
  expect(field(ready, '2.2', 'term')).toBe('В течение всего периода');
  const note = ready
    .sheet(TAB)
    .getRange(at(ready, '2.2', 'title'))
    .getNote();
  expect(note).toMatch(/^Организовать сбор, анализ данных и подведение итогов мониторинга/);
  expect(
    ready
      .sheet(TAB)
      .getRange(at(ready, '1.1.4', 'dueTo'))
      .getDisplayValue(),
  ).toBe('31.03.2020');
});

test('a second run writes nothing', () => {
  const copy = ready.copy();
  const before = linesOf(copy.runtime.book, (tab) => tab === TAB);
  copy.click('consolidateWorkbook');
  expect(
    differences(
      before,
      linesOf(copy.runtime.book, (tab) => tab === TAB),
    ),
  ).toEqual([]);
});

test('what an office fills in is read in typed values and checked', () => {
  const copy = ready.copy();
  type(copy, '1.1.4', 'status', 'выполнено');
  const { message } = copy.click('consolidateWorkbook');
  expect(message).toContain('«План программы»: 1\u00a0ошибка');
  expect(field(copy, '1.1.4', 'remark')).toBe(
    '✖ Ошибка: «Статус»: указано «выполнено», а «Дата исполнения» и «Документ» – пусто; заполните или поставьте другой статус.',
  );
  type(copy, '1.1.4', 'doneOn', '05.04.2020');
  type(copy, '1.1.4', 'document', 'Приказ от 05.04.2020 № 17');
  copy.click('consolidateWorkbook');
  expect(field(copy, '1.1.4', 'remark')).toBe('');
  expect(planOf(copy).get('1.1.4')).toMatchObject({
    status: 'выполнено',
    doneOn: '2020-04-05',
    late: 5,
    overdue: null,
  });
});

test('a mistyped day is named and stays as typed', () => {
  const copy = ready.copy();
  type(copy, '1.1.4', 'doneOn', '45.13.2022');
  copy.click('consolidateWorkbook');
  expect(field(copy, '1.1.4', 'remark')).toContain(
    '«Дата исполнения»: указано «45.13.2022»; введите дату вида 12.05.2023',
  );
  expect(field(copy, '1.1.4', 'doneOn')).toBe('45.13.2022');
});

test('a deleted row of the order comes back in its place with its note; what stands around it stays', () => {
  const copy = ready.copy();
  type(copy, '1.1.3', 'nextStep', 'Провести аудит');
  const before = linesOf(copy.runtime.book, (tab) => tab === TAB);
  copy.sheet(TAB).deleteRow(placeOf(copy, '1.1.2'));
  copy.click('consolidateWorkbook');
  const after = linesOf(copy.runtime.book, (tab) => tab === TAB);
  expect(differences(before, after)).toEqual([]);
});

test('all rows deleted come back', () => {
  const copy = ready.copy();
  copy.sheet(TAB).deleteRows(4, 41);
  copy.click('consolidateWorkbook');
  expect(rowsOf(copy).map((row) => row[1])).toEqual(rowsOf(ready).map((row) => row[1]));
  expect(planOf(copy).get('1.1.4')).toMatchObject({ dueTo: '2020-03-31' });
});

test('a run that dies while rows come back is put right by the next', () => {
  const damaged = ready.copy();
  damaged.sheet(TAB).deleteRows(placeOf(damaged, '2.3'), 2);
  damaged.sheet(TAB).deleteRow(placeOf(damaged, '1.1.2'));
  damaged.runtime.edit(TAB, at(damaged, 'Мера 1.1', 'title'), 'Другое');
  const uncut = damaged.copy();
  uncut.runtime.calls.reset();
  uncut.click('consolidateWorkbook');
  const wanted = linesOf(uncut.runtime.book, (tab) => tab === TAB);
  let cuts = 0;
  for (let index = 1; index <= uncut.runtime.calls.service; index += 1) {
    const copy = damaged.copy();
    copy.onCall = (call) => {
      const writes = /setValues|insertRows|setNotes/.test(call.method);
      if (call.index === index && call.phase === 'after' && writes) throw new Error('cut');
    };
    try {
      copy.click('consolidateWorkbook');
      continue;
    } catch {
      cuts += 1;
    }
    copy.onCall = undefined;
    copy.click('consolidateWorkbook');
    expect(
      differences(
        wanted,
        linesOf(copy.runtime.book, (tab) => tab === TAB),
      ),
    ).toEqual([]);
  }
  expect(cuts).toBeGreaterThan(5);
});

test('words of the order come back when they are typed over, and nothing else changes', () => {
  const copy = ready.copy();
  type(copy, '2.2', 'nextStep', 'Свести к июлю');
  const before = linesOf(copy.runtime.book, (tab) => tab === TAB);
  const place = at(copy, '2.2', 'title');
  copy.runtime.edit(TAB, place, 'Другое');
  copy.runtime.edit(TAB, at(copy, '1.1.2', 'term'), '');
  copy.click('consolidateWorkbook');
  expect(
    differences(
      before,
      linesOf(copy.runtime.book, (tab) => tab === TAB),
    ),
  ).toEqual([]);
});

test('a sort and a column of a person’s own lose nothing', () => {
  const copy = ready.copy();
  type(copy, '1.1.4', 'status', 'в работе');
  const wanted = planOf(copy);
  const sheet = copy.sheet(TAB);
  sheet.insertColumnAfter(columnOf(copy, 'title'));
  const own = columnOf(copy, 'title') + 1;
  sheet.getRange(1, own, sheet.getMaxRows(), 1).setNumberFormat('General');
  copy.runtime.edit(TAB, a1(3, own), 'Моя пометка');
  copy.runtime.edit(TAB, a1(placeOf(copy, '2.5'), own), 'позвонить');
  copy.runtime.edit(TAB, a1(placeOf(copy, '2.4'), own), '=1+1');
  sheet.getRange(4, 1, 41, sheet.getLastColumn()).sort({ column: columnOf(copy, 'status'), ascending: false });
  copy.click('consolidateWorkbook');
  expect(planOf(copy)).toEqual(wanted);
  expect(copy.value(TAB, a1(placeOf(copy, '2.5'), own))).toBe('позвонить');
  expect(sheet.getRange(placeOf(copy, '2.4'), own).getFormula()).toBe('=1+1');
});

describe('a row of a person’s own', () => {
  const withOwn = (): District => {
    const copy = ready.copy();
    copy.runtime.edit(TAB, a1(46, columnOf(copy, 'number')), [['1.3', 'Совещание директоров', 'март 2023']]);
    copy.click('consolidateWorkbook');
    return copy;
  };

  test('gets a permanent id and the first status', () => {
    const copy = withOwn();
    expect(planOf(copy).get('1.3')).toMatchObject({ id: 'ПЛ-101', title: 'Совещание директоров', status: 'не начато' });
    copy.sheet(TAB).deleteRow(placeOf(copy, '1.3'));
    copy.runtime.edit(TAB, a1(46, columnOf(copy, 'number')), [['1.4', 'Другое']]);
    copy.click('consolidateWorkbook');
    expect(planOf(copy).get('1.4')).toMatchObject({ id: 'ПЛ-102' });
  });

  test('a copy of it gets another id; a copy of the order’s row is named and not taken', () => {
    const copy = withOwn();
    const sheet = copy.sheet(TAB);
    const width = sheet.getLastColumn();
    const copyRow = (number: string, to: number) =>
      sheet.getRange(placeOf(copy, number), 1, 1, width).copyTo(sheet.getRange(to, 1, 1, width));
    copyRow('1.3', 48);
    copyRow('2.5', 49);
    copy.click('consolidateWorkbook');
    expect(copy.value(TAB, 'A48')).toBe('ПЛ-102');
    expect(copy.value(TAB, a1(49, columnOf(copy, 'remark')))).toMatch(
      /^✖ Ошибка: строка повторяет строку приказа \(ПЛ-\d+\)/,
    );
    expect(copy.results().registers.plan).toHaveLength(43);
  });
});

test('a closed period keeps the register when it was changed, and only then', () => {
  const copy = ready.copy();
  const snapshots = () =>
    copy.values('Периоды').flatMap((row) => {
      const json = row.slice(3, 43).join('');
      return json.startsWith('{')
        ? [JSON.parse(json) as { registers: Record<string, { id: string; status: string }[]> }]
        : [];
    });
  const close = (period: string) => copy.runtime.run('closePeriod', [period]);
  close('2023-Q2');
  close('2023-Q3');
  type(copy, '2.5', 'status', 'в работе');
  close('2023-Q4');
  expect(snapshots().map(({ registers }) => registers.plan?.length ?? 0)).toEqual([41, 0, 41]);
  expect(snapshots()[2]!.registers.plan!.filter(({ status }) => status === 'в работе')).toHaveLength(1);
});

test('without its keys, the run says so and goes on; without its tab, a new one is made in the order’s words', () => {
  const copy = ready.copy();
  copy.sheet(TAB).deleteRow(2);
  expect(copy.click('consolidateWorkbook').message).toContain('нет скрытой строки ключей');
  copy.setUp();
  expect(copy.click('consolidateWorkbook').message).not.toContain('План программы');
  expect(planOf(copy)).toEqual(planOf(ready));
  copy.sheet(TAB).setName('Наш план');
  copy.click('consolidateWorkbook');
  expect(planOf(copy)).toEqual(planOf(ready));
  copy.spreadsheet().deleteSheet(copy.sheet(TAB));
  copy.click('consolidateWorkbook');
  expect(rowsOf(copy)).toHaveLength(41);
  expect(planOf(copy)).toEqual(planOf(ready));
});

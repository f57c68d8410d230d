import { makeWorld } from './host';

test.each([
  ['=1+2*3^2', 19],
  ['=-2^2', 4],
  ['=(1+2)*50%', 1.5],
  ['="а"&1,5&ИСТИНА', 'а1,5ИСТИНА'],
  ['=A1', 10],
  ['=SUM(A1:A3)', 30],
  ['=СУММ(A1:A3;1,5)', 31.5],
  ['=SUM(A:A)', 30],
  ['=AVERAGE(A1:A3)', 15],
  ['=MIN(A1:A3)+MAX(A1:A3)', 30],
  ['=COUNT(A1:A4)', 2],
  ['=COUNTA(A1:A4)', 3],
  ['=IF(A1>5;"да";"нет")', 'да'],
  ['=IF(A1<5;1/0)', false],
  ['=IFERROR(1/0;"нет данных")', 'нет данных'],
  ['=ROUND(2,675;2)', 2.68],
  ['=ROUND(46,666;1)', 46.7],
  ['=ROW()', 1],
  ['=ROW(A7)+COLUMN(C1)', 10],
  ['=HYPERLINK("#gid=0";"Форма")', 'Форма'],
  ["='Лист1'!A3", 20],
  ['="A"="a"', true],
  ['=A9', ''],
  ['=A9+1', 1],
  ['=1/0', '#DIV/0!'],
  ['=НЕТТАКОЙ(1)', '#NAME?'],
  ['="а"+1', '#VALUE!'],
  ['=Нет!A1', '#REF!'],
  ['=D1', '#REF!'],
  ['=IF(A1>5,1,2)', '#ERROR!'],
  ['=SUM(', '#ERROR!'],
  ['=SUM(A1:A3;D2)', '#DIV/0!'],
  ['=LEFT(A2)', 'с'],
  ['=LEFT(A2;3)&RIGHT(A2;2)', 'слово'],
  ['=LEFT(A9;1)="✖"', false],
  ['=LEFT(1,5;2)', '1,'],
  ['=LEFT(A2;-1)', '#VALUE!'],
  ['=LEN(A2)', 5],
  ['=TRIM("  а   б ")', 'а б'],
  ['=ЛЕВСИМВ(UPPER(A2))', 'С'],
  ['=SEARCH("ОВ";A2)', 3],
  ['=FIND("ОВ";A2)', '#VALUE!'],
  ['=LEFT(D2)', '#DIV/0!'],
])('%s is %p', (formula, value) => {
  const { sheet } = makeWorld();
  sheet.getRange('A1:A3').setValues([[10], ['слово'], [20]]);
  sheet.getRange('D2').setFormula('=1/0');
  sheet.getRange('D1').setFormula(formula);
  const read = sheet.getRange('D1').getValue();
  expect(typeof read === 'number' ? Number(read.toPrecision(12)) : read).toBe(value);
});

test('in en_US the comma separates arguments', () => {
  const { sheet } = makeWorld('en_US');
  expect(sheet.getRange('A1').setFormula('=IF(1.5>1,"yes","no")').getValue()).toBe('yes');
});

test('values follow the cells they rest on, across sheets', () => {
  const { app, sheet } = makeWorld();
  const other = app.getActive().insertSheet('Данные');
  sheet.getRange('A1').setFormula('=B1*2');
  sheet.getRange('B1').setFormula('=Данные!A1+1');
  expect(sheet.getRange('A1').getValue()).toBe(2);
  other.getRange('A1').setValue(4);
  expect(sheet.getRange('A1').getValue()).toBe(10);
  sheet.getRange('B1').setValue(1);
  expect([sheet.getRange('A1').getValue(), sheet.getRange('B1').getFormula()]).toEqual([2, '']);
});

// In several cells a formula goes along, as when filling down. [K]
test('a formula set on several cells goes along', () => {
  const { sheet } = makeWorld();
  sheet.getRange('B1:B3').setFormula('=$A$1+A1');
  expect(sheet.getRange('B1:B3').getFormulas()).toEqual([['=$A$1+A1'], ['=$A$1+A2'], ['=$A$1+A3']]);
});

test('formulas are set as a grid in one call; a blank one empties its cell', () => {
  const { sheet, calls } = makeWorld();
  sheet.getRange('A1:A2').setValues([[2], [3]]);
  sheet.getRange('C2').setValue('x');
  calls.length = 0;
  sheet.getRange('B1:C2').setFormulas([
    ['=A1*2', '=LEFT("✖ 1";1)'],
    ['=SUM(A1:A2)', ''],
  ]);
  expect(calls).toEqual(['Range.setFormulas']);
  expect(sheet.getRange('B1:C2').getValues()).toEqual([
    [4, '✖'],
    [5, ''],
  ]);
  expect(() => sheet.getRange('B1:C2').setFormulas([['=A1']])).toThrow('does not match the number of rows');
});

test('a formula repeating a date gives a date', () => {
  const { sheet } = makeWorld();
  sheet.getRange('A1').setValue('05.01.2023');
  expect(sheet.getRange('B1').setFormula('=A1').getDisplayValue()).toBe('05.01.2023');
  expect(sheet.getRange('B2').setFormula('=A1+1').getValue()).toBe(44932);
});

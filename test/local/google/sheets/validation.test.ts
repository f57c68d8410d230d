import { makeWorld } from './host';

const REFUSED = (cell: string) =>
  `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;

// platform.md: "One cell that breaks a rejecting data validation makes the WHOLE setValues throw."
test('one bad cell and nothing is written', () => {
  const { app, sheet } = makeWorld();
  const rule = app.newDataValidation().requireNumberBetween(0, 100).setAllowInvalid(false).build();
  sheet.getRange('A1:B2').setDataValidation(rule);
  expect(() =>
    sheet.getRange('A1:B2').setValues([
      [1, 2],
      [3, 101],
    ]),
  ).toThrow(REFUSED('B2'));
  expect(sheet.getLastRow()).toBe(0);
  sheet.getRange('A1:B1').setValues([['12,5', '']]);
  expect(() => sheet.getRange('A1').setValue('12.5')).toThrow(REFUSED('A1'));
  sheet.getRange('A1').setValue('');
  expect(() => sheet.getRange('A1').setFormula('=100+1')).toThrow(REFUSED('A1'));
});

// [D: setAllowInvalid]: "The default for new data validation rules is true", a warning.
test('a warning lets everything in', () => {
  const { app, sheet } = makeWorld();
  const rule = app.newDataValidation().requireNumberBetween(0, 100).build();
  expect(rule.getAllowInvalid()).toBe(true);
  expect(sheet.getRange('A1').setDataValidation(rule).setValue('много').getValue()).toBe('много');
});

test('a refused list tells its values', () => {
  const { app, sheet } = makeWorld();
  const rule = app.newDataValidation().requireValueInList(['да', 'нет', '5'], true).setAllowInvalid(false).build();
  const range = sheet.getRange('A1').setDataValidation(rule);
  expect(() => range.setValue('Да')).toThrow(`${REFUSED('A1')} Please enter one of the following values: да, нет, 5.`);
  range.setValue('нет').setValue(5);
});

const day = new Date(Date.UTC(2023, 4, 11, 15));
test.each<[method: string, given: unknown[], good: unknown, bad: unknown]>([
  ['requireNumberGreaterThan', [0], 1, 0],
  ['requireNumberGreaterThanOrEqualTo', [0], 0, -1],
  ['requireNumberLessThan', [0], -1, 0],
  ['requireNumberLessThanOrEqualTo', [0], 0, 1],
  ['requireNumberEqualTo', [3], 3, 4],
  ['requireNumberNotEqualTo', [3], 4, 3],
  ['requireNumberNotBetween', [1, 2], 3, 1],
  ['requireTextContains', ['кл'], '5 КЛАСС', 'ученик'],
  ['requireTextDoesNotContain', ['@'], 'кто', 'a@b'],
  ['requireTextEqualTo', ['да'], 'ДА', 'нет'],
  ['requireTextIsEmail', [], 'a@b.ru', 'a@b'],
  ['requireTextIsUrl', [], 'https://ya.ru/x', 'просто'],
  ['requireDate', [], '05.01.2023', 'завтра'],
  ['requireDateAfter', [day], '13.05.2023', '12.05.2023'],
  ['requireDateBefore', [day], '11.05.2023', '12.05.2023'],
  ['requireDateOnOrAfter', [day], '12.5', '11.05.2023'],
  ['requireDateOnOrBefore', [day], '12.5', '13.05.2023'],
  ['requireDateEqualTo', [day], '12.5', '13.05.2023'],
  ['requireDateBetween', [day, day], '12.5', '13.05.2023'],
  ['requireDateNotBetween', [day, day], '13.05.2023', '12.5'],
  ['requireFormulaSatisfied', ['=A1>B1'], 5, 0],
  ['requireCheckbox', [], true, 'да'],
  ['requireCheckbox', ['да', 'нет'], 'нет', true],
])('%s(%j) lets in %p and keeps out %p', (method, given, good, bad) => {
  const { app, sheet } = makeWorld();
  const builder = app.newDataValidation() as never as Record<string, (...given: unknown[]) => typeof builder>;
  const rule = builder[method]!(...given).setAllowInvalid!(false).build!();
  const range = sheet.getRange('A1').setDataValidation(rule as never);
  range.setValue(good);
  expect(() => range.setValue(bad)).toThrow(REFUSED('A1'));
});

// [D: requireFormulaSatisfied]: written for the first cell of the range.
test('a custom formula goes along with its cell', () => {
  const { app, sheet } = makeWorld();
  const rule = app.newDataValidation().requireFormulaSatisfied('=SUM($B2:$C2)<=A2').setAllowInvalid(false).build();
  sheet.getRange('A2:A3').setDataValidation(rule);
  sheet.getRange('B2:C3').setValues([
    [1, 1],
    [5, 5],
  ]);
  expect(() => sheet.getRange('A2:A3').setValues([[2], [9]])).toThrow(REFUSED('A3'));
  sheet.getRange('A2:C3').setValues([
    [2, 1, 1],
    [9, 4, 5],
  ]);
});

test('a rule can be read back, copied and cleared', () => {
  const { app, sheet } = makeWorld();
  const range = sheet.getRange('A1:A2');
  range.setDataValidation(app.newDataValidation().requireNumberBetween(0, 5).setHelpText('от 0 до 5').build());
  const rule = range.getDataValidations()[1]![0]!;
  expect(rule.getCriteriaType()).toBe(app.DataValidationCriteria.NUMBER_BETWEEN);
  expect([rule.getCriteriaValues(), rule.getHelpText()]).toEqual([[0, 5], 'от 0 до 5']);
  const strict = rule.copy().setAllowInvalid(false).build();
  expect([strict.getAllowInvalid(), rule.getAllowInvalid()]).toEqual([false, true]);
  range.clearDataValidations();
  expect(range.getDataValidation()).toBeNull();
});

// [D: insertCheckboxes, isChecked]
test('checkboxes start unchecked and take only true and false', () => {
  const { sheet } = makeWorld();
  const range = sheet.getRange('A1:A2').insertCheckboxes();
  expect([range.getValues(), range.isChecked()]).toEqual([[[false], [false]], false]);
  sheet.getRange('A1').check();
  expect(range.isChecked()).toBeNull();
  expect(() => range.setValue('да')).toThrow(REFUSED('A1'));
  sheet.getRange('A2').setValue('ИСТИНА');
  expect(range.isChecked()).toBe(true);
  range.removeCheckboxes();
  expect(range.getValues()).toEqual([[''], ['']]);
});

import { viewRows } from '../../../../src/local/preview/row-views';
import { makeWorld } from './host';

/** Rows 16-20 turn red where column C begins with a cross. */
function marked() {
  const world = makeWorld();
  const { app, sheet } = world;
  const rule = app.newConditionalFormatRule().whenFormulaSatisfied('=LEFT($C16;1)="✖"').setBackground('#f4cccc');
  sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('C16:H20')]).build()]);
  const formulas = (of = sheet) =>
    of.getConditionalFormatRules().map((one) => [
      one
        .getRanges()
        .map((range) => range.getA1Notation())
        .join(),
      one.getBooleanCondition()!.getCriteriaValues()[0],
    ]);
  const red = (of = world.book.sheets[0]!) =>
    viewRows(world.book, of, 0, 40)
      .filter(({ cells }) => cells.some(({ style }) => style?.background === '#f4cccc'))
      .map(({ row }) => row + 1);
  return { ...world, formulas, red };
}

test('a rule by formula colours the rows it holds for, written for its first cell', () => {
  const { sheet, red } = marked();
  sheet.getRange('C17').setValue('✖ больше целого');
  sheet.getRange('C19').setValue('▲ проверьте');
  sheet.getRange('C22').setValue('✖ ниже правила');
  expect(red()).toEqual([17]);
});

test('its formula goes along when rows or columns are inserted, deleted or moved', () => {
  const { sheet, formulas } = marked();
  sheet.insertRowsBefore(3, 2);
  expect(formulas()).toEqual([['C18:H22', '=LEFT($C18;1)="✖"']]);
  sheet.insertColumnBefore(1);
  expect(formulas()).toEqual([['D18:I22', '=LEFT($D18;1)="✖"']]);
  sheet.insertRowsAfter(19, 3);
  expect(formulas()).toEqual([['D18:I25', '=LEFT($D18;1)="✖"']]);
  sheet.deleteRow(18);
  expect(formulas()).toEqual([['D18:I24', '=LEFT($D18;1)="✖"']]);
  sheet.moveRows(sheet.getRange('18:18'), 21);
  expect(formulas()).toEqual([['D18:I24', '=LEFT($D18;1)="✖"']]);
  sheet.deleteRows(18, 7);
  expect(formulas()).toEqual([]);
});

test('a copy of the sheet carries its rules, and they live on apart', () => {
  const { app, sheet, book, formulas, red } = marked();
  const copy = sheet.copyTo(app.getActive());
  copy.getRange('C18').setValue('✖');
  copy.insertRowBefore(1);
  expect(formulas(copy)).toEqual([['C17:H21', '=LEFT($C17;1)="✖"']]);
  expect(formulas()).toEqual([['C16:H20', '=LEFT($C16;1)="✖"']]);
  expect([red(book.sheets[1]), red()]).toEqual([[19], []]);
});

// [K] As pasting by hand: the rule covers more cells, and takes the place of those that were there.
test('pasted cells bring their rules along', () => {
  const { app, sheet, formulas, red } = marked();
  sheet.getRange('C17').setValue('✖');
  sheet.getRange('C20:H20').copyTo(sheet.getRange('C21:H23'));
  expect(formulas()).toEqual([['C16:H20,C21:H23', '=LEFT($C16;1)="✖"']]);
  sheet.getRange('C22').setValue('✖');
  expect(red()).toEqual([17, 22]);
  sheet.getRange('C2:H2').copyTo(sheet.getRange('C16:H16'), app.CopyPasteType.PASTE_FORMAT, false);
  expect(formulas()).toEqual([['C17:H20,C21:H23', '=LEFT($C17;1)="✖"']]);
  expect(red()).toEqual([17, 22]);
  const other = app.getActive().insertSheet('Другой');
  sheet.getRange('C17:H18').copyTo(other.getRange('C2'), app.CopyPasteType.PASTE_CONDITIONAL_FORMATTING, false);
  expect(formulas(other)).toEqual([['C2:H3', '=LEFT($C2;1)="✖"']]);
  expect(other.getRange('C2').getValue()).toBe('');
});

// [D: Range.clearFormat] "(for example, bold, italics, or conditional formatting)".
test('clearing formats clears the conditional ones there', () => {
  const { sheet, formulas } = marked();
  sheet.getRange('A1:Z16').clearFormat();
  expect(formulas()).toEqual([['C17:H20', '=LEFT($C17;1)="✖"']]);
  sheet.clearFormats();
  expect(formulas()).toEqual([]);
});

test('a formula that the workbook’s locale cannot read, or with an unknown function, is refused', () => {
  const { app, sheet } = makeWorld();
  const set = (formula: string) => {
    const rule = app.newConditionalFormatRule().whenFormulaSatisfied(formula).setBold(true);
    sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('A1')]).build()]);
  };
  expect(() => set('=LEFT($C16,1)="✖"')).toThrow('in ru_RU is not implemented');
  expect(() => set('LEFT($C16)="✖"')).toThrow('not implemented');
  expect(() => set('=REGEXMATCH($C16;"✖")')).toThrow('The function REGEXMATCH is not implemented');
  set('=LEFT($C16)="✖"');
});

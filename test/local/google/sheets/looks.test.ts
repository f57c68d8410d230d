import { makeWorld } from './host';

test('looks are read as set, defaults as on Google', () => {
  const { app, sheet } = makeWorld();
  const range = sheet.getRange('A1:B1');
  range.setFontWeight('bold').setFontColor('#0000ff').setHorizontalAlignment('center').setFontSize(12).setWrap(true);
  range.setBackgrounds([['#ff0000', null]]);
  expect(range.getBackgrounds()).toEqual([['#ff0000', '#ffffff']]);
  expect([range.getFontWeight(), range.getFontColor(), range.getFontSize()]).toEqual(['bold', '#0000ff', 12]);
  expect(range.getWrapStrategy()).toBe(app.WrapStrategy.WRAP);
  expect(sheet.getRange('C1').getFontWeight()).toBe('normal');
  expect(sheet.getRange('C1').getNumberFormat()).toBe('0.###############');
});

test('a border runs around the range and, asked for, inside', () => {
  const { sheet, book } = makeWorld();
  sheet.getRange('A1:B2').setBorder(true, true, true, true, null, false);
  expect(book.sheets[0]!.cells[0]![0]!.style!.borders).toEqual({ top: true, left: true, bottom: false });
  expect(book.sheets[0]!.cells[1]![1]!.style!.borders).toEqual({ top: false, bottom: true, right: true });
});

// [D: RichTextValue.getLinkUrl]: null when there are several links or none.
test('a linked text is text with its address', () => {
  const { app, sheet } = makeWorld();
  const whole = app.newRichTextValue().setText('12,5').setLinkUrl('#gid=0&range=A5').build();
  sheet.getRange('A1').setRichTextValue(whole);
  expect(sheet.getRange('A1').getValue()).toBe('12,5');
  expect(sheet.getRange('A1').getRichTextValue()!.getLinkUrl()).toBe('#gid=0&range=A5');
  const bold = app.newTextStyle().setBold(true).build();
  const part = app.newRichTextValue().setText('см. форму').setLinkUrl(4, 9, '#gid=1').setTextStyle(0, 3, bold).build();
  const read = sheet.getRange('A2').setRichTextValue(part).getRichTextValue()!;
  expect([read.getLinkUrl(), read.getLinkUrl(4, 9), read.getTextStyle(0, 3).isBold()]).toEqual([null, '#gid=1', true]);
  expect(read.getRuns().map((run) => run.getText())).toEqual(['см.', ' ', 'форму']);
  sheet.getRange('A1').setValue('другое');
  expect(sheet.getRange('A1').getRichTextValue()!.getLinkUrl()).toBeNull();
  expect(sheet.getRange('B1').setValue(5).getRichTextValue()).toBeNull();
});

test('conditional formats replace each other as a list', () => {
  const { app, sheet } = makeWorld();
  const rule = app.newConditionalFormatRule().whenTextContains('ошибка').setFontColor('#ff0000').setBold(true);
  expect(() => rule.build()).toThrow();
  sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('A1:A9')]).build()]);
  const [read] = sheet.getConditionalFormatRules();
  expect(read!.getBooleanCondition()!.getCriteriaType()).toBe(app.BooleanCriteria.TEXT_CONTAINS);
  expect(read!.getBooleanCondition()!.getCriteriaValues()).toEqual(['ошибка']);
  sheet.setConditionalFormatRules([]);
  expect(sheet.getConditionalFormatRules()).toEqual([]);
});

test('a list of ranges is changed in one call', () => {
  const { sheet, calls } = makeWorld();
  sheet.getRangeList(['A1', 'B2:C2']).setValue('x').setFontWeight('bold');
  expect(calls).toEqual(['RangeList.setValue', 'RangeList.setFontWeight']);
  expect(sheet.getRange('A1:C2').getValues()).toEqual([
    ['x', '', ''],
    ['', 'x', 'x'],
  ]);
});

test('a sheet has one filter', () => {
  const { sheet } = makeWorld();
  const filter = sheet.getRange('A1:C9').createFilter();
  expect(filter.getRange().getA1Notation()).toBe('A1:C9');
  expect(() => sheet.getRange('A1:B2').createFilter()).toThrow();
  filter.remove();
  expect(sheet.getFilter()).toBeNull();
});

// 20,000 rows of 25 columns is the largest tab foreseen.
test('the largest tab is read as it was written', () => {
  const { sheet } = makeWorld();
  sheet.insertRowsAfter(1000, 19_000);
  const range = sheet.getRange(1, 1, 20_000, 25);
  const grid = Array.from({ length: 20_000 }, (_row, row) =>
    Array.from({ length: 25 }, (_cell, column) => row * column),
  );
  range.setValues(grid);
  const read = range.getValues();
  expect(read).toHaveLength(20_000);
  expect(read[19_999]).toEqual(grid[19_999]);
});

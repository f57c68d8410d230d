import { answerTo, described } from './answers';
import type { Probe } from './probe';
import type { Workbench } from './workbench';

type Range = GoogleAppsScript.Spreadsheet.Range;

const notNegative = (allowInvalid: boolean) =>
  SpreadsheetApp.newDataValidation().requireNumberGreaterThanOrEqualTo(0).setAllowInvalid(allowInvalid).build();

/** What each of some cells holds, one after another. */
const each = (range: Range, { timeZone }: Workbench): string =>
  range
    .getValues()
    .flat()
    .map((value) => described(value, timeZone))
    .join(', ');

const BLANKS: readonly Probe[] = [
  {
    key: 'blank',
    belief: 'Пустая ячейка читается как пустая строка, и запись пустой строки очищает ячейку',
    expected: 'пусто, пусто',
    find(bench) {
      const cells = bench.area(1, 2);
      cells.getCell(1, 2).setValue('слово').setValue('');
      return each(cells, bench);
    },
  },
  {
    key: 'data-range',
    belief: 'getDataRange кончается последней заполненной ячейкой, форматы не в счёт',
    expected: 'A1:B3',
    find(bench) {
      const sheet = bench.newSheet();
      sheet.getRange(3, 2).setValue('слово');
      sheet.getRange(9, 5).setBackground('#d9d9d9').setNumberFormat('@');
      return sheet.getDataRange().getA1Notation();
    },
  },
  {
    key: 'long-text',
    belief: 'Ячейка хранит 45 000 знаков без изменений',
    expected: 'прочитано то же',
    find(bench) {
      const text = 'ж1,"'.repeat(11_250);
      const cell = bench.area().setNumberFormat('@').setValue(text);
      const found = String(cell.getValue());
      return found === text ? 'прочитано то же' : `прочитано знаков: ${found.length}`;
    },
  },
];

const MOVES: readonly Probe[] = [
  {
    key: 'cells-moved',
    belief: 'Ячейки, перенесённые moveTo, берут с собой формат, правило ввода, примечание и значение',
    expected: 'формат, правило, примечание, значение',
    find(bench) {
      const cells = bench.area(1, 2);
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['да', 'нет'], true).setAllowInvalid(true);
      const from = cells.getCell(1, 1).setNumberFormat('@').setDataValidation(rule.build());
      from.setNote('примечание').setValue('да').moveTo(cells.getCell(1, 2));
      return features(cells.getCell(1, 2));
    },
  },
  {
    key: 'rows-moved',
    belief: 'Строки, перенесённые moveRows, встают перед строкой с названным номером',
    expected: 'число 2, число 1',
    find(bench) {
      const sheet = bench.newSheet();
      sheet.getRange(1, 1, 2, 1).setValues([[1], [2]]);
      sheet.moveRows(sheet.getRange('1:1'), 3);
      return each(sheet.getRange(1, 1, 2, 1), bench);
    },
  },
];

const KINDS: readonly Probe[] = [
  {
    key: 'colors',
    belief: 'Цвет, заданный словом или заглавными буквами, читается строчными цифрами',
    expected: '#ff0000, #d9e2f3',
    find(bench) {
      const cells = bench.area(1, 2).setBackgrounds([['red', '#D9E2F3']]);
      return cells.getBackgrounds().flat().join(', ');
    },
  },
  {
    key: 'number-over-date',
    belief: 'Число 45000, записанное поверх даты, читается датой: формат ячейки остаётся',
    expected: 'дата 15.03',
    find(bench) {
      const cell = bench
        .area()
        .setNumberFormat('dd.MM.yyyy')
        .setValue(new Date(2023, 0, 1))
        .setValue(45_000);
      return described(cell.getValue(), bench.timeZone);
    },
  },
  {
    key: 'date-kept',
    belief: 'Полночь, записанная скриптом, читается той же датой',
    expected: 'дата 25.06, время то же',
    find(bench) {
      const midnight = new Date(2023, 5, 25);
      const found = bench.area().setValue(midnight).getValue();
      const same = Number(found) === midnight.getTime();
      return `${described(found, bench.timeZone)}, время ${same ? 'то же' : 'другое'}`;
    },
  },
  {
    key: 'checkbox',
    belief: 'Флажок хранит логическое значение: снятый и поставленный',
    expected: 'логическое ЛОЖЬ, логическое ИСТИНА',
    find(bench) {
      const cells = bench.area(1, 2).insertCheckboxes();
      cells.getCell(1, 2).setValue(true);
      return each(cells, bench);
    },
  },
  {
    key: 'link-label',
    belief: 'Формула HYPERLINK с точкой с запятой принимается и даёт свою подпись',
    expected: 'текст «Отметки»',
    find(bench) {
      return described(link(bench.area()).getValue(), bench.timeZone);
    },
  },
  {
    key: 'link-moves',
    belief: 'Ссылка в формуле переезжает, когда выше вставлена строка',
    expected: 'на одну строку ниже',
    find(bench) {
      const cell = link(bench.area(4).getCell(4, 1));
      const row = cell.getRow();
      const sheet = cell.getSheet();
      sheet.insertRowsAfter(row - 2, 1);
      const formula = sheet.getRange(row + 1, 1).getFormula();
      return formula.includes(`ROW(C${row + 1})`) ? 'на одну строку ниже' : formula;
    },
  },
];

const link = (cell: Range): Range =>
  cell.setFormula(`=HYPERLINK("#gid=${cell.getSheet().getSheetId()}&range=C"&ROW(C${cell.getRow()});"Отметки")`);

const RULES: readonly Probe[] = [
  {
    key: 'rejecting-rule',
    belief: 'Правило, которое запрещает ввод, отменяет всю запись setValues, а не одну ячейку',
    expected: 'отказ; пусто, пусто',
    find(bench) {
      const cells = bench.area(1, 2);
      cells.getCell(1, 2).setDataValidation(notNegative(false));
      const [answer] = answerTo(() => cells.setValues([[7, -5]])).split(':');
      return `${answer}; ${each(cells, bench)}`;
    },
  },
  {
    key: 'warning-rule',
    belief: 'Правило, которое только предупреждает, пропускает любое значение',
    expected: 'принято; число -5, текст «нет»',
    find(bench) {
      const cells = bench.area(1, 2).setDataValidation(notNegative(true));
      return `${answerTo(() => cells.setValues([[-5, 'нет']]))}; ${each(cells, bench)}`;
    },
  },
  {
    key: 'inserted-row',
    belief:
      'Строка, вставленная insertRowsAfter, берёт формат и правило строки над ней, но не значение и не примечание',
    expected: 'формат, правило',
    find(bench) {
      const cell = bench.area().setNumberFormat('@').setDataValidation(notNegative(true)).setNote('примечание');
      cell.setValue('слово').getSheet().insertRowsAfter(cell.getRow(), 1);
      return features(cell.offset(1, 0));
    },
  },
];

/** What a cell has of a format «text», a rule, a note and a value. */
export function features(cell: Range): string {
  const found = [
    cell.getNumberFormat() === '@' ? 'формат' : '',
    cell.getDataValidation() ? 'правило' : '',
    cell.getNote() === '' ? '' : 'примечание',
    cell.getValue() === '' ? '' : 'значение',
  ].filter((word) => word !== '');
  return found.join(', ') || 'ничего';
}

const REFUSALS: readonly Probe[] = [
  {
    key: 'too-many-rows',
    belief: 'Слова отказа, когда строк больше, чем в диапазоне (на другом языке аккаунта – другие)',
    expected:
      'отказ: The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    find: (bench) => answerTo(() => bench.area().setValues([[1], [2]])),
  },
  {
    key: 'too-many-columns',
    belief: 'Слова отказа, когда столбцов больше, чем в диапазоне (на другом языке аккаунта – другие)',
    expected:
      'отказ: The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    find: (bench) => answerTo(() => bench.area().setValues([[1, 2]])),
  },
  {
    key: 'outside-grid',
    belief: 'Слова отказа при чтении за краем вкладки (на другом языке аккаунта – другие)',
    expected: 'отказ: The coordinates of the range are outside the dimensions of the sheet.',
    find(bench) {
      const sheet = bench.area().getSheet();
      return answerTo(() => sheet.getRange(sheet.getMaxRows() + 1, 1).getValues());
    },
  },
];

export const CELLS: readonly Probe[] = [...BLANKS, ...MOVES, ...KINDS, ...RULES, ...REFUSALS];

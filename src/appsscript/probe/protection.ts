import { features } from './cells';
import type { Probe } from './probe';
import type { Workbench } from './workbench';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;
type User = GoogleAppsScript.Base.User;

const addresses = (users: readonly User[]): string =>
  users
    .map((user) => user.getEmail())
    .sort()
    .join();

const protectionsOf = (sheet: Sheet): readonly [whole: Protection[], ranges: Protection[]] => [
  sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET),
  sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE),
];

const canEdit = (cell: GoogleAppsScript.Spreadsheet.Range): boolean => cell.protect().canEdit() && cell.canEdit();

const EDITING: readonly Probe[] = [
  {
    key: 'can-edit',
    belief: 'Protection.canEdit() и Range.canEdit() отвечают «да» тому, кто поставил защиту',
    expected: 'да',
    find: (bench) => (canEdit(bench.area()) ? 'да' : 'нет'),
  },
  {
    key: 'fresh-editors',
    belief: 'Новая защита пускает тех же, кто может править книгу',
    expected: 'те же',
    find(bench) {
      const own = bench.area().protect().getEditors();
      const all = bench.spreadsheet.getEditors();
      // Numbers only: addresses have no place in the workbook.
      return addresses(own) === addresses(all) ? 'те же' : `в защите – ${own.length}, в книге – ${all.length}`;
    },
  },
  {
    key: 'editors-removed',
    belief: 'removeEditors оставляет только владельца и того, кто запускает',
    expected: 'не больше двух, правка доступна',
    find(bench) {
      const protection = bench.area().protect();
      protection.removeEditors(protection.getEditors().map((user) => user.getEmail()));
      const left = protection.getEditors().length;
      return `${left > 2 ? left : 'не больше двух'}, правка ${protection.canEdit() ? 'доступна' : 'закрыта'}`;
    },
  },
  {
    key: 'warning-only',
    belief: 'Защита-предупреждение не останавливает скрипт',
    expected: 'предупреждение, записано',
    find(bench) {
      const cell = bench.area();
      const protection = cell.protect().setWarningOnly(true);
      cell.setValue('слово');
      const kind = protection.isWarningOnly() ? 'предупреждение' : 'запрет';
      return `${kind}, ${cell.getValue() === 'слово' ? 'записано' : 'не записано'}`;
    },
  },
  {
    key: 'warning-editors',
    belief: 'Защита-предупреждение никого не перечисляет',
    expected: 'никого',
    find(bench) {
      const { length } = bench.area().protect().setWarningOnly(true).getEditors();
      return length === 0 ? 'никого' : `перечислено: ${length}`;
    },
  },
  {
    key: 'domain-editors',
    belief: 'Новая защита не открыта всей организации (если открыта, дополнение закрывает её само)',
    expected: 'не открыта',
    find: (bench) => (bench.area().protect().canDomainEdit() ? 'открыта' : 'не открыта'),
  },
];

const PLACES: readonly Probe[] = [
  {
    key: 'whole-notation',
    belief: 'У защиты всей вкладки диапазон без обозначения',
    expected: '«»',
    find: (bench) => `«${bench.newSheet().protect().getRange().getA1Notation()}»`,
  },
  {
    key: 'protect-twice',
    belief: 'Повторный protect() даёт вторую защиту диапазона, но ту же защиту вкладки',
    expected: 'диапазон – 2, вкладка – 1',
    find(bench) {
      const sheet = bench.newSheet();
      for (let time = 0; time < 2; time += 1) {
        sheet.protect();
        sheet.getRange(1, 1).protect();
      }
      const [whole, ranges] = protectionsOf(sheet);
      return `диапазон – ${ranges.length}, вкладка – ${whole.length}`;
    },
  },
  {
    key: 'protection-grows',
    belief: 'Строка, вставленная внутри защищённого диапазона, входит в него',
    expected: 'строк: 4',
    find(bench) {
      const area = bench.area(3);
      const protection = area.protect();
      area.getSheet().insertRowsAfter(area.getRow(), 1);
      return `строк: ${protection.getRange().getNumRows()}`;
    },
  },
  {
    key: 'protect-columns',
    belief: 'Защита целых столбцов (A:B) охватывает все строки вкладки, и вставленную тоже',
    expected: 'да',
    find(bench) {
      const sheet = bench.newSheet();
      const protection = sheet.getRange('A:B').protect();
      sheet.insertRowsAfter(1, 1);
      return protection.getRange().getNumRows() === sheet.getMaxRows() ? 'да' : 'нет';
    },
  },
  {
    key: 'protection-moved',
    belief: 'Защита, перенесённая на целые столбцы (setRange), охватывает все строки и пускает тех же',
    expected: 'все строки, те же',
    find(bench) {
      const area = bench.area();
      const sheet = area.getSheet();
      const protection = area.protect();
      protection.removeEditors(protection.getEditors().map((user) => user.getEmail()));
      const before = addresses(protection.getEditors());
      protection.setRange(sheet.getRange('A:B'));
      const [, ranges] = protectionsOf(sheet);
      const moved = ranges.find((each) => each.getRange().getNumColumns() === 2);
      const rows = moved?.getRange().getNumRows() === sheet.getMaxRows() ? 'все строки' : 'не все строки';
      return `${rows}, ${addresses(protection.getEditors()) === before ? 'те же' : 'другие'}`;
    },
  },
  {
    key: 'copy-name',
    belief: 'Название копии вкладки (copyTo) содержит название самой вкладки',
    expected: 'да',
    find(bench) {
      const sheet = bench.newSheet();
      const copy = sheet.copyTo(bench.spreadsheet);
      return copy.getName().includes(sheet.getName()) ? 'да' : `нет: «${copy.getName()}»`;
    },
  },
  {
    key: 'copy-keeps',
    belief: 'Копия вкладки (copyTo) хранит форматы, правила ввода, примечания и значения',
    expected: 'формат, правило, примечание, значение',
    find: (bench) => features(copied(bench).getRange(1, 1)),
  },
  {
    key: 'copy-protections',
    belief: 'Копия вкладки (copyTo) остаётся без защит',
    expected: 'вкладка – 0, диапазоны – 0',
    find(bench) {
      const [whole, ranges] = protectionsOf(copied(bench));
      return `вкладка – ${whole.length}, диапазоны – ${ranges.length}`;
    },
  },
];

/** A copy of a sheet that has a little of everything. */
function copied(bench: Workbench): Sheet {
  const sheet = bench.newSheet();
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['да', 'нет'], true).setAllowInvalid(true).build();
  const cell = sheet.getRange(1, 1).setNumberFormat('@').setDataValidation(rule).setNote('примечание').setValue('да');
  sheet.protect().setDescription('Проверка: вкладка');
  cell.protect().setDescription('Проверка: диапазон');
  return bench.copyOf(sheet);
}

export const PROTECTION: readonly Probe[] = [...EDITING, ...PLACES];

import { TABS } from '../workbook/names';

/**
 * Any menu item would ask a school for the manifest's scopes, so the menu is built only for whoever may edit Настройки.
 * In a workbook not set up yet there is no such tab: whoever opens it is setting it up.
 */
export function buildMenu(): void {
  const settings = SpreadsheetApp.getActive().getSheetByName(TABS.settings);
  if (settings && !mayEdit(settings)) return;
  const ui = SpreadsheetApp.getUi();
  const setUp = ui
    .createMenu('Настройка')
    .addItem('Создать или починить вкладки', 'setUpWorkbook')
    .addItem('Включить автоматический сбор', 'enableAutomation')
    .addItem('Закрыть период…', 'closeOpenPeriod')
    .addItem('Исправить закрытый период…', 'correctClosedPeriod')
    .addItem('Проверить установку', 'checkInstallation');
  ui.createMenu('Качество образования')
    .addItem('Собрать свод', 'consolidateWorkbook')
    .addItem('Построить отчёт', 'buildDistrictReport')
    .addItem('Проверить вкладку', 'checkActiveTab')
    .addSubMenu(setUp)
    .addItem('Справка', 'openHelp')
    .addToUi();
}

/** Whether whoever runs this may edit a tab as a whole. */
export function mayEdit(sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  try {
    const [protection] = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
    return !protection || protection.canEdit();
  } catch {
    // If Google refuses the question to a simple trigger, a menu too many is better than none.
    return true;
  }
}

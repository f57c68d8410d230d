import { TABS } from '../workbook/names';
import { activeBook, Refusal } from './book';

/**
 * A coordinator is whoever may edit Настройки. In a workbook not set up yet there is no such tab: whoever opens it is
 * setting it up. Where the tab has lost its name, it is whoever no protected tab keeps out.
 */
export function isCoordinator(): boolean {
  const spreadsheet = activeBook();
  const settings = spreadsheet.getSheetByName(TABS.settings);
  if (settings) return settings.getRange(1, 1).canEdit();
  return spreadsheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).every((protection) => protection.canEdit());
}

/** Every editor can open a bound script and run what stands in it, so what changes the workbook asks who runs it. */
export function refuseOthers(): void {
  if (!isCoordinator())
    throw new Refusal('Это делает координатор: тот, кто может править вкладку «Настройки». Попросите его.');
}

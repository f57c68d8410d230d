import { TABS } from '../workbook/names';
import { Refusal } from './book';

/**
 * A coordinator is whoever may edit Настройки. In a workbook not set up yet there is no such tab: whoever opens it is
 * setting it up.
 */
export function isCoordinator(): boolean {
  const [protection] =
    SpreadsheetApp.getActive().getSheetByName(TABS.settings)?.getProtections(SpreadsheetApp.ProtectionType.SHEET) ?? [];
  return !protection || protection.canEdit();
}

/** Every editor can open a bound script and run what stands in it, so what changes the workbook asks who runs it. */
export function refuseOthers(words: string): void {
  if (!isCoordinator()) throw new Refusal(words);
}

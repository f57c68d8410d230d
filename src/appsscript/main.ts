/** Entry points: what Google, the menu and the sidebars call by name. Each only hands over. */

import { exportResults as exported, type Results } from '../pipeline';
import { programme } from '../programme';
import { TABS } from '../workbook/names';
import { answerEditOf } from './answer-edit';
import { consolidateUnwatched, continueUnwatched, installTrigger } from './automation';
import { type BuiltReport, buildReport as build, chooseReport } from './build-report';
import { checkActive } from './check-tab';
import { closePeriod as close } from './close-period';
import { closingQuestion } from './closing-question';
import { runConsolidation } from './consolidate';
import { correctPeriod } from './correct-period';
import { buildMenu } from './menu';
import { openForRun } from './opened-book';
import { checkInstallation as checkAll } from './probe';
import { exclusively, type Outcome, refuseBusy, shown } from './run';
import { setUpTabs } from './set-up';
import { readStored } from './stored';

/** Simple trigger: the menu, for coordinators only. */
export function onOpen(): void {
  buildMenu();
}

/** Simple trigger: remarks, calculated columns, completeness, «Проверить», «Сдать». */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  answerEditOf(event);
}

/** Menu: «Создать или починить вкладки». */
export function setUpWorkbook(): void {
  shown(setUpTabs);
}

/** Menu: «Собрать свод». */
export function consolidateWorkbook(): void {
  shown(() => runConsolidation('координатор'));
}

/** Time trigger: the consolidation of every night. */
export function consolidateOnSchedule(): void {
  consolidateUnwatched();
}

/** Time trigger of large districts: what the night's run had no time for. */
export function continueConsolidation(): void {
  continueUnwatched();
}

/** Menu: «Включить автоматический сбор». */
export function enableAutomation(): void {
  shown(installTrigger);
}

/** Menu: «Закрыть период…»: cannot be undone, so it asks. */
export function closeOpenPeriod(): void {
  shown(() => {
    const ui = SpreadsheetApp.getUi();
    const { period } = openForRun().settings;
    return ui.alert('Закрыть период', closingQuestion(), ui.ButtonSet.YES_NO) === ui.Button.YES ? close(period) : null;
  });
}

/** Menu: «Исправить закрытый период…»: asks for the number and the reason. */
export function correctClosedPeriod(): void {
  shown(correctPeriod);
}

/** Menu: «Построить отчёт»: the district's report. */
export function buildDistrictReport(): void {
  shown(chooseReport);
}

/** Menu: «Проверить вкладку». */
export function checkActiveTab(): void {
  shown(checkActive);
}

/** Menu: «Проверить установку». */
export function checkInstallation(): void {
  shown(checkAll);
}

/** Menu: «Справка». */
export function openHelp(): void {
  SpreadsheetApp.getActive().getSheetByName(TABS.help)?.activate();
}

/** For panels and archives: closes the period named, and no other. */
export function closePeriod(period: string): Outcome {
  return close(period);
}

/** For panels and archives: builds one report and tells where it is. */
export function buildReport(kind: string, period: string, edition: string): BuiltReport {
  return exclusively(() => build(kind, period, edition), refuseBusy);
}

/** For panels and archives: every period's figures and issues in plain values. */
export function exportResults(): Results {
  const { periods, opened } = readStored();
  return exported(programme, opened.register.schools, periods);
}

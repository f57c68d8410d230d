import { shiftPeriod, shortName } from '../model';
import { factsOf, readSchoolTab, turnBack, typedSince } from '../pipeline';
import { programme } from '../programme';
import { acceptedLocks, lockAccepted, schoolsAmong } from './accepted-lock';
import { applyPatch, Refusal } from './book';
import type { Reopenable } from './look-at-turned';
import type { OpenedBook } from './opened-book';
import { readWhole } from './tab-reader';
import { ownerOf } from './turn-tabs';
import { eachOnce, type Reopening } from './underway';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Every tab that was turned from the closed period stands in it again; one that somebody has typed into stops the work. */
export function turnTabsBack(opened: OpenedBook, work: Reopening, reopenable: () => Reopenable): Reopening {
  const { book } = opened;
  let found: Reopenable | undefined;
  let schools: string[] | undefined;
  const back = (sheet: Sheet): void => {
    // As it stands now: no lock keeps the owner of the workbook from typing.
    const grid = readWhole(sheet);
    const school = ownerOf(opened, sheet, grid);
    const tab = school && readSchoolTab(programme, grid);
    if (!tab || tab.period !== shiftPeriod(work.reopened, 1)) return;
    found ??= reopenable();
    const closed = found.tabOf(school.key);
    const facts = factsOf(programme, opened.settings, school, work.reopened);
    if (tab.trouble.length > 0 || typedSince(programme, tab, closed.uncorrected, facts).length > 0)
      throw new Refusal(
        `Пока период открывался, изменена вкладка «${shortName(school.name)}». Перенесите введённое в черновик, очистите его на вкладке и повторите: работа продолжится.`,
      );
    if (closed.kept?.status.state === 'accepted' && acceptedLocks(sheet).length === 0) {
      schools ??= schoolsAmong(book.spreadsheet);
      lockAccepted(book, sheet, schools);
    }
    for (const patch of turnBack(programme, grid, closed, work.reopened, facts)) applyPatch(sheet, patch);
  };
  return eachOnce(work, 'back', book.others(), (sheet) => String(sheet.getSheetId()), back);
}

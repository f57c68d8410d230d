import type { Grid, PeriodKey } from '../model';
import { planHealing, readSchoolTab, type SchoolGrid, schoolOf } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import type { Book } from './book';
import { BEFORE_REPAIR, nameTab, prepareTab } from './create-tab';
import { now, outOfTime, record } from './run';
import { readWhole } from './tab-reader';

/** Says what will become of each damaged tab and asks; nothing is changed before the answer. */
function agreed(previews: readonly string[]): boolean {
  const ui = SpreadsheetApp.getUi();
  const text = `${previews.join('\n\n')}\n\nПрежние вкладки останутся в книге скрытыми. Починить?`;
  return ui.alert('Починка вкладок', text, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

export interface Healed {
  readonly lines: readonly string[];
  readonly more: boolean;
}

/** Leftovers of an earlier repair wait for a person, not for another repair. */
const isDamaged = (grid: Grid): boolean =>
  readSchoolTab(programme, grid).trouble.some(({ id }) => id !== 'tab/unrecognised');

/** Rebuilds damaged school tabs from what can be recognised; the old tab is kept, hidden, so nothing can be lost. */
export function healTabs(book: Book, tabs: readonly SchoolGrid[], period: PeriodKey): Healed {
  const damaged = tabs.filter(({ grid }) => grid && isDamaged(grid));
  if (damaged.length === 0) return { lines: [], more: false };
  if (!agreed(damaged.map(({ school, grid }) => planHealing(programme, school, period, grid!).preview)))
    return { lines: ['Починка отменена, ничего не изменено.'], more: false };
  const lines: string[] = [];
  for (const { school } of damaged) {
    if (outOfTime()) return { lines, more: true };
    const old = book.sheet(schoolTab(school.key))!;
    // As it stands now: the question may have been open for long.
    const grid = readWhole(old);
    if (!isDamaged(grid)) continue;
    const { design, preview } = planHealing(programme, school, period, grid);
    const fresh = prepareTab(book.spreadsheet, design, old.getIndex());
    old.setName(`${design.name.slice(0, 70)}${BEFORE_REPAIR}${now('dd.MM HH-mm-ss')})`);
    nameTab(fresh, design);
    retire(old);
    lines.push(preview);
    record(book, { who: 'координатор', what: 'Вкладка починена', stamp: '', details: preview });
  }
  return { lines, more: false };
}

/** The old tab no longer says that it is the school's. The role goes last: a retirement that died is known by it. */
function retire(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  sheet.hideSheet();
  sheet.getRange(1, 1).setValue('head/old');
}

/**
 * Ends repairs that died before their last step: the new tab is whole and named, the old one still has the school's role.
 * Gives the names of the old ones.
 */
export function retireRepaired(book: Book): string[] {
  const left = book.unknown().filter((sheet) => {
    const owner = sheet.getName().includes(BEFORE_REPAIR) ? schoolOf(sheet.getRange(1, 1).getValue()) : '';
    return owner !== '' && book.sheet(schoolTab(owner));
  });
  left.forEach(retire);
  return left.map((sheet) => sheet.getName());
}

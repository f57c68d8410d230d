import type { PeriodKey } from '../model';
import { planHealing, readSchoolTab, type SchoolGrid, schoolOf } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import type { Book } from './book';
import { nameTab, prepareTab } from './create-tab';
import { now, outOfTime, record } from './run';

const BEFORE_REPAIR = ' (до починки ';

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

/** Rebuilds damaged school tabs from what can be recognised; the old tab is kept, hidden, so nothing can be lost. */
export function healTabs(book: Book, tabs: readonly SchoolGrid[], period: PeriodKey): Healed {
  const damaged = tabs.flatMap(({ school, grid }) => {
    if (!grid) return [];
    const { trouble } = readSchoolTab(programme, grid);
    // Leftovers of an earlier repair wait for a person, not for another repair.
    return trouble.some(({ id }) => id !== 'tab/unrecognised')
      ? [{ school, healing: planHealing(programme, school, period, grid) }]
      : [];
  });
  if (damaged.length === 0) return { lines: [], more: false };
  if (!agreed(damaged.map(({ healing }) => healing.preview)))
    return { lines: ['Починка отменена, ничего не изменено.'], more: false };
  const lines: string[] = [];
  for (const { school, healing } of damaged) {
    if (outOfTime()) return { lines, more: true };
    const old = book.sheet(schoolTab(school.key))!;
    const fresh = prepareTab(book.spreadsheet, healing.design, old.getIndex());
    old.setName(`${healing.design.name.slice(0, 70)}${BEFORE_REPAIR}${now('dd.MM HH-mm-ss')})`);
    nameTab(fresh, healing.design);
    retire(old);
    lines.push(healing.preview);
    record(book, { who: 'координатор', what: 'Вкладка починена', stamp: '', details: healing.preview });
  }
  return { lines, more: false };
}

/** The old tab no longer says that it is the school's. The role goes last: a retirement that died is known by it. */
function retire(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  sheet.hideSheet();
  sheet.getRange(1, 1).setValue('head/old');
}

/** Ends repairs that died before their last step: the new tab is whole and named, the old one still has the school's role. */
export function retireRepaired(book: Book): void {
  for (const sheet of book.unknown()) {
    if (!sheet.getName().includes(BEFORE_REPAIR)) continue;
    const owner = schoolOf(sheet.getRange(1, 1).getValue());
    if (owner !== '' && book.sheet(schoolTab(owner))) retire(sheet);
  }
}

import { shortName } from '../model';
import {
  FIRST_ROW,
  GROUPS_SETTING,
  groupRule,
  groupsIn,
  layoutOf,
  type SchoolGrid,
  schoolOf,
  schoolsTab,
} from '../pipeline';
import { schoolTab } from '../workbook/names';
import { readNeeded } from './book';
import { validationOf } from './input-rules';
import type { OpenedBook } from './opened-book';

/** Schools whose names are those of tabs that say they are another's: a name is no address, so no tab is made or taken. */
export function takenNames({ book }: OpenedBook, tabs: readonly SchoolGrid[]): string[] {
  return tabs.flatMap(({ school, grid }) => {
    const holder = grid ? null : book.sheet(schoolTab(school.key));
    if (!holder) return [];
    const owner = schoolOf(holder.getRange(1, 1).getValue());
    return [
      `Вкладка «${shortName(holder.getName())}» – школы с ключом «${owner}», а в «Школах» у этого названия ключ «${school.key}». Если он изменён по ошибке, верните «${owner}»; если вкладка – копия, переименуйте её.`,
    ];
  });
}

/** The list of the column «Группа» follows Настройки. */
export function renewGroups({ book, settings }: OpenedBook): void {
  const groups = groupsIn(String(settings.values[GROUPS_SETTING]));
  const sheet = book.sheet('schools')!;
  const layout = layoutOf(schoolsTab, readNeeded(book, 'schools'));
  const column = (layout?.order.indexOf('group') ?? -1) + 1;
  const first = (layout?.keysRow ?? FIRST_ROW) + 2;
  if (column < 1 || first > sheet.getMaxRows()) return;
  const [choices] = sheet.getRange(first, column).getDataValidation()?.getCriteriaValues() ?? [];
  if (JSON.stringify(choices) === JSON.stringify(groups)) return;
  sheet.getRange(first, column, sheet.getMaxRows() - first + 1, 1).setDataValidation(validationOf(groupRule(groups)));
}

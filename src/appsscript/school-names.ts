import { layoutSentence } from '../messages';
import { shortName } from '../model';
import { FIRST_ROW, GROUPS_SETTING, groupRule, groupsIn, layoutOf, type SchoolGrid, schoolsTab } from '../pipeline';
import { programme } from '../programme';
import { schoolTabName } from '../workbook/names';
import { readNeeded } from './book';
import { validationOf } from './input-rules';
import type { OpenedBook } from './opened-book';

/** Schools whose names are those of tabs that say they are another's: a name is no address, so no tab is made or taken. */
export const takenNames = (tabs: readonly SchoolGrid[]): string[] =>
  tabs.flatMap(({ school, held }) => {
    const tab = `Вкладка «${shortName(schoolTabName(school.name))}»`;
    if (held?.id === 'tab/wrong-school') return [`${tab}: ${layoutSentence(held, programme.forms)}.`];
    return held
      ? [
          `${tab} – школы с ключом «${held.found}», а в «Школах» у этого названия ключ «${school.key}». Если он изменён по ошибке, верните «${held.found}»; если вкладка – копия, переименуйте её.`,
        ]
      : [];
  });

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

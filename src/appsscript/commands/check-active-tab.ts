import { layoutSentence } from '../../messages';
import {
  besidePatch,
  boxPatches,
  calculatedPatch,
  checkTab,
  droppedBy,
  firstPlace,
  headPatch,
  isSubmitted,
  leftIn,
  missingIn,
  REMARK_COLUMN,
  readSchoolTab,
} from '../../pipeline';
import { programme } from '../../programme';
import { applyPatch, Refusal } from '../book';
import type { Command } from '../command';
import { exclusively, localIso, type Outcome } from '../run';
import { asShown } from '../shown-dates';

/** The school's tab the coordinator looks at, all forms, remarks and calculated columns renewed. */
function checkActive(): Outcome {
  const sheet = SpreadsheetApp.getActiveSheet();
  const tab = readSchoolTab(programme, asShown(sheet.getDataRange().getValues()));
  if (!tab.school) throw new Refusal('Откройте вкладку школы и повторите.');
  if (tab.trouble.length > 0) {
    return {
      title: 'Вкладка повреждена',
      lines: tab.trouble.map((problem) => layoutSentence(problem, programme.forms)),
    };
  }
  return exclusively(() => {
    const checked = checkTab(programme, tab);
    const status = droppedBy(checked, localIso()) ?? tab.status;
    const patches = [
      besidePatch(checked, {}, status),
      ...checked.blocks.map((block) => calculatedPatch(programme, checked, block)),
      headPatch(checked, status),
      ...boxPatches(tab, { check: false, submit: isSubmitted(status) }),
    ];
    for (const patch of patches) if (patch) applyPatch(sheet, patch);
    const missing = missingIn(checked);
    const row = firstPlace(checked);
    // Behind the card the place itself is chosen.
    if (row !== null) sheet.getRange(row, REMARK_COLUMN).activate();
    const where = row === null ? '' : ` Первое место – строка ${row}, она выбрана.`;
    return {
      title: sheet.getName(),
      lines: missing.length === 0 ? ['Замечаний нет.'] : [`Осталось: ${leftIn(checked)}.${where}`, ...missing],
    };
  });
}

export const checkActiveTab: Command = {
  name: 'checkActiveTab',
  formerly: 'Проверить вкладку',
  run: checkActive,
};

import { layoutSentence } from '../../messages';
import { counted } from '../../model';
import {
  calculatedPatch,
  checkTab,
  completenessWords,
  headArea,
  readSchoolTab,
  remarksPatch,
  tabCompleteness,
} from '../../pipeline';
import { programme } from '../../programme';
import { applyPatch, Refusal } from '../book';
import type { Command } from '../command';
import { exclusively, type Outcome } from '../run';

/** «Проверить вкладку»: the school's tab the coordinator looks at, all forms, remarks and calculated columns renewed. */
function checkActive(): Outcome {
  const sheet = SpreadsheetApp.getActiveSheet();
  const tab = readSchoolTab(programme, sheet.getDataRange().getValues());
  if (!tab.school) throw new Refusal('Откройте вкладку школы и повторите.');
  if (tab.trouble.length > 0) {
    return {
      title: 'Вкладка повреждена',
      lines: tab.trouble.map((problem) => layoutSentence(problem, programme.forms)),
    };
  }
  return exclusively(() => {
    const checked = checkTab(programme, tab);
    const remarks = remarksPatch(checked);
    if (remarks) applyPatch(sheet, remarks);
    for (const block of checked.blocks) {
      const calculated = calculatedPatch(programme, checked, block);
      if (calculated) applyPatch(sheet, calculated);
    }
    const { row, column } = headArea(programme.forms);
    const lines = checked.blocks.map((block) => [completenessWords(block, tab)]);
    applyPatch(sheet, {
      kind: 'values',
      tab: sheet.getName(),
      row: row + 1,
      column,
      values: [[tabCompleteness(checked)], ...lines],
    });
    const { errors, unexplained } = checked;
    const words = `${counted(errors, 'ошибка', 'ошибки', 'ошибок')}, без пояснения – ${unexplained}`;
    return {
      title: sheet.getName(),
      lines: [errors + unexplained === 0 ? 'Замечаний нет.' : `Найдено: ${words}. Смотрите столбец B.`],
    };
  });
}

export const checkActiveTab: Command = {
  name: 'checkActiveTab',
  menu: ['', 'Проверить вкладку'],
  run: checkActive,
};

import type { HelpPanel } from '../../model';
import { helpContents } from '../../pipeline';
import { programme } from '../../programme';
import { TABS } from '../../workbook/names';
import { Refusal } from '../book';
import type { Panel } from '../panel';

export const help: Panel<HelpPanel> = {
  key: 'help',
  title: 'Справка',
  // Of the declarations alone, so that it opens in a workbook not set up yet.
  load: () => helpContents(programme),
  actions: { openTab: { changes: 'nothing', run: openTab } },
};

function openTab(): null {
  const tab = SpreadsheetApp.getActive().getSheetByName(TABS.help);
  if (!tab) throw new Refusal(`Вкладки «${TABS.help}» ещё нет. Нажмите «Настройка», «Создать или починить вкладки».`);
  tab.activate();
  return null;
}

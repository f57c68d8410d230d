import { TABS } from '../../workbook/names';
import type { Command } from '../command';

export const openHelp: Command = {
  name: 'openHelp',
  menu: ['', 'Справка'],
  run() {
    SpreadsheetApp.getActive().getSheetByName(TABS.help)?.activate();
    return null;
  },
};

import type { Command } from '../command';
import { openPanel } from '../panel';
import { help } from '../panels/help';

export const openHelp: Command = {
  name: 'openHelp',
  menu: ['', 'Справка'],
  changes: 'nothing',
  run: () => openPanel(help),
};

import type { Command } from '../command';
import { openPanel } from '../panel';
import { explain } from '../panels/explain';

export const openExplain: Command = {
  name: 'openExplain',
  menu: ['', 'Откуда цифра?'],
  run: () => openPanel(explain),
};

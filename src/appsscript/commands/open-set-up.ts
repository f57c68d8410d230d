import type { Command } from '../command';
import { openPanel } from '../panel';
import { setUp } from '../panels/set-up';

export const openSetUp: Command = {
  name: 'openSetUp',
  menu: ['Настройка', 'Первая настройка…'],
  run: () => openPanel(setUp),
};

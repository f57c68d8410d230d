import type { Command } from '../command';
import { openPanel } from '../panel';
import { coordinator } from '../panels/coordinator';

export const openCoordinator: Command = {
  name: 'openCoordinator',
  menu: ['', 'Панель координатора'],
  run: () => openPanel(coordinator),
};

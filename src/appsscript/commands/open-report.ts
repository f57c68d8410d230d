import type { Command } from '../command';
import { openPanel } from '../panel';
import { report } from '../panels/report';

export const openReport: Command = {
  name: 'openReport',
  menu: ['', 'Построить отчёт…'],
  run: () => openPanel(report),
};

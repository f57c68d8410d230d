import type { Command } from '../command';
import { openPanel } from '../panel';
import { report } from '../panels/report';

export const openReport: Command = {
  name: 'openReport',
  menu: ['', 'Построить отчёт…'],
  changes: 'nothing',
  run: () => openPanel(report),
};

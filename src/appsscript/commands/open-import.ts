import type { Command } from '../command';
import { openPanel } from '../panel';
import { importFile } from '../panels/import';

export const openImport: Command = {
  name: 'openImport',
  menu: ['', 'Внести из файла…'],
  run: () => openPanel(importFile),
};

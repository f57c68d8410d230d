import type { Command } from '../command';
import { setUpTabs } from '../set-up';

export const setUpWorkbook: Command = {
  name: 'setUpWorkbook',
  menu: ['Настройка', 'Создать или починить вкладки'],
  needs: 'steps',
  run: setUpTabs,
};

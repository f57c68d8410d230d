import type { Command } from '../command';
import { runConsolidation } from '../consolidate';

export const consolidateWorkbook: Command = {
  name: 'consolidateWorkbook',
  menu: ['', 'Собрать свод'],
  needs: 'steps',
  run: () => runConsolidation('координатор'),
};

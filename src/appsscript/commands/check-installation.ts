import type { Command } from '../command';
import { tryInstallation } from '../probe';
import { consolidateOnSchedule } from './consolidate-on-schedule';

const NAME = 'checkInstallation';

export const checkInstallation: Command = {
  name: NAME,
  menu: ['Настройка', 'Проверить установку'],
  run: () => tryInstallation({ trial: NAME, nightly: consolidateOnSchedule.name }),
};

import { exportResults as exported, type Results } from '../../pipeline';
import { programme } from '../../programme';
import type { Command } from '../command';
import { registersWith } from '../registers';
import { readStored } from '../stored';
import { refuseChanged } from '../verify-closed';

/** For panels and archives: every period's figures and issues in plain values. */
export const exportResults: Command<[], Results> = {
  name: 'exportResults',
  run() {
    const { periods, opened, closedData } = readStored();
    refuseChanged(closedData);
    const registers = registersWith(opened, periods);
    return exported(programme, opened.register.schools, periods, registers);
  },
};

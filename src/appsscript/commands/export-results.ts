import { exportResults as exported, type Results } from '../../pipeline';
import { programme } from '../../programme';
import type { Command } from '../command';
import { readStored } from '../stored';

/** For panels and archives: every period's figures and issues in plain values. */
export const exportResults: Command<[], Results> = {
  name: 'exportResults',
  run() {
    const { periods, opened } = readStored();
    return exported(programme, opened.register.schools, periods);
  },
};

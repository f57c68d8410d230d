import { collectedPeriods, exportResults as exported, type Results, registerRowsOf } from '../../pipeline';
import { programme } from '../../programme';
import type { Command } from '../command';
import { readRegisters } from '../registers';
import { readStored } from '../stored';
import { refuseChanged } from '../verify-closed';

/** For panels and archives: every period's figures and issues in plain values. */
export const exportResults: Command<[], Results> = {
  name: 'exportResults',
  run() {
    const { periods, opened, closedData } = readStored();
    refuseChanged(closedData);
    const open = periods.find(({ key }) => key === opened.settings.period);
    const registers = registerRowsOf(
      readRegisters(opened, {
        figures: open?.results.figures ?? [],
        collected: collectedPeriods(periods),
      }),
    );
    return exported(programme, opened.register.schools, periods, registers);
  },
};

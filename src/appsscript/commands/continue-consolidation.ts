import { readSettings } from '../../pipeline';
import { programme } from '../../programme';
import { openBook, readNeeded } from '../book';
import type { Command } from '../command';
import { BY_NIGHT } from '../consolidate';
import { isReading } from '../tab-reader';
import { consolidateOnSchedule } from './consolidate-on-schedule';

/** Time trigger of large districts: what the night's run had no time for. Does nothing when it has not stopped. */
export const continueConsolidation: Command<[], void> = {
  name: 'continueConsolidation',
  run() {
    const { period } = readSettings(programme, readNeeded(openBook(programme), 'settings'));
    if (isReading(`${BY_NIGHT.name} ${period}`)) consolidateOnSchedule.run();
  },
};

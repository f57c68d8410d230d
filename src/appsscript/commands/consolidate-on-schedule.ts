import { doneByOther } from '../../pipeline';
import type { Command } from '../command';
import { localIso } from '../run';
import { consolidateUnwatched } from '../unwatched';

type ByClock = [event?: { readonly triggerUid?: string }];

/** Time trigger: the consolidation of every night. Of two coordinators' triggers the second finds it done. */
export const consolidateOnSchedule: Command<ByClock, void> = {
  name: 'consolidateOnSchedule',
  run(event) {
    const own = event?.triggerUid ?? '';
    consolidateUnwatched(own, (found) => own === '' || !doneByOther(found, own, localIso()));
  },
};

import type { Board, CoordinatorPanel } from '../../model';
import { boardOf, validRun } from '../../pipeline';
import { programme } from '../../programme';
import { readNeeded } from '../book';
import { runConsolidation } from '../consolidate';
import { heartbeat } from '../heartbeat';
import { openSchoolTab } from '../open-school-tab';
import { openForRun } from '../opened-book';
import type { Panel } from '../panel';
import { localIso } from '../run';

export const coordinator: Panel<CoordinatorPanel> = {
  key: 'coordinator',
  title: 'Панель координатора',
  load,
  actions: {
    openTab: { changes: 'nothing', run: openSchoolTab },
    collect: { needs: 'steps', run: () => ({ more: false, ...runConsolidation('координатор') }) },
  },
};

/** As the last consolidation has found it: schools' tabs are not read. */
function load(): Board {
  const { book, settings, register } = openForRun();
  const run = validRun(readNeeded(book, 'journal'));
  return boardOf({
    programme,
    settings,
    schools: register.schools,
    status: readNeeded(book, 'status'),
    collectedAt: run?.period === settings.period ? run.at : null,
    heartbeat: heartbeat(),
    now: localIso(),
  });
}

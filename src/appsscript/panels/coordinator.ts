import type { Board, CoordinatorPanel } from '../../model';
import { boardOf, journalMoves, validRun } from '../../pipeline';
import { programme } from '../../programme';
import { readNeeded } from '../book';
import { runConsolidation } from '../consolidate';
import { heartbeat } from '../heartbeat';
import { moveTab } from '../move-tab';
import { openSchoolTab } from '../open-school-tab';
import { openForRun } from '../opened-book';
import type { Panel } from '../panel';
import { explainOn, giveBack, reviewTab } from '../review-tab';
import { localIso } from '../run';

export const coordinator: Panel<CoordinatorPanel> = {
  key: 'coordinator',
  title: 'Панель координатора',
  load,
  actions: {
    openTab: { changes: 'nothing', run: openSchoolTab },
    goTo: { changes: 'nothing', run: openSchoolTab },
    review: { changes: 'nothing', run: reviewTab },
    accept: { needs: 'lock', run: (school) => moveTab(school, () => ({ to: 'accepted' })) },
    giveBack: { needs: 'lock', run: giveBack },
    explain: { needs: 'lock', run: explainOn },
    collect: { needs: 'steps', run: () => ({ more: false, ...runConsolidation('координатор') }) },
  },
};

/** As the last consolidation has found it: schools' tabs are not read. */
function load(): Board {
  const { book, settings, register } = openForRun();
  const journal = readNeeded(book, 'journal');
  const run = validRun(journal);
  return boardOf({
    programme,
    settings,
    schools: register.schools,
    status: readNeeded(book, 'status'),
    collectedAt: run?.period === settings.period ? run.at : null,
    moves: journalMoves(journal, settings.period),
    heartbeat: heartbeat(),
    now: localIso(),
  });
}

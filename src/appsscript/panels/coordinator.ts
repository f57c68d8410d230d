import type { CoordinatorPanel } from '../../model';
import { refuseUngranted } from '../command';
import { enableAutomation, switchOn } from '../commands/enable-automation';
import { runConsolidation } from '../consolidate';
import { moveTab } from '../move-tab';
import { openSchoolTab } from '../open-school-tab';
import type { Panel } from '../panel';
import { closePlanned, planClosing } from '../plan-closing';
import { planReopening, reopenPlanned } from '../plan-reopening';
import { readBoard } from '../read-board';
import { remindSchools } from '../remind';
import { explainOn, giveBack, reviewTab } from '../review-tab';
import type { Outcome } from '../run';

export const coordinator: Panel<CoordinatorPanel> = {
  key: 'coordinator',
  title: 'Панель координатора',
  load: () => readBoard().board,
  actions: {
    openTab: { changes: 'nothing', run: openSchoolTab },
    goTo: { changes: 'nothing', run: openSchoolTab },
    review: { changes: 'nothing', run: reviewTab },
    accept: { needs: 'lock', run: (school) => moveTab(school, () => ({ to: 'accepted' })) },
    giveBack: { needs: 'lock', run: giveBack },
    explain: { needs: 'lock', run: explainOn },
    remind: { needs: 'lock', run: remindSchools },
    plan: { changes: 'nothing', run: planClosing },
    close: { needs: 'steps', run: closePlanned },
    planReopening: { changes: 'nothing', run: planReopening },
    reopen: { needs: 'steps', run: reopenPlanned },
    enable: { run: enable },
    collect: { needs: 'steps', run: () => ({ more: false, ...runConsolidation('координатор') }) },
  },
};

/** «Включить снова» */
function enable(): Outcome {
  refuseUngranted(enableAutomation);
  return switchOn();
}

import type { AnyCommand } from '../command';
import { applyImport } from './apply-import';
import { buildDistrictReport } from './build-district-report';
import { buildReportNamed } from './build-report';
import { catchUpOnOpening } from './catch-up-on-opening';
import { checkActiveTab } from './check-active-tab';
import { checkInstallation } from './check-installation';
import { closeOpenPeriod } from './close-open-period';
import { closePeriodNamed } from './close-period';
import { consolidateOnSchedule } from './consolidate-on-schedule';
import { consolidateWorkbook } from './consolidate-workbook';
import { continueConsolidation } from './continue-consolidation';
import { correctClosedPeriod } from './correct-closed-period';
import { enableAutomation } from './enable-automation';
import { exportResults } from './export-results';
import { exportWorkbook } from './export-workbook';
import { knownSchools } from './known-schools';
import { listReports } from './list-reports';
import { openCoordinator } from './open-coordinator';
import { openExplain } from './open-explain';
import { openHelp } from './open-help';
import { openImport } from './open-import';
import { openReport } from './open-report';
import { openSetUp } from './open-set-up';
import { reopenLastPeriod, reopenPeriodNamed } from './reopen-period';
import { restoreWorkbook } from './restore-workbook';
import { saveArchiveWith } from './save-archive';
import { setUpWorkbook } from './set-up-workbook';
import { tryNight } from './try-night';

/** The menu has this order. */
export const commands: readonly AnyCommand[] = [
  openCoordinator,
  consolidateWorkbook,
  buildDistrictReport,
  openReport,
  openExplain,
  checkActiveTab,
  openImport,
  openSetUp,
  setUpWorkbook,
  enableAutomation,
  closeOpenPeriod,
  correctClosedPeriod,
  reopenLastPeriod,
  exportWorkbook,
  checkInstallation,
  openHelp,
  consolidateOnSchedule,
  continueConsolidation,
  tryNight,
  catchUpOnOpening,
  closePeriodNamed,
  reopenPeriodNamed,
  listReports,
  buildReportNamed,
  exportResults,
  knownSchools,
  applyImport,
  saveArchiveWith,
  restoreWorkbook,
];

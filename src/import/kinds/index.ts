import type { Recogniser } from '../recogniser';
import { controlWorksBySchool } from './control-works';
import { egeBySchool } from './ege-by-school';
import { egeProtocol } from './ege-protocol';
import { ogeProtocol } from './exam-protocol';
import { journalMarks } from './journal-marks';
import { ogeBySchool } from './oge-by-school';
import { olympiadProtocol } from './olympiad-protocol';
import { socialPassport } from './social-passport';
import { staffReport } from './staff-report';
import { vprFlatTable } from './vpr-flat-table';
import { vprIndividual } from './vpr-individual';
import { vprJournal } from './vpr-journal';
import { vprStatistics } from './vpr-statistics';

/** The kinds of file that are recognised: a new one is a file and a line here. */
export const recognisers: readonly Recogniser[] = [
  vprStatistics,
  vprJournal,
  vprFlatTable,
  vprIndividual,
  egeBySchool,
  ogeProtocol,
  egeProtocol,
  journalMarks,
  olympiadProtocol,
  socialPassport,
  staffReport,
  ogeBySchool,
  controlWorksBySchool,
];

import { type PossibleReport, possibleReports } from '../build-report';
import type { Command } from '../command';

/** For panels and archives: which reports a period has, one for each subject. */
export const listReports: Command<[period: string], PossibleReport[]> = {
  name: 'listReports',
  run: possibleReports,
};

import { type BuiltReport, buildReport } from '../build-report';
import type { Command } from '../command';

/** For panels and archives: builds one report and tells where it is. */
export const buildReportNamed: Command<[kind: string, period: string, edition: string], BuiltReport> = {
  name: 'buildReport',
  needs: 'lock',
  run: buildReport,
};

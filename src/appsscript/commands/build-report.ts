import { type BuiltReport, buildReport } from '../build-report';
import type { Command } from '../command';

type Named = [kind: string, period: string, edition: string, subject?: string | null];

/** For panels and archives: builds one report and tells where it is. */
export const buildReportNamed: Command<Named, BuiltReport> = {
  name: 'buildReport',
  needs: 'lock',
  scopes: ['documents'],
  run: (kind, period, edition, subject) => buildReport(kind, period, edition, subject),
};

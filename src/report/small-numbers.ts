import type { Run } from '../model';
import { isSmallShare, SMALL_NOTE } from './figure-text';
import type { PartTable } from './kind';
import { knownIndicator, type ReportData } from './report-data';

/** A table with a share of few people in some cell says below what its marks mean. */
export function withSmallNote(table: PartTable, data: ReportData): PartTable {
  const runs = table.rows.flat().flatMap(({ content }) => (typeof content === 'string' ? [] : content));
  if (!runs.some((run) => showsSmall(run, data))) return table;
  return { ...table, note: [table.note, SMALL_NOTE].filter((text) => text).join(' ') };
}

function showsSmall({ figure, shows = 'value' }: Run, data: ReportData): boolean {
  const indicator = figure && knownIndicator(data, figure.indicator);
  // What is withheld has a mark and a note of its own.
  return figure && indicator && shows === 'value' ? isSmallShare(indicator, figure) && !data.withheld(figure) : false;
}

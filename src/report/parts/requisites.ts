import { dateInWords, periodTitle, resultsTitle } from '../../model';
import type { Part, PartBlock, ReportKind } from '../kind';
import { type ReportData, subjectTitle } from '../report-data';
import { centred } from '../texts';

/** Whose paper it is, what kind, about whom and what, date and place. */
export const requisites: Part = { needs: [], blocks };

function blocks(data: ReportData, subject: string | null, { title }: Pick<ReportKind, 'title'>): PartBlock[] {
  const { settings, period, day } = data;
  const results = resultsTitle(period);
  const about = `по итогам мониторинга качества образования за ${periodTitle(period)}${results ? `: ${results}` : ''}`;
  return [
    centred(settings.municipality ?? ''),
    { ...centred(settings.organisation ?? '', true), spaceAfter: 12 },
    { kind: 'title', content: title.toUpperCase() },
    ...(subject === null ? [] : [centred(subjectTitle(data, subject), true)]),
    centred(about),
    ...(settings.note ? [centred(settings.note, true)] : []),
    { kind: 'two-sides', left: dateInWords(day), right: settings.place ?? '', spaceBefore: 12 },
  ];
}

import { dateInWords, periodTitle, resultsTitle } from '../../model';
import type { Part, PartBlock } from '../kind';
import type { ReportData } from '../report-data';
import { centred } from '../texts';

/** Whose paper it is, what kind, about what, date and place. */
export const requisites: Part = { needs: [], blocks };

function blocks({ settings, period, day }: ReportData): PartBlock[] {
  const results = resultsTitle(period);
  const about = `по итогам мониторинга качества образования за ${periodTitle(period)}${results ? `: ${results}` : ''}`;
  return [
    centred(settings.municipality ?? ''),
    { ...centred(settings.organisation ?? '', true), spaceAfter: 12 },
    { kind: 'title', content: 'АНАЛИТИЧЕСКАЯ СПРАВКА' },
    centred(about),
    ...(settings.note ? [centred(settings.note, true)] : []),
    { kind: 'two-sides', left: dateInWords(day), right: settings.place ?? '', spaceBefore: 12 },
  ];
}

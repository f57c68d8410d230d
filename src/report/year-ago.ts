import type { Figure } from '../model';
import { changeOf, figureOf, hasValue, isPublic, namesOf, type Owner, type ReportData, yearAgoOf } from './report-data';
import { yearAgoText } from './words/shares';

/** The year before, where the same schools stand behind both figures: like is compared with like. */
export function comparedBefore(data: ReportData, owner: Owner, indicator: string): Figure | undefined {
  const before = yearAgoOf(data, owner, indicator);
  return changeOf(data, owner, indicator)?.over ? undefined : before;
}

/** «год назад – 54 из 305 (17,7 %), …»; where the schools are not the same, that nothing is compared, and which they are. */
export function againstYearAgo(data: ReportData, owner: Owner, indicator: string): string | null {
  const figure = figureOf(data, owner, indicator);
  const change = changeOf(data, owner, indicator);
  if (!hasValue(figure)) return null;
  if (change?.over && !isPublic(data)) {
    const { absentBefore, absentNow } = change.over;
    return `с показателем год назад не сравнивается: состав школ другой (${namesOf(data, [...absentBefore, ...absentNow])})`;
  }
  const before = comparedBefore(data, owner, indicator);
  if (data.withheld(figure, 'change')) return null;
  return before ? yearAgoText(figure, { before, verdict: change?.verdict ?? null }) : null;
}

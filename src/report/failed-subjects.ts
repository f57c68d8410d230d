import { formatNumber } from '../model';
import { figureOf, hasValue, ofSchoolSubject, type ReportData } from './report-data';
import { bySubject } from './words/subjects';

const FAILED_MARKS = 'fail-rate';

/** The same of those with most «2», the most first, and how many more subjects there are. */
export function mostFailedSubjects(data: ReportData, school: string, most: number): { named: string[]; rest: number } {
  const failed = failedIn(data, school).sort((a, b) => b.count - a.count);
  return { named: failed.slice(0, most).map(wordsOf), rest: Math.max(0, failed.length - most) };
}

/** The subject with most «2»; null where there are none. */
export const mostFailedSubject = (data: ReportData, school: string): string | null =>
  failedIn(data, school).reduce<Failed | null>((most, own) => (most && most.count >= own.count ? most : own), null)
    ?.subject ?? null;

/** «математике (3)», after «по»: subjects in which there are «2»; where `most` is given only those with most of them. */
export function failedSubjectsOf(data: ReportData, school: string, most = Number.POSITIVE_INFINITY): string[] {
  const failed = failedIn(data, school);
  const bound = [...failed].sort((a, b) => b.count - a.count)[most - 1]?.count ?? 0;
  return failed.filter(({ count }) => count >= bound).map(wordsOf);
}

interface Failed {
  readonly subject: string;
  readonly count: number;
}

const wordsOf = ({ subject, count }: Failed): string => `${bySubject(subject)} (${formatNumber(count)})`;

const failedIn = (data: ReportData, school: string): Failed[] =>
  data.subjects.flatMap((subject) => {
    const figure = figureOf(data, ofSchoolSubject(school, subject), FAILED_MARKS);
    return hasValue(figure) && figure.numerator > 0 ? [{ subject, count: figure.numerator }] : [];
  });

import { formatNumber } from '../model';
import { figureOf, hasValue, ofSchoolSubject, type ReportData } from './report-data';
import { bySubject } from './words/subjects';

const FAILED_MARKS = 'fail-rate';

/** «математике (3)», after «по»: subjects in which there are «2»; where `most` is given only those with most of them. */
export function failedSubjectsOf(data: ReportData, school: string, most = Number.POSITIVE_INFINITY): string[] {
  const failed = data.subjects.flatMap((subject) => {
    const figure = figureOf(data, ofSchoolSubject(school, subject), FAILED_MARKS);
    return hasValue(figure) && figure.numerator > 0 ? [{ subject, count: figure.numerator }] : [];
  });
  const bound = [...failed].sort((a, b) => b.count - a.count)[most - 1]?.count ?? 0;
  return failed
    .filter(({ count }) => count >= bound)
    .map(({ subject, count }) => `${bySubject(subject)} (${formatNumber(count)})`);
}

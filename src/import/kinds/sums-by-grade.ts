import type { ImportedCounts } from '../../model';

const SUMMED = ['n', 'm2', 'm3', 'm4', 'm5', 'not_attested', 'exempt', 'no_mark'] as const;

/** Classes of a grade together, subject by subject: sums, never means of percentages. */
export function sumsByGrade(records: readonly ImportedCounts[]): ImportedCounts[] {
  const several = new Set(records.map(({ school, period }) => `${school}|${period}`)).size > 1;
  const sums = new Map<string, Record<string, string | number | null>>();
  for (const record of records) {
    const { school = null, period = null, grade = null, subject = null } = record;
    const key = JSON.stringify([school, period, grade, subject]);
    const sum = sums.get(key) ?? { ...(several ? { school, period } : {}), grade, subject };
    for (const field of SUMMED) sum[field] = Number(sum[field] ?? 0) + Number(record[field] ?? 0);
    sums.set(key, sum);
  }
  return [...sums.values()];
}

import type { ReportKind } from '../../pipeline';

/** Report → editions, in Russian. */
export function describeReports(kinds: readonly ReportKind[]): string {
  const lines = kinds.map(({ key, title, editions }) => `  ${key} «${title}», редакции: ${editions.join(', ')}`);
  return ['', 'Отчёт → редакции', ...lines].join('\n');
}

import { counted, periodDays, quarterTitle } from '../model';
import { readTable } from '../pipeline';
import { readNeeded } from './book';
import { openForRun } from './opened-book';
import { now } from './run';

/** What the coordinator should know before a quarter is closed for good, by the last consolidation. */
export function closingQuestion(): string {
  const { book, settings, register } = openForRun();
  const { period } = settings;
  const rows = readTable(readNeeded(book, 'status')).filter((row) => row.period === period);
  const drafts = register.schools.filter(({ key }) => {
    const row = rows.find((item) => item.school === key);
    return !String(row?.status ?? '').startsWith('сдано');
  });
  const errors = rows.reduce((sum, row) => sum + (Number(row.errors) || 0), 0);
  const early = now('yyyy-MM-dd') <= periodDays(period)[1];
  return [
    ...(early ? ['Квартал ещё не закончился.'] : []),
    ...(drafts.length > 0 ? [`Не сдали (по последнему своду): ${drafts.map(({ name }) => name).join(', ')}.`] : []),
    ...(errors > 0
      ? [`Не исправлено: ${counted(errors, 'ошибка', 'ошибки', 'ошибок')}; такие строки не войдут в показатели.`]
      : []),
    `Данные за ${quarterTitle(period)} будут закрыты для школ, вкладки откроются для следующего квартала. Закрыть?`,
  ].join('\n\n');
}

import { counted, periodDays, quarterTitle, shortNames } from '../../model';
import { readTable, statusTable } from '../../pipeline';
import { programme } from '../../programme';
import { readNeeded } from '../book';
import { closePeriod } from '../close-period';
import type { Command } from '../command';
import { type OpenedBook, openForRun } from '../opened-book';
import { agrees, now, type Outcome, stepByStep } from '../run';

/** What the coordinator should know before a quarter is closed for good, by the last consolidation. */
function closingQuestion({ book, settings, register }: OpenedBook): string {
  const { period } = settings;
  const status = statusTable(programme.forms);
  const rows = readTable(status, readNeeded(book, 'status'), period).filter((row) => row.period === period);
  const stateOf = (school: string) => rows.find((item) => item.school === school)?.state;
  const unread = register.schools.filter(({ key }) => stateOf(key) === 'unread');
  const drafts = register.schools.filter(({ key }) => !['submitted', 'unread'].includes(String(stateOf(key))));
  const errors = rows.reduce((sum, row) => sum + (Number(row.errors) || 0), 0);
  const early = now('yyyy-MM-dd') <= periodDays(period)[1];
  return [
    ...(early ? ['Квартал ещё не закончился.'] : []),
    ...(drafts.length > 0
      ? [
          `Не сдали (по последнему своду): ${shortNames(
            drafts.map(({ name }) => name),
            150,
          )}.`,
        ]
      : []),
    ...(unread.length > 0
      ? [
          `Не прочитаны вкладки (по последнему своду): ${shortNames(unread.map(({ name }) => name))}. Пока они не починены, период не закроется.`,
        ]
      : []),
    ...(errors > 0
      ? [`Не исправлено: ${counted(errors, 'ошибка', 'ошибки', 'ошибок')}; такие строки не войдут в показатели.`]
      : []),
    `Данные за ${quarterTitle(period)} будут закрыты для школ, вкладки откроются для следующего квартала. Закрыть?`,
  ].join('\n\n');
}

/** Cannot be undone, so it asks. */
function askAndClose(): Outcome | null {
  for (let opened = openForRun(); ; ) {
    const question = closingQuestion(opened);
    if (!agrees('Закрыть период', question)) return null;
    // While the question stood, a consolidation may have come, or a tab been handed in or taken back.
    opened = openForRun();
    if (closingQuestion(opened) === question) return stepByStep(() => closePeriod(opened.settings.period));
  }
}

export const closeOpenPeriod: Command = {
  name: 'closeOpenPeriod',
  menu: ['Настройка', 'Закрыть период…'],
  run: askAndClose,
};

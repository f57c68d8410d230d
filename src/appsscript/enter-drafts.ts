import { counted, type PeriodKey, quarterTitle, shiftPeriod } from '../model';
import { collectedPeriods, enterDrafts } from '../pipeline';
import { programme } from '../programme';
import { registerTab } from '../workbook/names';
import { Refusal, readNeeded } from './book';
import { readerOf } from './build-report';
import { settleRegisters } from './registers';
import { allRemembered, remember } from './remembered';
import { record } from './run';
import { readStored } from './stored';

const REGISTER = programme.registers.find(({ key }) => key === 'actions')!;
const memoryKey = (period: PeriodKey): string => `drafts:${period}`;

/** Drafts of a period's recommendations into «Рекомендации и меры»; what came of it, in words. */
export function enterDraftsOf(period: PeriodKey): string {
  const { opened, periods } = readStored();
  const open = opened.settings.period;
  // A term of an older period would be over before anybody reads it.
  if (period !== open && period !== shiftPeriod(open, -1))
    throw new Refusal(
      `За ${quarterTitle(period)} проекты рекомендаций уже не вносят. Выберите открытый период (${quarterTitle(open)}) или предыдущий.`,
    );
  const data = readerOf(period)('служебная');
  const current = periods.find(({ key }) => key === open);
  const settle = () =>
    settleRegisters(
      opened,
      { figures: current?.results.figuresOf ?? (() => []), collected: collectedPeriods(periods) },
      periods.flatMap(({ frozen }) => frozen ?? []),
    );
  // Columns that the tab lacks come first.
  settle();
  const key = memoryKey(period);
  const remembered = (allRemembered()[key] ?? '').split(' ').filter((mark) => mark !== '');
  const tab = registerTab(REGISTER);
  const done = enterDrafts(programme, data, readNeeded(opened.book, tab), remembered);
  if (!done)
    throw new Refusal(
      `Вкладка «${REGISTER.title}» не читается. Запустите «Настройка», «Создать или починить вкладки».`,
    );
  if (done.entered > 0) {
    const sheet = opened.book.sheet(tab)!;
    const missing = done.lastRow - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    opened.book.apply(done.patches);
    remember(key, done.remembered.join(' '));
    settle();
  }
  const words = wordsOf(done);
  record(opened.book, { who: 'координатор', what: 'Проекты рекомендаций', stamp: '', details: words });
  return words;
}

function wordsOf({ entered, standing, deleted }: { entered: number; standing: number; deleted: number }): string {
  if (entered + standing + deleted === 0)
    return 'Вносить нечего: ни показатели школ программы, ни их рисковые профили рекомендаций не требуют.';
  const rows = (n: number): string => counted(n, 'строка', 'строки', 'строк');
  return [
    entered > 0
      ? `Внесено: ${rows(entered)} со статусом «проект» внизу вкладки «${REGISTER.title}». Поправьте слова, лишние строки удалите, остальным поставьте другой статус.`
      : `Новых проектов нет.`,
    ...(standing > 0 ? [`Уже есть: ${rows(standing)}; ваши слова не изменены.`] : []),
    ...(deleted > 0 ? [`Удалены вами и не вносятся снова: ${counted(deleted, 'проект', 'проекта', 'проектов')}.`] : []),
  ].join(' ');
}

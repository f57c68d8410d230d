import type { PeriodKey } from '../../model';
import type { Command } from '../command';
import { planReopening, reopenPlanned } from '../plan-reopening';
import { reopenPeriod } from '../reopen';
import { type Outcome, stepByStep } from '../run';

/** For panels: opens the period named again, and no other. */
export const reopenPeriodNamed: Command<[period: PeriodKey, why: string]> = {
  name: 'reopenPeriod',
  needs: 'steps',
  run: reopenPeriod,
};

const TITLE = 'Открыть период снова';

/** Says what it would do and asks why; what has begun is gone on with. */
function askAndReopen(): Outcome | null {
  const { title, begun, unread, typed, notes } = planReopening();
  if (begun) return stepByStep(() => reopenPlanned(title, ''));
  if (unread.length > 0)
    return {
      title: 'Период не открыт',
      lines: ['Не читаются вкладки. Нажмите «Создать или починить вкладки».', ...unread],
    };
  if (typed.length > 0) return { title: 'Период не открыт', lines: [TYPED, ...typed] };
  const ui = SpreadsheetApp.getUi();
  const question = [...notes, 'Почему период открывается снова? Без фамилий: причина останется в Журнале.'].join(
    '\n\n',
  );
  const answer = ui.prompt(`${TITLE}: ${title}`, question, ui.ButtonSet.OK_CANCEL);
  if (answer.getSelectedButton() !== ui.Button.OK) return null;
  return stepByStep(() => reopenPlanned(title, answer.getResponseText()));
}

const TYPED =
  'Следующий период уже вводят. Уберите введённое с этих вкладок или внесите число закрытого периода через «Исправить закрытый период…».';

export const reopenLastPeriod: Command = {
  name: 'reopenLastPeriod',
  menu: ['Настройка', `${TITLE}…`],
  run: askAndReopen,
};

import { counted, quarterTitle, type ReopeningPlan, shiftPeriod, shortName } from '../model';
import { validRun } from '../pipeline';
import { Refusal, readNeeded } from './book';
import { lookAtAll, reopenable, type TurnedTab } from './look-at-turned';
import { type OpenedBook, openForRun } from './opened-book';
import { lastClosed, refuseOther, reopenPeriod } from './reopen';
import type { Outcome } from './run';
import { underway } from './underway';

/** «Открыть период снова…»: all tabs are looked at, nothing is written. */
export function planReopening(): ReopeningPlan {
  const opened = openForRun();
  const work = underway();
  if (work && 'reopened' in work && !work.undone)
    return { title: quarterTitle(work.reopened), begun: true, unread: [], typed: [], notes: [BEGUN] };
  const open = opened.settings.period;
  const run = validRun(readNeeded(opened.book, 'journal'));
  // Opened by a run that died before it had collected.
  if (run?.reopened && run.period === open)
    return { title: quarterTitle(open), begun: true, unread: [], typed: [], notes: [COLLECT_LEFT] };
  const period = lastClosed(opened);
  if (period === null) throw new Refusal('Закрытых периодов нет: открывать снова нечего.');
  refuseOther(opened, period);
  const found = reopenable(opened, period);
  const inTheWay = lookAtAll(opened, found);
  const named = (...wanted: TurnedTab['is'][]): string[] =>
    inTheWay.filter(({ is }) => wanted.includes(is)).map(({ school, what }) => `${shortName(school)}: ${what}`);
  const { corrections, isWhole } = found;
  return {
    title: quarterTitle(period),
    begun: false,
    unread: named('unread', 'gone'),
    typed: named('typed'),
    notes: [
      `На вкладках школ снова будет то, что стояло при закрытии: числа, пояснения, отметки о сдаче. ${quarterTitle(shiftPeriod(period, 1))} начнётся заново после следующего закрытия.`,
      ...(corrections > 0
        ? [
            `На вкладки войдут и исправления, внесённые после закрытия: ${counted(corrections, 'число', 'числа', 'чисел')}.`,
          ]
        : []),
      'Вкладки района (реестры, «Школы», «Настройки») останутся такими, как сейчас.',
      ...(isWhole ? [] : ['Ответы о формах не вернутся: их снимок не хранит. Школы выберут их на вкладках ещё раз.']),
    ],
  };
}

const BEGUN = 'Период уже открывается снова. Работа продолжится с того же места.';
const COLLECT_LEFT = 'Период уже открыт снова, вкладки школ возвращены. Осталось собрать свод: показатели ещё прежние.';

/** The quarter that the plan told of, and no other. */
export function reopenPlanned(title: string, why: string): Outcome & { more: boolean } {
  const opened = openForRun();
  const period = [wantedBy(opened), opened.settings.period].find(
    (each) => each !== null && quarterTitle(each) === title,
  );
  if (!period) throw new Refusal('Последним закрыт уже другой период. Откройте этот экран ещё раз.');
  return { more: false, ...reopenPeriod(period, why) };
}

function wantedBy(opened: OpenedBook): string | null {
  const work = underway();
  return work && 'reopened' in work ? work.reopened : lastClosed(opened);
}

import { nightTold, readSchools, trialMissed } from '../../pipeline';
import { programme } from '../../programme';
import { activeBook, openBook } from '../book';
import type { Command } from '../command';
import { beat, heartbeat } from '../heartbeat';
import { agrees, exclusively, localIso, type Outcome } from '../run';
import { isInstalled, removeTriggers } from '../triggers';
import { catchUpOnOpening } from './catch-up-on-opening';
import { consolidateOnSchedule } from './consolidate-on-schedule';
import { continueConsolidation } from './continue-consolidation';
import { NIGHT_HOUR } from './night-hour';
import { tryNight } from './try-night';

/** Of more schools than this, reading a slow night's tabs may take more than one run. */
const MANY_SCHOOLS = 40;
const MINUTE = 60_000;

/** By the clock; where its trial has shown that its runs do not work in this workbook, at opening, if the coordinator agrees. */
export function switchOn(): Outcome {
  const found = heartbeat();
  const asks = !found.atOpening && trialMissed(found, localIso());
  const atOpening = found.atOpening === true || (asks && agreed());
  // Within the lock as it stands then: the question may have been open for long.
  return exclusively(() => (atOpening && !heartbeat().trial?.done ? installOpening() : installClock()));
}

function agreed(): boolean {
  const question =
    'Пробный ночной запуск не сработал: Google его не пускает или задерживает. Собирать свод при первом за день открытии книги, от вашего имени?\n\n«Нет» – попробовать ночной запуск ещё раз.';
  return agrees('Автоматический сбор', question);
}

/**
 * One recurring trigger consolidates every night; a second click makes no second one. A large district gets another that
 * looks every hour whether the night's run has stopped: a trigger made by a trigger would not fire.
 */
function installClock(): Outcome {
  const schools = openBook(programme).read('schools');
  const many = schools !== null && readSchools(programme, schools).schools.length > MANY_SCHOOLS;
  // Google keeps showing a trigger that it has switched off: where the nights do not come, it is made anew.
  if (nightTold(heartbeat(), localIso(), true).bad) removeTriggers(consolidateOnSchedule.name);
  const installed = isInstalled(consolidateOnSchedule.name);
  if (!installed) ScriptApp.newTrigger(consolidateOnSchedule.name).timeBased().everyDays(1).atHour(NIGHT_HOUR).create();
  if (many && !isInstalled(continueConsolidation.name))
    ScriptApp.newTrigger(continueConsolidation.name).timeBased().everyHours(1).create();
  removeTriggers(catchUpOnOpening.name);
  const { on, trial } = heartbeat();
  const lines = [
    `Свод собирается каждую ночь между ${NIGHT_HOUR}:00 и ${NIGHT_HOUR + 1}:00, окно браузера может быть закрыто.`,
  ];
  if (trial?.done) beat({ on: on ?? localIso(), atOpening: false });
  else {
    removeTriggers(tryNight.name);
    ScriptApp.newTrigger(tryNight.name).timeBased().after(MINUTE).create();
    beat({ on: on ?? localIso(), atOpening: false, trial: { asked: localIso(), done: false } });
    lines.push(
      'Через минуту сработает пробный запуск: в «Журнале» появится строка «Проба автоматического сбора». Если её не будет, об этом скажет сообщение при открытии книги.',
    );
  }
  return { title: installed ? 'Автоматический сбор уже включён' : 'Автоматический сбор включён', lines };
}

function installOpening(): Outcome {
  if (!isInstalled(catchUpOnOpening.name))
    ScriptApp.newTrigger(catchUpOnOpening.name).forSpreadsheet(activeBook()).onOpen().create();
  for (const { name } of [consolidateOnSchedule, continueConsolidation, tryNight]) removeTriggers(name);
  beat({ on: heartbeat().on ?? localIso(), atOpening: true });
  const when = `Свод собирается, когда книгу в первый раз за день (после ${NIGHT_HOUR}:00) кто-нибудь откроет.`;
  return { title: 'Сбор при открытии книги включён', lines: [when] };
}

export const enableAutomation: Command = {
  name: 'enableAutomation',
  menu: ['Настройка', 'Включить автоматический сбор'],
  scopes: ['triggers'],
  run: switchOn,
};

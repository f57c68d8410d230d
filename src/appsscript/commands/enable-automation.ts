import { readSchools } from '../../pipeline';
import { programme } from '../../programme';
import { openBook } from '../book';
import type { Command } from '../command';
import type { Outcome } from '../run';
import { consolidateOnSchedule } from './consolidate-on-schedule';
import { continueConsolidation } from './continue-consolidation';

const HOUR = 3;
/** Of more schools than this, reading a slow night's tabs may take more than one run. */
const MANY_SCHOOLS = 40;

/**
 * One recurring trigger consolidates every night; a second click makes no second one. A large district gets another that
 * looks every hour whether the night's run has stopped: a trigger made by a trigger would not fire.
 */
function installTrigger(): Outcome {
  const schools = openBook(programme).read('schools');
  const many = schools !== null && readSchools(programme, schools).schools.length > MANY_SCHOOLS;
  const installed = isInstalled(consolidateOnSchedule);
  if (!installed) ScriptApp.newTrigger(consolidateOnSchedule.name).timeBased().everyDays(1).atHour(HOUR).create();
  if (many && !isInstalled(continueConsolidation))
    ScriptApp.newTrigger(continueConsolidation.name).timeBased().everyHours(1).create();
  const when = `Свод собирается каждую ночь между ${HOUR}:00 и ${HOUR + 1}:00, окно браузера может быть закрыто.`;
  return { title: installed ? 'Автоматический сбор уже включён' : 'Автоматический сбор включён', lines: [when] };
}

const isInstalled = ({ name }: Command<[], void>): boolean =>
  ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === name);

export const enableAutomation: Command = {
  name: 'enableAutomation',
  menu: ['Настройка', 'Включить автоматический сбор'],
  run: installTrigger,
};

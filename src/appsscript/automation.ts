import type { Outcome } from './run';

const HANDLER = 'consolidateOnSchedule';
const HOUR = 3;

/** One recurring trigger that looks for work every night; a second click makes no second one. */
export function installTrigger(): Outcome {
  const installed = ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === HANDLER);
  if (!installed) ScriptApp.newTrigger('consolidateOnSchedule').timeBased().everyDays(1).atHour(HOUR).create();
  const when = `Свод собирается каждую ночь между ${HOUR}:00 и ${HOUR + 1}:00, окно браузера может быть закрыто.`;
  return { title: installed ? 'Автоматический сбор уже включён' : 'Автоматический сбор включён', lines: [when] };
}

import type { Outcome } from './run';

const NIGHTLY = 'consolidateOnSchedule';
const CONTINUATION = 'continueConsolidation';
const HOUR = 3;
const IN_A_MINUTE = 60 * 1000;

/** One recurring trigger that looks for work every night; a second click makes no second one. */
export function installTrigger(): Outcome {
  const installed = triggersOf(NIGHTLY).length > 0;
  if (!installed) ScriptApp.newTrigger('consolidateOnSchedule').timeBased().everyDays(1).atHour(HOUR).create();
  const when = `Свод собирается каждую ночь между ${HOUR}:00 и ${HOUR + 1}:00, окно браузера может быть закрыто.`;
  return { title: installed ? 'Автоматический сбор уже включён' : 'Автоматический сбор включён', lines: [when] };
}

const triggersOf = (handler: string): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);

/** A nightly run that stopped in time goes on soon; a trigger that has fired stays in the list until it is removed. */
export function continueSoon(): void {
  removeContinuations();
  ScriptApp.newTrigger('continueConsolidation').timeBased().after(IN_A_MINUTE).create();
}

export function removeContinuations(): void {
  for (const trigger of triggersOf(CONTINUATION)) ScriptApp.deleteTrigger(trigger);
}

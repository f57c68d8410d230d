import { programme } from '../programme';
import { openBook } from './book';
import { runConsolidation } from './consolidate';
import { type Actor, type Outcome, record, sentenceOf } from './run';

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

const WHO: Actor = 'автоматический сбор';

const tell = (what: string, details: string): void =>
  record(openBook(programme), { who: WHO, what, stamp: '', details });

/** Nobody watches, so trouble goes to the journal and, thrown again, to Google's failure mail. */
export function consolidateUnwatched(): void {
  try {
    const { title, more } = runConsolidation(WHO);
    if (more) continueSoon(title);
  } catch (error) {
    tell('Свод не собран', sentenceOf(error));
    throw error;
  }
}

function continueSoon(why: string): void {
  removeContinuations();
  ScriptApp.newTrigger('continueConsolidation').timeBased().after(IN_A_MINUTE).create();
  tell('Свод не закончен', `${why}. Работа продолжится сама через минуту.`);
}

/** A trigger that has fired stays in the list until it is removed. */
export function removeContinuations(): void {
  for (const trigger of triggersOf(CONTINUATION)) ScriptApp.deleteTrigger(trigger);
}

import { readSchools, readSettings } from '../pipeline';
import { programme } from '../programme';
import { openBook, readNeeded } from './book';
import { BY_NIGHT, runConsolidation } from './consolidate';
import { type Actor, type Outcome, record, sentenceOf } from './run';
import { isReading } from './tab-reader';

const NIGHTLY = 'consolidateOnSchedule';
const CONTINUATION = 'continueConsolidation';
const HOUR = 3;
/** Of more schools than this, reading a slow night's tabs may take more than one run. */
const MANY_SCHOOLS = 40;

/**
 * One recurring trigger consolidates every night; a second click makes no second one. A large district gets another that
 * looks every hour whether the night's run has stopped: a trigger made by a trigger would not fire.
 */
export function installTrigger(): Outcome {
  const schools = openBook(programme).read('schools');
  const many = schools !== null && readSchools(schools).schools.length > MANY_SCHOOLS;
  const installed = isInstalled(NIGHTLY);
  if (!installed) ScriptApp.newTrigger('consolidateOnSchedule').timeBased().everyDays(1).atHour(HOUR).create();
  if (many && !isInstalled(CONTINUATION))
    ScriptApp.newTrigger('continueConsolidation').timeBased().everyHours(1).create();
  const when = `Свод собирается каждую ночь между ${HOUR}:00 и ${HOUR + 1}:00, окно браузера может быть закрыто.`;
  return { title: installed ? 'Автоматический сбор уже включён' : 'Автоматический сбор включён', lines: [when] };
}

const isInstalled = (handler: string): boolean =>
  ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === handler);

const WHO: Actor = 'автоматический сбор';

/** Nobody watches, so trouble goes to the journal and, thrown again, to Google's failure mail. */
export function consolidateUnwatched(): void {
  const tell = (what: string, details: string): void =>
    record(openBook(programme), { who: WHO, what, stamp: '', details });
  try {
    const { title, more } = runConsolidation(WHO, BY_NIGHT);
    if (more)
      tell(
        'Свод не закончен',
        `${title}: Google отвечал медленно. Нажмите «Собрать свод» или дождитесь следующего сбора.`,
      );
  } catch (error) {
    tell('Свод не собран', sentenceOf(error));
    throw error;
  }
}

/** Goes on where the night's run has stopped; does nothing when it has not. */
export function continueUnwatched(): void {
  const { period } = readSettings(programme, readNeeded(openBook(programme), 'settings'));
  if (isReading(`${BY_NIGHT.name} ${period}`)) consolidateUnwatched();
}

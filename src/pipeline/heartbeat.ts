/** What is remembered of runs that nobody watches. Moments are local, `2023-06-25T03:10`. */
export interface Heartbeat {
  /** Since when consolidations run by themselves. */
  readonly on?: string;
  /** They run when the workbook is opened, since the clock's runs do not work in this workbook. */
  readonly atOpening?: boolean;
  /** The run that shows whether the clock's runs work: when it was asked for, whether it wrote its line. */
  readonly trial?: { readonly asked: string; readonly done: boolean };
  /** The last good run, and which trigger's it was. */
  readonly good?: { readonly at: string; readonly by: string };
  readonly failed?: { readonly at: string; readonly why: string };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The clock is a little late at times. */
const TRIAL_TAKES = 2 * MINUTE;
const NIGHT_COMES = 27 * HOUR;
/** Two coordinators' triggers fire within the same hour. */
const SAME_NIGHT = 12 * HOUR;

const time = (local: string): number => Date.parse(`${local}Z`);
const passed = (since: string, now: string): number => time(now) - time(since);

export const trialMissed = ({ trial }: Heartbeat, now: string): boolean =>
  trial !== undefined && !trial.done && passed(trial.asked, now) >= TRIAL_TAKES;

/** Another trigger, such as that of another coordinator, has done this night's work. */
export const doneByOther = ({ good }: Heartbeat, own: string, now: string): boolean =>
  good !== undefined && good.by !== own && passed(good.at, now) < SAME_NIGHT;

/** Nothing has run well since the last night's hour. */
export function missedNight({ good }: Heartbeat, hour: number, now: string): boolean {
  if (!good) return true;
  const today = `${now.slice(0, 10)}T${String(hour).padStart(2, '0')}:00`;
  const night = now >= today ? time(today) : time(today) - 24 * HOUR;
  return time(good.at) < night;
}

const inWords = (local: string): string => {
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(local) ?? [];
  return `${day}.${month}.${year} ${clock}`;
};

/** What is to be known of the runs of the night. */
export interface NightTold {
  /** '' while there are none. */
  readonly words: string;
  /** They did not come, or came and failed. */
  readonly bad: boolean;
}

/** What whoever opens the workbook should know of the runs of the night; '' while there are none. */
export const heartbeatWords = (beat: Heartbeat, now: string, coordinator: boolean): string =>
  nightTold(beat, now, coordinator).words;

export function nightTold(beat: Heartbeat, now: string, coordinator: boolean): NightTold {
  const { on, atOpening, good, failed } = beat;
  const last = good ? `Последний удачный сбор – ${inWords(good.at)}.` : 'Удачного автоматического сбора ещё не было.';
  const told = (trouble: string, advice: string): NightTold => ({
    words: [trouble, last, ...(coordinator ? [advice] : [])].join(' '),
    bad: true,
  });
  if (trialMissed(beat, now) && !atOpening)
    return told(
      'Пробный ночной запуск не сработал: в «Журнале» нет его строки.',
      'Нажмите «Настройка», «Включить автоматический сбор»: сбор можно перенести на открытие книги.',
    );
  if (failed && (!good || good.at < failed.at))
    return told(`Автоматический сбор ${inWords(failed.at)} не удался: ${failed.why}`, 'Нажмите «Собрать свод».');
  const since = good && good.at > (on ?? '') ? good.at : on;
  if (since !== undefined && passed(since, now) > NIGHT_COMES)
    return told(
      atOpening ? 'С прошлой ночи свод ещё не собран.' : 'Ночью свод не собран.',
      'Нажмите «Собрать свод», а если так каждую ночь – «Настройка», «Включить автоматический сбор».',
    );
  return { words: good ? `Автоматический сбор прошёл ${inWords(good.at)}.` : '', bad: false };
}

import { type BoardSchool, quarterTitle, shortNames } from '../model';
import { dueDayOf, EARLY, type Letter, letterTo, remindedAt, stageOf } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { Refusal } from './book';
import { type ReadBoard, readBoard } from './read-board';
import { type Actor, outOfTime, record } from './run';
import { refuseUnauthorised, Unauthorised } from './scopes';

interface Told {
  readonly title: string;
  readonly lines: readonly string[];
}

interface Owing {
  readonly school: BoardSchool;
  readonly mail: string;
  readonly stage: string;
  readonly letter: Letter;
}

const COPY = 'Список должников можно скопировать в панели и отправить самим.';

/** «Напомнить»: letters to these schools, to each once in a stage. */
export function remindSchools(keys: readonly string[]): Told {
  const read = readBoard();
  const wanted = read.board.schools.filter(({ key, handedIn }) => keys.includes(key) && !handedIn);
  const owing = owingOf(read, wanted);
  const names = (of: readonly BoardSchool[]) => shortNames(of.map(({ name }) => name));
  const [silent, told] = [wanted.filter(({ hasMail }) => !hasMail), wanted.filter(({ reminded }) => reminded !== '')];
  const lines = [
    ...(silent.length > 0 ? [`Нет почты в «Школах»: ${names(silent)}.`] : []),
    ...(told.length > 0 ? [`Уже напомнили: ${names(told)}. Письмо уходит один раз за этап срока.`] : []),
  ];
  if (owing.length === 0) return { title: 'Писем нет', lines: lines.length > 0 ? lines : ['Все эти школы уже сдали.'] };
  refuseMail();
  return { title: 'Напоминания', lines: [...sent(read, owing, 'координатор'), ...lines] };
}

function refuseMail(): void {
  try {
    refuseUnauthorised('Отправка писем', ['mail']);
  } catch (error) {
    throw error instanceof Unauthorised ? new Refusal(`${error.message} ${COPY}`) : error;
  }
}

/** By the clock: all who owe, once in each stage of their deadline; where letters are not allowed, that is said once in it. */
export function remindByClock(who: Actor): void {
  const read = readBoard();
  if (read.settings.values.reminders === 'нет') return;
  const owing = owingOf(
    read,
    read.board.schools.filter(({ handedIn }) => !handedIn),
  ).filter(({ stage }) => stage !== EARLY);
  if (owing.length === 0) return;
  try {
    refuseMail();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [{ stage }] = owing as [Owing];
    if (read.letters.some((each) => each.stage === stage && each.schools.length === 0)) return;
    note(read, who, stage, [], error.message);
    return;
  }
  sent(read, owing, who);
}

/** Of these schools, those that can be written to and were not in this stage. */
function owingOf(
  { settings, register, letters, board, at, book }: ReadBoard,
  schools: readonly BoardSchool[],
): Owing[] {
  const [today, url] = [at.slice(0, 10), book.spreadsheet.getUrl()];
  return schools.flatMap((school) => {
    const mail = register.mails.get(school.key);
    const sheet = book.sheet(schoolTab(school.key));
    const due = dueDayOf(
      settings.period,
      settings.values,
      register.schools.find(({ key }) => key === school.key),
    );
    const stage = stageOf(due, today);
    if (!mail || !sheet || remindedAt(letters, school.key, stage) !== null) return [];
    const about = {
      period: board.period,
      due,
      today,
      link: `${url}#gid=${sheet.getSheetId()}`,
      office: programme.office,
    };
    return [{ school, mail, stage, letter: letterTo(school, about) }];
  });
}

/** Sends as many as the day's quota allows; what has gone is written down even where Google stops in between. */
function sent(read: ReadBoard, owing: readonly Owing[], who: Actor): string[] {
  let quota = MailApp.getRemainingDailyQuota();
  const [gone, left]: [Owing[], Owing[]] = [[], []];
  try {
    for (const each of owing) {
      const recipients = each.mail.split(',').length;
      if (recipients > quota || outOfTime()) left.push(each);
      else {
        MailApp.sendEmail(each.mail, each.letter.subject, each.letter.body);
        quota -= recipients;
        gone.push(each);
      }
    }
  } finally {
    for (const stage of new Set(gone.map((each) => each.stage))) {
      const own = gone.filter((each) => each.stage === stage);
      note(read, who, stage, own, namesOf(own));
    }
  }
  return [
    ...(gone.length > 0 ? [`Письма отправлены: ${namesOf(gone)}.`] : []),
    ...(left.length > 0 ? [`На сегодня Google больше не отправляет писем, завтра: ${namesOf(left)}. ${COPY}`] : []),
  ];
}

const namesOf = (owing: readonly Owing[]): string => owing.map(({ school }) => school.name).join(', ');

function note(
  { book, settings, at }: ReadBoard,
  who: Actor,
  stage: string,
  gone: readonly Owing[],
  words: string,
): void {
  const schools = gone.map(({ school }) => school.key);
  const what = gone.length > 0 ? 'Напоминания отправлены' : 'Напоминания не отправлены';
  const details = `${quarterTitle(settings.period)}: ${words}`;
  record(book, { who, what, stamp: '', details, data: { reminded: { period: settings.period, stage, schools, at } } });
}

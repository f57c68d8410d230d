import { daysBetween, deadlineOf, dueDayOf } from '../domain';
import {
  type Board,
  type BoardSchool,
  counted,
  dayInWords,
  formatNumber,
  type Grid,
  type NextStep,
  type Programme,
  quarterTitle,
  type School,
  type Submission,
  type TabState,
  tabMove,
  textOf,
} from '../model';
import { type JournalMove, type Reminded, readTable, type Settings, SUBMISSION, statusTable } from '../workbook';
import { type Heartbeat, nightTold } from './heartbeat';
import { remindedAt, stageOf } from './reminders';
import { lateDaysOf, readSubmission, UNREAD } from './submission';
import { isSubmitted, momentInWords, submittedWords } from './tab-words';

export interface BoardInput {
  readonly programme: Programme;
  readonly settings: Settings;
  readonly schools: readonly School[];
  /** The published tab «Состояние». */
  readonly status: Grid;
  /** When it was last collected, local ISO; null when it never was. */
  readonly collectedAt: string | null;
  readonly heartbeat: Heartbeat;
  /** What the coordinator has done with schools' tabs since: it is not in «Состояние» yet. */
  readonly moves: ReadonlyMap<string, JournalMove>;
  /** Letters of the period. */
  readonly letters: readonly Reminded[];
  /** Schools whose address is known. */
  readonly mails: ReadonlyMap<string, string>;
  /** Local ISO. */
  readonly now: string;
}

/** The coordinator's board as the last consolidation has found the tabs. */
export function boardOf(input: BoardInput): Board {
  const { settings, collectedAt, heartbeat, now } = input;
  const { period } = settings;
  const schools = schoolsOf(input);
  const owing = schools.filter(({ handedIn }) => !handedIn);
  const deadline = deadlineOf(period, settings.values);
  const left = daysBetween(now.slice(0, 10), deadline);
  const night = nightTold(heartbeat, now, true);
  return {
    period: quarterTitle(period),
    summary: `Сдали ${formatNumber(schools.length - owing.length)} из ${counted(schools.length, 'школы', 'школ', 'школ')}`,
    collected: collectedAt === null ? '' : momentInWords(collectedAt),
    night: night.words,
    nightFailed: night.bad,
    deadline:
      left < 0
        ? `Срок прошёл ${dayInWords(deadline)}`
        : `Срок – ${dayInWords(deadline)}${left === 0 ? ', сегодня' : ''}`,
    next: nextStep(schools, collectedAt, left),
    schools,
    debtors: debtorsText(owing, quarterTitle(period), dayInWords(deadline)),
  };
}

function schoolsOf(input: BoardInput): BoardSchool[] {
  const { programme, settings, schools, status, moves, mails } = input;
  const rows = new Map(
    readTable(statusTable(programme.forms), status, settings.period)
      .filter((row) => row.period === settings.period)
      .map((row) => [textOf(row.school ?? ''), row]),
  );
  return schools.map((school): BoardSchool => {
    const { key, name } = school;
    const row = rows.get(key);
    const found = afterMove(readSubmission(row?.[SUBMISSION]), moves.get(key));
    const state = found?.state ?? '';
    const may = (to: TabState): boolean => tabMove(state, to, 'coordinator') !== undefined;
    return {
      key,
      name,
      handedIn: isSubmitted({ state }),
      may: { accept: may('accepted') && (found?.errors ?? 0) === 0, giveBack: may('returned') },
      comment: state === 'returned' ? (found?.comment ?? '') : '',
      changed: programme.forms.filter((form) => found?.changed?.includes(form.key)).map(({ title }) => title),
      status: row && found ? statusWords(found, textOf(row.status ?? '')) : 'свод ещё не видел эту школу',
      timeliness: timeliness(found, school, settings),
      hasMail: mails.has(key),
      reminded: remindedWords(input, school),
      errors: found?.errors ?? 0,
      questions: found?.unexplained ?? 0,
      trouble: state === UNREAD ? textOf(row?.trouble ?? '') : '',
      forms: unfilledForms(programme, found),
    };
  });
}

/** What was found of a tab with what the coordinator has done with it since. */
function afterMove(found: Submission | null, move: JournalMove | undefined): Submission | null {
  if (!found || found.state === UNREAD || !move) return found;
  const { comment: _, ...rest } = found;
  const { state, at, by, comment, handedIn } = move;
  return { ...rest, state, at, by, ...(comment ? { comment } : {}), ...(handedIn ? { handedIn } : {}) };
}

/** Where a coordinator's word stands beside it, it is not said twice. */
function statusWords({ comment: _, ...found }: Submission, published: string): string {
  return found.state === UNREAD ? published : submittedWords(found);
}

const unfilledForms = ({ forms }: Programme, found: Submission | null): BoardSchool['forms'] =>
  forms.flatMap((form) => {
    const known = found?.forms?.[form.key];
    return known && known.filled < known.expected
      ? [{ title: form.title, state: `заполнено ${formatNumber(known.filled)} из ${formatNumber(known.expected)}` }]
      : [];
  });

function timeliness(found: Submission | null, school: School, { period, values }: Settings): string {
  const late = found && lateDaysOf(found, period, values, school);
  if (late !== null) return late > 0 ? `позже срока на ${counted(late, 'день', 'дня', 'дней')}` : 'в срок';
  const due = dueDayOf(period, values, school);
  return due === deadlineOf(period, values) ? '' : `срок продлён до ${dayInWords(due)}`;
}

function remindedWords({ settings: { period, values }, letters, now }: BoardInput, school: School): string {
  const today = now.slice(0, 10);
  const at = remindedAt(letters, school.key, stageOf(dueDayOf(period, values, school), today));
  return at === null ? '' : `напомнили ${dayInWords(at.slice(0, 10))}`;
}

type Step = Partial<NextStep> & Pick<NextStep, 'words' | 'action'>;

/** One thing to do now. */
function nextStep(schools: readonly BoardSchool[], collectedAt: string | null, left: number): NextStep {
  return { label: '', schools: [], ...stepOf(schools, collectedAt, left) };
}

function stepOf(schools: readonly BoardSchool[], collectedAt: string | null, left: number): Step {
  const owing = schools.filter(({ handedIn }) => !handedIn);
  const wrong = schools.filter(({ errors, trouble }) => errors > 0 || trouble !== '').length;
  if (schools.length === 0)
    return { words: 'Школ нет. Начните с настройки: «Настройка», «Первая настройка…».', action: 'none' };
  if (collectedAt === null) return { words: 'Свод ещё не собран.', action: 'collect' };
  if (owing.length > 0) return aboutOwing(owing, left);
  const waiting = schools.filter(({ may }) => may.accept).length;
  if (wrong > 0)
    return {
      words: `Сдали все, но у ${counted(wrong, 'школы', 'школ', 'школ')} есть ошибки: эти строки не учтены. Верните вкладки.`,
      action: 'none',
    };
  if (waiting > 0)
    return {
      words: `Сдали все, ошибок нет. Проверьте и примите: ${counted(waiting, 'вкладка', 'вкладки', 'вкладок')}.`,
      action: 'none',
    };
  return { words: 'Приняты все вкладки. Соберите свод, постройте отчёт и закройте квартал.', action: 'collect' };
}

const IN_WORDS = ['', 'одной школе', 'двум школам', 'трём школам', 'четырём школам', 'пяти школам'];

/** Those who owe are reminded; where all have been, or nobody's address is known, the list is for other ways. */
function aboutOwing(owing: readonly BoardSchool[], left: number): Step {
  const who = counted(owing.length, 'школа', 'школы', 'школ');
  const words = `${left < 0 ? 'Срок прошёл, не сдали' : 'Ещё не сдали'}: ${who}.`;
  const toWrite = owing.filter(({ hasMail, reminded }) => hasMail && reminded === '');
  if (toWrite.length > 0) {
    const n = toWrite.length;
    const label = `Напомнить ${IN_WORDS[n] ?? counted(n, 'школе', 'школам', 'школам')}`;
    return { words, action: 'remind', label, schools: toWrite.map(({ key }) => key) };
  }
  const isTold = owing.some(({ reminded }) => reminded !== '');
  const why = isTold ? 'Письма отправлены, можно позвонить.' : 'Почты в «Школах» нет: напомните им сами.';
  return { words: `${words} ${why}`, action: 'copy' };
}

/** The message that the coordinator sends round; '' when everybody has handed in. */
function debtorsText(owing: readonly BoardSchool[], period: string, deadline: string): string {
  if (owing.length === 0) return '';
  const lines = owing.map(({ name, errors, questions }) => {
    const left = [
      ...(errors > 0 ? [`ошибок: ${formatNumber(errors)}`] : []),
      ...(questions > 0 ? [`вопросов без пояснения: ${formatNumber(questions)}`] : []),
    ];
    return `– ${name}${left.length > 0 ? ` (${left.join(', ')})` : ''}`;
  });
  return [`Не сдали данные за ${period} (срок – ${deadline}):`, ...lines].join('\n');
}

import { daysBetween, deadlineOf } from '../domain';
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
import { type JournalMove, readTable, type Settings, SUBMISSION, statusTable } from '../workbook';
import { type Heartbeat, heartbeatWords } from './heartbeat';
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
  /** The coordinator's last word about each school's tab: the newest is not in «Состояние» yet. */
  readonly moves: ReadonlyMap<string, JournalMove>;
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
  return {
    period: quarterTitle(period),
    summary: `Сдали ${formatNumber(schools.length - owing.length)} из ${counted(schools.length, 'школы', 'школ', 'школ')}`,
    collected: collectedAt === null ? '' : momentInWords(collectedAt),
    night: heartbeatWords(heartbeat, now, true),
    deadline:
      left < 0
        ? `Срок прошёл ${dayInWords(deadline)}`
        : `Срок – ${dayInWords(deadline)}${left === 0 ? ', сегодня' : ''}`,
    next: nextStep(schools, collectedAt, left),
    schools,
    debtors: debtorsText(owing, quarterTitle(period), dayInWords(deadline)),
  };
}

function schoolsOf({ programme, settings, schools, status, moves, collectedAt }: BoardInput): BoardSchool[] {
  const rows = new Map(
    readTable(statusTable(programme.forms), status, settings.period)
      .filter((row) => row.period === settings.period)
      .map((row) => [textOf(row.school ?? ''), row]),
  );
  return schools.map(({ key, name }): BoardSchool => {
    const row = rows.get(key);
    const found = afterMove(readSubmission(row?.[SUBMISSION]), moves.get(key), collectedAt);
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
      timeliness: lateText(found ? lateDaysOf(found, settings.period, settings.values) : null),
      errors: found?.errors ?? 0,
      questions: found?.unexplained ?? 0,
      trouble: state === UNREAD ? textOf(row?.trouble ?? '') : '',
      forms: unfilledForms(programme, found),
    };
  });
}

/** What was found of a tab with what the coordinator has done with it since. */
function afterMove(
  found: Submission | null,
  move: JournalMove | undefined,
  collectedAt: string | null,
): Submission | null {
  if (!found || found.state === UNREAD || !move || (collectedAt !== null && move.at < collectedAt)) return found;
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

const lateText = (late: number | null): string =>
  late === null ? '' : late > 0 ? `позже срока на ${counted(late, 'день', 'дня', 'дней')}` : 'в срок';

/** One thing to do now. */
function nextStep(schools: readonly BoardSchool[], collectedAt: string | null, left: number): NextStep {
  const owing = schools.filter(({ handedIn }) => !handedIn).length;
  const wrong = schools.filter(({ errors, trouble }) => errors > 0 || trouble !== '').length;
  if (schools.length === 0)
    return { words: 'Школ нет. Заполните вкладку «Школы», затем «Создать или починить вкладки».', action: 'none' };
  if (collectedAt === null) return { words: 'Свод ещё не собран.', action: 'collect' };
  if (owing > 0) {
    const who = counted(owing, 'школа', 'школы', 'школ');
    return { words: `${left < 0 ? 'Срок прошёл' : 'Ещё не сдали'}: ${who}. Напомните им.`, action: 'copy' };
  }
  if (wrong > 0)
    return {
      words: `Сдали все, но у ${counted(wrong, 'школы', 'школ', 'школ')} есть ошибки: эти строки не учтены.`,
      action: 'collect',
    };
  return { words: 'Сдали все, ошибок нет. Соберите свод, постройте отчёт и закройте период.', action: 'collect' };
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

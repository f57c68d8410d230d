import { type Form, type Issue, quoted, REMARK_SIGNS } from '../model';

/** What is wrong and what to do, without the place. */
export type WordsOf = (issue: Issue) => string;

const EXPLAINED = `${REMARK_SIGNS.explained} Пояснено`;
const ERROR = `${REMARK_SIGNS.error} Ошибка`;
const WARNING = `${REMARK_SIGNS.warning} Проверьте`;
const STALE = 'пояснение дано к прежнему числу, дополните его';

export interface Told {
  readonly form: Form;
  readonly words: WordsOf;
  readonly isExplained?: (issue: Issue) => boolean;
  /** There is an explanation, given when other numbers stood there. */
  readonly stale?: boolean;
}

/** The text of a row's remark cell: errors first, then what wants an answer, then what is explained; '' when all is well. */
export function remarkOf(issues: readonly Issue[], told: Told): string {
  const { isExplained = () => false, stale = false } = told;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const open = warnings.filter((issue) => !isExplained(issue));
  const phrase = (start: string, of: readonly Issue[], end = ''): string[] =>
    of.length === 0 ? [] : [`${start}: ${joined(of, told).join('; ')}${end}.`];
  return [
    ...phrase(ERROR, errors),
    ...phrase(WARNING, open, stale ? ` (${STALE})` : ''),
    ...phrase(EXPLAINED, warnings.filter(isExplained)),
  ].join(' ');
}

/** Several blanks of one row become one sentence. */
function joined(issues: readonly Issue[], { form, words }: Told): string[] {
  const blank = issues.filter(({ id }) => id === 'cell/blank');
  const others = issues.filter(({ id }) => id !== 'cell/blank').map((issue) => lower(words(issue)));
  if (blank.length === 0) return others;
  const columns = blank.map(({ field }) => quoted(form.fields[field ?? '']?.title ?? ''));
  return [...others, `пусто: ${someOf(columns)}; если таких нет, поставьте 0`];
}

/** As many as are read at a glance, and how many more there are. */
const NAMED = 110;

function someOf(columns: readonly string[]): string {
  let told = columns[0]!;
  for (const [index, column] of columns.slice(1).entries()) {
    if (told.length + column.length > NAMED) return `${told} и ещё ${columns.length - index - 1}`;
    told += `, ${column}`;
  }
  return told;
}

const lower = (text: string): string =>
  /^[А-ЯЁ][а-яё]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

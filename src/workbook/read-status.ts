import { type Cell, isTabState, type MovedBy } from '../model';
import { ANSWERS, DRAFT, type FormPrint, type TabNote, type TabStatus } from './head';

const MOVERS: readonly MovedBy[] = ['school', 'coordinator', 'clock'];
const MOMENT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/;

type Unknown<T> = { readonly [K in keyof T]?: unknown };

const moment = (value: unknown): string => (typeof value === 'string' && MOMENT.test(value) ? value : '');
const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function isPrint(value: unknown): value is FormPrint {
  const { fields, hash, rows = 0, answer } = (value ?? {}) as Unknown<FormPrint>;
  const isAnswer = answer === undefined || ANSWERS.some((each) => each === answer);
  return isWords(fields) && typeof hash === 'string' && typeof rows === 'number' && isAnswer;
}

function printsIn(value: unknown): Pick<TabStatus, 'prints'> {
  if (typeof value !== 'object' || value === null) return {};
  return { prints: Object.fromEntries(Object.entries(value).filter(([, print]) => isPrint(print))) };
}

function historyIn({ handedIn, returns, notes }: Unknown<TabStatus>): Partial<TabStatus> {
  const own = Array.isArray(notes) ? notes.filter(isNote) : [];
  return {
    ...(moment(handedIn) === '' ? {} : { handedIn: moment(handedIn) }),
    ...(typeof returns === 'number' && returns > 0 ? { returns } : {}),
    ...(own.length > 0 ? { notes: own } : {}),
  };
}

function isNote(value: unknown): value is TabNote {
  const { form, row, words } = (value ?? {}) as Unknown<TabNote>;
  return [form, row, words].every((part) => typeof part === 'string');
}

/** A school can write into the hidden cell too: what is no status of ours is none. */
export function readStatus(cell: Cell | undefined): TabStatus {
  if (typeof cell !== 'string' || !cell.startsWith('{')) return DRAFT;
  try {
    const found = JSON.parse(cell) as Unknown<TabStatus>;
    const { state, at, by, comment, prints, changed, checkedAt, refused } = found;
    if (!isTabState(state)) return DRAFT;
    return {
      ...{ state, at: moment(at), by: MOVERS.find((each) => each === by) ?? 'school' },
      ...(typeof comment === 'string' ? { comment } : {}),
      ...printsIn(prints),
      ...(isWords(changed) ? { changed } : {}),
      ...historyIn(found),
      ...(moment(checkedAt) === '' ? {} : { checkedAt: moment(checkedAt) }),
      ...(refused === true ? { refused } : {}),
    };
  } catch {
    return DRAFT;
  }
}

import {
  type Cell,
  dayInWords,
  type Form,
  type Grid,
  isHandedIn,
  isPeriod,
  type PeriodKey,
  type Programme,
  resultsOf,
  type School,
  SHEET_NUMBER,
  type Spared,
  type Stamped,
  type TabHistory,
  textOf,
} from '../model';
import { FIRST_FIELD_COLUMN, LAST_FROZEN_COLUMN, MEMORY_COLUMN, REMARK_COLUMN, ROLE_COLUMN } from './block';
import { written } from './keyed-tab';

/** Rows of a school tab's head as it is made; below them stands one line for each form. They are found by their roles. */
export const HEAD = { title: 1, period: 2, check: 3, submit: 4, answer: 5, status: 6, forms: 7, firstForm: 8 } as const;

/** The period that a tab's second row names; '' where it names none. */
export const periodOfRole = (role: string): PeriodKey => /^head\/period\/(.+)$/.exec(role)?.[1] ?? '';
export const LABEL_COLUMN = REMARK_COLUMN;
/** What schools and their triggers write stands right of the labels, which are closed to them. */
export const BOX_COLUMN = FIRST_FIELD_COLUMN;
export const ANSWER_COLUMN = LAST_FROZEN_COLUMN;
export const STATE_COLUMN = LAST_FROZEN_COLUMN + 1;
export const REASON_COLUMN = STATE_COLUMN + 2;
export const HEAD_WIDTH = REASON_COLUMN;
/** Hidden lines that forms of a later programme take, so that nothing below has to move. */
export const SPARE_LINES = 4;

export const headRole = {
  /** The type stands here too, so that checking a tab needs no other tab. */
  school: ({ key, type }: Pick<School, 'key' | 'type'>) => `head/school/${key}/${type}`,
  period: (period: PeriodKey) => `head/period/${period}`,
  check: 'head/check',
  submit: 'head/submit',
  answer: 'head/answer',
  status: 'head/status',
  forms: 'head/forms',
  form: (form: Pick<Form, 'key'>) => `head/form/${form.key}`,
  spare: 'head/spare',
} as const;

/** What a school may say of a whole form instead of, or beside, its numbers («Ответ»). */
export const ANSWERS = ['заполняю', 'как в прошлый раз', 'совпадает с данными школы', 'не было'] as const;
export type Answer = (typeof ANSWERS)[number];
/** Answers after which there is nothing left to type: the form folds to its title. */
export const isSettled = (answer: Answer | null): boolean => answer !== null && answer !== 'заполняю';

export const AS_BEFORE: Answer = 'как в прошлый раз';
export const NONE_THERE: Answer = 'не было';
/** «Не было» is an answer once it is said why. */
export const lacksReason = (said: { readonly answer: Answer | null; readonly reason: string } | undefined): boolean =>
  said?.answer === NONE_THERE && said.reason === '';

/** What checking a tab needs from elsewhere, as data in its head; only the coordinator's runs write it. */
export interface TabFacts {
  readonly group: string;
  readonly partner: string;
  readonly partnerName?: string;
  /** Keys of the forms asked of this school in the tab's period. */
  readonly due: readonly string[];
  /** What of these forms is not. */
  readonly spared?: Spared;
  /** Of these forms, those that one row for the whole school is enough of. */
  readonly wholeSchool?: readonly string[];
  /** Forms that nobody asks for and that stand open all the same: there is something on them. */
  readonly opened?: readonly string[];
  /** So many lines of forms are in sight in the head all year round: as many as a quarter asks for at most. All unless said. */
  readonly listed?: number;
  /** ISO day. */
  readonly deadline: string;
  /** Settings that are not as the programme declares them. */
  readonly settings: Readonly<Record<string, string | number>>;
}

/** The facts as they stand on a tab, with the number of its sheet. */
export interface StandingFacts extends TabFacts {
  readonly gid: string;
}

/** Asked for, or open because there is something on it. */
export const isInSight = ({ due, opened = [] }: TabFacts, { key }: Pick<Form, 'key'>): boolean =>
  due.includes(key) || opened.includes(key);

/** In the head the forms in sight come first, each part in the programme's order. */
export const inHeadOrder = <T>(lines: readonly T[], isShown: (line: T) => boolean): T[] => [
  ...lines.filter(isShown),
  ...lines.filter((line) => !isShown(line)),
];

/** Whether a line of the head is in sight, by its place from 0: hiding some more lines each quarter would cost a call. */
export const isListed = (facts: TabFacts, place: number, form: Pick<Form, 'key'>): boolean =>
  facts.listed === undefined || place < facts.listed || isInSight(facts, form);

export const factsCell = (facts: TabFacts, gid: string = SHEET_NUMBER): string => {
  const { group, partner, partnerName, due, spared, wholeSchool = [], opened = [], listed, deadline, settings } = facts;
  const isAny = spared && (spared.fields.length > 0 || Object.keys(spared.rows).length > 0);
  return JSON.stringify({
    ...{ gid, group, partner },
    ...(partnerName ? { partnerName } : {}),
    due,
    ...(isAny ? { spared } : {}),
    ...(wholeSchool.length > 0 ? { wholeSchool } : {}),
    ...(opened.length > 0 ? { opened } : {}),
    ...(listed === undefined ? {} : { listed }),
    ...{ deadline, settings },
  });
};

export function readFacts(cell: Cell | undefined): StandingFacts | null {
  if (typeof cell !== 'string' || !cell.startsWith('{')) return null;
  try {
    const facts = JSON.parse(cell) as StandingFacts;
    return typeof facts.gid === 'string' && Array.isArray(facts.due) ? facts : null;
  } catch {
    return null;
  }
}

/** What a tab has been handed in with, form by form. */
export interface FormPrint {
  /** The fields the programme had then. */
  readonly fields: readonly string[];
  readonly hash: string;
  /** How many rows held something. */
  readonly rows?: number;
  /** The answer that stood in place of numbers, if there was one. */
  readonly answer?: Answer;
}

/** The coordinator's word about a form or one of its rows, shown beside it. */
export interface TabNote {
  readonly form: string;
  /** The row's identity; '' for the whole form. */
  readonly row: string;
  readonly words: string;
}

/** The tab's state with what it is about: kept as data in a hidden cell of the head. */
export interface TabStatus extends Stamped, TabHistory {
  readonly prints?: Readonly<Record<string, FormPrint>>;
  /** What the coordinator asks to be mended, where the tab was given back. */
  readonly notes?: readonly TabNote[];
  /** When the tab was last checked on request, local ISO. */
  readonly checkedAt?: string;
  /** «Сдать» was asked for and refused: what is missing is listed until it is there. */
  readonly refused?: true;
}

export const DRAFT: TabStatus = { state: 'draft', at: '', by: 'school' };

const quotes = (text: string): string => text.replace(/"/g, '""');
/** A link to a row of the same sheet; a formula, whose reference moves when rows are inserted above. */
export const linkTo = (row: number, label: string, gid: string = SHEET_NUMBER): string =>
  `=HYPERLINK("#gid=${gid}&range=D"&ROW(D${row});"${quotes(label)}")`;

/** «I полугодие 2022/23 · сдать до 15 января» */
export const periodLine = (period: PeriodKey, deadline: string): string =>
  `${resultsOf(period)} · сдать до ${dayInWords(deadline)}`;

export const WORDS = { check: 'Проверить', submit: 'Сдать', forms: 'Форма' } as const;
/** «Ответ ИМЦ» */
export const answerLabel = ({ office }: Pick<Programme, 'office'>): string => `Ответ ${office}`;
export const CAPTIONS = { answer: 'Ответ', state: 'Состояние', reason: 'Причина или пояснение к форме' } as const;

export interface HeadContents {
  readonly answerLabel: string;
  readonly school: School;
  readonly period: PeriodKey;
  readonly facts: TabFacts;
  readonly status: TabStatus;
  /** From above to below, those in sight first. */
  readonly forms: readonly { readonly form: Form; readonly titleRow: number; readonly said?: FormSaid }[];
  /** The words of the state column from «Осталось» on, by row; blank ones stay blank. */
  readonly states: HeadStates;
}

/** A school's word about a whole form. */
export interface FormSaid {
  readonly answer: Cell;
  readonly reason: Cell;
}

/** What the add-on says in the head. */
export interface HeadStates {
  readonly left: string;
  readonly checked: string;
  readonly submitted: string;
  readonly byForm: Readonly<Record<string, string>>;
}

export const NO_STATES: HeadStates = { left: '', checked: '', submitted: '', byForm: {} };

/** The head's cells, A to the reasons' column; `gid` is the sheet's number where it is known. */
export function headValues(head: HeadContents, gid?: string): Grid {
  const { school, period, facts, status, forms, states, answerLabel: label } = head;
  const line = (role: string, label: Cell, cells: Readonly<Record<number, Cell>> = {}): Cell[] => {
    const row = Array<Cell>(HEAD_WIDTH).fill('');
    row[ROLE_COLUMN - 1] = role;
    row[LABEL_COLUMN - 1] = label;
    for (const [column, value] of Object.entries(cells)) row[Number(column) - 1] = value;
    return row;
  };
  const captions = {
    [ANSWER_COLUMN]: CAPTIONS.answer,
    [STATE_COLUMN]: CAPTIONS.state,
    [REASON_COLUMN]: CAPTIONS.reason,
  };
  const submitted = isHandedIn(status.state);
  return [
    line(headRole.school(school), written(school.name, 'General'), {
      [MEMORY_COLUMN]: factsCell(facts, gid),
      [STATE_COLUMN]: periodLine(period, facts.deadline),
    }),
    line(headRole.period(period), linkTo(HEAD.forms, 'К оглавлению', gid), { [STATE_COLUMN]: states.left }),
    line(headRole.check, WORDS.check, { [BOX_COLUMN]: false, [STATE_COLUMN]: states.checked }),
    line(headRole.submit, WORDS.submit, { [BOX_COLUMN]: submitted, [STATE_COLUMN]: states.submitted }),
    line(headRole.answer, label),
    line(headRole.status, '', { [STATE_COLUMN]: JSON.stringify(status) }),
    line(headRole.forms, WORDS.forms, captions),
    ...forms.map(({ form, titleRow, said }) =>
      line(headRole.form(form), linkTo(titleRow, form.title, gid), {
        [ANSWER_COLUMN]: said?.answer ?? '',
        [STATE_COLUMN]: states.byForm[form.key] ?? '',
        [REASON_COLUMN]: said?.reason ?? '',
      }),
    ),
    ...Array.from({ length: SPARE_LINES }, () => line(headRole.spare, '')),
    Array<Cell>(HEAD_WIDTH).fill(''),
  ];
}

/** How many rows the head takes, the blank one below it included. */
export const headRowsFor = (forms: number): number => HEAD.firstForm + forms + SPARE_LINES;

/** The school a tab belongs to, by the hidden role in its first cell; '' when it is no school's. */
export const schoolOf = (first: Cell): string => /^head\/school\/([^/]+)\//.exec(textOf(first))?.[1] ?? '';

/** The period that a school's tab says it stands in; null when it says none. */
export function periodOfTab(grid: Grid): PeriodKey | null {
  for (const [role] of grid) {
    const period = /^head\/period\/(.+)$/.exec(textOf(role))?.[1];
    if (period !== undefined) return isPeriod(period) ? period : null;
  }
  return null;
}

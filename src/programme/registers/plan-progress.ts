import { defineRegisterCheck, type RegisterRow, type World } from '../../model';
import { shownByData } from './plan-data';

/** Days on which the programme's stages begin; the order's third ends with 2023. */
const STAGES = ['2020-01-01', '2020-02-01', '2023-07-01'];
const stageOf = (day: string): number => STAGES.filter((first) => first <= day).length;

/** The stages that a term falls into: «1», «1–2». */
export function stagesBetween(from: string, to: string): string {
  const [first, last] = [stageOf(from), stageOf(to)];
  return first === last ? String(first) : `${first}–${last}`;
}

const DONE = 'выполнено';
const WAIVED = 'не требуется';
const FAILED = 'не выполнено';
const BEGUN = ['в работе', DONE];
const isOpen = ({ status }: PlanFields): boolean => status !== DONE && status !== WAIVED;

type PlanRow = PlanFields & RegisterRow;

interface PlanFields {
  readonly number: string;
  readonly status: string;
  readonly part: string;
  readonly doneOn: string;
  readonly dueTo: string;
  readonly reason: string;
  readonly document: string;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
const isDay = (words: string): boolean => /^\d{4}-\d\d-\d\d$/.test(words);
const positive = (days: number): number | null => (days > 0 ? days : null);

/** «1.1.1 а» is a part of «1.1.1». */
const partsOf = <R extends PlanRow>(row: R, rows: readonly R[]): R[] =>
  rows.filter(
    (other) =>
      other.part === row.part &&
      /^ [а-я]$/.test(other.number.slice(row.number.length)) &&
      other.number.startsWith(row.number),
  );

interface Progress {
  readonly status?: string;
  readonly doneOn?: string;
  readonly said: string;
  readonly overdue: number | null;
  readonly late: number | null;
}

/**
 * What is computed of a row: its status where it has parts or data say it, days past the term while it is open, days by which it
 * was late once it is done.
 */
export function progressOf(row: PlanRow, rows: readonly PlanRow[], world: World): Progress {
  const shown = shownByData(row, world);
  const byData = shown && !isOverruled(row) ? { status: shown.status } : {};
  const computed = { ...byData, ...statusByParts(row, rows), said: shown?.said ?? '' };
  const { status, doneOn, dueTo } = { ...row, ...computed };
  const none = { ...computed, overdue: null, late: null };
  if (!isDay(dueTo) || status === WAIVED || status === FAILED) return none;
  if (status !== DONE) return { ...none, overdue: positive(daysBetween(dueTo, world.today)) };
  return { ...none, late: isDay(doneOn) ? positive(daysBetween(dueTo, doneOn)) : null };
}

/** The coordinator says why it is otherwise, or that it is done, when and by what document. */
const isOverruled = ({ reason, status, doneOn, document }: PlanFields): boolean =>
  reason !== '' || (status === DONE && isDay(doneOn) && document !== '');

/** The status of an action with parts follows from theirs, unless the coordinator has set another and said why. */
function statusByParts(row: PlanRow, rows: readonly PlanRow[]): Pick<Progress, 'status' | 'doneOn'> {
  const parts = row.number === '' ? [] : partsOf(row, rows);
  if (parts.length === 0 || row.reason !== '') return {};
  const counted = parts.filter(({ status }) => status !== WAIVED);
  if (counted.length === 0) return { status: WAIVED };
  const days = counted.map(({ doneOn }) => doneOn).filter(isDay);
  if (counted.every(({ status }) => status === DONE))
    return { status: DONE, doneOn: days.sort()[days.length - 1] ?? '' };
  if (counted.every(({ status }) => status === FAILED)) return { status: FAILED };
  return { status: counted.some(({ status }) => BEGUN.includes(status)) ? 'в работе' : 'не начато' };
}

/** What was not done is no longer overdue, so it says why. */
export const failedWithoutReason = defineRegisterCheck({
  id: 'register/failed-without-reason',
  severity: 'warning',
  find: ({ rows, computed }) =>
    (rows as readonly PlanRow[])
      .filter(({ status, reason, id }) => status === FAILED && reason === '' && !computed.has(id))
      .map(({ id }) => ({ row: id, field: 'reason', details: {} })),
  words: (_, { column }) => `${column}: пусто, а статус – «${FAILED}»; напишите, почему и что дальше`,
  cases: [
    {
      rows: [{ number: '2.4', status: FAILED, reason: '' }],
      says: ['ПЛ-101: «Причина, пояснение»: пусто, а статус – «не выполнено»; напишите, почему и что дальше'],
    },
    { rows: [{ number: '2.4', status: FAILED, reason: 'Нет договора' }], says: [] },
  ],
});

/** A stage that is said to be done while rows whose term ended within it are not. */
export const stageClosedTooEarly = defineRegisterCheck<{ open: number; numbers: string }>({
  id: 'register/stage-with-open-rows',
  severity: 'warning',
  find(seen) {
    const rows = seen.rows as readonly PlanRow[];
    const within = (stage: PlanRow, { part, dueTo }: PlanRow): boolean =>
      part !== 'этапы' && isDay(dueTo) && dueTo <= stage.dueTo;
    return rows
      .filter(({ part, status }) => part === 'этапы' && status === DONE)
      .flatMap((stage) => {
        const numbers = rows.filter((row) => within(stage, row) && isOpen(row)).map(({ number }) => number);
        if (numbers.length === 0) return [];
        return [
          {
            row: stage.id,
            field: 'status',
            details: { open: numbers.length, numbers: numbers.slice(0, 6).join(', ') },
          },
        ];
      });
  },
  words: ({ open, numbers }, { column }) =>
    `${column}: этап «${DONE}», а открытых строк, срок которых истёк, – ${open} (${numbers}); закройте их или верните этап в работу`,
  cases: [
    {
      rows: [
        { part: 'этапы', number: 'Этап 1', status: DONE, dueTo: '2020-01-31' },
        { part: 'дорожная карта', number: '1.1.1', status: 'в работе', dueTo: '2020-01-31' },
        { part: 'дорожная карта', number: '1.1.4', status: 'в работе', dueTo: '2020-03-31' },
      ],
      says: [
        'ПЛ-101: «Статус»: этап «выполнено», а открытых строк, срок которых истёк, – 1 (1.1.1); закройте их или верните этап в работу',
      ],
    },
    { rows: [{ part: 'этапы', number: 'Этап 1', status: 'в работе', dueTo: '2020-01-31' }], says: [] },
  ],
});

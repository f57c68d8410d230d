import type { RegisterCheck, RegisterRow } from '../../model';

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
const BEGUN = ['в работе', DONE];
const isOpen = ({ status }: PlanRow): boolean => status !== DONE && status !== WAIVED;

interface PlanRow {
  readonly number: string;
  readonly status: string;
  readonly part: string;
  readonly doneOn: string;
  readonly dueTo: string;
  readonly reason: string;
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

/** Days past the term while the row is open; days by which a done row was late. */
export function overdue(
  row: PlanRow,
  rows: readonly PlanRow[],
  today: string,
): { overdue: number | null; late: number | null } {
  const status = parentStatus(row, rows).status ?? row.status;
  if (!isDay(row.dueTo) || status === WAIVED) return { overdue: null, late: null };
  if (status !== DONE) return { overdue: positive(daysBetween(row.dueTo, today)), late: null };
  return { overdue: null, late: isDay(row.doneOn) ? positive(daysBetween(row.dueTo, row.doneOn)) : null };
}

/** The status of an action with parts follows from theirs, unless the coordinator has set another and said why. */
export function parentStatus(row: PlanRow, rows: readonly PlanRow[]): { status?: string } {
  const parts = row.number === '' ? [] : partsOf(row, rows);
  if (parts.length === 0 || row.reason !== '') return {};
  const counted = parts.filter(({ status }) => status !== WAIVED);
  if (counted.length === 0) return { status: WAIVED };
  if (counted.every(({ status }) => status === DONE)) return { status: DONE };
  if (counted.every((part) => part.status === 'не выполнено')) return { status: 'не выполнено' };
  return { status: counted.some(({ status }) => BEGUN.includes(status)) ? 'в работе' : 'не начато' };
}

/** A stage that is said to be done while rows whose term ended within it are not. */
export const stageClosedTooEarly: RegisterCheck = {
  id: 'register/stage-with-open-rows',
  severity: 'warning',
  find: (rows) => {
    const plan = rows as readonly (RegisterRow & PlanRow)[];
    return plan
      .filter((row) => row.part === 'этапы' && row.status === DONE)
      .flatMap((stage) => {
        const open = plan.filter(
          (row) => row.part !== 'этапы' && isDay(row.dueTo) && row.dueTo <= stage.dueTo && isOpen(row),
        );
        if (open.length === 0) return [];
        const numbers = open.map(({ number }) => number);
        return [
          { row: stage.id, field: 'status', details: { open: open.length, numbers: numbers.slice(0, 6).join(', ') } },
        ];
      });
  },
  words: ({ open, numbers }) =>
    `Этап отмечен выполненным, а открытых строк, срок которых истёк, – ${open} (${numbers}). Закройте их или верните этап в работу.`,
};

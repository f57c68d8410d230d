import { listedWord, readClassSet } from '../domain';
import {
  type Cell,
  type Field,
  type Form,
  type ImportRule,
  isNumeric,
  type PeriodKey,
  type Programme,
  quarterTitle,
  quoted,
  type School,
  type SentCounts,
} from '../model';

/** A row for a school's form, checked: only words of lists, classes and counts. */
export interface ImportedRow {
  readonly form: Form;
  readonly school: string;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly wholeSchool: boolean;
}

export interface ImportedRows {
  readonly rows: readonly ImportedRow[];
  /** What cannot be written and why, in Russian, each once. */
  readonly refused: readonly string[];
  /** How many rows do not say what period they are of; a person has to. */
  readonly undated: number;
}

export interface ImportTarget {
  readonly programme: Pick<Programme, 'forms'>;
  readonly rules: readonly ImportRule[];
  readonly schools: readonly School[];
  readonly open: PeriodKey;
  readonly closed: ReadonlySet<PeriodKey>;
  /** Counts that do not say their period are of the open one: a person has said so. */
  readonly assumesOpen?: boolean;
}

export const ruleOf = (rules: readonly ImportRule[], { kind, counts }: SentCounts): ImportRule | undefined =>
  rules.find((rule) => rule.kind === kind && (rule.fits?.(counts) ?? true));

/** What was sent as rows of the open period's forms. Whoever sends it may be anybody, so all of it is looked at again. */
export function importedRows(target: ImportTarget, sent: readonly SentCounts[]): ImportedRows {
  const rows: ImportedRow[] = [];
  const refused = new Set<string>();
  let undated = 0;
  for (const item of sent) {
    if (!target.assumesOpen && isUndated(target, item)) {
      undated += 1;
      continue;
    }
    const row = rowOf(target, item);
    if (typeof row === 'string') refused.add(row);
    else rows.push(row);
  }
  return { rows: added(rows, target.rules), refused: [...refused], undated };
}

const TIMES = ['year', 'period', 'date'];

/** A file that says when it was made in no way, or in none that its kind of results can be known by. */
function isUndated({ rules }: ImportTarget, item: SentCounts): boolean {
  const lacks = TIMES.some((key) => key in item.counts && ['', null].includes(item.counts[key] as string | null));
  return lacks && ruleOf(rules, item)?.period(item.counts) === null;
}

function rowOf(target: ImportTarget, item: SentCounts): ImportedRow | string {
  const rule = ruleOf(target.rules, item);
  const form = target.programme.forms.find(({ key }) => key === rule?.form);
  const school = target.schools.find(({ key }) => key === item.school);
  if (!rule || !form) return 'Прислано то, чего ни одна форма не просит. Обновите страницу и внесите файл ещё раз.';
  if (!school) return 'Школы нет на вкладке «Школы». Впишите её и внесите файл ещё раз.';
  const period = isUndated(target, item) ? target.open : rule.period(item.counts);
  if (period !== target.open) return otherPeriod(form, period, target);
  const cells: Record<string, Cell> = {};
  for (const [key, cell] of Object.entries(rule.cells(item.counts, school))) {
    const field = form.fields[key];
    const read = field ? checkedCell(key, field, cell) : null;
    if (read === null)
      return `${quoted(form.title)}, ${school.name}: в графе ${quoted(field?.title ?? key)} не то, что там может стоять. Внесите эту строку на вкладке школы.`;
    cells[key] = read;
  }
  return { form, school: school.key, cells, wholeSchool: rule.wholeSchool ?? false };
}

function otherPeriod(form: Form, period: PeriodKey | null, { open, closed }: ImportTarget): string {
  const title = quoted(form.title);
  if (period === null) return `${title}: таких итогов форма не просит, не внесено.`;
  if (closed.has(period))
    return `${title} за ${quarterTitle(period)}: период закрыт, не внесено. Исправить число закрытого периода можно через «Настройка», «Исправить закрытый период…».`;
  if (period < open) return `${title} за ${quarterTitle(period)}: период прошёл, в этой книге его нет, не внесено.`;
  return `${title} за ${quarterTitle(period)}: открыт ${quarterTitle(open)}, не внесено. Внесите файл, когда этот период будет открыт.`;
}

/** A word of the field's list, a class or a number; null for anything else, which may be a name. */
function checkedCell(key: string, field: Field, cell: Cell): Cell | null {
  if (isNumeric(field)) {
    const fits = typeof cell === 'number' && Number.isFinite(cell) && cell >= 0;
    return fits && (field.kind === 'decimal' || Number.isInteger(cell)) ? cell : null;
  }
  if (typeof cell !== 'string') return null;
  if (field.choices) return listedWord(field, cell)?.word ?? null;
  if (key === 'letter') return /^[А-ЯЁ]?$/.test(cell) ? cell : null;
  return key === 'grade' && readClassSet(cell, '') !== null && /^[\d-]+$/.test(cell) ? cell : null;
}

/** Rows that rules add up are one row of a school. */
function added(rows: readonly ImportedRow[], rules: readonly ImportRule[]): ImportedRow[] {
  const summed = new Set(rules.filter((rule) => rule.summed).map((rule) => rule.form));
  const sums = new Map<string, { row: ImportedRow; cells: Record<string, Cell> }>();
  const others: ImportedRow[] = [];
  for (const row of rows) {
    if (!summed.has(row.form.key)) {
      others.push(row);
      continue;
    }
    const name = JSON.stringify([row.form.key, row.school, ...row.form.identity.map((key) => row.cells[key] ?? '')]);
    const sum = sums.get(name);
    if (!sum) sums.set(name, { row, cells: { ...row.cells } });
    else
      for (const [key, cell] of Object.entries(row.cells))
        if (typeof cell === 'number') sum.cells[key] = Number(sum.cells[key] ?? 0) + cell;
  }
  return [...others, ...[...sums.values()].map(({ row, cells }) => ({ ...row, cells }))];
}

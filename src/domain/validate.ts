import {
  type Entry,
  type Form,
  type Issue,
  isNumeric,
  type PeriodKey,
  type Programme,
  type RawRow,
  type School,
} from '../model';
import { checkIdentity, checkLength, checkPersonalData, checkPlausibility } from './checks/cells';
import { checkAgainstClassList, checkGrade, checkMissingClasses, checkSmallGroup, sameClasses } from './checks/classes';
import type { Finding } from './checks/finding';
import { found } from './checks/finding';
import { checkRepeats } from './checks/repeats';
import { checkShares, checkSums, proveZeros } from './checks/sums';
import type { CountedRow } from './compute';
import { isDue } from './due';
import { parseRow } from './parse';

/** A school's rows of one form after all checks. A row with an error is kept but not counted. */
export interface CheckedForm {
  readonly form: Form;
  readonly rows: readonly CountedRow[];
  readonly issues: readonly Issue[];
}

/** Blank numbers that are asked for: not optional, and not given for the same classes in another row. */
function checkBlanks(form: Form, entry: Entry, entries: readonly Entry[]): Finding[] {
  const blank = Object.entries(form.fields).filter(
    ([key, field]) => isNumeric(field) && !field.optional && entry.numbers[key] === null,
  );
  return blank
    .filter(
      ([key]) =>
        !entries.some(
          (other) =>
            other !== entry &&
            other.numbers[key] !== null &&
            sameClasses(entry, other) &&
            form.smallGroup !== undefined,
        ),
    )
    .map(([key]) => found('cell/blank', 'warning', {}, key));
}

interface Context {
  readonly programme: Programme;
  readonly school: Pick<School, 'key' | 'type'>;
  readonly period: PeriodKey;
  /** Rows of the class list that may be relied on. */
  readonly classList: readonly Entry[];
}

function checkEntry(
  form: Form,
  entry: Entry,
  entries: readonly Entry[],
  unreadable: ReadonlySet<string>,
  context: Context,
): Finding[] {
  if (!entry.started) return isDue(form, context.period) ? [found('row/not-started', 'warning')] : [];
  const sums = checkSums(form, entry);
  const impossible = sums.some((finding) => finding.severity === 'error');
  return [
    ...checkIdentity(form, entry),
    ...checkLength(form, entry),
    ...checkBlanks(form, entry, entries).filter((finding) => !unreadable.has(finding.field!)),
    ...sums,
    ...(impossible ? [] : checkShares(context.programme.indicators, form, entry)),
    ...checkGrade(form, entry, context.school),
    ...checkAgainstClassList(form, entry, context.classList),
    ...checkPlausibility(form, entry),
    ...checkSmallGroup(form, entry),
    ...checkPersonalData(form, entry),
  ];
}

/** Parses and checks one form of one school. `rows` hold no wholly blank row. */
export function validateForm(form: Form, rows: readonly RawRow[], context: Context): CheckedForm {
  const parsed = rows.map((raw) => parseRow(form, raw));
  const entries = parsed.map(({ entry }) => proveZeros(form, entry));
  const repeats = checkRepeats(form, entries);
  const issues: Issue[] = [];
  const counted = entries.map((entry, index): CountedRow => {
    const cells = parsed[index]!.issues;
    const unreadable = new Set(cells.map((issue) => issue.field!));
    const repeat = repeats.get(entry.row);
    const findings = [...checkEntry(form, entry, entries, unreadable, context), ...(repeat ? [repeat] : [])];
    const seen = [...cells, ...findings.map((finding) => placed(entry, finding))];
    const data = entry.started || isDue(form, context.period);
    const own = data ? [...seen, ...misplaced(rows[index]!, entry, seen)] : [];
    issues.push(...own);
    return { entry, valid: !own.some((issue) => issue.severity === 'error') };
  });
  const answered = entries.filter((entry) => entry.started || entry.explanation !== '');
  for (const finding of checkMissingClasses(form, answered, context.classList)) {
    issues.push({ period: context.period, school: context.school.key, form: form.key, row: 0, ...finding });
  }
  // Rows only carried over into a period in which the form is not asked for are not data.
  const due = isDue(form, context.period);
  return { form, rows: due ? counted : counted.filter((row) => row.entry.started), issues };
}

/** What kept a row out when it was consolidated is said again only where nothing else is wrong with it. */
function misplaced(raw: RawRow, entry: Entry, seen: readonly Issue[]): Issue[] {
  if (raw.misplaced !== undefined) return [placed(entry, found('row/misplaced', 'error', { found: raw.misplaced }))];
  if (raw.notCounted === undefined || seen.some((issue) => issue.severity === 'error')) return [];
  return [placed(entry, found('row/not-counted', 'error', { found: raw.notCounted.slice(0, 120) }))];
}

const placed = ({ period, school, form, row }: Entry, finding: Finding): Issue => ({
  period,
  school,
  form,
  row,
  ...finding,
});

/** Checks all forms of a school; the class list is read first because the others are compared with it. */
export function validateSchool(
  programme: Programme,
  school: Pick<School, 'key' | 'type'>,
  period: PeriodKey,
  rows: readonly RawRow[],
): CheckedForm[] {
  const of = (form: Form) => rows.filter((row) => row.form === form.key);
  const list = programme.forms.find((form) => form.key === 'classes');
  const bare = { programme, school, period, classList: [] as Entry[] };
  const classList = list
    ? validateForm(list, of(list), bare)
        .rows.filter((row) => row.valid && row.entry.numbers.enrolled !== null)
        .map((row) => row.entry)
    : [];
  return programme.forms.map((form) => validateForm(form, of(form), { ...bare, classList }));
}

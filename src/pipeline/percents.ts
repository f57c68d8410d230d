import { percentOf, wordsOf } from '../domain';
import { type Form, type Issue, isNumeric, type RawRow } from '../model';

/**
 * Which numbers of a row were typed as percentages. Only the edit itself shows it, since 100 % is stored as 1; `typed`
 * tells it of the cells just edited. Of the others the row's control number remembers it, and the remark kept beside the
 * row for as long as the number stays: either may have been written over.
 */
export function withPercents(
  form: Form,
  raw: RawRow,
  remark: string,
  inControl: ReadonlySet<string> = new Set(),
  typed: (key: string) => boolean | undefined = () => undefined,
): RawRow {
  const remembered = remark.toLowerCase();
  const percent = Object.keys(form.fields).filter((key) => {
    const value = raw.cells[key];
    if (!isNumeric(form.fields[key]!) || typeof value !== 'number') return false;
    return typed(key) ?? (inControl.has(key) || remembered.includes(wordsFor(form, raw, key, value).toLowerCase()));
  });
  return percent.length === 0 ? raw : { ...raw, percent };
}

function wordsFor(form: Form, { period, school, row }: RawRow, field: string, value: number): string {
  const issue: Issue = {
    period,
    school,
    form: form.key,
    row,
    field,
    severity: 'error',
    id: 'cell/percent',
    details: { found: percentOf(value) },
  };
  return wordsOf({ forms: [form], checks: [] })(issue);
}

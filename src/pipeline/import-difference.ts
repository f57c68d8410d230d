import { parseNumber } from '../domain';
import { type Cell, digest, type Form, type ImportDifference, isBlank, isNumeric, quoted, textOf } from '../model';
import type { ImportedRow } from './imported-rows';

/** Where a row of a tab says something else than the file; null where all that stands there agrees with it. */
export function differenceOf(
  { form, school, cells }: ImportedRow,
  standing: Readonly<Record<string, Cell>>,
  tabRow: number,
): ImportDifference | null {
  const fields = Object.entries(cells).flatMap(([field, cell]) => {
    const stands = standing[field];
    if (form.identity.includes(field) || isBlank(stands) || isSame(form, field, stands!, cell)) return [];
    return [{ field, title: form.fields[field]!.title, standing: textOf(stands), given: textOf(cell) }];
  });
  if (fields.length === 0) return null;
  const name = form.identity
    .map((key) => textOf(cells[key]))
    .filter((word) => word !== '')
    .join(' ');
  const id = digest(JSON.stringify([school, form.key, name, fields.map(({ field, ...of }) => [field, of])]));
  return { id, school, form: form.title, row: tabRow, name, fields };
}

function isSame(form: Form, key: string, standing: Cell, cell: Cell): boolean {
  const field = form.fields[key]!;
  if (isNumeric(field)) return parseNumber(field, standing).value === cell;
  return textOf(standing) === textOf(cell);
}

/** A difference as a question to the district and the school. */
export const differenceWords = ({ form, row, name, fields }: ImportDifference): string =>
  `${quoted(form)}, строка ${row}, ${name}: ${fields
    .map(({ title, standing, given }) => `${quoted(title)} на вкладке ${standing}, в файле ${given}`)
    .join('; ')}.`;

/** «Было» beside what was written over, so that it can be put back by hand. */
export const replacedNote = (note: string, difference: ImportDifference | null): string =>
  difference
    ? `${note.replace(/\.$/, '')}. Было: ${difference.fields.map(({ title, standing }) => `${quoted(title)} ${standing}`).join('; ')}`
    : note;

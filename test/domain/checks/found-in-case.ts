import { validateSchool } from '../../../src/domain';
import { type Case, type Check, type Issue, type Programme, type RawRow, shiftPeriod } from '../../../src/model';
import { frozen, PERIOD, SCHOOL } from '../../build';

/** What a check finds in an example. */
export function foundInCase(of: Programme, check: Check, example: Case): Issue[] {
  const { form, rows, more, tab = {}, before, yearAgo, district, period = PERIOD } = example;
  const school = { ...SCHOOL, ...example.school };
  const typed = (key: string, cells: Case['rows'], own: Partial<RawRow> = {}): RawRow[] =>
    cells.map((row, index) => ({
      ...{ period, school: school.key, form: key, row: index + 1, cells: row, explanation: '' },
      ...own,
    }));
  const all = [...Object.entries(tab).flatMap(([key, cells]) => typed(key, cells)), ...typed(form, rows, more)];
  const last = before && new Map([[form, typed(form, before, { period: shiftPeriod(period, -1) })]]);
  const year = yearAgo && new Map([[form, typed(form, yearAgo, { period: shiftPeriod(period, -4) })]]);
  const like = example.unlike ? { type: 'ООШ' } : {};
  const others =
    district &&
    Object.entries(district).map(([key, cells]) => {
      const typedThere = typed(form, cells, { school: key });
      return { key, type: school.type, group: school.group, ...like, rows: typedThere };
    });
  const checked = validateSchool(frozen(of), school, period, frozen(all), { before: last, yearAgo: year, others });
  const issues = checked.flatMap((item) => (item.form.key === form ? item.issues : []));
  return issues.filter(({ id }) => id === check.id);
}

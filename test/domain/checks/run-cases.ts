import { validateSchool, wordsOf } from '../../../src/domain';
import { type Case, type Check, type Programme, type RawRow, shiftPeriod } from '../../../src/model';
import { frozen, PERIOD, SCHOOL } from '../../build';

/** What a check says of an example: «row: words». */
function said(of: Programme, check: Check, example: Case): string[] {
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
      const rows = typed(form, cells, { school: key });
      return { key, type: school.type, group: school.group, ...like, rows };
    });
  const checked = validateSchool(frozen(of), school, period, frozen(all), { before: last, yearAgo: year, others });
  const issues = checked.flatMap((item) => (item.form.key === form ? item.issues : []));
  const words = wordsOf(of);
  return issues.filter(({ id }) => id === check.id).map((issue) => `${issue.row}: ${words(issue)}`);
}

const LATIN = /[A-Za-z]{2,}/;

/** The examples of checks are their tests. */
export function runCases(of: Programme, all: readonly Check[]): void {
  describe.each(all.map((check) => [check.id, check] as const))('%s', (_, check) => {
    for (const example of check.cases) {
      test(JSON.stringify(example.rows).slice(0, 90), () => {
        const sentences = said(of, check, example);
        expect(sentences).toEqual(example.says);
        for (const sentence of sentences) {
          expect(sentence.replace('#REF!', 'ошибку')).not.toMatch(LATIN);
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object|«»|\s{2}|\s[.,:;]|\.\./);
          expect(sentence.length).toBeLessThanOrEqual(200);
        }
      });
    }

    test('is shown by an example with a finding and by one without', () => {
      // What a tab remembers is found where the tab is read, and shown by the tests of that.
      if (check.needs === 'memory') return;
      expect(check.cases.some(({ says }) => says.length > 0)).toBe(true);
      expect(check.cases.some(({ says }) => says.length === 0)).toBe(true);
    });
  });
}

import fc from 'fast-check';
import { validateSchool } from '../../src/domain';
import type { Cell, RawRow } from '../../src/model';
import { identityOfRaw } from '../../src/pipeline/remember';
import { programme } from '../../src/programme';
import { PERIOD, rawRows, SCHOOL } from '../build';

const marks = programme.forms.find(({ key }) => key === 'marks')!;
const COLUMNS = ['five', 'four', 'three', 'two'] as const;

const checked = (rows: readonly RawRow[], quiet?: ReadonlyMap<RawRow, string>) => {
  const only = new Set(['marks']);
  return validateSchool(programme, SCHOOL, PERIOD, rows, quiet ? { only, quiet } : { only })[0]!;
};
const saidOfSums = (rows: readonly RawRow[], quiet?: ReadonlyMap<RawRow, string>) =>
  checked(rows, quiet).issues.filter(({ id }) => id === 'row/sum-of-rows');

type Row = Readonly<Record<string, Cell>>;

const number = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constantFrom<Cell>('', 0, '2'));
const someRow: fc.Arbitrary<Row> = fc.record({
  grade: fc.constantFrom<Cell>(5, '6', '7'),
  letter: fc.constantFrom('А', ' б', 'В', 'Г'),
  subject: fc.constantFrom('Химия', 'физика', 'Биология', 'Краеведение'),
  ...Object.fromEntries(COLUMNS.map((key) => [key, number])),
});

/** The numbers of some rows together, as somebody types a total. */
const totalOf = (rows: readonly Row[], at: Row): Row => {
  const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0);
  const enrolled = COLUMNS.reduce((total, key) => total + sum(key), 0);
  return { ...at, ...Object.fromEntries(COLUMNS.map((key) => [key, sum(key)])), enrolled };
};
const listed = (row: Row): Row => ({ enrolled: COLUMNS.reduce((sum, key) => sum + Number(row[key]), 0), ...row });

test('a total typed among rows of which nothing was to be said is found as in a check of all rows', () => {
  let [found, relied] = [0, 0];
  fc.assert(
    fc.property(
      fc.uniqueArray(someRow, {
        minLength: 4,
        maxLength: 9,
        selector: ({ grade, letter, subject }) => `${grade}|${letter}|${subject}`,
      }),
      fc.nat(),
      fc.constantFrom<'all' | 'grade' | 'letter' | 'subject'>('all', 'grade', 'subject'),
      (rows, place, by) => {
        const at = place % rows.length;
        const typed = rows[at]!;
        const others = rows.filter((row) => row !== typed && (by === 'all' || row[by] === typed[by]));
        const before = rawRows('marks', ...rows.map(listed));
        const after = before.slice();
        after[at] = rawRows('marks', ...rows.map((row) => (row === typed ? totalOf(others, row) : listed(row))))[at]!;
        const noisy = new Set(checked(before).issues.map(({ row }) => row));
        const quiet = new Map(
          after
            .filter(({ row }, index) => index !== at && !noisy.has(row))
            .map((row) => [row, identityOfRaw(marks, row)]),
        );
        const said = saidOfSums(after, quiet);
        found += said.length;
        relied += quiet.size;
        expect(said).toEqual(saidOfSums(after));
      },
    ),
    { numRuns: 300, seed: 1 },
  );
  expect(found).toBeGreaterThan(50);
  expect(relied).toBeGreaterThan(300);
});

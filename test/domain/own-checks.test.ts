import { looksAt, looksByClassAt, validateSchool, wordsOf } from '../../src/domain';
import { answeredByForm, checksOf, keptChecks } from '../../src/domain/checks-of';
import { type Case, type Cell, defineCheck, type Programme, type RawRow } from '../../src/model';
import { frozen, MARKS_A, PERIOD, PUPILS_A, rawRows, SCHOOL } from '../build';
import { programme } from '../four-forms';
import { runCases } from './checks/run-cases';

const FAILED: Case = {
  form: 'marks',
  rows: [{ ...MARKS_A, two: 3, three: 5 }],
  tab: { pupils: [{ ...PUPILS_A, failing: 2 }] },
  says: ['1: «2»: по предмету 3, а неуспевающих в классе 2; проверьте обе формы или напишите пояснение'],
};

/** A pupil with a «2» in any subject is failing, so no subject has more of them than the class. */
const moreTwosThanFailing = defineCheck<{ two: number; failing: number }>({
  id: 'row/more-twos-than-failing',
  needs: 'tab',
  form: 'marks',
  severity: 'warning',
  find({ rows, tab }) {
    const failing = new Map(tab('pupils').map((row) => [row.classKey, row.entry.numbers.failing]));
    return rows.flatMap((at) => {
      const two = at.entry.numbers.two;
      const known = failing.get(at.classKey);
      return two != null && known != null && two > known
        ? [{ at, field: 'two', details: { two, failing: known } }]
        : [];
    });
  },
  words: ({ two, failing }, { column }) =>
    `${column}: по предмету ${two}, а неуспевающих в классе ${failing}; проверьте обе формы или напишите пояснение`,
  cases: [FAILED, { ...FAILED, tab: { pupils: [{ ...PUPILS_A, failing: 3 }] }, says: [] }],
});

const HALVED: Case = {
  form: 'pupils',
  rows: [PUPILS_A],
  before: [{ ...PUPILS_A, enrolled: 32 }],
  says: ['1: «По списку, чел.»: было 32, стало 15; проверьте или напишите пояснение'],
};

const halved = defineCheck<{ was: number; is: number }>({
  id: 'row/halved',
  needs: 'before',
  form: 'pupils',
  severity: 'warning',
  find: ({ rows, before }) =>
    rows.flatMap((at) => {
      const was = before(at)?.entry.numbers.enrolled;
      const is = at.entry.numbers.enrolled;
      return was != null && is != null && 2 * is < was ? [{ at, field: 'enrolled', details: { was, is } }] : [];
    }),
  words: ({ was, is }, { column }) => `${column}: было ${was}, стало ${is}; проверьте или напишите пояснение`,
  cases: [
    HALVED,
    { ...HALVED, before: [{ ...PUPILS_A, enrolled: 30 }], says: [] },
    // Another class, or two rows of that name: nothing to compare with.
    { ...HALVED, before: [{ ...PUPILS_A, letter: 'Б', enrolled: 32 }], says: [] },
    {
      ...HALVED,
      before: [
        { ...PUPILS_A, enrolled: 32 },
        { ...PUPILS_A, enrolled: 32 },
      ],
      says: [],
    },
  ],
});

const OTHERS: Case = {
  form: 'classes',
  rows: [{ grade: '5', letter: 'А', enrolled: 15 }],
  district: { daktuy: [{ grade: '5', letter: 'А', enrolled: 15 }] },
  says: [],
};

/** Needs the other schools: looks only where a run has their rows. */
const sameElsewhere = defineCheck<{ schools: number }>({
  id: 'row/same-elsewhere',
  needs: 'district',
  form: 'classes',
  severity: 'warning',
  find({ rows, district }) {
    const others = [...district().values()].flat().map((row) => `${row.classKey} ${row.entry.numbers.enrolled}`);
    return rows.flatMap((at) => {
      const schools = others.filter((other) => other === `${at.classKey} ${at.entry.numbers.enrolled}`).length;
      return schools > 0 ? [{ at, details: { schools } }] : [];
    });
  },
  words: ({ schools }) => `такой же класс ещё в одной школе (школ: ${schools}); проверьте, не скопирована ли вкладка`,
  cases: [
    { ...OTHERS, says: ['1: Такой же класс ещё в одной школе (школ: 1); проверьте, не скопирована ли вкладка'] },
    { ...OTHERS, district: { daktuy: [{ grade: '6', letter: 'А', enrolled: 15 }] }, says: [] },
  ],
});

const own: Programme = { ...programme, checks: [moreTwosThanFailing, halved, sameElsewhere] };

runCases(own, own.checks);

const issuesOf = (of: Programme, rows: readonly RawRow[], before?: ReadonlyMap<string, readonly RawRow[]>): string[] =>
  validateSchool(frozen(of), SCHOOL, PERIOD, rows, { before }).flatMap(({ issues }) => issues.map(({ id }) => id));

const typed = (form: string, cells: Readonly<Record<string, Cell>>) => rawRows(form, cells);
const rows = [...typed('marks', { ...MARKS_A, two: 3, three: 5 }), ...typed('pupils', PUPILS_A)];

test('a check that a programme adds finds, and says so in its own words', () => {
  const marks = validateSchool(own, SCHOOL, PERIOD, rows).find(({ form }) => form.key === 'marks')!;
  expect(marks.issues.map(wordsOf(own))).toEqual([
    '«2»: по предмету 3, а неуспевающих в классе 1; проверьте обе формы или напишите пояснение',
  ]);
  expect(issuesOf(programme, rows)).toEqual([]);
});

test('nothing is compared with the last period, nor with other schools, while their rows are not there', () => {
  expect(issuesOf(own, typed('pupils', PUPILS_A))).toEqual([]);
  const before = new Map([['pupils', typed('pupils', { ...PUPILS_A, enrolled: 32 })]]);
  expect(issuesOf(own, typed('pupils', PUPILS_A), before)).toEqual(['row/unlike-last-time', 'row/halved']);
});

test('a check of several forms does not rely on rows with an error', () => {
  const wrong = typed('pupils', { ...PUPILS_A, assessed: 99 });
  expect(issuesOf(own, [...rows.slice(0, 1), ...wrong])).not.toContain('row/more-twos-than-failing');
});

test('an error that a check of several forms finds keeps the row from being counted', () => {
  const strict = { ...moreTwosThanFailing, severity: 'error' } as const;
  const [, marks] = validateSchool({ ...programme, checks: [strict] }, SCHOOL, PERIOD, rows);
  expect(marks!.rows.map(({ valid }) => valid)).toEqual([false]);
});

test('a check of several forms reads no form of the tab but those it names, however many there are', () => {
  const named: Programme = { ...programme, checks: [{ ...moreTwosThanFailing, beside: ['pupils'] }] };
  const marks = programme.forms.find(({ key }) => key === 'marks')!;
  expect(looksAt(named, marks)).toEqual(['classes', 'pupils']);
  expect(looksAt(own, marks)).toEqual(['classes', 'pupils', 'context']);
});

test('a check that names no forms looks at all, one of another form at none', () => {
  const form = (key: string) => programme.forms.find((each) => each.key === key)!;
  expect(looksAt(own, form('classes'))).toEqual([]);
  const any: Programme = { ...programme, checks: [{ ...moreTwosThanFailing, form: undefined }] };
  expect(looksAt(any, form('classes'))).toEqual(['marks', 'pupils', 'context']);
  // What is compared with the last period looks at no other form.
  expect(looksAt({ ...programme, checks: [halved] }, form('classes'))).toEqual([]);
  const itself: Programme = { ...programme, checks: [{ ...moreTwosThanFailing, beside: ['marks', 'pupils'] }] };
  expect(looksAt(itself, form('marks'))).toEqual(['classes', 'pupils']);
});

test('only rows of the same class are looked at where every check that compares the forms says so', () => {
  const marks = programme.forms.find(({ key }) => key === 'marks')!;
  const pupils = { ...moreTwosThanFailing, beside: ['pupils'] };
  const byClass = (...checks: Programme['checks']) => looksByClassAt({ ...programme, checks }, marks);
  expect(byClass({ ...pupils, sameClass: true })).toEqual(['pupils']);
  expect(byClass(pupils)).toEqual([]);
  expect(byClass({ ...pupils, sameClass: true }, { ...pupils, form: 'context' })).toEqual(['pupils']);
  expect(byClass({ ...pupils, sameClass: true }, pupils)).toEqual([]);
  expect(byClass({ ...pupils, sameClass: true }, { ...moreTwosThanFailing, form: undefined })).toEqual([]);
  expect(byClass({ ...pupils, sameClass: true }, { ...pupils, beside: ['context'] })).toEqual(['pupils']);
  // The class list is looked at whole by the forms that follow it, as its totals are.
  expect(byClass({ ...pupils, sameClass: true, beside: ['classes'] })).toEqual([]);
  expect(byClass({ ...pupils, sameClass: true }, halved)).toEqual(['pupils']);
});

test('a form has the checks that every form has and its own, nobody else’s', () => {
  const of = (key: string) => checksOf(own)(programme.forms.find((each) => each.key === key)!).map(({ id }) => id);
  expect(of('marks')).toEqual(expect.arrayContaining(['cell/not-a-number', 'row/more-twos-than-failing']));
  expect(of('marks')).not.toContain('row/halved');
  expect(of('pupils')).toEqual(expect.arrayContaining(['row/halved', 'cell/not-a-number']));
});

test('what a check needs that is not there at every edit is known by its id', () => {
  const kept = keptChecks(own);
  expect(kept.get('row/halved')).toBe('before');
  expect(kept.get('row/same-elsewhere')).toBe('district');
  expect(kept.has('cell/not-a-number')).toBe(false);
  expect(answeredByForm({ checks: [{ ...halved, answeredByForm: true }] }).has('row/halved')).toBe(true);
  expect(answeredByForm(own).has('row/halved')).toBe(false);
});

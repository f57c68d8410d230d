import { validateSchool } from '../../src/domain';
import { checkedBefore } from '../../src/domain/checked-before';
import { MARKS_A, PERIOD, rawRow, SCHOOL } from '../build';
import { programme } from '../four-forms';

const OTHER = { ...SCHOOL, key: 'other', name: 'Другая' };
const rows = [
  rawRow('marks', 1, MARKS_A),
  { ...rawRow('marks', 2, { ...MARKS_A, subject: 'Химия' }), notCounted: 'ошибка' },
  rawRow('classes', 1, { grade: '5', letter: 'А', enrolled: 15 }),
  rawRow('marks', 1, { ...MARKS_A, five: 'нет' }, { school: OTHER.key }),
  rawRow('marks', 1, MARKS_A, { school: 'closed-down' }),
];
const context = { period: PERIOD, schools: [SCHOOL, OTHER], settings: {} };
const checked = () => checkedBefore(programme, rows, context);
const formOf = (school: string, key: string) =>
  checked()
    .get(school)!
    .find(({ form }) => form.key === key)!;

test('rows that were published count as they did then, whatever is said of them now', () => {
  const { rows: marks } = formOf(SCHOOL.key, 'marks');
  expect(marks.map(({ valid }) => valid)).toEqual([true, false]);
  expect(marks.map(({ raw }) => raw.row)).toEqual([1, 2]);
  expect(marks[0]!.entry.numbers).toMatchObject({ five: 2, four: 5 });
  // A cell that cannot be read makes no row invalid that was counted then.
  expect(formOf(OTHER.key, 'marks').rows.map(({ valid }) => valid)).toEqual([true]);
});

test('each school has all forms and its own rows only; a school that is no more has none', () => {
  expect([...checked().keys()]).toEqual([SCHOOL.key, OTHER.key]);
  expect(
    checked()
      .get(OTHER.key)!
      .map(({ form }) => form.key),
  ).toEqual(programme.forms.map(({ key }) => key));
  expect(formOf(OTHER.key, 'classes').rows).toEqual([]);
  expect(formOf(SCHOOL.key, 'classes').rows).toHaveLength(1);
});

test('what is to be said of them is found when somebody asks', () => {
  const now = validateSchool(
    programme,
    OTHER,
    PERIOD,
    rows.filter(({ school }) => school === OTHER.key),
  );
  expect(formOf(OTHER.key, 'marks').issues).toEqual(now.find(({ form }) => form.key === 'marks')!.issues);
  expect(formOf(OTHER.key, 'marks').issues.map(({ id }) => id)).toContain('cell/nothing-word');
});

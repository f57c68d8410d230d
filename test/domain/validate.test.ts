import { isDue, validateSchool } from '../../src/domain';
import type { Cell, Issue, RawRow } from '../../src/model';
import { CLASS_A, contextRow, MARKS_A, PERIOD, PUPILS_A, rawRow, rawRows, SCHOOL } from '../build';
import { programme } from '../four-forms';

const SUMMER = '2023-Q3';

const check = (rows: readonly RawRow[], school = SCHOOL, period = PERIOD) =>
  validateSchool(
    programme,
    school,
    period,
    rows.map((row) => ({ ...row, period })),
  );

const formIn = (forms: ReturnType<typeof check>, key: string) => forms.find(({ form }) => form.key === key)!;

/** «row id field» of every remark, errors marked with «!». */
const named = (issues: readonly Issue[]): string[] =>
  issues.map(({ row, id, field, severity }) =>
    [row, `${severity === 'error' ? '!' : ''}${id}`, field].filter((part) => part !== undefined).join(' '),
  );

/** What is said of one form's rows. */
const remarks = (form: string, ...rows: readonly Readonly<Record<string, Cell>>[]): string[] =>
  named(formIn(check(rawRows(form, ...rows)), form).issues);

/** The same, beside a class list. */
const besideList = (
  list: readonly Readonly<Record<string, Cell>>[],
  form: string,
  ...rows: readonly Readonly<Record<string, Cell>>[]
): string[] => named(formIn(check([...rawRows('classes', ...list), ...rawRows(form, ...rows)]), form).issues);

test('a school whose numbers agree has nothing to answer for', () => {
  const rows = [
    ...rawRows('classes', CLASS_A),
    ...rawRows('marks', MARKS_A),
    ...rawRows('pupils', PUPILS_A),
    ...rawRows('context', { ...contextRow('5', 15), letter: 'А' }),
  ];
  expect(check(rows).flatMap(({ issues }) => named(issues))).toEqual([]);
  expect(check(rows).flatMap(({ rows: counted }) => counted.map(({ valid }) => valid))).toEqual(Array(4).fill(true));
});

test('a school that gave nothing gets every form with no rows and no remarks', () => {
  expect(check([]).map(({ form, rows, issues }) => [form.key, rows.length, issues.length])).toEqual(
    programme.forms.map(({ key }) => [key, 0, 0]),
  );
});

describe('parts and their whole', () => {
  test('more marks than pupils is an error and the row is not counted', () => {
    const [marks] = [formIn(check(rawRows('marks', { ...MARKS_A, five: 3 })), 'marks')];
    expect(named(marks!.issues)).toEqual(['1 !row/sum-exceeds-whole enrolled']);
    expect(marks!.issues[0]!.details).toMatchObject({ sum: 16, whole: 15 });
    expect(marks!.rows[0]!.valid).toBe(false);
  });

  test('fewer marks than pupils is only a warning, and the row counts', () => {
    const marks = formIn(check(rawRows('marks', { ...MARKS_A, five: 1 })), 'marks');
    expect(named(marks.issues)).toEqual(['1 row/sum-below-whole enrolled']);
    expect(marks.rows[0]!.valid).toBe(true);
  });

  test('too much is seen even while some parts are blank', () => {
    expect(remarks('marks', { ...MARKS_A, five: 9, two: '' })).toContain('1 !row/sum-exceeds-whole enrolled');
  });

  test('too little is not looked for while some parts are blank', () => {
    expect(remarks('marks', { ...MARKS_A, five: 1, two: '' })).toEqual(['1 cell/blank two']);
  });

  test('disjoint groups of pupils cannot be more than are to be assessed', () => {
    expect(remarks('pupils', { ...PUPILS_A, excellent: 12 })).toContain('1 !row/sum-exceeds-whole assessed');
    expect(remarks('pupils', { ...PUPILS_A, assessed: 16 })).toContain('1 !row/sum-exceeds-whole enrolled');
    expect(remarks('pupils', { ...PUPILS_A, oneThree: 10 })).toContain('1 !row/sum-exceeds-whole assessed');
  });

  test('more excellent, good and failing pupils than are to be assessed is an error, and the row is not counted', () => {
    const pupils = formIn(check(rawRows('pupils', { ...PUPILS_A, failing: 10 })), 'pupils');
    expect(named(pupils.issues)).toEqual(['1 !row/sum-exceeds-whole assessed']);
    expect(pupils.issues[0]!.details).toMatchObject({ rule: 'groups-more-than-assessed' });
    expect(pupils.rows[0]!.valid).toBe(false);
  });

  test('a share larger than its whole is an error of the row', () => {
    expect(remarks('context', contextRow('5', 15, { lowIncome: 16 }))).toEqual(['1 !row/part-exceeds-whole lowIncome']);
    expect(remarks('pupils', { ...PUPILS_A, notMastered: 16 })).toEqual(['1 !row/part-exceeds-whole notMastered']);
  });

  test('all pupils of a class may share a circumstance', () => {
    expect(remarks('context', contextRow('5', 15, { transported: 15 }))).toEqual([]);
  });
});

describe('blanks', () => {
  test('in a row of marks that already adds up the blanks are proved to be 0', () => {
    const row = { ...MARKS_A, two: '', exempt: '', notAssessed: '', three: 8 };
    const marks = formIn(check(rawRows('marks', row)), 'marks');
    expect(named(marks.issues)).toEqual([]);
    expect(marks.rows[0]!.entry.numbers).toMatchObject({ two: 0, exempt: 0, notAssessed: 0 });
  });

  test('in a row of marks that does not add up each blank is asked about', () => {
    const marks = formIn(check(rawRows('marks', { ...MARKS_A, two: '', notAssessed: '' })), 'marks');
    expect(named(marks.issues)).toEqual(['1 cell/blank two', '1 cell/blank notAssessed']);
    expect(marks.rows[0]!.entry.numbers).toMatchObject({ two: null, notAssessed: null });
  });

  test('nothing is proved without the number of pupils', () => {
    const { entry } = formIn(check(rawRows('marks', { ...MARKS_A, enrolled: '', two: '' })), 'marks').rows[0]!;
    expect(entry.numbers).toMatchObject({ enrolled: null, two: null });
  });

  test('nothing is proved where the form does not say so', () => {
    const { entry } = formIn(check(rawRows('pupils', { ...PUPILS_A, good: 14, failing: '' })), 'pupils').rows[0]!;
    expect(entry.numbers.failing).toBeNull();
  });

  test('a blank that may be left out, such as the letter, is not asked about', () => {
    expect(remarks('classes', { grade: '5', letter: '', enrolled: 15 })).toEqual([]);
    expect(remarks('context', contextRow('5', 15, { lowIncome: '', disabilities: '' }))).toEqual([]);
  });

  test('what tells one row from another must be filled', () => {
    expect(remarks('marks', { ...MARKS_A, subject: '' })).toEqual(['1 !cell/required subject']);
    expect(remarks('marks', { ...MARKS_A, grade: ' ' })).toContain('1 !cell/required grade');
  });

  test('an unreadable cell is one error, not also a blank', () => {
    expect(remarks('marks', { ...MARKS_A, two: 'нет' })).toEqual(['1 !cell/nothing-word two']);
  });

  test('numbers of the social passport may be given once for the school instead of class by class', () => {
    const bare = { ...contextRow('5', 15), incompleteFamilies: '', transported: '' };
    const school = { ...Object.fromEntries(Object.keys(bare).map((key) => [key, ''])), grade: '1-11', enrolled: 15 };
    expect(remarks('context', bare, { ...school, incompleteFamilies: 3, transported: 2 })).not.toContain(
      '1 cell/blank incompleteFamilies',
    );
    expect(remarks('context', bare)).toEqual(['1 cell/blank incompleteFamilies', '1 cell/blank transported']);
  });
});

describe('a row entered twice', () => {
  test('counts for none of them: which is right cannot be known', () => {
    const marks = formIn(check(rawRows('marks', MARKS_A, { ...MARKS_A, five: 1, three: 8 }, MARKS_A)), 'marks');
    expect(named(marks.issues)).toEqual(['1 !row/duplicate grade', '2 !row/duplicate grade', '3 !row/duplicate grade']);
    expect(marks.issues[0]!.details).toEqual({ rows: '2, 3' });
    expect(marks.rows.some(({ valid }) => valid)).toBe(false);
  });

  test('is known whatever the spelling', () => {
    const again = { ...MARKS_A, grade: ' 5 ', letter: 'A', subject: 'математика ' };
    expect(remarks('marks', MARKS_A, again)).toEqual(['1 !row/duplicate grade', '2 !row/duplicate grade']);
    const range = { grade: '1–4', letter: '', enrolled: 12 };
    expect(remarks('classes', range, { ...range, grade: '1 - 4' })).toEqual([
      '1 !row/duplicate grade',
      '2 !row/duplicate grade',
    ]);
  });

  test('another subject, another letter or another class is another row', () => {
    const rows = [MARKS_A, { ...MARKS_A, subject: 'Химия' }, { ...MARKS_A, letter: 'Б' }, { ...MARKS_A, grade: '6' }];
    expect(remarks('marks', ...rows)).toEqual([]);
  });

  test('a row not yet begun takes no part', () => {
    const { grade, letter, subject, enrolled } = MARKS_A;
    expect(remarks('marks', MARKS_A, { grade, letter, subject, enrolled })).toEqual(['2 row/not-started']);
  });
});

describe('«2-4» beside «3»', () => {
  const merged = { ...MARKS_A, grade: '2-4', letter: '' };
  const third = { ...MARKS_A, grade: '3', letter: '' };

  test('would count the third grade twice: neither is counted', () => {
    const marks = formIn(check(rawRows('marks', merged, third)), 'marks');
    expect(named(marks.issues)).toEqual(
      ['1 !row/overlap five', '2 !row/overlap five'].map((line) => line.replace('five', marks.issues[0]!.field!)),
    );
    expect(marks.rows.map(({ valid }) => valid)).toEqual([false, false]);
    expect(marks.issues.map(({ details }) => details.rows)).toEqual(['2', '1']);
  });

  test('is no trouble in another subject', () => {
    expect(remarks('marks', merged, { ...third, subject: 'Химия' })).toEqual([]);
  });

  test('is no trouble in the social passport when no column is filled in both', () => {
    const blank = Object.fromEntries(Object.keys(contextRow('3', 5)).map((key) => [key, '']));
    const own = { ...blank, grade: '3', enrolled: 12, transported: 1, incompleteFamilies: 2 };
    const whole = { ...blank, grade: '1-4', enrolled: 40, lowIncome: 3, disabilities: 1 };
    expect(remarks('context', own, whole).filter((line) => line.includes('!'))).toEqual([]);
    expect(remarks('context', { ...own, lowIncome: 1 }, whole)).toContain('1 !row/overlap lowIncome');
  });

  test('counts nobody twice in the class list either', () => {
    const lines = remarks(
      'classes',
      { grade: '1-4', letter: '', enrolled: 12 },
      { grade: '3', letter: 'А', enrolled: 3 },
    );
    expect(lines).toEqual(['1 !row/overlap enrolled', '2 !row/overlap enrolled']);
  });
});

describe('the class list', () => {
  test('tells when a class has another number of pupils', () => {
    const lines = besideList([CLASS_A], 'marks', { ...MARKS_A, enrolled: 16, exempt: 1 });
    expect(lines).toEqual(['1 row/enrolled-differs enrolled']);
  });

  test('tells when a class is not listed', () => {
    expect(besideList([CLASS_A], 'marks', { ...MARKS_A, letter: 'Б' })).toEqual(['1 row/class-not-listed grade']);
  });

  test('adds up the classes of a merged row', () => {
    const list = [
      { grade: '2', letter: '', enrolled: 4 },
      { grade: '3', letter: '', enrolled: 5 },
      { grade: '4', letter: '', enrolled: 6 },
    ];
    expect(besideList(list, 'marks', { ...MARKS_A, grade: '2-4', letter: '' })).toEqual([]);
    expect(besideList(list, 'marks', { ...MARKS_A, grade: '2-3', letter: '' })).toEqual([
      '1 row/enrolled-differs enrolled',
    ]);
  });

  test('names the classes that the form says nothing of, but not the first grade', () => {
    const list = [CLASS_A, { grade: '1', letter: '', enrolled: 8 }, { grade: '6', letter: 'Б', enrolled: 9 }];
    const pupils = formIn(check([...rawRows('classes', ...list), ...rawRows('pupils', PUPILS_A)]), 'pupils');
    expect(named(pupils.issues)).toEqual(['0 form/missing-classes']);
    expect(pupils.issues[0]!.details).toEqual({ classes: '6Б' });
    const context = besideList(list, 'context', { ...contextRow('5', 15), letter: 'А' });
    expect(context).toEqual(['0 form/missing-classes']);
  });

  test('misses the second grade among the results, which is the first to have them', () => {
    const list = [CLASS_A, { grade: '1', letter: '', enrolled: 8 }, { grade: '2', letter: '', enrolled: 7 }];
    const pupils = formIn(check([...rawRows('classes', ...list), ...rawRows('pupils', PUPILS_A)]), 'pupils');
    expect(pupils.issues.map(({ id, details }) => [id, details])).toEqual([['form/missing-classes', { classes: '2' }]]);
  });

  test('cannot compare numbers where a row speaks of a part of what it lists together', () => {
    const merged = { grade: '1-4', letter: '', enrolled: 40 };
    expect(besideList([merged], 'marks', { ...MARKS_A, grade: '2-4', letter: '' })).toEqual([]);
    expect(besideList([{ grade: '5', letter: '', enrolled: 40 }], 'marks', MARKS_A)).toEqual([]);
    expect(besideList([merged], 'marks', { ...MARKS_A, grade: '4-6', letter: '' })).toEqual([]);
    expect(besideList([merged], 'marks', MARKS_A)).toEqual(['1 row/class-not-listed grade']);
  });

  test('expects a merged class 1-4 among the results, since grades 2-4 have them', () => {
    const list = [CLASS_A, { grade: '1-4', letter: '', enrolled: 12 }];
    expect(besideList(list, 'pupils', PUPILS_A)).toEqual(['0 form/missing-classes']);
  });

  test('is satisfied by grades 2-4 of a merged class 1-4', () => {
    const list = [{ grade: '1-4', letter: '', enrolled: 15 }];
    expect(besideList(list, 'pupils', { ...PUPILS_A, grade: '2-4', letter: '' })).not.toContain(
      '0 form/missing-classes',
    );
  });

  test('names no missing classes while the form is not begun', () => {
    const { grade, letter, enrolled } = PUPILS_A;
    expect(besideList([CLASS_A, { grade: '6', letter: '', enrolled: 9 }], 'pupils')).toEqual([]);
    expect(
      besideList([CLASS_A, { grade: '6', letter: '', enrolled: 9 }], 'pupils', { grade, letter, enrolled }),
    ).toEqual(['1 row/not-started']);
  });

  test('is not believed where it is wrong itself', () => {
    expect(besideList([{ ...CLASS_A, enrolled: 'много' }], 'marks', MARKS_A)).toEqual([]);
    const twice = [CLASS_A, { ...CLASS_A, enrolled: 16 }];
    expect(besideList(twice, 'marks', { ...MARKS_A, enrolled: 17, exempt: 2 })).toEqual([]);
    expect(besideList([...twice, { ...CLASS_A, letter: 'Б' }], 'marks', MARKS_A)).toEqual([
      '1 row/class-not-listed grade',
    ]);
  });

  test('is not asked about subjects: a class without chemistry is in order', () => {
    const list = [CLASS_A, { grade: '6', letter: '', enrolled: 9 }];
    expect(besideList(list, 'marks', MARKS_A)).toEqual([]);
  });
});

describe('a school without grades 10 and 11', () => {
  const basic = { ...SCHOOL, type: 'ООШ' };
  const marksOf = (grade: string, school: typeof SCHOOL) =>
    named(formIn(check(rawRows('marks', { ...MARKS_A, grade }), school), 'marks').issues);

  test('is asked to check a row of the tenth grade', () => {
    expect(marksOf('10', basic)).toEqual(['1 row/grade-not-taught grade']);
    expect(marksOf('10-11', basic)).toEqual(['1 row/grade-not-taught grade']);
    expect(marksOf('9-10', basic)).toEqual(['1 row/grade-not-taught grade']);
    expect(marksOf('9', basic)).toEqual([]);
  });

  test('says «1-9» when it means the whole school', () => {
    const said = (grade: string) =>
      named(formIn(check(rawRows('context', contextRow(grade, 60)), basic), 'context').issues).filter((line) =>
        line.includes('grade-not-taught'),
      );
    expect(said('1-9')).toEqual([]);
    expect(said('1-11')).toEqual(['1 row/grade-not-taught grade']);
  });

  test('and a school with them is not asked', () => {
    expect(marksOf('10', SCHOOL)).toEqual([]);
  });
});

describe('a row whose cells were moved sideways', () => {
  const moved = { ...rawRow('marks', 1, MARKS_A), misplaced: 'Химия' };

  test('is an error, for its numbers may belong to other columns', () => {
    const marks = formIn(check([moved]), 'marks');
    expect(named(marks.issues)).toEqual(['1 !row/misplaced']);
    expect(marks.rows[0]!.valid).toBe(false);
  });

  test('is told so beside any other error', () => {
    const other = { ...rawRow('marks', 1, { ...MARKS_A, five: 'нет' }), misplaced: 'Химия' };
    expect(named(formIn(check([other]), 'marks').issues)).toEqual(['1 !cell/nothing-word five', '1 !row/misplaced']);
  });
});

test('what kept a row out when it was consolidated keeps it out, though nothing else is wrong with it', () => {
  const row = { ...rawRow('marks', 1, MARKS_A), notCounted: 'Ошибка: ячейки строки сдвинуты' };
  const marks = formIn(check([row]), 'marks');
  expect(named(marks.issues)).toEqual(['1 !row/not-counted']);
  expect(marks.rows.map(({ valid }) => valid)).toEqual([false]);
  const other = { ...rawRow('marks', 1, { ...MARKS_A, five: 'нет' }), notCounted: 'Ошибка' };
  expect(named(formIn(check([other]), 'marks').issues)).toEqual(['1 !cell/nothing-word five']);
});

test('a page of text is neither a class nor a subject', () => {
  expect(remarks('marks', { ...MARKS_A, subject: 'х'.repeat(101) })).toEqual(['1 !cell/too-long subject']);
  expect(remarks('marks', { ...MARKS_A, subject: 'х'.repeat(100) })).toEqual([]);
});

test.each(['12345', '—', '5.5'])('a subject «%s» without a letter in it is remarked on', (subject) => {
  const marks = formIn(check(rawRows('marks', { ...MARKS_A, subject })), 'marks');
  expect(named(marks.issues)).toContain('1 cell/not-a-text subject');
});

test('a grade that is neither a number nor a range asks for another spelling and counts all the same', () => {
  const marks = formIn(check(rawRows('marks', { ...MARKS_A, grade: 'пятый' })), 'marks');
  expect(named(marks.issues)).toEqual(['1 cell/unknown-grade grade']);
  expect(marks.rows[0]!.valid).toBe(true);
});

test('an unlikely number of pupils asks for a word and counts all the same', () => {
  const classes = formIn(check(rawRows('classes', { ...CLASS_A, enrolled: 41 })), 'classes');
  expect(named(classes.issues)).toEqual(['1 cell/unlikely enrolled']);
  expect(classes.rows[0]!.valid).toBe(true);
  expect(remarks('classes', { ...CLASS_A, enrolled: 40 })).toEqual([]);
});

describe('small groups', () => {
  test('with a filled sensitive column are asked to be merged', () => {
    expect(remarks('context', contextRow('5', 9, { disabilities: 1 }))).toEqual([
      expect.stringMatching(/^1 row\/small-group/),
    ]);
  });

  test('of ten and more, or without such numbers, are not', () => {
    const blank = { lowIncome: '', guardianship: '', unemployedParents: '', registered: '', disabilities: '' };
    expect(remarks('context', contextRow('5', 10, { disabilities: 1 }))).toEqual([]);
    expect(remarks('context', contextRow('5', 9, blank))).toEqual([]);
  });
});

describe('personal data', () => {
  test.each([
    ['a name with initials', 'Иванов И. И. болел'],
    ['initials and a name', 'И.И. Иванов'],
    ['a full name', 'Иванова Мария Петровна'],
    ['a phone', 'звоните 8 914 123-45-67'],
    ['a phone in brackets', '+7 (914) 123-45-67'],
    ['a СНИЛС', '112-233-445 95'],
    ['a mail address', 'school@example.org'],
  ])('%s in an explanation is flagged', (_, explanation) => {
    const row = rawRow('marks', 1, MARKS_A, { explanation });
    expect(named(formIn(check([row]), 'marks').issues)).toEqual(['1 cell/personal-data']);
  });

  test('is flagged in a column of words too, and named by it', () => {
    expect(remarks('marks', { ...MARKS_A, subject: 'Химия (Петров П. П.)' })).toEqual(['1 cell/personal-data subject']);
  });

  test.each([
    'Двое болели в мае, переведены условно',
    'Иностранный язык (английский)',
    'МОБУ Ушумунская СОШ',
    'Приказ от 25.12.2019 № 341',
    'Увеличение на 12,5 %, см. стр. 8 отчёта 2023-05-12',
    'Магдагачинская СОШ №1 и Дактуйская СОШ',
  ])('«%s» is not taken for it', (explanation) => {
    expect(named(formIn(check([rawRow('marks', 1, MARKS_A, { explanation })]), 'marks').issues)).toEqual([]);
  });
});

describe('rows carried over from the last period', () => {
  const carried = { grade: '5', letter: 'А', subject: 'Математика', enrolled: 15 };

  test('are said to be not begun where the form is asked for', () => {
    const marks = formIn(check(rawRows('marks', carried)), 'marks');
    expect(named(marks.issues)).toEqual(['1 row/not-started']);
    expect(marks.rows).toHaveLength(1);
  });

  test('are no data where the form is not asked for', () => {
    const marks = formIn(check(rawRows('marks', carried), SCHOOL, SUMMER), 'marks');
    expect(marks.issues).toEqual([]);
    expect(marks.rows).toEqual([]);
  });

  test('cannot be in the way of a quarter in which the form is hidden', () => {
    const marks = formIn(check(rawRows('marks', { ...carried, enrolled: 12.5 }), SCHOOL, SUMMER), 'marks');
    expect(named(marks.issues)).toEqual([]);
  });
});

test('data of a form not asked for open it: they are checked and kept', () => {
  const marks = formIn(check(rawRows('marks', MARKS_A, { ...MARKS_A, grade: '6', five: 9 }), SCHOOL, SUMMER), 'marks');
  expect(isDue(marks.form, SUMMER)).toBe(false);
  expect(named(marks.issues)).toEqual(['2 !row/sum-exceeds-whole enrolled']);
  expect(marks.rows.map(({ valid }) => valid)).toEqual([true, false]);
});

test('distributions of marks are never questioned: all «2» or all «5» are in order', () => {
  const none = { five: 0, four: 0, three: 0, two: 0 };
  expect(remarks('marks', { ...MARKS_A, ...none, two: 15 })).toEqual([]);
  expect(remarks('marks', { ...MARKS_A, ...none, five: 15 })).toEqual([]);
});

test('every remark says whose row it is about', () => {
  const issues = check([
    ...rawRows('marks', { ...MARKS_A, five: 'нет' }),
    ...rawRows('pupils', { grade: '5' }),
  ]).flatMap((form) => form.issues);
  for (const issue of issues) expect(issue).toMatchObject({ period: PERIOD, school: SCHOOL.key });
});

test('a class that waits for a later quarter is nothing to be remarked on until something is typed in its row', () => {
  const { grade, letter, subject, enrolled } = MARKS_A;
  const asked = (grades?: readonly [number, number]) => ({
    due: () => true,
    spared: { fields: [], rows: { marks: grades ? { grades } : {} } },
  });
  const of = (cells: Readonly<Record<string, Cell>>, grades?: readonly [number, number]) =>
    validateSchool(programme, SCHOOL, PERIOD, rawRows('marks', cells), {
      only: new Set(['marks']),
      asked: asked(grades),
    })
      .flatMap(({ issues }) => issues)
      .filter(({ row }) => row > 0)
      .map(({ id }) => id);
  const begun = { grade, letter, subject, enrolled };
  expect(of(begun)).not.toEqual([]);
  expect(of(begun, [5, 9])).toEqual(of(begun));
  expect(of(begun, [6, 9])).toEqual([]);
  expect(of(begun, [2, 4])).toEqual([]);
  expect(of({ ...begun, five: 'нет' }, [6, 9])).toContain('cell/nothing-word');
});

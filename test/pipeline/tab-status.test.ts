import fc from 'fast-check';
import { type Grid, NBSP } from '../../src/model';
import {
  type CheckedTab,
  checkTab,
  droppedBy,
  firstPlace,
  isSubmitted,
  momentInWords,
  submittedWords,
} from '../../src/pipeline';
import { changedForms, printsOf } from '../../src/pipeline/tab-prints';
import { handIn, takeBack } from '../../src/pipeline/tab-status';
import { DRAFT, type TabStatus } from '../../src/workbook';
import { CLASS_A, CLEAN, contextRow, copyOf, emptyTab, filledTab, formOf, MARKS_A, PUPILS_A, readTab } from '../build';
import { programme } from '../four-forms';

const AT = '2023-07-05T09:15';
const WHOLE = { ...CLEAN, context: [{ ...contextRow('5', 15), letter: 'А' }] };

const checkedWith = (grid: Grid, status: TabStatus = DRAFT): CheckedTab =>
  checkTab(programme, { ...readTab(grid), status });

const clean = filledTab(WHOLE);
const prints = printsOf(checkedWith(clean));
const SUBMITTED: TabStatus = { state: 'submitted', at: AT, by: 'school', prints };

describe('a print of a form', () => {
  const marks = [MARKS_A, { ...MARKS_A, subject: 'Химия', five: 1 }, { ...MARKS_A, grade: '6', two: '' }];
  const of = printsOf(checkedWith(filledTab({ marks })));
  const changedIn = (rows: typeof marks | readonly Record<string, unknown>[]): string[] =>
    changedForms(checkedWith(filledTab({ marks: rows as typeof marks })), of);

  test('names the fields the programme had', () => {
    expect(of.marks!.fields).toEqual(Object.keys(formOf('marks').fields));
    expect(of.classes).toEqual({ fields: ['grade', 'letter', 'enrolled'], hash: '', rows: 0 });
  });

  test('does not see a word put into another spelling, and sees another word', () => {
    const spelt = marks.map((row) => ({ ...row, letter: 'A', subject: ` ${row.subject.toUpperCase()}\u00ad` }));
    expect(changedIn(spelt)).toEqual([]);
    expect(changedIn(marks.map((row) => ({ ...row, letter: 'Б' })))).toEqual(['marks']);
  });

  test('does not see the order of rows, blank rows between them, explanations or remarks', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(marks, { minLength: 3 }), fc.nat(2), (rows, at) => {
        const spread = [...rows.slice(0, at), {}, ...rows.slice(at).map((row) => ({ ...row, explanation: 'болел' }))];
        expect(changedIn(spread)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test.each<[string, readonly Record<string, unknown>[]]>([
    ['a number', [{ ...marks[0], five: 3 }, marks[1]!, marks[2]!]],
    ['a number made blank', [{ ...marks[0], notAssessed: '' }, marks[1]!, marks[2]!]],
    ['a blank made a number', [marks[0]!, marks[1]!, { ...marks[2], two: 0 }]],
    ['a word', [{ ...marks[0], subject: 'Музыка' }, marks[1]!, marks[2]!]],
    ['two numbers exchanged', [{ ...marks[0], five: 5, four: 2 }, marks[1]!, marks[2]!]],
    ['numbers of two rows exchanged', [{ ...marks[0], five: 1 }, { ...marks[1], five: 2 }, marks[2]!]],
    ['a row gone', [marks[0]!, marks[1]!]],
    ['a row more', [...marks, { ...MARKS_A, subject: 'ОБЖ' }]],
    ['a row twice', [...marks, MARKS_A]],
    ['everything gone', []],
  ])('sees %s', (_, rows) => {
    expect(changedIn(rows)).toEqual(['marks']);
  });

  test('tells cells apart, whatever signs stand in them', () => {
    const [a, b] = [[{ ...MARKS_A, letter: 'А|', subject: 'Б' }], [{ ...MARKS_A, letter: 'А', subject: '|Б' }]].map(
      (rows) => printsOf(checkedWith(filledTab({ marks: rows }))).marks!.hash,
    );
    expect(a).not.toBe(b);
  });

  test('of a form that nobody handed in is that of no rows', () => {
    expect(changedForms(checkedWith(filledTab({ classes: [CLASS_A] })), {})).toEqual([]);
    expect(changedForms(checkedWith(filledTab({ marks })), {})).toEqual(['marks']);
    expect(changedForms(checkedWith(filledTab({ classes: [CLASS_A], marks })), undefined)).toEqual([
      'classes',
      'marks',
    ]);
  });
});

describe('handing in', () => {
  test('takes a tab in order with what stands there', () => {
    expect(handIn(checkedWith(clean, { ...DRAFT, checkedAt: '2023-07-05T09:00' }), AT)).toEqual({
      status: { ...SUBMITTED, checkedAt: '2023-07-05T09:00' },
      toast: 'Сдано. Спасибо!',
    });
  });

  test('forgets what was changed before', () => {
    const status = { ...DRAFT, at: AT, changed: ['marks'] };
    expect(handIn(checkedWith(clean, status), AT).status).toEqual(SUBMITTED);
  });

  test.each([
    ['errors', { marks: [{ ...MARKS_A, five: 9 }] }],
    ['open questions', { pupils: [{ ...PUPILS_A, good: '' }] }],
  ])('is refused while there are %s', (_, rows) => {
    const { status, toast } = handIn(checkedWith(filledTab(rows)), AT);
    expect([status, toast.startsWith('Не сдано: ')]).toEqual([{ ...DRAFT, refused: true }, true]);
  });

  test('is refused on a blank tab', () => {
    expect(handIn(checkedWith(emptyTab()), AT).status).toEqual({ ...DRAFT, refused: true });
  });

  test('may be taken back; when it was checked is still known', () => {
    expect(takeBack(checkedWith(clean, { ...SUBMITTED, checkedAt: AT })).status).toEqual({ ...DRAFT, checkedAt: AT });
  });
});

describe('what was handed in', () => {
  const changed = copyOf(clean);
  const { firstRow, columns } = readTab(clean).blocks.get('marks')!;
  changed[firstRow - 1]![columns.get('five')! - 1] = 3;

  test('stays so while it stands', () => {
    expect(droppedBy(checkedWith(clean, SUBMITTED), AT)).toBeNull();
  });

  test('is a draft again once it was changed: since when, and which form', () => {
    expect(droppedBy(checkedWith(changed, SUBMITTED), '2023-07-06T10:00')).toEqual({
      ...DRAFT,
      at: '2023-07-06T10:00',
      changed: ['marks'],
    });
  });

  test('of a draft nothing is dropped', () => {
    expect(droppedBy(checkedWith(changed, { ...SUBMITTED, state: 'draft' }), AT)).toBeNull();
  });
});

describe('a status in words', () => {
  test('says since when', () => {
    expect(momentInWords('2023-06-25T10:00')).toBe(`25${NBSP}июня в 10:00`);
    expect(submittedWords(SUBMITTED)).toBe(`сдано 5${NBSP}июля в 09:15`);
    expect(submittedWords(DRAFT)).toBe('не сдано');
    expect(submittedWords({ ...DRAFT, at: AT, changed: ['marks'] })).toBe('изменено после сдачи – сдайте ещё раз');
  });

  test('is decided by its state alone', () => {
    expect([isSubmitted(SUBMITTED), isSubmitted(DRAFT)]).toEqual([true, false]);
  });
});

test('the first place to go is an error, else a question, else a form not begun', () => {
  const at = (grid: Grid) => firstPlace(checkedWith(grid));
  const rowOf = (grid: Grid, form: string, nth = 0) => readTab(grid).blocks.get(form)!.firstRow + nth;
  const both = filledTab({ ...WHOLE, marks: [{ ...MARKS_A, five: 1 }], pupils: [{ ...PUPILS_A, good: 20 }] });
  expect(at(both)).toBe(rowOf(both, 'pupils'));
  const question = filledTab({ ...WHOLE, marks: [MARKS_A, { ...MARKS_A, subject: 'Химия', five: 1 }] });
  expect(at(question)).toBe(rowOf(question, 'marks', 1));
  const begun = filledTab({ classes: [CLASS_A], marks: [MARKS_A] });
  expect(at(begun)).toBe(rowOf(begun, 'pupils'));
  expect(at(clean)).toBeNull();
});

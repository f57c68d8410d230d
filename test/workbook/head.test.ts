import fc from 'fast-check';
import { type Cell, NBSP, type Spared } from '../../src/model';
import {
  ANSWER_COLUMN,
  ANSWERS,
  BOX_COLUMN,
  DRAFT,
  type FormPrint,
  factsCell,
  HEAD,
  HEAD_WIDTH,
  headRole,
  headRowsFor,
  isListed,
  isSettled,
  LABEL_COLUMN,
  lacksReason,
  linkTo,
  MEMORY_COLUMN,
  periodLine,
  periodOfTab,
  REASON_COLUMN,
  ROLE_COLUMN,
  readFacts,
  readStatus,
  STATE_COLUMN,
  schoolOf,
  schoolTabDesign,
  type TabStatus,
} from '../../src/workbook';
import { copyOf, emptyTab, factsFor, GID, gridOf, PERIOD, readTab, SCHOOL } from '../build';
import { programme } from '../four-forms';

const word = fc.string({ unit: 'grapheme', maxLength: 8 });
const key = fc.string({ unit: fc.constantFrom(...'abcXYZ'), minLength: 1, maxLength: 5 });

const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const grades = fc.constantFrom<readonly [number, number]>([1, 4], [5, 9]);
const anySpared: fc.Arbitrary<Spared> = fc.oneof(
  fc.record({ fields: some(key), rows: fc.constant({}) }),
  fc.record({ fields: fc.constant([]), rows: fc.constantFrom<Spared['rows']>({ marks: { grades: [1, 4] } }) }),
  fc.record({ fields: some(key), rows: grades.map((of) => ({ marks: { grades: of } })) }),
);
const anyFacts = fc.record(
  {
    group: word,
    partner: word,
    partnerName: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    due: fc.array(key, { maxLength: 4 }),
    spared: anySpared,
    wholeSchool: some(key),
    opened: some(key),
    listed: fc.nat(9),
    deadline: fc.constant('2023-07-07'),
    settings: fc.dictionary(key, fc.oneof(fc.integer(), word), { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['group', 'partner', 'due', 'deadline', 'settings'] },
);

const anyPrint: fc.Arbitrary<FormPrint> = fc.record(
  { fields: fc.array(key), hash: word, rows: fc.nat(9), answer: fc.constantFrom(...ANSWERS) },
  { requiredKeys: ['fields', 'hash'] },
);

const anyStatus: fc.Arbitrary<TabStatus> = fc.record(
  {
    state: fc.constantFrom('draft', 'submitted'),
    at: fc.constantFrom('', '2023-07-05T09:15'),
    by: fc.constantFrom('school', 'coordinator', 'clock'),
    comment: word,
    prints: fc.dictionary(key, anyPrint, { maxKeys: 2, noNullPrototype: true }),
    handedIn: fc.constant('2023-07-01T10:00'),
    returns: fc.integer({ min: 1, max: 9 }),
    notes: some(fc.record({ form: key, row: word, words: word })),
    refused: fc.constant(true),
    changed: fc.array(key, { maxLength: 2 }),
    checkedAt: fc.constant('2023-07-05T09:10'),
  },
  { requiredKeys: ['state', 'at', 'by'] },
);

test('what a tab knows from elsewhere is read back as it was written, with the number of its sheet', () => {
  fc.assert(
    fc.property(anyFacts, word, (facts, gid) => {
      expect(readFacts(factsCell(facts, gid))).toEqual({ gid, ...facts });
    }),
    { numRuns: 50 },
  );
});

test('a status is read back as it was written', () => {
  fc.assert(
    fc.property(anyStatus, (status) => {
      expect(readStatus(JSON.stringify(status))).toEqual(status);
    }),
    { numRuns: 50 },
  );
});

const NONSENSE: [string, Cell | undefined][] = [
  ['no cell', undefined],
  ['a blank cell', ''],
  ['a number', 7],
  ['a tick', true],
  ['the words people see', 'сдано 5 июля в 09:15'],
  ['half of the data', '{"state":"submitted","at":"2023-'],
  ['other data', '{"i":"5-5|а"}'],
  ['a state that is no word', '{"state":1,"at":"","due":7,"gid":"1"}'],
  ['a list', '[]'],
];

test.each(NONSENSE)('%s instead of a status gives a draft', (_, cell) => {
  expect(readStatus(cell)).toEqual(DRAFT);
});

test.each(NONSENSE)('%s instead of facts gives none', (_, cell) => {
  expect(readFacts(cell)).toBeNull();
});

test('what a school writes into its status beside a real state is dropped, and nothing else with it', () => {
  const own = { state: 'submitted', at: '2023-07-05T09:15', by: 'school' };
  const read = (more: object) => readStatus(JSON.stringify({ ...own, ...more }));
  const nothing: object[] = [
    { at: own.at, returns: 0 },
    ...[{ returns: -1 }, { returns: '2' }, { comment: 7 }, { changed: 'five' }, { changed: [7] }, { refused: 1 }],
    ...[{ checkedAt: '2023-13-01T09:15' }, { handedIn: 'вчера' }, { prints: 7 }, { prints: null }, { notes: [] }],
    ...[{ notes: 'да' }, { notes: [{ form: 'marks', row: '', words: 7 }] }, { notes: [null] }],
  ];
  for (const more of nothing) expect(read(more)).toEqual(own);
  expect(read({ at: '2023-07-32T09:15' })).toEqual({ ...own, at: '' });
  expect(read({ by: 'директор' })).toEqual(own);
});

test('a print of what was handed in counts only when it is whole', () => {
  const whole = { fields: ['five'], hash: 'ab' };
  const prints = (more: object) => {
    const print = { ...whole, ...more };
    return readStatus(JSON.stringify({ state: 'submitted', at: '', by: 'school', prints: { marks: print } })).prints;
  };
  expect(prints({})).toEqual({ marks: whole });
  expect(prints({ answer: 'не было' })).toEqual({ marks: { ...whole, answer: 'не было' } });
  for (const more of [{ fields: 'five' }, { fields: [5] }, { hash: 7 }, { rows: '7' }, { answer: 'потом' }])
    expect(prints(more)).toEqual({});
});

test('nothing spared, no opened form and no form for the whole school take no room among the facts', () => {
  const facts = { ...factsFor(), spared: { fields: [], rows: {} }, wholeSchool: [], opened: [], partnerName: '' };
  const { spared: _, wholeSchool: __, opened: ___, partnerName: ____, ...rest } = facts;
  expect(factsCell(facts)).toBe(factsCell(rest));
});

test('«не было» is an answer once it is said why', () => {
  expect(lacksReason({ answer: 'не было', reason: '' })).toBe(true);
  expect(lacksReason({ answer: 'не было', reason: 'карантин' })).toBe(false);
  expect(lacksReason({ answer: 'заполняю', reason: '' })).toBe(false);
  expect([lacksReason({ answer: null, reason: '' }), lacksReason(undefined)]).toEqual([false, false]);
});

test('the period of a tab is what its hidden role names, wherever that line stands', () => {
  const grid = emptyTab();
  expect(periodOfTab(grid)).toBe(PERIOD);
  expect(periodOfTab([['head/school/a/СОШ'], [''], ['head/period/2022-Q4']])).toBe('2022-Q4');
  const others = ['', 'head/period/', 'head/period/лето', '/head/period/2022-Q4', 'ahead/period/2022-Q4'];
  expect(others.map((role) => periodOfTab([[role]]))).toEqual([null, null, null, null, null]);
});

test('a line of the head is in sight up to the number of forms that a quarter asks for, or when its form is', () => {
  const facts = factsFor(programme, { due: ['pupils'], opened: ['classes'], listed: 2 });
  const shown = (place: number, key: string) => isListed(facts, place, { key });
  expect([shown(0, 'marks'), shown(1, 'marks'), shown(2, 'marks')]).toEqual([true, true, false]);
  expect([shown(2, 'pupils'), shown(3, 'classes')]).toEqual([true, true]);
  expect(isListed({ ...facts, listed: undefined }, 9, { key: 'marks' })).toBe(true);
});

test('a submitted tab keeps its status in a hidden cell, and shows its tick', () => {
  const status: TabStatus = { state: 'submitted', at: '2023-07-05T09:15', by: 'school', prints: {} };
  const design = schoolTabDesign(programme, { school: SCHOOL, period: PERIOD, facts: factsFor(), status });
  const tab = readTab(gridOf(design));
  expect([tab.status, tab.ticked]).toEqual([status, true]);
  const hidden = design.section.decorations.filter(({ hideRows, row }) => hideRows && row < HEAD.forms);
  expect(hidden.map(({ row }) => row)).toEqual([HEAD.answer, HEAD.status]);
});

test('the head lists the forms that are asked for first; beyond what a quarter asks for at most its lines are out of sight', () => {
  const design = schoolTabDesign(programme, {
    school: SCHOOL,
    period: PERIOD,
    facts: factsFor(programme, { due: ['pupils'], listed: 2 }),
  });
  const { lines } = readTab(gridOf(design));
  const rows = ['pupils', 'classes', 'marks', 'context'].map((key) => lines.get(key)!.row);
  expect(rows).toEqual([0, 1, 2, 3].map((at) => HEAD.firstForm + at));
  const hidden = new Set(
    design.section.decorations.flatMap(({ hideRows, row, rows: count }) =>
      hideRows ? Array.from({ length: count }, (_, at) => row + at) : [],
    ),
  );
  expect(rows.map((row) => hidden.has(row))).toEqual([false, false, true, true]);
});

test('what the head shows in words is never read', () => {
  const grid = emptyTab();
  const before = readTab(grid);
  const seen = copyOf(grid);
  const submitRow = before.head.get(headRole.submit)!;
  for (const row of [HEAD.title, HEAD.period, HEAD.check, HEAD.submit, HEAD.firstForm]) {
    seen[row - 1]![LABEL_COLUMN - 1] = 'сдано';
    seen[row - 1]![STATE_COLUMN - 1] = 'сдано 1 января в 00:00';
  }
  const after = readTab(seen);
  expect({ ...after, grid: [] }).toEqual({ ...before, grid: [] });
  expect(submitRow).toBe(HEAD.submit);
});

test('whatever schools and their triggers write stands right of what is closed to them', () => {
  const { section } = schoolTabDesign(programme, { school: SCHOOL, period: PERIOD, facts: factsFor() });
  const closed = section.decorations.filter(({ protect }) => protect && !protect.warningOnly);
  expect(closed.map(({ column, columns }) => [column, columns])).toEqual([[ROLE_COLUMN, LABEL_COLUMN]]);
  expect(Math.min(BOX_COLUMN, ANSWER_COLUMN, STATE_COLUMN, REASON_COLUMN)).toBeGreaterThan(LABEL_COLUMN);
});

test('each form has a line for its answer and reason, and four more wait, hidden, for forms to come', () => {
  const grid = emptyTab();
  const lines = readTab(grid).lines;
  const first = programme.forms[0]!.key;
  const typed = copyOf(grid);
  typed[lines.get(first)!.row - 1]![ANSWER_COLUMN - 1] = ANSWERS[3];
  typed[lines.get(first)!.row - 1]![REASON_COLUMN - 1] = ' на карантине ';
  expect([...lines.keys()]).toEqual(programme.forms.map((form) => form.key));
  expect(readTab(typed).lines.get(first)).toMatchObject({ answer: 'не было', reason: 'на карантине' });
  const roles = grid.slice(0, headRowsFor(programme.forms.length)).map(([role]) => role);
  expect(roles.slice(-5)).toEqual([headRole.spare, headRole.spare, headRole.spare, headRole.spare, '']);
});

test('a word that is none of the answers is no answer', () => {
  const grid = emptyTab();
  const { row } = readTab(grid).lines.get('marks')!;
  grid[row - 1]![ANSWER_COLUMN - 1] = 'потом';
  expect(readTab(grid).lines.get('marks')!.answer).toBeNull();
  expect(ANSWERS.map((answer) => isSettled(answer))).toEqual([false, true, true, true]);
  expect(isSettled(null)).toBe(false);
});

test('a link names its place by a reference that moves with the rows, and keeps quotes', () => {
  expect(linkTo(12, 'Форма «А» "новая"', '5')).toBe('=HYPERLINK("#gid=5&range=D"&ROW(D12);"Форма «А» ""новая""")');
});

test('the head says the period by its kind of result, and the day', () => {
  expect(periodLine('2023-Q2', '2023-07-07')).toBe(`учебный год 2022/23 · сдать до 7${NBSP}июля`);
});

test('the first cell tells whose tab it is', () => {
  expect(schoolOf(headRole.school(SCHOOL))).toBe(SCHOOL.key);
  expect(['', 'head/old', 'Журнал', 7, '=head/school/a/'].map(schoolOf)).toEqual(['', '', '', '', '']);
});

test('the width of the head holds all that stands there', () => {
  const grid = emptyTab();
  const rows = grid.slice(0, headRowsFor(programme.forms.length));
  expect(rows.every((cells) => cells.slice(HEAD_WIDTH).every((cell) => cell === ''))).toBe(true);
  expect(readFacts(grid[0]![MEMORY_COLUMN - 1])).toEqual({ gid: GID, ...factsFor() });
});

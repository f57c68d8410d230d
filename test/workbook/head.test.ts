import fc from 'fast-check';
import { type Cell, NBSP } from '../../src/model';
import {
  ANSWER_COLUMN,
  ANSWERS,
  BOX_COLUMN,
  DRAFT,
  factsCell,
  HEAD,
  HEAD_WIDTH,
  headRole,
  headRowsFor,
  isSettled,
  LABEL_COLUMN,
  linkTo,
  MEMORY_COLUMN,
  periodLine,
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

const anyFacts = fc.record({
  group: word,
  partner: word,
  due: fc.array(key, { maxLength: 4 }),
  deadline: fc.constant('2023-07-07'),
  settings: fc.dictionary(key, fc.oneof(fc.integer(), word), { maxKeys: 3, noNullPrototype: true }),
});

const anyStatus: fc.Arbitrary<TabStatus> = fc.record(
  {
    state: fc.constantFrom('draft', 'submitted'),
    at: fc.constantFrom('', '2023-07-05T09:15'),
    by: fc.constantFrom('school', 'coordinator', 'clock'),
    comment: word,
    prints: fc.dictionary(key, fc.record({ fields: fc.array(key), hash: word }), { maxKeys: 2, noNullPrototype: true }),
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
  expect(['', 'head/old', 'Журнал', 7].map(schoolOf)).toEqual(['', '', '', '']);
});

test('the width of the head holds all that stands there', () => {
  const grid = emptyTab();
  const rows = grid.slice(0, headRowsFor(programme.forms.length));
  expect(rows.every((cells) => cells.slice(HEAD_WIDTH).every((cell) => cell === ''))).toBe(true);
  expect(readFacts(grid[0]![MEMORY_COLUMN - 1])).toEqual({ gid: GID, ...factsFor() });
});

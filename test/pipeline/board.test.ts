import type { School } from '../../src/model';
import { boardOf } from '../../src/pipeline';
import type { BoardInput } from '../../src/pipeline/board';
import { letterTo, stageOf } from '../../src/pipeline/reminders';
import {
  journalTab,
  keyedDesign,
  movesSinceRun,
  readSettings,
  SUBMISSION,
  statusTable,
  tableDesign,
} from '../../src/workbook';
import { gridOf, publishedTab } from '../build';
import { programme } from '../four-forms';

const SCHOOLS: School[] = [
  { key: 's1', name: 'Первая', type: 'СОШ', group: '', partner: '' },
  { key: 's2', name: 'Вторая', type: 'ООШ', group: '', partner: '' },
];

const settings = { ...readSettings(programme, []), period: '2023-Q2' };
const boardWith = (now: string, more: Partial<BoardInput> = {}) =>
  boardOf({
    programme,
    settings: { ...settings, values: { ...settings.values, 'deadline-q2': '15 июня' } },
    schools: SCHOOLS,
    status: [],
    collectedAt: '2023-06-10T10:00',
    heartbeat: {},
    moves: new Map(),
    letters: [],
    mails: new Map(),
    now,
    ...more,
  });

test('before the term the board says how long there is, afterwards that it has passed', () => {
  expect(boardWith('2023-06-10T12:00').deadline).toBe('Срок – 15\u00a0июня');
  expect(boardWith('2023-06-15T12:00').deadline).toBe('Срок – 15\u00a0июня, сегодня');
  expect(boardWith('2023-06-16T12:00').deadline).toBe('Срок прошёл 15\u00a0июня');
});

test('those who have not handed in and whose address nobody knows are told by a list that names them', () => {
  const board = boardWith('2023-06-16T12:00');
  expect(board.summary).toBe('Сдали 0 из 2\u00a0школ');
  expect(board.next).toMatchObject({
    words: 'Срок прошёл, не сдали: 2\u00a0школы. Почты в «Школах» нет: напомните им сами.',
    action: 'copy',
  });
  expect(board.debtors.split('\n').slice(1)).toEqual(['– Первая', '– Вторая']);
});

test('first of all the tabs are to be collected; without schools it begins with the set-up', () => {
  expect(boardWith('2023-06-10T12:00', { collectedAt: null }).next.action).toBe('collect');
  expect(boardWith('2023-06-10T12:00', { schools: [] }).next).toMatchObject({
    words: 'Школ нет. Начните с настройки: «Настройка», «Первая настройка…».',
    action: 'none',
  });
});

test('those whose address is known are written to, each once in a stage of the deadline', () => {
  const mails = new Map([
    ['s1', 'one@school.example'],
    ['s2', 'two@school.example'],
  ]);
  const letter = { period: '2023-Q2', stage: 'before', schools: ['s1'], at: '2023-06-13T03:10' };
  const next = (now: string, more: Partial<BoardInput> = {}) => boardWith(now, { mails, ...more }).next;
  expect(next('2023-06-14T12:00')).toMatchObject({
    ...{ action: 'remind', label: 'Напомнить двум школам', schools: ['s1', 's2'] },
  });
  expect(next('2023-06-14T12:00', { letters: [letter] })).toMatchObject({
    ...{ label: 'Напомнить одной школе', schools: ['s2'] },
  });
  expect(next('2023-06-16T12:00', { letters: [letter] }).schools).toEqual(['s1', 's2']);
  const all = { ...letter, stage: 'after', schools: ['s1', 's2'], at: '2023-06-16T03:10' };
  expect(next('2023-06-17T12:00', { letters: [all] }).words).toContain('Письма отправлены, можно позвонить.');
  expect(boardWith('2023-06-17T12:00', { letters: [all] }).schools[0]!.reminded).toBe('напомнили 16\u00a0июня');
});

test.each([
  ['2023-06-01', 'early'],
  ['2023-06-12', 'before'],
  ['2023-06-15', 'before'],
  ['2023-06-16', 'after'],
  ['2023-06-23', 'week'],
])('on %s the deadline of 15 June is at the stage «%s»', (today, stage) => {
  expect(stageOf('2023-06-15', today)).toBe(stage);
});

test('a letter says until when, what is left and where the tab is', () => {
  const school = { ...boardWith('2023-06-16T12:00').schools[0]!, errors: 2, comment: 'нет химии' };
  const about = { period: 'II квартал 2023 г.', due: '2023-06-15', link: 'https://x/#gid=7', office: 'ИМЦ' };
  const early = letterTo(school, { ...about, today: '2023-06-13' });
  expect(early.subject).toBe('II квартал 2023 г.: сдать данные до 15\u00a0июня');
  expect(early.body).toContain('– Вкладку вернули: нет химии\n– Исправить: 2\u00a0ошибки');
  expect(early.body).toContain('поставьте «Сдать»: https://x/#gid=7');
  expect(letterTo(school, { ...about, today: '2023-06-16' }).body).toContain('прошёл 15\u00a0июня');
});

test('a school whose deadline is put off says until when, and gets the letters of its own day', () => {
  const schools = [{ ...SCHOOLS[0]!, extended: '2023-06-20' }];
  const letters = [{ period: '2023-Q2', stage: 'before', schools: ['s1'], at: '2023-06-17T03:10' }];
  const board = boardWith('2023-06-18T12:00', { schools, letters });
  expect(board.schools[0]).toMatchObject({
    ...{ timeliness: 'срок продлён до 20\u00a0июня', reminded: 'напомнили 17\u00a0июня' },
  });
  const over = boardWith('2023-06-18T12:00', { schools: [{ ...SCHOOLS[0]!, extended: '2024-06-20' }] });
  expect(over.schools[0]!.timeliness).toBe('');
});

describe('what the coordinator did since the last consolidation', () => {
  const submission = { state: 'submitted', at: '2023-06-10T09:00', by: 'school' } as const;
  const row = { school: 's1', state: 'submitted', status: 'сдано', [SUBMISSION]: JSON.stringify(submission) };
  const table = statusTable(programme.forms);
  const status = publishedTab(gridOf(tableDesign(table)), {
    period: '2023-Q2',
    at: '2023-06-10T10:00',
    table,
    rows: [row],
  });
  const move = { school: 's1', period: '2023-Q2', state: 'returned', by: 'coordinator', comment: 'нет химии' } as const;

  test('is on the board at once', () => {
    const moves = new Map([['s1', { ...move, at: '2023-06-11T09:00' }]]);
    const card = boardWith('2023-06-12T12:00', { status, schools: [SCHOOLS[0]!], moves }).schools[0]!;
    expect(card).toMatchObject({ handedIn: false, comment: 'нет химии', may: { accept: false, giveBack: false } });
  });

  test('is what stands in the journal below its line', () => {
    const run = { period: '2023-Q2', at: '2023-06-11T09:00', tabs: {} };
    const line = (data: object) => [['', '', '', '', '', JSON.stringify(data)]];
    const grid = gridOf(keyedDesign(journalTab, []));
    const journal = [...grid, ...line({ move: { ...move, at: '2023-06-11T09:00' } }), ...line(run)];
    expect(movesSinceRun(journal, '2023-Q2').size).toBe(0);
    const later = [...journal, ...line({ move: { ...move, at: '2023-06-11T09:00' } })];
    expect([...movesSinceRun(later, '2023-Q2').keys()]).toEqual(['s1']);
    expect(movesSinceRun(later, '2023-Q3').size).toBe(0);
  });
});

import type { Grid, School } from '../../src/model';
import { boardOf } from '../../src/pipeline';
import { readSettings } from '../../src/workbook';
import { programme } from '../four-forms';

const SCHOOLS: School[] = [
  { key: 's1', name: 'Первая', type: 'СОШ', group: '', partner: '' },
  { key: 's2', name: 'Вторая', type: 'ООШ', group: '', partner: '' },
];

const settings = { ...readSettings(programme, []), period: '2023-Q2' };
const boardWith = (now: string, more: { schools?: School[]; collectedAt?: string | null; status?: Grid } = {}) =>
  boardOf({
    programme,
    settings: { ...settings, values: { ...settings.values, 'deadline-q2': '15 июня' } },
    schools: SCHOOLS,
    status: [],
    collectedAt: '2023-06-10T10:00',
    heartbeat: {},
    moves: new Map(),
    now,
    ...more,
  });

test('before the term the board says how long there is, afterwards that it has passed', () => {
  expect(boardWith('2023-06-10T12:00').deadline).toBe('Срок – 15\u00a0июня');
  expect(boardWith('2023-06-15T12:00').deadline).toBe('Срок – 15\u00a0июня, сегодня');
  expect(boardWith('2023-06-16T12:00').deadline).toBe('Срок прошёл 15\u00a0июня');
});

test('those who have not handed in are to be reminded, by a list that names them', () => {
  const board = boardWith('2023-06-16T12:00');
  expect(board.summary).toBe('Сдали 0 из 2\u00a0школ');
  expect(board.next).toEqual({ words: 'Срок прошёл: 2\u00a0школы. Напомните им.', action: 'copy' });
  expect(board.debtors.split('\n').slice(1)).toEqual(['– Первая', '– Вторая']);
});

test('first of all the tabs are to be collected; without schools the register is to be filled', () => {
  expect(boardWith('2023-06-10T12:00', { collectedAt: null }).next.action).toBe('collect');
  expect(boardWith('2023-06-10T12:00', { schools: [] }).next).toMatchObject({ action: 'none' });
});

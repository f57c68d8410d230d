import type { Board } from '../../src/model';
import { District, schoolsOf } from './district';

const district = District.ready({ schools: schoolsOf(2), period: '2023-Q2' });
district.fill('s1', 0);
const { runtime } = district;

const panel = <T>(action: string, ...args: unknown[]): T => {
  const answer = runtime.run('panelCall', ['coordinator', action, args]) as { done: T } | { refused: string };
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done;
};

test('before anything is collected the panel says so, and what to do', () => {
  const board = panel<Board>('load');
  expect(board).toMatchObject({ period: 'II квартал 2023 г.', collected: '', next: { action: 'collect' } });
  expect(board.schools).toHaveLength(2);
});

test('«Собрать свод» of the panel collects, and the board shows what was found', () => {
  expect(panel('collect')).toMatchObject({ title: 'Свод собран', more: false });
  const board = panel<Board>('load');
  expect(board.summary).toBe('Сдали 0 из 2\u00a0школ');
  expect(board.collected).toMatch(/июня в \d\d:\d\d$/);
  expect(board.next.action).toBe('copy');
  expect(board.schools[0]!.status).toContain('не сдано');
});

test('a school’s tab is opened from its card; one that is not there is refused in words', () => {
  panel('openTab', 's2');
  const book = (runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).getActive();
  expect(book.getActiveSheet().getName()).toBe(schoolsOf(2)[1]!.name);
  expect(() => panel('openTab', 'nobody')).toThrow('Вкладки этой школы нет');
});

import {
  type JournalLine,
  type JournalMove,
  journalMoves,
  journalRow,
  journalTab,
  type KeyedRow,
  keyedDesign,
  movesSinceRun,
  remindedIn,
  validRun,
} from '../../src/workbook';
import { gridOf, withRows } from '../build';

describe('«Журнал»', () => {
  const run = (stamp: string) => ({ period: '2023-Q2', at: '2023-06-25T10:00', tabs: { figures: stamp } });
  const line = (what: string, data?: JournalLine['data']): KeyedRow =>
    journalRow({
      when: '12.07.2023 03:10',
      who: 'координатор',
      what,
      stamp: '1',
      details: '',
      ...(data ? { data } : {}),
    });

  test('names the last finished run as the valid one, by its data and not by its words', () => {
    const rows = [line('Собран', run('a')), line('Что угодно', run('b')), line('Свод собран'), line('Отчёт построен')];
    expect(validRun(withRows(journalTab, rows))).toEqual(run('b'));
  });

  test('names none before the first run, nor by a line of version 0.1.0, nor by spoilt data', () => {
    expect(validRun(gridOf(keyedDesign(journalTab)))).toBeNull();
    expect(validRun(withRows(journalTab, [line('Свод собран'), { ...line(''), data: '{"period"' }]))).toBeNull();
    expect(validRun([])).toBeNull();
  });

  const move = (school: string, at: string, of = '2023-Q2'): JournalLine['data'] => ({
    move: { state: 'returned', at, by: 'coordinator', school, period: of } as unknown as JournalMove,
  });
  const reminded = (stage: string, of = '2023-Q2'): JournalLine['data'] => ({
    reminded: { period: of, stage, schools: ['a'], at: '2023-07-01T08:00' },
  });
  const journal = (...all: JournalLine['data'][]) =>
    withRows(
      journalTab,
      all.map((data) => line('', data)),
    );

  test('keeps the coordinator’s last word about each school’s tab, by its time and not by its place', () => {
    const grid = journal(move('a', '2023-07-02T10:00'), move('b', '2023-07-01T10:00'), move('a', '2023-07-01T10:00'));
    const found = journalMoves(grid, '2023-Q2');
    expect([...found].map(([school, { at }]) => [school, at])).toEqual([
      ['a', '2023-07-02T10:00'],
      ['b', '2023-07-01T10:00'],
    ]);
    expect(journalMoves(grid, '2023-Q1').size).toBe(0);
  });

  test('of two words of one moment the later line is the last', () => {
    const accepted = {
      move: { ...(move('a', '1') as { move: object }).move, state: 'accepted' },
    } as JournalLine['data'];
    expect(journalMoves(journal(move('a', '1'), accepted), '2023-Q2').get('a')!.state).toBe('accepted');
  });

  test('passes by what a person has typed where its data stand', () => {
    const typed = { ...line(''), data: 'проверить' };
    const grid = withRows(journalTab, [
      line('', run('a')),
      line('', move('a', '1')),
      typed,
      { ...line(''), data: '{}' },
    ]);
    expect(validRun(grid)).toEqual(run('a'));
    expect([...journalMoves(grid, '2023-Q2').keys()]).toEqual(['a']);
  });

  test('tells what the coordinator has done since the last consolidation', () => {
    const grid = journal(move('a', '2023-07-01T10:00'), run('x'), move('b', '2023-07-02T10:00'));
    expect([...movesSinceRun(grid, '2023-Q2').keys()]).toEqual(['b']);
    expect([...movesSinceRun(journal(move('a', '1')), '2023-Q2').keys()]).toEqual(['a']);
  });

  test('tells which letters have gone out in a period, and passes by what cannot be read', () => {
    const grid = journal(reminded('first'), reminded('late', '2023-Q1'), move('a', '1'));
    const spoilt = withRows(
      journalTab,
      [
        { ...line(''), data: '{"reminded"' },
        { ...line(''), data: 'слова' },
      ],
      grid,
    );
    expect(remindedIn(spoilt, '2023-Q2').map(({ stage }) => stage)).toEqual(['first']);
    const noList = { reminded: { period: '2023-Q2', stage: 'x' } } as unknown as JournalLine['data'];
    expect(remindedIn(journal(noList), '2023-Q2')).toEqual([]);
  });

  test('a run is one only with its period, its time and its stamps; what it saw counts when it is whole', () => {
    const whole = run('a');
    const seen = { at: '2023-06-25T09:59', handedIn: { a: '2023-06-20T10:00' } };
    const of = (more: object) => validRun(journal({ ...whole, ...more } as JournalLine['data']));
    expect(of({ seen, reopened: true, other: 7 })).toEqual({ ...whole, seen, reopened: true });
    expect(of({ seen: { at: '' }, reopened: 'да' })).toEqual(whole);
    expect(of({ seen: { at: '2023-06-25T09:59' } })).toEqual(whole);
    for (const key of ['period', 'at', 'tabs']) expect(of({ [key]: undefined })).toBeNull();
  });

  test('a long story is cut to what a cell holds', () => {
    expect(
      String(journalRow({ when: '', who: '', what: '', stamp: '', details: 'я'.repeat(60_000) }).details),
    ).toHaveLength(45_000);
  });
});

import { isHandedIn, TAB_CYCLE, type TabState, tabMove } from '../../src/model';
import { type CheckedTab, checkTab, movedBy } from '../../src/pipeline';
import { believed } from '../../src/pipeline/believed-status';
import { printsOf } from '../../src/pipeline/tab-prints';
import { handIn, takeBack } from '../../src/pipeline/tab-status';
import { DRAFT, type TabStatus } from '../../src/workbook';
import { CLEAN, contextRow, filledTab, MARKS_A, readTab } from '../build';
import { programme } from '../four-forms';

const AT = '2023-07-06T12:00';
const WHOLE = { ...CLEAN, context: [{ ...contextRow('5', 15), letter: 'А' }] };
const clean = filledTab(WHOLE);
const looked = (status: TabStatus, grid = clean): CheckedTab => checkTab(programme, { ...readTab(grid), status });
const prints = printsOf(looked(DRAFT));
const SUBMITTED: TabStatus = { state: 'submitted', at: '2023-07-05T09:15', by: 'school', prints };
const after = (status: TabStatus, to: TabState, comment = ''): TabStatus => {
  const moved = movedBy(looked(status), { to, comment }, AT);
  if ('refused' in moved) throw new Error(moved.refused);
  return moved.status;
};

test('every state but the first is reached, and from every state but the last something leads on', () => {
  const states = TAB_CYCLE.states.map(({ key }) => key);
  expect(new Set(TAB_CYCLE.moves.map(({ to }) => to))).toEqual(new Set(states));
  expect(new Set(TAB_CYCLE.moves.map(({ from }) => from))).toEqual(new Set(states.slice(0, -1)));
});

test('only the coordinator accepts and gives back; only what is accepted or closed is locked', () => {
  for (const by of ['school', 'clock'] as const)
    for (const to of ['accepted', 'returned'] as const) expect(tabMove('submitted', to, by)).toBeUndefined();
  const locking = TAB_CYCLE.moves.filter(({ locks }) => locks).map(({ to }) => to);
  expect([...new Set(locking)]).toEqual(['accepted', 'closed']);
  expect(['draft', 'submitted', 'returned', 'accepted'].filter(isHandedIn)).toEqual(['submitted', 'accepted']);
});

test('a tab goes from handed in to given back, handed in again, accepted and given back once more', () => {
  const returned = after(SUBMITTED, 'returned', ' нет химии ');
  expect(returned).toMatchObject({ state: 'returned', at: AT, by: 'coordinator', comment: 'нет химии', returns: 1 });
  const again = handIn(looked(returned), '2023-07-07T08:00').status;
  expect(again).toEqual({ ...SUBMITTED, at: '2023-07-07T08:00', returns: 1 });
  const accepted = after(again, 'accepted');
  expect(accepted).toMatchObject({ state: 'accepted', handedIn: '2023-07-07T08:00', returns: 1 });
  expect(after(accepted, 'returned', 'ещё раз')).toMatchObject({ state: 'returned', returns: 2 });
});

test('handed in after a return it is known which forms are different', () => {
  const mended = filledTab({ ...WHOLE, marks: [{ ...MARKS_A, five: 3, four: 4 }] });
  const { status } = handIn(looked(after(SUBMITTED, 'returned', 'x'), mended), AT);
  expect([status.state, status.changed]).toEqual(['submitted', ['marks']]);
});

test('of an accepted tab the tick is not taken away by hand, and «Сдать» changes nothing', () => {
  const accepted = after(SUBMITTED, 'accepted');
  for (const { status, toast } of [takeBack(looked(accepted)), handIn(looked(accepted), AT)]) {
    expect(status).toEqual(accepted);
    expect(toast).toContain('попросите его вернуть вкладку');
  }
});

test('a refused «Сдать» leaves a tab given back, with the coordinator’s words', () => {
  const returned = after(SUBMITTED, 'returned', 'нет химии');
  const { status } = handIn(looked(returned, filledTab({ ...WHOLE, marks: [{ ...MARKS_A, five: 9 }] })), AT);
  expect(status).toEqual({ ...returned, refused: true });
});

test.each<[string, TabStatus, TabState, string]>([
  ['a draft accepted', DRAFT, 'accepted', 'Школа ещё не сдала вкладку: сейчас она «не сдано».'],
  ['accepted twice', { ...SUBMITTED, state: 'accepted' }, 'accepted', 'Состояние вкладки уже «принято».'],
  [
    'given back without a word',
    SUBMITTED,
    'returned',
    'Напишите, что исправить: школа увидит это вверху своей вкладки.',
  ],
])('%s is refused', (_, status, to, refused) => {
  expect(movedBy(looked(status), { to }, AT)).toEqual({ refused });
});

test('what was changed since it was handed in is not accepted, nor is a tab with errors', () => {
  const wrong = filledTab({ ...WHOLE, marks: [{ ...MARKS_A, five: 9 }] });
  expect(movedBy(looked(SUBMITTED, wrong), { to: 'accepted' }, AT)).toHaveProperty('refused');
  const handedInSo = { ...SUBMITTED, prints: printsOf(looked(DRAFT, wrong)) };
  expect(movedBy(looked(handedInSo, wrong), { to: 'accepted' }, AT)).toEqual({
    refused: expect.stringMatching(/^На вкладке 1\u00a0ошибка/),
  });
});

describe('an accepted tab is believed', () => {
  const accepted = after(SUBMITTED, 'accepted');
  const move = { school: 's1', period: '2023-Q2', state: 'accepted', at: AT, by: 'coordinator' } as const;
  const moment = { at: '2023-07-08T03:10', last: null };

  test('where the journal says so, with the moments that the journal has', () => {
    const moves = new Map([['s1', { ...move, handedIn: '2023-07-04T10:00' }]]);
    const found = believed({ ...accepted, handedIn: '2023-01-01T00:00' }, 's1', '2023-Q2', { ...moment, moves });
    expect(found).toMatchObject({ state: 'accepted', at: AT, handedIn: '2023-07-04T10:00' });
  });

  test('else it is only handed in', () => {
    const moves = new Map([['s1', { ...move, state: 'returned' }]]);
    for (const known of [{ moves }, {}]) {
      const found = believed(accepted, 's1', '2023-Q2', { ...moment, ...known });
      expect(found).toMatchObject({ state: 'submitted', at: '2023-07-05T09:15', by: 'school' });
      expect(found).not.toHaveProperty('handedIn');
    }
  });
});

import { textOf } from '../../../model';
import { FIRST_ROW, TABS } from '../../../workbook';
import type { Action, Desk } from '../desk';
import { CLOSE, CONSOLIDATE, NIGHTLY, SET_UP } from '../scenes';
import { gridOf } from '../school-tab';
import type { Case, Mishap } from './mishap';
import { isClosed, nameOf, notClosed, sheetOf, stateOf, stuck } from './stage';

/** Key, name, type, group and what follows of each school. */
type Rows = string[][];
const COLUMNS = 4;

const withCell = (rows: Rows, row: number, column: number, change: (text: string) => string): Rows =>
  rows.map((cells, at) => cells.map((cell, of) => (at === row && of === column ? change(cell) : cell)));

const SLIPS: Readonly<Record<string, (rows: Rows) => Rows>> = {
  'a Cyrillic letter in a key': (rows) => withCell(rows, 0, 0, (key) => key.replace('s', 'ѕ')),
  'another letter in a key': (rows) => withCell(rows, 1, 0, (key) => key.replace('s', 'c')),
  'a capital letter in a key': (rows) => withCell(rows, 0, 0, (key) => key.toUpperCase()),
  'a space after a key': (rows) => withCell(rows, 0, 0, (key) => `${key} `),
  'an invisible sign in a key': (rows) => withCell(rows, 2, 0, (key) => `${key}\u200b`),
  'a digit too many in a key': (rows) => withCell(rows, 0, 0, (key) => `${key}1`),
  'no key': (rows) => withCell(rows, 1, 0, () => ''),
  'a space for a key': (rows) => withCell(rows, 1, 0, () => ' '),
  'the key of another': (rows) => withCell(rows, 1, 0, () => rows[0]![0]!),
  'no name': (rows) => withCell(rows, 0, 1, () => ''),
  'an invisible name': (rows) => withCell(rows, 0, 1, () => '\u200b'),
  'the name of another': (rows) => withCell(rows, 1, 1, () => rows[0]![1]!),
  'the name of another in capitals': (rows) => withCell(rows, 1, 1, () => rows[0]![1]!.toUpperCase()),
  'the name of another but for a sign': (rows) => withCell(rows, 1, 1, () => `${rows[0]![1]} /`),
  'the name of a service tab': (rows) => withCell(rows, 1, 1, () => TABS.journal),
  'a name like a formula': (rows) => withCell(rows, 1, 1, () => "'=1+1"),
  'a row cleared': (rows) => rows.map((cells, at) => (at === 1 ? cells.map(() => '') : cells)),
  'the last row cleared': (rows) => rows.map((cells, at) => (at === rows.length - 1 ? cells.map(() => '') : cells)),
  'a row deleted': (rows) => rows.filter((_, at) => at !== 1),
  'a row twice': (rows) => [...rows, rows[0]!],
  'all rows cleared': (rows) => rows.map((cells) => cells.map(() => '')),
  'a blank row between': (rows) => [rows[0]!, rows[0]!.map(() => ''), ...rows.slice(1)],
  'rows in another order': (rows) => [...rows].reverse(),
  'a new school': (rows) => [...rows, ['s9', 'Школа №9', 'СОШ', 'участник']],
  'a group that is none': (rows) => withCell(rows, 0, 3, () => 'ведущий'),
};

const RUNS: readonly (readonly Action[])[] = [
  [CLOSE],
  [CONSOLIDATE, CLOSE],
  [NIGHTLY, { by: 'menu', name: 'closeOpenPeriod', answers: ['YES'] }],
  [SET_UP, CLOSE],
];

function registered(desk: Desk): Rows {
  const grid = gridOf(stateOf(desk, TABS.schools)).slice(FIRST_ROW - 1);
  const last = grid.reduce(
    (found, row, at) => (row.slice(0, COLUMNS).some((cell) => textOf(cell) !== '') ? at : found),
    -1,
  );
  return grid.slice(0, last + 1).map((row) => Array.from({ length: COLUMNS }, (_, at) => textOf(row[at] ?? '')));
}

function register(desk: Desk, rows: Rows): void {
  const sheet = sheetOf(desk, TABS.schools);
  const standing = registered(desk).length;
  const all = [...rows, ...Array.from({ length: Math.max(0, standing - rows.length) }, () => Array(COLUMNS).fill(''))];
  sheet.getRange(FIRST_ROW, 1, all.length, COLUMNS).setValues(all);
}

const slipped = (slip: string, runs: readonly Action[]): Case => ({
  name: `${slip}; ${runs.map(nameOf).join(', ')}`,
  play: (stage) => {
    const desk = stage.desks.with(stage.world);
    const right = registered(desk);
    register(desk, SLIPS[slip]!(right));
    for (const run of runs) desk.finish(run);
    // A closed quarter cannot be mended: every school must be in it.
    if (isClosed(desk)) return notClosed(desk, stage);
    register(desk, right);
    if (runs.includes(SET_UP)) desk.finish(SET_UP);
    return stuck(desk, stage);
  },
});

/** What goes wrong while the coordinator keeps the list of schools. */
export const registerSlips: Mishap = {
  title: 'register slips',
  never: 'schools lost',
  cases: () => Object.keys(SLIPS).flatMap((slip) => RUNS.map((runs) => slipped(slip, runs))),
};

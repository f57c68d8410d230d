import { cellName } from '../../google/sheets/formula/a1';
import type { Action, Desk } from '../desk';
import { type Random, randomFrom } from '../random';
import { CONSOLIDATE, NIGHTLY } from '../scenes';
import { blockOf, fieldAt, freeRowAt, gridOf, tabOf } from '../school-tab';
import { snapshotOf } from '../watch';
import { isHandedIn } from './hand-in';
import type { Case, Mishap } from './mishap';
import { type Sheet, sheetOf, stateOf } from './stage';

const SCHOOL = 's1';
const TAB = 'Школа №1';
const USER = { user: `${SCHOOL}@school.example` };
const FORMS = ['classes', 'marks', 'pupils', 'context'];
const NUMBER: Readonly<Record<string, string>> = {
  classes: 'enrolled',
  marks: 'four',
  pupils: 'good',
  context: 'lowIncome',
};

/** A school at its tab, once it has handed it in. */
interface Person {
  readonly desk: Desk;
  readonly sheet: Sheet;
  readonly form: string;
  readonly random: Random;
}

const place = ({ desk, form }: Person) => {
  const tab = tabOf(stateOf(desk, TAB));
  const block = blockOf(tab, form);
  const columns = [...block.columns.values()];
  return { tab, block, first: Math.min(...columns), last: Math.max(...columns) };
};
const typed = (person: Person, at: string, text: string | boolean | string[][]) =>
  void person.desk.runtime.edit(TAB, at, text, USER);
const numberAt = ({ desk, form }: Person, n: number) => fieldAt(tabOf(stateOf(desk, TAB)), form, n, NUMBER[form]!);

const HANDS: Readonly<Record<string, (person: Person) => void>> = {
  'a number typed': (person) => typed(person, numberAt(person, 0), String(person.random.whole(20))),
  'a number cleared': (person) => typed(person, numberAt(person, 1), ''),
  'a word for a number': (person) => typed(person, numberAt(person, 0), 'нет'),
  'a number put in unseen': (person) =>
    void person.sheet.getRange(numberAt(person, 0)).setValue(person.random.whole(20)),
  'a number cleared unseen': (person) => void person.sheet.getRange(numberAt(person, 1)).clearContent(),
  'a row deleted': (person) => void person.sheet.deleteRow(place(person).block.firstRow),
  'two rows deleted': (person) => void person.sheet.deleteRows(place(person).block.firstRow, 2),
  'a blank row inserted': (person) => void person.sheet.insertRowAfter(place(person).block.firstRow),
  'a row copied unseen': (person) => {
    const { block, first, last } = place(person);
    const from = person.sheet.getRange(block.firstRow, first, 1, last - first + 1);
    const { row, column } = at(person.sheet, freeRowAt(place(person).tab, person.form));
    from.copyTo(person.sheet.getRange(row, column, 1, last - first + 1));
  },
  'a row pasted': (person) => {
    const { tab, block, first, last } = place(person);
    const cells = Array.from({ length: last - first + 1 }, (_, index) =>
      String(tab.grid[block.firstRow - 1]![first + index - 1] ?? ''),
    );
    typed(person, freeRowAt(tab, person.form), [cells.map((cell, index) => (index === 0 ? '6' : cell))]);
  },
  'rows sorted': (person) => {
    const { block, first, last } = place(person);
    person.sheet
      .getRange(block.firstRow, first, block.endRow - block.firstRow, last - first + 1)
      .sort({ column: first, ascending: false });
  },
  'rows sorted with all that belongs to them': (person) => {
    const { block } = place(person);
    person.sheet
      .getRange(block.firstRow, 1, block.endRow - block.firstRow, person.sheet.getMaxColumns())
      .sort({ column: place(person).first, ascending: false });
  },
  'class renamed unseen': (person) => {
    const { block, first } = place(person);
    person.sheet.getRange(block.firstRow, first).setValue('8');
  },
  'status typed': (person) => {
    const row = rowOf(person, 'head/status');
    if (row > 0) typed(person, cellName(row - 1, 3), 'сдано 01.06.2023 09:00');
  },
  'numbers swapped between rows unseen': (person) => {
    const [one, other] = [0, 1].map((n) => person.sheet.getRange(numberAt(person, n)));
    const value = one!.getValue();
    one!.setValue(other!.getValue());
    other!.setValue(value);
  },
};

const at = (sheet: Sheet, name: string) => {
  const range = sheet.getRange(name);
  return { row: range.getRow(), column: range.getColumn() };
};
const rowOf = ({ desk }: Person, role: string): number =>
  gridOf(stateOf(desk, TAB)).findIndex(([cell]) => String(cell).startsWith(role)) + 1;

/** Cells in which the add-on keeps of a status what a school could put back. */
const keptStatus = ({ desk }: Person): [number, number, string][] =>
  gridOf(stateOf(desk, TAB)).flatMap((row, down) =>
    row.flatMap((cell, right): [number, number, string][] =>
      typeof cell === 'string' && cell.includes('"state"') ? [[down + 1, right + 1, cell]] : [],
    ),
  );

const rows = (desk: Desk): string => snapshotOf(desk, SCHOOL).rows.split('\n').sort().join('\n');

interface Plan {
  readonly hands: readonly string[];
  readonly forged: boolean;
  readonly run: Action;
  readonly seed: number;
}

const changed = ({ hands, forged, run, seed }: Plan): Case => ({
  name: `${hands.join(', then ')}${forged ? ', the status put back' : ''}; ${run.name}; seed ${seed}`,
  play: ({ desks, handedIn }) => {
    const desk = desks.with(handedIn);
    const before = rows(desk);
    const random = randomFrom(seed);
    const person = { desk, sheet: sheetOf(desk, TAB), random };
    const kept = keptStatus({ ...person, form: '' });
    for (const hand of hands) HANDS[hand]!({ ...person, form: random.pick(FORMS) });
    if (forged) for (const [row, column, cell] of kept) person.sheet.getRange(row, column).setValue(cell);
    desk.finish(run);
    const [isSame, handed] = [rows(desk) === before, isHandedIn(desk, SCHOOL)];
    if (handed && !isSame) return ['«сдано» stands on other data'];
    // An edit that Google tells of may be undone: the school is asked to hand in once more all the same.
    const seen = hands.some((hand) => !UNSEEN.has(hand));
    return isSame && !handed && !seen ? ['«сдано» is gone though nothing has changed'] : [];
  },
});

const UNSEEN = new Set(Object.keys(HANDS).filter((hand) => /unseen|sorted|deleted|inserted/.test(hand)));
const SEEDS = 4;
const PAIRS = 60;

/** What a school changes once it has handed in. */
export const handedIn: Mishap = {
  title: 'changed after handing in',
  never: 'untrue «сдано»',
  cases: () => {
    const names = Object.keys(HANDS);
    const plan = (hands: readonly string[], seed: number): Plan => ({
      hands,
      seed,
      forged: seed % 2 === 0,
      run: seed % 4 < 2 ? CONSOLIDATE : NIGHTLY,
    });
    const single = names.flatMap((hand) =>
      Array.from({ length: SEEDS * FORMS.length }, (_, seed) => plan([hand], seed)),
    );
    const random = randomFrom(1);
    const pairs = Array.from({ length: PAIRS }, (_, seed) => plan([random.pick(names), random.pick(names)], seed));
    return [...single, ...pairs].map(changed);
  },
};

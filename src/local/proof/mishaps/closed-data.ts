import { textOf } from '../../../model';
import { programme } from '../../../programme';
import { rowsTabName, TABS } from '../../../workbook';
import type { Desk } from '../desk';
import { CLOSED, OPEN } from '../invented';
import { giveOut } from '../publication';
import { CLOSE, CONSOLIDATE, SET_UP } from '../scenes';
import { gridOf, sheetNamed } from '../school-tab';
import type { Case, Mishap } from './mishap';
import { isClosed, otherFigures, type Sheet, type Stage, sheetOf, stateOf, stuck } from './stage';

/** Closed rows of a form's tab, or the rows of «Периоды»; rows and columns from 1. */
interface Place {
  readonly sheet: Sheet;
  readonly keys: readonly string[];
  readonly keysRow: number;
  readonly first: number;
  readonly count: number;
}

const FIELD = 'field:';

function closedRows(desk: Desk, name: string): Place {
  const grid = gridOf(stateOf(desk, name));
  const keysRow = grid.findIndex((row) => row.some((cell) => textOf(cell).startsWith(FIELD)));
  const first = grid.findIndex((row) => textOf(row[0] ?? '') === CLOSED);
  const count = grid.filter((row) => textOf(row[0] ?? '') === CLOSED).length;
  return {
    sheet: sheetOf(desk, name),
    keys: grid[keysRow]!.map(textOf),
    keysRow: keysRow + 1,
    first: first + 1,
    count,
  };
}

const at = ({ sheet, keys, first }: Place, key: string, row = 0) => sheet.getRange(first + row, keys.indexOf(key) + 1);
/** Fields that hold other numbers in the first row than in the second, and than each other. */
function numbers(place: Place): string[] {
  const first = new Set<unknown>();
  return place.keys.filter((key) => {
    if (!key.startsWith(FIELD)) return false;
    const [one, other] = [0, 1].map((row) => at(place, key, row).getValue() as unknown);
    if (typeof one !== 'number' || typeof other !== 'number' || one === other || first.has(one)) return false;
    first.add(one);
    return true;
  });
}

/** In a form's consolidated tab. */
const IN_ROWS: Readonly<Record<string, (place: Place) => void>> = {
  'a number': (place) => {
    const cell = at(place, numbers(place).at(-1)!);
    cell.setValue(Number(cell.getValue()) + 1);
  },
  'a number cleared': (place) => void at(place, numbers(place).at(-1)!, 1).clearContent(),
  'two numbers swapped': (place) => {
    const [one, other] = [0, 1].map((row) => at(place, numbers(place)[0]!, row));
    const value = one!.getValue();
    one!.setValue(other!.getValue());
    other!.setValue(value);
  },
  'the school of a row': (place) => {
    const cell = at(place, 'school');
    cell.setValue(cell.getValue() === 's1' ? 's2' : 's1');
  },
  'the class of a row': (place) => void at(place, `${FIELD}grade`).setValue('8'),
  'the period of a row': (place) => void place.sheet.getRange(place.first, 1).setValue('2022-Q4'),
  'a closed row taken for open': (place) => void place.sheet.getRange(place.first, 1).setValue(OPEN),
  'a row left out': (place) => void at(place, 'counted').setValue('нет'),
  'a row deleted': (place) => void place.sheet.deleteRow(place.first),
  'all rows deleted': (place) => void place.sheet.deleteRows(place.first, place.count),
  'a row copied': (place) => {
    place.sheet.insertRowAfter(place.first);
    place.sheet.getRange(place.first, 1, 1, place.keys.length).copyTo(place.sheet.getRange(place.first + 1, 1));
  },
  'two keys swapped': (place) => {
    const [one, other] = numbers(place).map((key) => place.keys.indexOf(key) + 1);
    const [a, b] = [one!, other!].map((column) => place.sheet.getRange(place.keysRow, column));
    const key = a!.getValue();
    a!.setValue(b!.getValue());
    b!.setValue(key);
  },
  'a key cleared': (place) =>
    void place.sheet.getRange(place.keysRow, place.keys.indexOf(numbers(place)[0]!) + 1).clearContent(),
  'a column deleted': (place) => void place.sheet.deleteColumn(place.keys.indexOf(numbers(place)[0]!) + 1),
};

const rowOfPeriod = (desk: Desk): number =>
  gridOf(stateOf(desk, TABS.periods)).findIndex((row) => row.some((cell) => textOf(cell) === CLOSED)) + 1;

/** Cells of the period's row, longest first: what is frozen, in pieces. */
function frozen(desk: Desk): number[] {
  const row = gridOf(stateOf(desk, TABS.periods))[rowOfPeriod(desk) - 1]!;
  return row
    .map((cell, column) => ({ length: textOf(cell).length, column: column + 1 }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ column }) => column);
}

const rewritten = (desk: Desk, column: number, change: (text: string) => string): void => {
  const cell = sheetOf(desk, TABS.periods).getRange(rowOfPeriod(desk), column);
  cell.setValue(change(String(cell.getValue())));
};
const digit = (text: string, from: number): string => {
  const at = [...text].findIndex((letter, index) => index >= from && /[1-8]/.test(letter));
  return at < 0 ? text : `${text.slice(0, at)}${Number(text[at]) + 1}${text.slice(at + 1)}`;
};

/** In «Периоды». */
const IN_PERIODS: Readonly<Record<string, (desk: Desk) => void>> = {
  'a digit of the snapshot': (desk) =>
    rewritten(desk, frozen(desk)[0]!, (text) => digit(text, Math.floor(text.length / 2))),
  'a digit near the end of the snapshot': (desk) =>
    rewritten(desk, frozen(desk)[0]!, (text) => digit(text, Math.floor(text.length * 0.9))),
  'a digit near its beginning': (desk) => rewritten(desk, frozen(desk)[0]!, (text) => digit(text, 5)),
  'the snapshot cut short': (desk) => rewritten(desk, frozen(desk)[0]!, (text) => text.slice(0, -40)),
  'the snapshot cleared': (desk) => rewritten(desk, frozen(desk)[0]!, () => ''),
  'the hash': (desk) => rewritten(desk, 3, (text) => text.replace(/^./, (letter) => (letter === '0' ? '1' : '0'))),
  'the hash cleared': (desk) => rewritten(desk, 3, () => ''),
  'the period deleted': (desk) => void sheetOf(desk, TABS.periods).deleteRow(rowOfPeriod(desk)),
  'the period twice': (desk) => {
    const sheet = sheetOf(desk, TABS.periods);
    const row = rowOfPeriod(desk);
    sheet.insertRowAfter(row);
    sheet.getRange(row, 1, 1, sheet.getMaxColumns()).copyTo(sheet.getRange(row + 1, 1));
    sheet.getRange(row, frozen(desk)[0]!).setValue('{}');
  },
};

const report = (desk: Desk): string => {
  const built = desk.act({ by: 'client', name: 'buildReport', args: ['district', CLOSED, 'служебная'] });
  return (built.value as { hash?: string } | undefined)?.hash ?? '';
};

/** The rows of «Периоды» as they stand, to be put back out of the history of versions. */
function keptPeriods(desk: Desk): () => void {
  const standing = () => sheetOf(desk, TABS.periods).getDataRange();
  const range = standing();
  const [values, height] = [range.getValues(), range.getNumRows()];
  return () => {
    const sheet = sheetOf(desk, TABS.periods);
    const more = standing().getNumRows() - height;
    if (more > 0) sheet.deleteRows(height + 1, more);
    sheet.getRange(1, 1, height, values[0]!.length).setValues(values);
  };
}

const tampered = (what: string, change: (desk: Desk) => void, history: boolean): Case => ({
  name: what,
  play: (stage) => {
    const { desks, world, right } = stage;
    const usual = report(desks.with(world));
    const desk = desks.with(world);
    const putBack = keptPeriods(desk);
    try {
      change(desk);
    } catch (error) {
      if ((error as Error).name === 'Exception') return null;
      throw error;
    }
    const given = giveOut(desk);
    const wrong = otherFigures(given, right, [CLOSED]).map(() => 'other figures are given out');
    if (given.refusal !== '' && !/[а-яё]{3}/i.test(given.refusal))
      wrong.push(`refused without words: ${given.refusal}`);
    const built = report(desk);
    if (built !== '' && built !== usual) wrong.push('another report is built');
    desk.finish(CONSOLIDATE);
    if (otherFigures(giveOut(desk), right, [CLOSED]).length > 0) wrong.push('other figures after a consolidation');
    desk.finish(CLOSE);
    if (isClosed(desk, OPEN)) return [...wrong, 'the next quarter is closed over it'];
    // Rows are put back by set-up, snapshots only by the history of versions.
    if (history) putBack();
    else desk.finish(SET_UP);
    // A quarter that never was cannot be put back by it.
    if (giveOut(desk).refusal.includes('История версий')) return wrong;
    return [...wrong, ...stuck(desk, stage)];
  },
});

/** Forms that the closed quarter has rows of. */
const closedForms = ({ world }: Stage) =>
  programme.forms.filter((form) =>
    gridOf(sheetNamed(world, rowsTabName(form))).some(([period]) => textOf(period ?? '') === CLOSED),
  );

/** What people change of a closed quarter, past the protections. */
export const closedData: Mishap = {
  title: 'closed data changed',
  never: 'silent',
  cases: (stage) => [
    ...closedForms(stage).flatMap((form) =>
      Object.entries(IN_ROWS).map(([what, change]) =>
        tampered(`${form.key}: ${what}`, (desk) => change(closedRows(desk, rowsTabName(form))), false),
      ),
    ),
    ...Object.entries(IN_PERIODS).map(([what, change]) => tampered(`Периоды: ${what}`, change, true)),
  ],
};

import { type Cell, textOf } from '../../../model';
import { programme } from '../../../programme';
import { PERIOD_WORDS, publishedTables } from '../../../workbook';
import type { Desk } from '../desk';
import { OPEN } from '../invented';
import { giveOut } from '../publication';
import { CONSOLIDATE, SET_UP } from '../scenes';
import { gridOf, sheetNamed } from '../school-tab';
import type { Case, Mishap } from './mishap';
import { COLLECTED, type Sheet, type Stage, sheetOf, stateOf, stuck } from './stage';

/** A published tab as a person sees it; rows and columns from 1. */
interface Tab {
  readonly app: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly sheet: Sheet;
  readonly first: number;
  /** How many rows there are of the open period, and of all. */
  readonly open: number;
  readonly all: number;
  readonly columns: number;
  /** Where the period stands. */
  readonly period: number;
}

const QUARTER = /^\d{4}-Q\d$/;

const isQuarter = (cell: Cell): boolean => QUARTER.test(textOf(cell));

function tabNamed(desk: Desk, name: string): Tab {
  const grid = gridOf(stateOf(desk, name));
  const first = grid.findIndex((row) => row.some(isQuarter));
  const period = grid[first]!.findIndex(isQuarter);
  const quarters = grid.slice(first).map((row) => textOf(row[period] ?? ''));
  const all = quarters.filter((text) => QUARTER.test(text)).length;
  const open = quarters.filter((text) => text === OPEN).length;
  const columns = Math.max(...grid.map((row) => row.length));
  const app = desk.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  return { app, sheet: sheetOf(desk, name), first: first + 1, open, all, columns, period: period + 1 };
}

const body = ({ sheet, first, all, columns }: Tab) => sheet.getRange(first, 1, all, columns);
const whole = ({ sheet }: Tab) => sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
const sorted = (by: (tab: Tab) => number, ascending: boolean) => (tab: Tab) =>
  void body(tab).sort({ column: by(tab), ascending });
const formatted = (format: string) => (tab: Tab) => void body(tab).setNumberFormat(format);

/** Numbers that are shown as dates are read as dates: a closing names the closed ones, and set-up puts them back. */
const DATES = 'dates';
/** A row without its period is nobody's. */
const NO_PERIODS = 'the periods cleared';
/** A consolidation may have nothing against what set-up puts back. */
const PUT_BACK: readonly string[] = [DATES, NO_PERIODS];

const HANDS: Readonly<Record<string, (tab: Tab) => void>> = {
  'open rows deleted': ({ sheet, first, open }) => void (open > 0 && sheet.deleteRows(first, open)),
  'one open row deleted': ({ sheet, first, open }) => void (open > 0 && sheet.deleteRow(first)),
  'open rows cleared': ({ sheet, first, open, columns }) =>
    void (open > 0 && sheet.getRange(first, 1, open, columns).clearContent()),
  'open rows cleared with their formats': ({ sheet, first, open, columns }) =>
    void (open > 0 && sheet.getRange(first, 1, open, columns).clear()),
  'last open row copied below itself': ({ sheet, first, open, columns }) => {
    if (open === 0) return;
    sheet.insertRowAfter(first + open - 1);
    sheet.getRange(first + open - 1, 1, 1, columns).copyTo(sheet.getRange(first + open, 1, 1, columns));
  },
  'sorted by period, oldest first': sorted(({ period }) => period, true),
  'sorted by period, newest first': sorted(({ period }) => period, false),
  'sorted by another column': sorted(({ period }) => period + 1, false),
  'sorted by the last column': sorted(({ columns }) => columns, true),
  'formats cleared': ({ sheet }) => void sheet.clearFormats(),
  'formats of the rows cleared': (tab) => void body(tab).clearFormat(),
  'two decimals': formatted('0.00'),
  'whole numbers': formatted('0'),
  [DATES]: formatted('dd.MM.yyyy'),
  percentages: formatted('0%'),
  'plain text': formatted('@'),
  'automatic format': formatted('General'),
  'a rule that refuses': ({ app, sheet, first, open, columns }) => {
    const rule = app.newDataValidation().requireNumberBetween(0, 1).setAllowInvalid(false).build();
    if (open > 0) sheet.getRange(first, 1, open, columns).setDataValidation(rule);
  },
  'blank row above the rows': ({ sheet, first }) => void sheet.insertRowBefore(first),
  'blank rows among the rows': ({ sheet, first, all }) => void sheet.insertRowsAfter(first + Math.floor(all / 2), 3),
  'rows below deleted': ({ sheet, first, all }) => {
    const from = first + all;
    if (sheet.getMaxRows() >= from) sheet.deleteRows(from, sheet.getMaxRows() - from + 1);
  },
  'a row of one’s own on top': ({ sheet }) => void sheet.insertRowBefore(1).getRange(1, 1).setValue('Проверено'),
  'a column of one’s own in front': ({ sheet }) => void sheet.insertColumnBefore(1),
  'a column of one’s own among the others': ({ sheet, period }) => void sheet.insertColumnAfter(period + 1),
  'a word below the rows': ({ sheet, first, all }) => void sheet.getRange(first + all, 3).setValue('итого'),
  'a word beside the rows': (tab) => {
    tab.sheet.insertColumnAfter(tab.columns);
    tab.sheet.getRange(tab.first, tab.columns + 1).setValue('сверено');
  },
  'an open row written over': ({ sheet, first, open, columns }) =>
    void (open > 0 && sheet.getRange(first, 4, 1, columns - 3).setValue('7')),
  'cells merged': ({ sheet, first, open }) => void (open > 1 && sheet.getRange(first, 3, 2, 1).merge()),
  'rows hidden': ({ sheet, first }) => void sheet.hideRows(first, 2),
  'columns hidden': ({ sheet }) => void sheet.hideColumns(2, 2),
  'frozen rows let go': ({ sheet }) => void sheet.setFrozenRows(0),
  'notes and rules cleared': (tab) => void whole(tab).clearNote().clearDataValidations(),
  [NO_PERIODS]: ({ sheet, first, all, period }) => void sheet.getRange(first, period, all, 1).clearContent(),
  'the column of periods deleted': ({ sheet, period }) => void sheet.deleteColumn(period),
  'the column that names the periods deleted': ({ sheet, columns }) => {
    const keys = sheet
      .getRange(1, 1, sheet.getFrozenRows(), columns)
      .getValues()
      .flatMap((cells) => cells.map(textOf));
    const place = keys.indexOf(PERIOD_WORDS);
    if (place >= 0) sheet.deleteColumn((place % columns) + 1);
  },
  'columns swapped': ({ sheet, columns }) =>
    void sheet.moveColumns(sheet.getRange(1, columns, sheet.getMaxRows(), 1), columns - 1),
};

const tidied = (name: string, hand: string): Case => ({
  name: `${name}: ${hand}`,
  play: (stage) => {
    const desk = stage.desks.with(stage.world);
    try {
      HANDS[hand]!(tabNamed(desk, name));
    } catch (error) {
      if ((error as Error).name === 'Exception') return null;
      throw error;
    }
    const { title } = desk.finish(CONSOLIDATE);
    // It may say that the workbook is to be set up first, or that closed rows read otherwise now.
    if (title !== COLLECTED || giveOut(desk).refusal !== '' || PUT_BACK.includes(hand)) desk.finish(SET_UP);
    return stuck(desk, stage);
  },
});

/** Published tabs that there is something to tidy on: with rows of some quarter. */
const filledTabs = ({ world }: Stage): string[] =>
  publishedTables(programme)
    .map(({ name }) => name)
    .filter((name) => gridOf(sheetNamed(world, name)).flat().some(isQuarter));

/** What people do to the tabs that the add-on publishes. */
export const tidiedTabs: Mishap = {
  title: 'tidied tabs',
  never: 'stuck or other figures',
  cases: (stage) => Object.keys(HANDS).flatMap((hand) => filledTabs(stage).map((name) => tidied(name, hand))),
};

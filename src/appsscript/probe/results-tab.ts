import type { Decoration, TabDesign } from '../../model';
import { TABS } from '../../workbook/names';
import { createTab } from '../create-tab';
import { now } from '../run';
import { removeUnfinished } from '../unfinished';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface ResultRow {
  readonly theme: string;
  readonly belief: string;
  readonly expected: string;
  readonly found: string;
  readonly verdict: string;
}

const HEADERS = ['Раздел', 'Что проверяется', 'Ожидалось', 'Найдено', 'Итог'];
const WIDTHS = [130, 420, 260, 260, 220];
const FIRST_ROW = 3;

const whole: Omit<Decoration, 'row' | 'rows'> = { column: 1, columns: HEADERS.length, format: '@' };

/** «Проверка установки»: closed to schools like every service tab. */
const DESIGN: TabDesign = {
  key: 'probe',
  name: TABS.probe,
  section: {
    values: [[TABS.probe, '', '', '', ''], HEADERS],
    decorations: [
      { ...whole, row: 1, rows: 1, bold: true, size: 13, color: '#1f3864', background: '#e8eef7' },
      { ...whole, row: 2, rows: 1, bold: true, background: '#d9e2f3', wrap: true, align: 'center', border: true },
    ],
  },
  formats: HEADERS.map(() => '@'),
  rows: 100,
  columns: HEADERS.length,
  frozenRows: FIRST_ROW - 1,
  frozenColumns: 0,
  hiddenColumns: [],
  widths: WIDTHS,
  hidden: false,
  protect: { description: `Служебная вкладка: ${TABS.probe}`, warningOnly: false },
};

function tabIn(spreadsheet: Spreadsheet): Sheet {
  const sheet = spreadsheet.getSheetByName(TABS.probe);
  if (sheet) return sheet;
  removeUnfinished(spreadsheet);
  return createTab(spreadsheet, DESIGN);
}

/** Rewrites the tab, made if absent, with one write over the old results and the new ones. */
export function writeResults(spreadsheet: Spreadsheet, rows: readonly ResultRow[], summary: string): void {
  const sheet = tabIn(spreadsheet);
  const cells = [
    [`Проверка установки ${now()}. ${summary}`, '', '', '', ''],
    HEADERS,
    ...rows.map(({ theme, belief, expected, found, verdict }) => [theme, belief, expected, found, verdict]),
  ];
  const missing = cells.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const blank = HEADERS.map(() => '');
  while (cells.length < sheet.getLastRow()) cells.push(blank);
  sheet.getRange(1, 1, cells.length, HEADERS.length).setValues(cells);
  sheet.activate();
}

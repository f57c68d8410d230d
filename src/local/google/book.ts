import type { Cell } from '../../model';
import type { Kind as ChartKind } from './charts/options';

/** The stored state of a workbook, apart from the service classes that show it to a script. Rows and columns count from 0. */
export interface Book {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  owner: string;
  editors: Set<string>;
  /** Members of groups that may stand among the editors, by the group's address. */
  groups?: ReadonlyMap<string, ReadonlySet<string>>;
  /** The Google Workspace domain that owns the workbook; absent for one of a consumer account. */
  domain?: string;
  sheets: SheetState[];
  namedRanges: Map<string, Area>;
}

/** `rows` and `columns` are sizes; an open end has been resolved. */
export interface Area {
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface SheetState {
  id: number;
  name: string;
  /** Sparse: absent rows and cells are blank. Dates are Node's own (a script's would keep its whole realm alive) and mean the instant (see `Book.timeZone`). */
  cells: (CellState | undefined)[][];
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  rowHeights: Map<number, number>;
  columnWidths: Map<number, number>;
  tabColor: string | null;
  hidden: boolean;
  merges: Omit<Area, 'sheetId'>[];
  filter: Omit<Area, 'sheetId'> | null;
  conditionalFormats: ConditionalFormat[];
  protections: ProtectionState[];
  charts: EmbeddedChartState[];
}

/** A chart on a sheet: where it hangs, which cells it shows, how. */
export interface EmbeddedChartState {
  /** Of the workbook; 0 until it is inserted. */
  id: number;
  kind: ChartKind;
  ranges: Omit<Area, 'sheetId'>[];
  /** How many rows of a range are titles. */
  headers: number;
  showsHidden: boolean;
  options: Record<string, unknown>;
  row: number;
  column: number;
  x: number;
  y: number;
}

export interface CellState {
  value: Cell;
  /** With the leading `=`, as shown in the formula bar. */
  formula?: string;
  note?: string;
  /** Number format pattern; `@` is plain text. */
  format?: string;
  validation?: ValidationState;
  style?: CellStyle;
  /** Where the whole cell links to. */
  link?: string;
  /** Parts of a text that look or link differently, set by rich text. */
  runs?: TextRun[];
}

/** Characters `start` to `end`, the end not included. */
export interface TextRun {
  start: number;
  end: number;
  link?: string;
  style?: CellStyle;
}

export interface CellStyle {
  bold?: boolean;
  italic?: boolean;
  line?: 'underline' | 'line-through';
  color?: string;
  background?: string;
  size?: number;
  font?: string;
  align?: 'left' | 'center' | 'right';
  verticalAlign?: 'top' | 'middle' | 'bottom';
  wrap?: boolean;
  /** Sides that have a border. */
  borders?: { top?: boolean; left?: boolean; bottom?: boolean; right?: boolean };
}

/** `criteria` is a name of SpreadsheetApp.DataValidationCriteria, `arguments` its values; of VALUE_IN_RANGE the first is an `Area`. */
export interface ValidationState {
  criteria: string;
  arguments: unknown[];
  allowInvalid: boolean;
  help: string | null;
}

export interface ProtectionState {
  kind: 'SHEET' | 'RANGE';
  /** Absent for a whole sheet. */
  area?: Omit<Area, 'sheetId'>;
  unprotected: Omit<Area, 'sheetId'>[];
  description: string;
  warningOnly: boolean;
  /** `null` until the script changes the list: then permissions mirror those of the spreadsheet. */
  editors: Set<string> | null;
  /** Everybody in the domain may edit, whoever is listed. */
  domainEdit?: boolean;
}

export interface ConditionalFormat {
  areas: Omit<Area, 'sheetId'>[];
  criteria: string;
  arguments: unknown[];
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
}

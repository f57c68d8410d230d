import type { CellStyle } from '../google/book';
import type { Menu, Question, Shown } from '../runtime/world';

// What the page in the browser and the worker with the runtime say to each other; all of it survives JSON.

export interface Person {
  user: string;
  title: string;
  /** The school's own tab, when there is one. */
  tab?: number;
}

/** What can be seen from anywhere: kept by the page and sent anew with everything that may change it. */
export interface Scene {
  tabs: TabLabel[];
  people: Person[];
  /** The figures are invented. */
  training: boolean;
  documents: DocumentLabel[];
  letters: Letter[];
  /** The workbook's clock, as a text for people. */
  now: string;
  canUndo: boolean;
  /** Functions called by installed clock triggers. */
  scheduled: string[];
}

export interface TabLabel {
  id: number;
  name: string;
  hidden: boolean;
  color: string | null;
}

export interface DocumentLabel {
  id: string;
  title: string;
  modified: string;
}

export interface Letter {
  to: string;
  subject: string;
  body: string;
}

/** Sizes in pixels, 0 for what is hidden; `heights` are estimates that a row may outgrow. */
export interface TabLayout {
  sheet: number;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  widths: number[];
  heights: number[];
  merges: Area[];
  charts: ChartView[];
}

/** A chart over the cells of a tab: the cell it hangs at, pixels from there, its picture. */
export interface ChartView {
  id: number;
  title: string;
  row: number;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  svg: string;
}

/** Rows and columns count from 0. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface RowView {
  row: number;
  cells: CellView[];
}

export interface CellView {
  column: number;
  text: string;
  /** What the entry line shows, when it is not the text. */
  typed?: string;
  style?: CellStyle;
  /** Of a number or a date, that is right; of a checkbox, centre. */
  align?: 'right' | 'center';
  checked?: boolean;
  note?: string;
  link?: string;
  choices?: string[];
  help?: string;
  /** Breaks a validation that only warns. */
  wrong?: boolean;
}

export interface Place {
  sheet: number;
  row: number;
  column: number;
}

/** What became of something a person did. */
export interface Happened {
  scene: Scene;
  shown: Panel[];
  /** Why it was refused or broke off, in words. */
  error?: string;
  /** Where the script led the person. */
  active?: Place;
  /** What `google.script.run` hands to the success handler. */
  result?: unknown;
}

/** Alerts and prompts are asked while the run waits, so only the rest is shown afterwards. */
export type Panel = Exclude<Shown, { buttons: string }>;

/** Nothing is done yet: the person must want it in spite of a warning. */
export interface Doubt {
  doubt: string;
}

export interface Edit extends Place {
  user: string;
  typed: string | string[][];
  /** The person was warned and wants it. */
  sure?: boolean;
}

export type RowChange = 'above' | 'below' | 'delete';

/** A document as the page draws it: what a reader needs of a .docx file, without its finer looks. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; runs: Run[]; align: string; item?: 'bullet' | 'number' }
  | { kind: 'picture'; source: string; title: string }
  | { kind: 'table'; rows: TableCell[][]; widths: number[]; bordered: boolean };

export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

export interface TableCell {
  blocks: Block[];
  columns: number;
  rows: number;
  header: boolean;
}

/** What the page may ask the worker for. */
export interface Desk {
  look(asked: object): Scene;
  /** `lands`: the sheet that opening has led the person to. */
  open(asked: { user: string }): Happened & { menus: Menu[]; lands?: number };
  layOut(asked: { sheet: number }): TabLayout;
  rows(asked: { sheet: number; from: number; to: number }): RowView[];
  edit(asked: Edit): Happened | Doubt;
  changeRow(asked: { user: string; sheet: number; row: number; change: RowChange }): Happened;
  undo(asked: object): Happened;
  run(asked: Place & { user: string; name: string }): Happened;
  call(asked: Place & { user: string; name: string; args: unknown[] }): Happened;
  fire(asked: { name: string }): Happened;
  wait(asked: { days: number }): Happened;
  read(asked: { id: string }): Block[];
  download(asked: { id: string }): { title: string; base64: string };
  save(asked: { path: string }): Promise<void>;
  load(asked: { path: string }): Promise<Happened>;
}

export type Reply = { done: unknown } | { failed: string } | { question: Question } | { preparing: string };

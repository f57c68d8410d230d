import type { EditPatch, Grid, Programme } from '../model';
import {
  ANSWER_COLUMN,
  type Block,
  BOX_COLUMN,
  EXPLANATION,
  HEAD,
  headRole,
  isOwnResults,
  OLDER_ROLE,
  REASON_COLUMN,
  REMARK_COLUMN,
  readSchoolTab,
  type SchoolTab,
  STATE_COLUMN,
} from '../workbook';
import { calculatedPatch } from './calculated-columns';
import { checkTab, checkTouched, type LookedTab, type Seen } from './check-tab';
import { damaged } from './damaged-edit';
import type { Edit, EditAnswer } from './edit';
import { type Formats, reformatted, touchesNumbers } from './edit-formats';
import { olderEdit } from './older-edit';
import { NOT_COUNTED_HERE, resultsRemarks } from './own-results';
import { type Pasted, pastedByTitles } from './pasted-block';
import { pastedPatch } from './pasted-patch';
import { besidePatch, boxPatches, foldPatches, headPatch } from './tab-patches';
import { type Decision, droppedBy, handIn, reopenedBy, takeBack, titlesOf } from './tab-status';
import { firstPlace, isSubmitted, leftIn } from './tab-words';
import { fromRemarks } from './words-among-remarks';

const NOTHING: EditAnswer = { moves: [], patches: [], toast: '' };
/**
 * Service calls an edit may cost; of one that touched many forms the last calculated columns wait for the next check. Only
 * words typed among the remarks of several forms at once cost more: they are moved before anything is written over them.
 */
const CALLS_AT_ONCE = 6;

const touches = (edit: Edit, row: number | undefined, column: number): boolean =>
  row !== undefined &&
  edit.row <= row &&
  row < edit.row + edit.rows &&
  edit.column <= column &&
  column < edit.column + edit.columns;

/** What of the tab an edit is about. */
interface Touched {
  readonly check: boolean;
  readonly submit: boolean;
  readonly forms: ReadonlySet<string>;
  /** Forms whose answer in the head was chosen. */
  readonly answered: ReadonlySet<string>;
  /** Forms whose reason in the head was typed. */
  readonly reasoned: ReadonlySet<string>;
  /** What the add-on says in the head was typed over. */
  readonly states: boolean;
}

function touchedBy(tab: SchoolTab, edit: Edit): Touched {
  const row = (role: string): number | undefined => tab.head.get(role);
  const checkRow = row(headRole.check);
  const lines = (column: number) =>
    new Set([...tab.lines].filter(([, line]) => touches(edit, line.row, column)).map(([form]) => form));
  const among = edit.column <= REMARK_COLUMN && REMARK_COLUMN < edit.column + edit.columns;
  // Beside a title or an end a person's words count where remarks stand.
  const within = ({ titleRow, firstRow, endRow }: Block): boolean =>
    edit.row < endRow + Number(among) && edit.row + edit.rows > (among ? titleRow : firstRow);
  return {
    check: touches(edit, checkRow, BOX_COLUMN) && tab.grid[checkRow! - 1]?.[BOX_COLUMN - 1] === true,
    submit: touches(edit, row(headRole.submit), BOX_COLUMN),
    forms: new Set([...tab.blocks.values()].filter(within).map(({ form }) => form.key)),
    answered: lines(ANSWER_COLUMN),
    reasoned: lines(REASON_COLUMN),
    states: [...tab.head.values()].some((line) => line > HEAD.title && touches(edit, line, STATE_COLUMN)),
  };
}

/**
 * Answers an edit of a school's tab: remarks, calculated columns, completeness; «Проверить», «Сдать». `at` is local ISO,
 * `formatsOf` gives the number formats of cells when asked.
 */
export function answerEdit(
  programme: Programme,
  grid: Grid,
  typed: Edit,
  at: string,
  formatsOf: (area: Edit) => Formats = () => [],
): EditAnswer {
  const read = readSchoolTab(programme, grid);
  if (!read.school) return NOTHING;
  if (read.head.has(OLDER_ROLE)) return olderEdit(read, typed);
  const pasted = pastedByTitles(programme, read, typed);
  const [found, edit] = pasted ? [pasted.tab, pasted.area] : [read, typed];
  const touched = touchedBy(found, edit);
  const { check, submit, forms, answered, reasoned, states } = touched;
  const asks = check || submit;
  if (found.trouble.length > 0) return damaged(programme, found, edit, asks);
  if (!asks && !states && forms.size + answered.size + reasoned.size === 0) return besideResults(found, edit);
  const own = asks ? undefined : new Set([...forms, ...answered, ...reasoned]);
  const numbers = forms.size > 0 && touchesNumbers(found, edit);
  const { tab, takenFor, patch: plain } = reformatted(found, edit, numbers ? formatsOf(edit) : [], pasted?.source);
  const seen: Seen = {
    explained: pasted && !pasted.explains ? new Set() : explainedRows(tab, edit),
    ...(pasted ? { aside: pasted.aside } : {}),
    reasoned,
    changed: (row) => edit.row <= row && row < edit.row + edit.rows,
    confirmed: check,
    takenFor,
  };
  const checked = own ? checkTouched(programme, tab, seen, own) : checkTab(programme, tab, seen);
  const decision = decide(checked, touched, seen, at);
  const { moves, toast: moved } = fromRemarks(checked, edit);
  const writing: Writing = { own, answered, pasted, plain, numbers, status: decision.status, moves: moves.length };
  return {
    moves,
    ...written(programme, checked, writing),
    toast: [pasted?.toast, decision.toast || (check ? checkToast(checked) : ''), moved].filter(Boolean).join(' '),
  };
}

interface Writing extends Pick<Touched, 'answered'> {
  readonly own?: ReadonlySet<string>;
  readonly pasted: Pasted | null;
  /** Gives cells their format back. */
  readonly plain: EditPatch | null;
  /** Formats were asked for. */
  readonly numbers: boolean;
  readonly status: Decision['status'];
  readonly moves: number;
}

/** What is written, as much of it as the calls of an edit allow. */
function written(
  programme: Programme,
  checked: LookedTab,
  { own, answered, pasted, plain, numbers, status, moves }: Writing,
): Pick<EditAnswer, 'looksAgain' | 'patches'> {
  const { tab } = checked;
  const remembered = besidePatch(checked, own ? { only: own } : { relied: true }, status);
  const computed = checked.blocks
    .filter(({ block }) => !own || own.has(block.form.key))
    .flatMap((block) => calculatedPatch(programme, checked, block) ?? []);
  const beside = pasted ? pastedPatch(tab, pasted, [...(remembered ? [remembered] : []), ...computed]) : remembered;
  const head = headPatch(checked, status);
  const boxes = boxPatches(tab, { check: false, submit: isSubmitted(status) });
  // What a number was is remembered before its format is gone.
  const others = [...(beside ? [beside] : []), ...(plain ? [plain] : []), ...(head ? [head] : []), ...boxes];
  const folds = checked.blocks.filter(({ block }) => answered.has(block.form.key)).map((b) => foldPatches(tab, b));
  const needed = (numbers ? 2 : 1) + moves + others.length;
  const looksAgain = moves > 0 && needed + moves <= CALLS_AT_ONCE;
  const calls = needed + (looksAgain ? moves : 0);
  const more = [...folds, ...(pasted ? [] : computed).map((patch) => [patch])];
  return { looksAgain, patches: [...others, ...fitting(more, CALLS_AT_ONCE - calls)] };
}

/** What is typed where the add-on tells a school its results counts nowhere, and that is said at once. */
function besideResults({ school, grid }: SchoolTab, edit: Edit): EditAnswer {
  const touched = Array.from({ length: edit.rows }, (_, index) => edit.row + index);
  const rows = touched.filter((row) => isOwnResults(grid[row - 1]));
  if (rows.length === 0) return NOTHING;
  return { moves: [], patches: resultsRemarks(school, grid, rows), toast: NOT_COUNTED_HERE };
}

/** The first of what belongs together each that come to no more than `calls`. */
function fitting(groups: readonly (readonly EditPatch[])[], calls: number): EditPatch[] {
  const taken: EditPatch[] = [];
  for (const group of groups) {
    if (taken.length + group.length > calls) break;
    taken.push(...group);
  }
  return taken;
}

/** Rows whose explanation cell is in the edit: what is said there is about the numbers that stand there now. */
function explainedRows(tab: SchoolTab, edit: Edit): Set<number> {
  const rows = new Set<number>();
  for (const block of tab.blocks.values()) {
    const column = block.columns.get(EXPLANATION)!;
    for (let row = Math.max(edit.row, block.firstRow); row < Math.min(edit.row + edit.rows, block.endRow); row += 1) {
      if (touches(edit, row, column)) rows.add(row);
    }
  }
  return rows;
}

/** What becomes of the tab's status: errors and open questions block «Сдать», a change afterwards drops it. */
function decide(checked: LookedTab, { check, submit }: Touched, { explained, reasoned }: Seen, at: string): Decision {
  const { tab } = checked;
  const looked = (status: Decision['status']): Decision['status'] => (check ? { ...status, checkedAt: at } : status);
  if (submit) {
    const decision = tab.ticked ? handIn(checked, at) : takeBack(checked);
    return { ...decision, status: looked(decision.status) };
  }
  const dropped = droppedBy(checked, at, reopenedBy(checked, explained, reasoned));
  if (!dropped) return { status: looked(tab.status), toast: '' };
  const what = titlesOf(checked, dropped.changed);
  const toast = `Изменено после сдачи${what && ` (${what})`}: отметка «Сдать» снята. Проверьте и сдайте ещё раз.`;
  return { status: looked(dropped), toast };
}

function checkToast(checked: LookedTab): string {
  const left = leftIn(checked);
  if (left === '') return 'Проверено: замечаний нет.';
  const row = firstPlace(checked);
  return `Проверено: ${left}. Первое место – строка ${row}; замечания стоят в столбце «Замечания».`;
}

import { CHANGED_UNSEEN } from '../domain';
import { counted, type Form, type Grid, type Patch, type Programme, textOf } from '../model';
import {
  DRAFT,
  EXPLANATION,
  HEAD,
  headArea,
  REMARK_COLUMN,
  readSchoolTab,
  type SchoolTab,
  SUBMITTED,
  schoolTab,
  VALUE_COLUMN,
} from '../workbook';
import { calculatedPatch } from './calculated-columns';
import { type CheckedTab, checkTab, completenessWords, remarksPatch, tabCompleteness } from './check-tab';

/** What a person changed on a school's tab; rows and columns from 1. */
export interface Edit {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface EditAnswer {
  readonly patches: readonly Patch[];
  /** Shown for some seconds in the corner; '' for nothing. */
  readonly toast: string;
}

const NOTHING: EditAnswer = { patches: [], toast: '' };
/** Service calls an edit may cost; of one that touched many forms the last calculated columns wait for the next check. */
const CALLS_AT_ONCE = 6;

const touches = (edit: Edit, row: number, column: number): boolean =>
  edit.row <= row && row < edit.row + edit.rows && edit.column <= column && column < edit.column + edit.columns;

/** Answers an edit of a school's tab: remarks, calculated columns, completeness; «Проверить», «Сдать». `when` is «12.01.2023 09:15», `formatsOf` gives the edited cells' number formats when asked. */
export function answerEdit(
  programme: Programme,
  grid: Grid,
  edit: Edit,
  when: string,
  formatsOf: () => readonly (readonly string[])[] = () => [],
): EditAnswer {
  const tab = readSchoolTab(programme, grid);
  if (!tab.school) return NOTHING;
  const check = touches(edit, HEAD.check, VALUE_COLUMN) && boxAt(tab, HEAD.check);
  const submit = touches(edit, HEAD.submit, VALUE_COLUMN);
  if (tab.trouble.length > 0) return check || submit ? damaged(tab, check, submit) : NOTHING;
  const edited = editedForms(tab, edit);
  if (!check && !submit && edited.size === 0) return NOTHING;
  const typed = (row: number) => edit.row <= row && row < edit.row + edit.rows;
  // A tick confirms what a remark has asked about; what was not yet asked is asked first.
  const confirmed = (row: number) => check && textOf(grid[row - 1]?.[REMARK_COLUMN - 1]).includes(CHANGED_UNSEEN);
  const checked = checkTab(programme, tab, {
    explained: explainedRows(tab, edit),
    changed: (row) => typed(row) || confirmed(row),
    percent: percentsIn(edit, edited.size > 0 ? formatsOf() : []),
  });
  const own = check || submit ? undefined : edited;
  const remarks = remarksPatch(checked, own);
  const decision = decide(checked, { submit, edited: edited.size > 0 }, when);
  const others = [
    ...(remarks ? [remarks] : []),
    ...headPatches(programme.forms, checked, decision.status),
    ...boxPatches(tab, check, decision.submitted),
  ];
  const reads = edited.size > 0 ? 2 : 1;
  const calculated = checked.blocks
    .filter(({ block }) => !own || own.has(block.form.key))
    .flatMap((block) => calculatedPatch(programme, checked, block) ?? [])
    .slice(0, CALLS_AT_ONCE - reads - others.length);
  return { patches: [...others, ...calculated], toast: check && !submit ? checkToast(checked) : decision.toast };
}

/** Cells of the edit that Sheets took for percentages. */
const percentsIn =
  (edit: Edit, formats: readonly (readonly string[])[]) =>
  (row: number, column: number): boolean | undefined =>
    formats[row - edit.row]?.[column - edit.column]?.includes('%');

function editedForms(tab: SchoolTab, edit: Edit): Set<string> {
  const forms = new Set<string>();
  for (const block of tab.blocks.values()) {
    if (edit.row < block.endRow && edit.row + edit.rows > block.firstRow) forms.add(block.form.key);
  }
  return forms;
}

/** Rows whose explanation cell is in the edit: what is said there is about the numbers that stand there now. */
function explainedRows(tab: SchoolTab, edit: Edit): Set<number> {
  const rows = new Set<number>();
  for (const block of tab.blocks.values()) {
    const column = block.columns.get(EXPLANATION);
    for (let row = block.firstRow; row < block.endRow; row += 1) {
      if (column !== undefined && touches(edit, row, column)) rows.add(row);
    }
  }
  return rows;
}

interface Decision {
  readonly status: string;
  readonly submitted: boolean;
  readonly toast: string;
}

/** What becomes of the tab's status: errors and unexplained warnings block «Сдать», an edit afterwards drops it. */
function decide(checked: CheckedTab, what: { submit: boolean; edited: boolean }, when: string): Decision {
  const { tab, errors, unexplained } = checked;
  const wanted = boxAt(tab, HEAD.submit);
  if (what.submit && wanted && errors + unexplained > 0) {
    return {
      status: DRAFT,
      submitted: false,
      toast: `Не сдано: ${troubleWords(errors, unexplained)}. Исправьте или напишите пояснение – замечания стоят в столбце B.`,
    };
  }
  if (what.submit && wanted && checked.rows.length === 0) {
    return { status: DRAFT, submitted: false, toast: 'Не сдано: на вкладке нет ни одной заполненной строки.' };
  }
  if (what.submit && wanted) return { status: `${SUBMITTED} ${when}`, submitted: true, toast: 'Сдано. Спасибо!' };
  if (what.submit) return { status: DRAFT, submitted: false, toast: 'Отметка о сдаче снята.' };
  if (what.edited && tab.submitted) {
    return {
      status: `${DRAFT} (изменено после сдачи ${when})`,
      submitted: false,
      toast: 'Данные изменены после сдачи: отметка «Сдать» снята. Проверьте и сдайте ещё раз.',
    };
  }
  return { status: tab.status || DRAFT, submitted: tab.submitted, toast: '' };
}

const troubleWords = (errors: number, unexplained: number): string =>
  [
    ...(errors > 0 ? [counted(errors, 'ошибка', 'ошибки', 'ошибок')] : []),
    ...(unexplained > 0 ? [`${counted(unexplained, 'замечание', 'замечания', 'замечаний')} без пояснения`] : []),
  ].join(', ');

const checkToast = ({ errors, unexplained }: CheckedTab): string =>
  errors + unexplained === 0
    ? 'Проверено: замечаний нет.'
    : `Проверено: ${troubleWords(errors, unexplained)}. Смотрите столбец B.`;

function headPatches(forms: readonly Form[], checked: CheckedTab, status: string): Patch[] {
  const { row, column } = headArea(forms);
  const lines = forms.map((form) => {
    const block = checked.blocks.find((item) => item.block.form.key === form.key);
    return block ? completenessWords(block, checked.tab) : '';
  });
  const values: Grid = [[status], [tabCompleteness(checked)], ...lines.map((line) => [line])];
  const same = values.every((cells, index) => cells[0] === (checked.tab.grid[row - 1 + index]?.[column - 1] ?? ''));
  return same ? [] : [{ kind: 'values', tab: schoolTab(checked.tab.school), row, column, values }];
}

const boxAt = (tab: SchoolTab, row: number): boolean => tab.grid[row - 1]?.[VALUE_COLUMN - 1] === true;

/** Unticks «Проверить» once it is done, and «Сдать» where it does not hold. Both stand together: one write. */
function boxPatches(tab: SchoolTab, check: boolean, submitted: boolean): Patch[] {
  const drop = boxAt(tab, HEAD.submit) && !submitted;
  if (!check && !drop) return [];
  const patch = { kind: 'values', tab: schoolTab(tab.school), column: VALUE_COLUMN } as const;
  if (check && drop) return [{ ...patch, row: HEAD.check, values: [[false], [false]] }];
  return [{ ...patch, row: check ? HEAD.check : HEAD.submit, values: [[false]] }];
}

function damaged(tab: SchoolTab, check: boolean, submit: boolean): EditAnswer {
  return {
    patches: boxPatches(tab, check, !submit),
    toast: 'Вкладка повреждена: её строки или столбцы сдвинуты. Нажмите «Отменить» (Ctrl+Z) или сообщите координатору.',
  };
}

import { type Cell, digest, type Form, type Grid, isGiven, textOf } from '../model';
import {
  type FormPrint,
  isFieldKey,
  isSettled,
  RETIRED,
  type RetiredBlock,
  ROLE_COLUMN,
  type SchoolTab,
} from '../workbook';
import type { CheckedBlock, LookedTab } from './check-tab';
import { controlOfKeys, keysOf } from './remember';

/**
 * A form's rows as a set, whatever order they stand in. Cells of fields that came later do not matter; a field that has
 * left the programme since is still read in its column.
 */
function printOf({ block, placed }: CheckedBlock, fields: readonly string[], { grid, lines }: SchoolTab): FormPrint {
  const answer = lines.get(block.form.key)?.answer ?? null;
  return { ...rowsPrint({ block, placed }, fields, grid), ...(answer && isSettled(answer) ? { answer } : {}) };
}

function rowsPrint(
  { block, placed }: Pick<CheckedBlock, 'block' | 'placed'>,
  fields: readonly string[],
  grid: Grid,
): FormPrint {
  if ([...fields].sort().join() === keysOf(block.form).join())
    return printOfControls(
      fields,
      placed.map(({ control }) => control),
    );
  const columns = fields.map((key) => block.columns.get(key) ?? block.columns.get(RETIRED + key) ?? 0);
  return printOfCells(
    fields,
    placed.map(({ tabRow }) => columns.map((column) => grid[tabRow - 1]?.[column - 1] ?? '')),
  );
}

const BLANK = digest('');

function printOfControls(fields: readonly string[], controls: readonly string[]): FormPrint {
  const rows = controls.filter((control) => control !== BLANK).sort();
  return { fields, hash: rows.length === 0 ? '' : digest(rows.join('|')), rows: rows.length };
}

/** `cells` of each row are those of the fields. */
function printOfCells(fields: readonly string[], cells: Grid): FormPrint {
  const keys = [...fields].sort();
  const byKey = (row: readonly Cell[]): Record<string, Cell> =>
    Object.fromEntries(fields.map((key, index) => [key, row[index]!]));
  return printOfControls(
    fields,
    cells.map((row) => controlOfKeys(keys, byKey(row))),
  );
}

/** What forms that have left the programme were handed in with, so that they still are if they are asked for again. */
export const printsOfRetired = (blocks: readonly RetiredBlock[]): Record<string, FormPrint> =>
  Object.fromEntries(
    blocks.map(({ key, values }) => {
      const partOf = (cells: readonly Cell[]): string => textOf(cells[ROLE_COLUMN - 1]).slice(key.length + 1);
      const keys = values.find((cells) => partOf(cells) === 'keys') ?? [];
      const columns = keys.flatMap((cell, column) => (isFieldKey(textOf(cell)) ? [column] : []));
      const rows = values.filter((cells) => ['row', ''].includes(partOf(cells)));
      const fields = columns.map((column) => textOf(keys[column]));
      const own = rows.map((cells) => columns.map((column) => cells[column] ?? ''));
      return [key, printOfCells(fields, own)];
    }),
  );

/** What a tab is handed in with. */
export const printsOf = ({ blocks, tab }: LookedTab): Record<string, FormPrint> =>
  Object.fromEntries(
    blocks.map((block) => [block.block.form.key, printOf(block, Object.keys(block.block.form.fields), tab)]),
  );

/** Of a form that came after the handing in, what people type there: its rows may have come from what the tab knows. */
const ownFields = ({ fields }: Form): string[] => Object.keys(fields).filter((key) => !isGiven(fields[key]));

/** A form that is no longer what was handed in. */
export interface ChangedForm {
  readonly block: CheckedBlock;
  /** How many rows were handed in; null when that is not known. */
  readonly rowsBefore: number | null;
  readonly rows: number;
  readonly answerBefore: string;
  readonly answer: string;
}

/** Those that were not checked are as their last check saw them. */
export const changesSince = (
  { blocks, tab }: LookedTab,
  prints: Readonly<Record<string, FormPrint>> | undefined,
): ChangedForm[] =>
  blocks.flatMap((block) => {
    const { form } = block.block;
    const before = prints?.[form.key];
    const fields = before?.fields ?? (prints ? ownFields(form) : Object.keys(form.fields));
    const now = printOf(block, fields, tab);
    const [answerBefore, answer] = [before?.answer ?? '', now.answer ?? ''];
    if (now.hash === (before?.hash ?? '') && answer === answerBefore) return [];
    return [{ block, rowsBefore: before?.rows ?? null, rows: now.rows ?? 0, answerBefore, answer }];
  });

/** Keys of the forms that are not as they were handed in. */
export const changedForms = (checked: LookedTab, prints: Readonly<Record<string, FormPrint>> | undefined): string[] =>
  changesSince(checked, prints).map(({ block }) => block.block.form.key);

import { type Cell, type Grid, isBlank, type Programme, textOf } from '../model';
import {
  ANSWER_COLUMN,
  CAPTIONS,
  HEAD,
  headRole,
  inHeadOrder,
  isInSight,
  LABEL_COLUMN,
  MEMORY_COLUMN,
  OLDER_ROLE,
  plainTitle,
  ROLE_COLUMN,
  readFacts,
} from '../workbook';
import { LABELS_010, LINK_010, VALUE_COLUMN_010 } from './version-0-1-0';

/** A row of the head that lost its role: rows and columns from 0. */
type Roles = Map<number, string>;

interface Found {
  readonly roles: Roles;
  /** Columns that are missing at the left. */
  readonly lost: number;
}

/**
 * The tab with the roles of its head where they and perhaps the first columns are gone: the head is known by its captions,
 * that of version 0.1.0 by its labels. Where the roles stand, one of the columns beside them may be gone.
 */
export function withHeadRoles(programme: Programme, grid: Grid): Grid {
  if (grid.some((cells) => textOf(cells[ROLE_COLUMN - 1]).startsWith('head/'))) return withColumns(programme, grid);
  const found = headOfToday(programme, grid) ?? headOf010(programme, grid);
  if (!found || found.lost < 0) return grid;
  return grid.map((cells, row) => {
    const wide: Cell[] = [...Array<Cell>(found.lost).fill(''), ...cells];
    const role = found.roles.get(row);
    if (role !== undefined && isBlank(wide[ROLE_COLUMN - 1])) wide[ROLE_COLUMN - 1] = role;
    return wide;
  });
}

/** A column deleted between the roles and the answers: all that stands right of it is where it was made. */
function withColumns({ forms }: Programme, grid: Grid): Grid {
  const captions = grid.find((cells) => textOf(cells[ROLE_COLUMN - 1]) === headRole.forms)?.map(textOf) ?? [];
  const answer = captions.findIndex((text, at) => text === CAPTIONS.answer && captions[at + 1] === CAPTIONS.state);
  const lost = ANSWER_COLUMN - 1 - answer;
  if (answer < 0 || lost <= 0) return grid;
  const titles = new Set(forms.map((form) => plainTitle(form.title)));
  const isLabel = (column: number): boolean =>
    grid.some(
      (cells) =>
        textOf(cells[ROLE_COLUMN - 1]).startsWith('head/form/') && titles.has(plainTitle(textOf(cells[column - 1]))),
    );
  const after = isLabel(LABEL_COLUMN) ? LABEL_COLUMN : ROLE_COLUMN;
  return grid.map((cells) => [...cells.slice(0, after), ...Array<Cell>(lost).fill(''), ...cells.slice(after)]);
}

/** Below the captions each form has its line; the lines above them stand as they were made. */
function headOfToday({ forms }: Programme, grid: Grid): Found | null {
  const titles = new Map(forms.map((form) => [plainTitle(form.title), form]));
  for (let row = HEAD.forms - 1; row < Math.min(grid.length, SEARCHED); row += 1) {
    const cells = (grid[row] ?? []).map(textOf);
    const answer = cells.findIndex((text, at) => text === CAPTIONS.answer && cells[at + 1] === CAPTIONS.state);
    if (answer < 0) continue;
    const lost = ANSWER_COLUMN - 1 - answer;
    const first = row - HEAD.forms + 1;
    const roles: Roles = new Map([
      [first, 'head/school//'],
      [first + HEAD.period - 1, headRole.period('')],
      [first + HEAD.check - 1, headRole.check],
      [first + HEAD.submit - 1, headRole.submit],
      [first + HEAD.answer - 1, headRole.answer],
      [first + HEAD.status - 1, headRole.status],
      [row, headRole.forms],
    ]);
    const label = LABEL_COLUMN - 1 - lost;
    const facts = readFacts(grid[first]?.[MEMORY_COLUMN - 1 - lost]);
    const standing = facts ? inHeadOrder(forms, (form) => isInSight(facts, form)) : [];
    for (let at = row + 1; at < grid.length && !grid[at]!.every(isBlank); at += 1) {
      // Where the labels are gone, or say another title, the lines' order tells, if it is known what is asked for.
      const form = titles.get(plainTitle(textOf(grid[at]![label]))) ?? standing[at - row - 1];
      roles.set(at, form ? headRole.form(form) : headRole.spare);
    }
    return { roles, lost };
  }
  return null;
}

/** As far down as people may have pushed the head by rows of their own. */
const SEARCHED = 20;

/** A label and a value a line, the first one the school's. */
function headOf010({ forms }: Programme, grid: Grid): Found | null {
  const lines = new Map<string, string>([
    ...Object.entries(LABELS_010).map(([role, label]) => [plainTitle(label), role] as const),
    ...forms.map((form) => [plainTitle(LINK_010 + form.title), headRole.form(form)] as const),
  ]);
  const period = plainTitle(LABELS_010['head/period/']);
  const row = grid.slice(0, SEARCHED).findIndex((cells) => cells.some((cell) => plainTitle(textOf(cell)) === period));
  if (row < 1) return null;
  const label = grid[row]!.findIndex((cell) => plainTitle(textOf(cell)) === period);
  const roles: Roles = new Map([[row - 1, 'head/school//']]);
  for (let at = row; at < Math.min(grid.length, row + SEARCHED); at += 1) {
    const role = lines.get(plainTitle(textOf(grid[at]![label])));
    const isLine = textOf(grid[at]![label]).startsWith(LINK_010);
    if (role !== undefined) roles.set(at, role);
    else if (isLine) roles.set(at, headRole.spare);
  }
  return [...roles.values()].includes(OLDER_ROLE) ? { roles, lost: VALUE_COLUMN_010 - 2 - label } : null;
}

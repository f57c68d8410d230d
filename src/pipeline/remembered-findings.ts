import { type CheckedForm, personalDataIn, type RowsBy } from '../domain';
import { type Form, type Issue, isBlank, type RawRow, textOf, yearAndQuarter } from '../model';
import {
  type Block,
  MEMORY_COLUMN,
  type OutsideFinding,
  ownerOfBefore,
  type RowMemory,
  readMemory,
  type SchoolTab,
} from '../workbook';
import { type Seen, UNSEEN } from './check-block';
import type { RememberedRow } from './tab-rows';

interface FoundRows {
  readonly tab: SchoolTab;
  readonly block: Block;
  readonly placed: readonly RememberedRow[];
}

/** What was found of a form with what it and its rows remember. */
export function withMemory(
  { tab, block, placed }: FoundRows,
  checked: CheckedForm,
  seen: Seen,
  stays: (id: string) => boolean,
): CheckedForm {
  const more: Issue[] = [];
  for (const row of placed) {
    if (row.memory?.district !== undefined) more.push(...districtFindings(row, row.memory.district, checked.form));
    for (const issue of outsideFindings(row)) if (stays(issue.id)) more.push(issue);
    if (isUnseenChange(row, seen)) more.push({ ...placeOf(row.raw), id: UNSEEN, severity: 'warning', details: {} });
  }
  const ofForm = { period: tab.period, school: tab.school, form: block.form.key, row: 0 };
  if (placed.every(({ memory, control }) => memory?.control === control)) {
    for (const finding of formMemory(tab, block)?.outside ?? NONE)
      if (stays(finding.id)) more.push({ ...ofForm, ...finding });
  }
  for (const { kind, title } of personalDataIn(tab.lines.get(block.form.key)?.reason ?? ''))
    more.push({ ...ofForm, id: 'cell/personal-data', severity: 'warning', details: { kind, title } });
  return more.length === 0 ? checked : { ...checked, issues: [...checked.issues, ...more] };
}

const NONE: readonly OutsideFinding[] = [];

const formMemory = (tab: SchoolTab, { titleRow }: Block) => readMemory(tab.grid[titleRow - 1]?.[MEMORY_COLUMN - 1]);

/** The rows of the last period as the rows of this one remember them. */
export function rowsBefore(found: readonly { block: Block; placed: readonly RememberedRow[] }[]): RowsBy | undefined {
  const rows = new Map<string, RawRow[]>();
  for (const { block, placed } of found) {
    const own = placed.flatMap(({ raw, memory, identity }): RawRow[] => {
      if (!memory || ownerOfBefore(memory) !== identity || Object.keys(memory.before).length === 0) return [];
      const names = block.form.identity.map((key) => [key, raw.cells[key] ?? '']);
      return [{ ...placeOf(raw), cells: { ...Object.fromEntries(names), ...memory.before }, explanation: '' }];
    });
    if (own.length > 0) rows.set(block.form.key, own);
  }
  return rows.size > 0 ? rows : undefined;
}

/** The rows of the year before as the forms remember them. */
export function rowsYearAgo(tab: SchoolTab, found: readonly { readonly block: Block }[]): RowsBy | undefined {
  const { period, school } = tab;
  const { quarter } = yearAndQuarter(period);
  const rows = new Map<string, RawRow[]>();
  for (const { block } of found) {
    const past = formMemory(tab, block)?.past[quarter] ?? [];
    if (past.length === 0) continue;
    const place = { period, school, form: block.form.key, explanation: '' };
    const own = past.map((cells, index): RawRow => ({ ...place, row: index + 1, cells }));
    rows.set(block.form.key, own);
  }
  return rows.size > 0 ? rows : undefined;
}

const placeOf = ({ period, school, form, row }: RawRow) => ({ period, school, form, row });

/** What a run that saw other tabs has found of a row stays for as long as the row does. */
const outsideFindings = ({ raw, memory, control }: RememberedRow): Issue[] =>
  memory === null || memory.control !== control
    ? []
    : memory.outside.map((finding) => ({ ...placeOf(raw), ...finding }));

/** Numbers that are no longer those that the district has put there from a file. */
const districtFindings = ({ raw }: RememberedRow, district: RowMemory['district'], { fields }: Form): Issue[] =>
  Object.entries(district ?? {}).flatMap(([field, given]): Issue[] => {
    const own = raw.cells[field];
    if (!fields[field] || isBlank(own) || textOf(own) === textOf(given)) return [];
    const details = { own: textOf(own), district: textOf(given) };
    return [{ ...placeOf(raw), field, id: 'row/differs-from-district', severity: 'warning', details }];
  });

/**
 * A row that is not what is remembered of it although nobody was seen to type there: one column sorted alone, an undo, a
 * lost edit. The memory stays until a person has looked.
 */
function isUnseenChange({ memory, control, tabRow }: RememberedRow, seen: Seen): boolean {
  if (!memory || memory.control === '' || memory.control === control || seen.changed(tabRow)) return false;
  return !(seen.confirmed && memory.asked);
}

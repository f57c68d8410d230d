import {
  type DraftOrigin,
  digest,
  draftIdentity,
  type Grid,
  isBlank,
  labelOf,
  originIn,
  originText,
  type Patch,
  type Programme,
  type RegisterRow,
} from '../model';
import { type Draft, draftsOf, isParticipant, originOf, type ReportData, recommendationText } from '../report';
import { cellsOf, readRegister, registerCells, registerTabOf } from '../workbook';

const REGISTER = 'actions';
const AS_DRAFTED = 'проект';

/** What entering the drafts of a period's recommendations comes to. */
export interface EnteredDrafts {
  readonly patches: readonly Patch[];
  /** The last row of the sheet that they fill. */
  readonly lastRow: number;
  readonly entered: number;
  /** Drafts that stand in the register already, in whatever words and state. */
  readonly standing: number;
  /** Drafts that people have deleted. */
  readonly deleted: number;
  /** Everything ever entered for the period, as it is to be remembered. */
  readonly remembered: readonly string[];
}

/**
 * Drafts for the programme's schools as rows below all others of the register. None is written twice: not where it stands,
 * whatever people have made of it, and not where they have deleted it. Null for a tab that cannot be read.
 */
export function enterDrafts(
  { registers }: Programme,
  data: ReportData,
  grid: Grid,
  remembered: readonly string[],
): EnteredDrafts | null {
  const register = registers.find(({ key }) => key === REGISTER);
  const tab = register && registerTabOf(register, registers);
  const kept = register && tab && readRegister(tab, register, grid);
  if (!register || !tab || !kept) return null;
  const standing = new Set(kept.rows.flatMap(({ cells }) => originIn(cells.origin) ?? []).map(draftIdentity));
  const known = new Set(remembered);
  const all = data.schools
    .filter((school) => isParticipant(data, school))
    .flatMap((school) => draftsOf(data, school))
    .map((draft) => ({ draft, origin: originOf(data, draft) }));
  const absent = all.filter(({ origin }) => !standing.has(draftIdentity(origin)));
  const fresh = absent.filter(({ origin }) => !known.has(markOf(origin)));
  const first = lastFilled(grid) + 1;
  const labels = new Map(data.schools.map(({ key, name }) => [key, name]));
  const values = fresh.map(({ draft, origin }) => {
    const row = rowOf(draft, origin);
    return cellsOf(tab, kept.layout, {
      ...registerCells(register, row, labels),
      label: labelOf(register, row, labels),
    });
  });
  return {
    patches: values.length > 0 ? [{ kind: 'values', tab: tab.key, row: first, column: 1, values }] : [],
    lastRow: first + values.length - 1,
    entered: fresh.length,
    standing: all.length - absent.length,
    deleted: absent.length - fresh.length,
    remembered: [...new Set([...remembered, ...all.map(({ origin }) => markOf(origin))])],
  };
}

/** Short: what is remembered of a period is one property of the workbook. */
const markOf = (origin: DraftOrigin): string => digest(draftIdentity(origin)).slice(0, 7);

/** Its id comes with the next look at the register. */
const rowOf = (draft: Draft, origin: DraftOrigin): RegisterRow => ({
  id: '',
  school: draft.school,
  finding: draft.finding,
  recommendation: recommendationText(draft),
  addressee: draft.addressee,
  dueTo: draft.dueTo,
  status: AS_DRAFTED,
  wanted: draft.measured?.wanted ?? '',
  before: draft.measured?.before ?? null,
  beforeOf: draft.measured?.beforeOf ?? null,
  origin: originText(origin),
});

function lastFilled(grid: Grid): number {
  let last = grid.length;
  while (last > 0 && grid[last - 1]!.every(isBlank)) last -= 1;
  return last;
}

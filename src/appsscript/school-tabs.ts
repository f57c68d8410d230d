import { type LayoutProblem, surplusSentence } from '../messages';
import { type Grid, type School, shortName } from '../model';
import { differsFrom, type SchoolGrid, schoolOf } from '../pipeline';
import { programme } from '../programme';
import { BEFORE_REPAIR, schoolTab, schoolTabName } from '../workbook/names';
import type { Book } from './book';
import { readWhole } from './tab-reader';
import { isUnfinished } from './unfinished';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Candidate {
  readonly sheet: Sheet;
  readonly grid: Grid;
}

export interface LocatedTabs {
  readonly tabs: readonly SchoolGrid[];
  /** What was renamed back and what stands there too many, in Russian. */
  readonly notes: readonly string[];
  /** The same without what is said of these sheets. */
  notesBut(sheets: readonly Sheet[]): readonly string[];
}

/**
 * Reads every school's tab. A tab belongs to the school that its hidden role names; its visible name is given back when
 * somebody changed it. In order, this costs one call a school.
 */
export function locateSchoolTabs(
  book: Book,
  schools: readonly School[],
  read: (sheet: Sheet) => Grid = readWhole,
): LocatedTabs {
  const found = new Map<string, Candidate>();
  const astray: Candidate[] = [];
  for (const { key } of schools) {
    const sheet = book.sheet(schoolTab(key));
    if (!sheet) continue;
    const grid = read(sheet);
    const owner = schoolOf(grid[0]![0]!);
    // A tab whose role is gone is known by its name alone and will be named as damaged.
    if (owner === key || owner === '') found.set(key, { sheet, grid });
    else astray.push({ sheet, grid });
  }
  for (const sheet of book.unknown()) {
    // Neither finished nor anybody's: the next set-up removes it.
    if (isUnfinished(sheet)) continue;
    if (schoolOf(sheet.getRange(1, 1).getValue()) !== '') astray.push({ sheet, grid: read(sheet) });
  }
  const renamed = giveBackNames(book, schools, found, astray);
  const held = new Map(heldNames(book, schools, found, astray));
  const extra = extraTabs(schools, found, astray, [...held.values()]);
  const notesBut = (sheets: readonly Sheet[]): string[] => {
    const ids = new Set(sheets.map((sheet) => sheet.getSheetId()));
    return [...renamed, ...extra.filter(({ id }) => !ids.has(id)).map(({ words }) => words)];
  };
  const tabs = schools.map((school) => ({
    school,
    grid: found.get(school.key)?.grid ?? null,
    held: problemOf(schools, held.get(school.key)),
  }));
  return { tabs, notes: notesBut([]), notesBut };
}

const ownerOf = ({ grid }: Candidate): string => schoolOf(grid[0]![0]!);

/** Tabs that bear the name of a school that has none, and say that they are another's: one that was pasted over, or a copy. */
const heldNames = (
  book: Book,
  schools: readonly School[],
  found: ReadonlyMap<string, Candidate>,
  astray: readonly Candidate[],
): [string, Candidate][] =>
  schools.flatMap(({ key }): [string, Candidate][] => {
    const holder = found.has(key) ? undefined : book.sheet(schoolTab(key))?.getSheetId();
    return astray.filter(({ sheet }) => sheet.getSheetId() === holder).map((candidate) => [key, candidate]);
  });

function problemOf(schools: readonly School[], holder: Candidate | undefined): LayoutProblem | undefined {
  if (!holder) return undefined;
  const owner = ownerOf(holder);
  const school = schools.find(({ key }) => key === owner);
  return { id: school ? 'tab/wrong-school' : 'tab/unknown-school', row: 0, found: school?.name ?? owner };
}

/** Exactly one astray tab of a school that has none is that school's tab. */
function giveBackNames(
  book: Book,
  schools: readonly School[],
  found: Map<string, Candidate>,
  astray: readonly Candidate[],
): string[] {
  const lost = schools.flatMap((school) => {
    const all = astray.filter((candidate) => ownerOf(candidate) === school.key);
    // Beside its repair, the tab before the repair does not count.
    const repaired = all.filter(({ sheet }) => !sheet.getName().includes(BEFORE_REPAIR));
    const own = repaired.length > 0 ? repaired : all;
    return !found.has(school.key) && own.length === 1 ? [{ school, candidate: own[0]! }] : [];
  });
  // Two schools may have swapped names, so all are freed first.
  const were = lost.map(({ candidate }) => candidate.sheet.getName());
  for (const { school, candidate } of lost) candidate.sheet.setName(`⏳ ${school.key}`);
  for (const { school, candidate } of lost) {
    const holder = book.sheet(schoolTab(school.key));
    if (holder) holder.setName(`${schoolTabName(school.name).slice(0, 80)} (лишняя ${holder.getSheetId()})`);
    candidate.sheet.setName(schoolTabName(school.name));
    found.set(school.key, candidate);
  }
  const tabless = new Set(schools.filter(({ key }) => !found.has(key)).map(({ name }) => schoolTabName(name)));
  return lost.map(({ school }, index) => renamedSentence(were[index]!, schoolTabName(school.name), tabless));
}

/** A head may have been pasted over the only tab of another school, while the tab whose head it is was deleted. */
function renamedSentence(was: string, name: string, tabless: ReadonlySet<string>): string {
  const back = `Вкладке «${shortName(was)}» возвращено название «${shortName(name)}»`;
  if (!tabless.has(was)) return `${back}.`;
  return `${back}: так в её шапке. Если числа на ней прежней школы, нажмите «Создать или починить вкладки» и перенесите их на новую.`;
}

/** Copies of a school's tab: what is typed there is not counted, and that must not pass in silence. */
function extraTabs(
  schools: readonly School[],
  found: ReadonlyMap<string, Candidate>,
  astray: readonly Candidate[],
  held: readonly Candidate[],
): { id: number; words: string }[] {
  // Of those that bear another school's name it is said there.
  const used = new Set([...found.values(), ...held].map(({ sheet }) => sheet.getSheetId()));
  return astray
    .filter(({ sheet }) => !used.has(sheet.getSheetId()))
    .map((candidate) => {
      const owner = ownerOf(candidate);
      const school = schools.find(({ key }) => key === owner);
      const tab = candidate.sheet.getName();
      const own = found.get(owner);
      // A row may have lost its key, and the tab is all that is left of the school.
      const words = school
        ? surplusSentence(tab, school.name, own !== undefined && differsFrom(programme, candidate.grid, own.grid))
        : `Вкладка «${tab}» не учитывается: школы с ключом «${owner}» на вкладке «Школы» нет. Верните строку школы с этим ключом, а если школа больше не сдаёт, удалите вкладку.`;
      return { id: candidate.sheet.getSheetId(), words };
    });
}

import type { Cell, Programme, School } from '../model';
import {
  type ArchivedTab,
  journalTab,
  type KeyedTab,
  periodOfTab,
  periodsTab,
  publishedTables,
  type RestoredTab,
  readSettings,
  registerDesign,
  registerTabOf,
  restoredDesign,
  type Settings,
  schoolsTab,
  settingPlace,
  settingPlaces,
  settingsDesign,
  tabOfTable,
  written,
} from '../workbook';
import { planHealing } from './heal-tab';
import { factsOf } from './tab-facts';

/** The service tabs that an archive holds, in the order in which they are made; «Школы» apart, which comes last of all. */
export const archivedTabs = (programme: Programme): KeyedTab[] => [
  ...publishedTables(programme).map(tabOfTable),
  ...programme.registers.map((register) => registerTabOf(register, programme.registers)),
  periodsTab,
  journalTab,
];

export const withNotes = ({ key }: KeyedTab): boolean => key.startsWith('register/');

/** Null where the archived tab has lost its keys. */
export function restoredTab(programme: Programme, tab: KeyedTab, archived: ArchivedTab): RestoredTab | null {
  const register = programme.registers.find((item) => registerTabOf(item, programme.registers).key === tab.key);
  return restoredDesign(tab, archived, register && registerDesign(register, programme.registers).frozenColumns);
}

export const restoredSchools = (archived: ArchivedTab): RestoredTab | null => restoredDesign(schoolsTab, archived);

/** The settings as the programme has them, with the values that stood there. */
export function restoredSettings(programme: Programme, { grid }: ArchivedTab): RestoredTab {
  const design = settingsDesign(programme, readSettings(programme, grid).period);
  const values = design.section.values.map((cells): Cell[] => [...cells]);
  for (const { key } of programme.settings) {
    const [[from], to] = [settingPlaces(programme, grid, key), settingPlace(design.section.values, key)];
    // As words where it was words: «15 января» would become a day of this year.
    if (from && to) values[to.row - 1]![to.column - 1] = written(grid[from.row - 1]![from.column - 1]!, 'General');
  }
  return { design: { ...design, section: { ...design.section, values } }, rows: [] };
}

/** A school's tab made anew with everything that stood there: rows, explanations, answers, status, memory. */
export function restoredSchoolTab(
  programme: Programme,
  settings: Settings,
  school: School,
  { grid }: ArchivedTab,
): RestoredTab {
  const period = periodOfTab(grid) ?? settings.period;
  const place = { school, period, facts: factsOf(programme, settings, school, period) };
  return { design: planHealing(programme, place, grid).design, rows: [] };
}

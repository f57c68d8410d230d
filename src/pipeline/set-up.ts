import { formulaText, type PeriodKey, type Programme, type School, type TabDesign } from '../model';
import {
  dueDesign,
  dueTab,
  GROUPS_SETTING,
  groupsIn,
  helpDesign,
  journalTab,
  type KeyedTab,
  keyedDesign,
  periodsTab,
  publishedTables,
  registerDesign,
  registerTabOf,
  type Settings,
  type StartingRows,
  schoolsDesign,
  schoolsTab,
  schoolTabDesign,
  settingsDesign,
  settingsTab,
  tableDesign,
} from '../workbook';
import { ownersOf } from './overview';
import { factsOf } from './tab-facts';

/** The tabs that do not depend on the register. */
export const serviceTabs = (programme: Programme, period: PeriodKey): TabDesign[] => [
  helpDesign(programme, formulaText),
  settingsDesign(programme, period),
  dueDesign(programme, groupsOf(programme)),
  schoolsDesign(programme),
];

/** The groups that the settings start with. */
const groupsOf = ({ settings }: Programme): string[] =>
  groupsIn(String(settings.find(({ key }) => key === GROUPS_SETTING)?.value ?? ''));

/** The consolidated tabs, the registers and the records. */
export const outputTabs = (programme: Programme, schools: readonly School[]): TabDesign[] => [
  ...publishedTables(programme, ownersOf(programme, schools)).map(tableDesign),
  ...programme.registers.map((register) => registerDesign(register, programme.registers)),
  keyedDesign(periodsTab),
  keyedDesign(journalTab),
];

/** The tabs that a run cannot do without, by key; without schools those that have columns of schools are without these. */
export const neededTabs = (programme: Programme, schools: readonly School[] = []): KeyedTab[] => [
  settingsTab,
  dueTab,
  schoolsTab,
  periodsTab,
  journalTab,
  ...publishedTables(programme, ownersOf(programme, schools)).map((table) => ({ ...table, spare: 0 })),
];

/** The tabs of registers, which a run goes on without. */
export const registerTabs = ({ registers }: Programme): KeyedTab[] =>
  registers.map((register) => registerTabOf(register, registers));

export const schoolTabs = (
  programme: Programme,
  schools: readonly School[],
  settings: Settings,
  startOf: (school: School) => StartingRows = () => ({}),
): TabDesign[] =>
  schools.map((school) =>
    schoolTabDesign(programme, {
      ...{ school, period: settings.period, facts: factsOf(programme, settings, school) },
      start: startOf(school),
    }),
  );

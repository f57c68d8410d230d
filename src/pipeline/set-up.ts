import { isDue } from '../domain';
import { formulaText } from '../messages';
import type { PeriodKey, Programme, School, TabDesign } from '../model';
import {
  helpDesign,
  journalDesign,
  periodsDesign,
  publishedTables,
  registerDesign,
  schoolsDesign,
  schoolTabDesign,
  settingsDesign,
  tableDesign,
} from '../workbook';

/** Rows that a consolidated tab starts with for each school. */
const ROWS_PER_SCHOOL = 60;

/** The tabs that do not depend on the register. */
export const serviceTabs = (programme: Programme, period: PeriodKey): TabDesign[] => [
  helpDesign(programme, formulaText),
  settingsDesign(programme, period),
  schoolsDesign(programme.schools),
];

/** The consolidated tabs, sized for the register's schools, and the records. */
export const outputTabs = (programme: Programme, schools: readonly School[]): TabDesign[] => [
  ...publishedTables(programme).map((table) => tableDesign(table, ROWS_PER_SCHOOL * schools.length)),
  ...programme.registers.map((register) => registerDesign(register, programme.registers)),
  periodsDesign,
  journalDesign,
];

export const schoolTabs = (programme: Programme, schools: readonly School[], period: PeriodKey): TabDesign[] =>
  schools.map((school) => schoolTabDesign(programme, school, period, (form) => isDue(form, period)));

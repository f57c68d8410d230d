import {
  type Cell,
  type Due,
  dueKey,
  duesOf,
  type Field,
  type Form,
  isDueIn,
  isEverDue,
  isInYear,
  isOfType,
  type PeriodKey,
  type Programme,
  type QuarterNumber,
  type School,
  type SettingValues,
  type Spared,
  type SparedRows,
  textOf,
  yearAndQuarter,
} from '../model';
import { readClassSet } from './class-set';
import { foundOnce } from './found-once';
import { listedWord } from './listed-words';

/** What decides of a school whether a form is asked of it; what is not known does not decide. */
export type Asked = Partial<Pick<School, 'group' | 'type' | 'unmarkedSecond'>>;

/** What the declarations say of a form in a period. */
function declared({ due: all }: Form, period: PeriodKey, { group, type }: Asked): readonly Due[] {
  return foundOnce(all, [period, group, type].join('|'), () => {
    const { year, quarter } = yearAndQuarter(period);
    return duesOf(all, group, quarter).filter((due) => isOfType(due, type) && isInYear(due, year));
  });
}

/**
 * Whether a form is asked for in a period: of this school, or of anybody when none is named. The district's word among the
 * settings goes before the declarations; of a type of schools that a form is not for it is never asked.
 */
export function isDue(form: Form, period: PeriodKey, school: Asked = {}, settings: SettingValues = {}): boolean {
  const { year, quarter } = yearAndQuarter(period);
  if (!form.due.some((due) => isOfType(due, school.type))) return false;
  const said = school.group === undefined ? undefined : settings[dueKey(form.key, school.group, quarter)];
  const choice = said === undefined ? null : isDueIn(String(said), year);
  return choice ?? declared(form, period, school).length > 0;
}

/** The most forms that a quarter may ask a school for, in whatever year. */
export const mostDue = ({ forms }: Pick<Programme, 'forms'>, school: School, settings: SettingValues): number =>
  Math.max(...QUARTERS.map((quarter) => forms.filter((form) => mayBeDue(form, quarter, school, settings)).length));

const QUARTERS = [1, 2, 3, 4] as const;

function mayBeDue(form: Form, quarter: QuarterNumber, { group, type }: School, settings: SettingValues): boolean {
  if (!form.due.some((due) => isOfType(due, type))) return false;
  const said = settings[dueKey(form.key, group, quarter)];
  const choice = said === undefined ? null : isEverDue(String(said));
  return choice ?? duesOf(form.due, group, quarter).some((due) => isOfType(due, type));
}

/** Whether a school has only to say that a form stands as it was, or as the district has entered it. */
export const isConfirmed = (form: Form, period: PeriodKey, school: Asked): boolean =>
  form.byDistrict === true || declared(form, period, school)[0]?.confirmed === true;

/** Keys of the forms of which one row for the whole school is enough. */
export const wholeSchoolForms = ({ forms }: Pick<Programme, 'forms'>, period: PeriodKey, school: Asked): string[] =>
  forms.filter((form) => declared(form, period, school)[0]?.wholeSchool).map(({ key }) => key);

/** What of the forms that are asked for is not asked: by field and by row. */
export function sparedOf(
  { forms, settings: declaredSettings }: Pick<Programme, 'forms' | 'settings'>,
  period: PeriodKey,
  school: Asked,
  settings: SettingValues,
): Spared {
  const set = (key: string) => settings[key] ?? declaredSettings.find((setting) => setting.key === key)?.value;
  const asked = forms.filter((form) => isDue(form, period, school, settings));
  const rows = asked.flatMap((form): [string, SparedRows][] => {
    const own = rowsAsked(form, period, school);
    return own ? [[form.key, own]] : [];
  });
  return {
    fields: asked.flatMap((form) =>
      fieldsOfTimes(forms, form).flatMap(([key, field]) =>
        isFieldDue(field, period, set) ? [] : [`${form.key}.${key}`],
      ),
    ),
    rows: Object.fromEntries(rows),
  };
}

/** Those that are not asked for always. */
const fieldsOfTimes = (forms: readonly Form[], { key, fields }: Form): readonly [string, Field][] =>
  foundOnce(forms, key, () => Object.entries(fields).filter(([, { due }]) => due !== undefined));

function isFieldDue({ due }: Field, period: PeriodKey, set: (key: string) => string | number | undefined): boolean {
  const { quarters, setting } = due ?? {};
  const [key, value] = setting ?? [];
  const isSet = key === undefined || set(key) === undefined || set(key) === value;
  return isSet && (quarters === undefined || quarters.includes(yearAndQuarter(period).quarter));
}

/** The highest number of a class. */
const LAST_GRADE = 12;

/** Null where every row is asked for, as in a quarter that the district has opened by itself. */
function rowsAsked(form: Form, period: PeriodKey, school: Asked): SparedRows | null {
  const [due] = declared(form, period, school);
  if (!due) return null;
  const { only, markedFrom } = due;
  const [first = 1, last = LAST_GRADE] = due.grades ?? [];
  const from = school.unmarkedSecond && markedFrom !== undefined ? Math.max(first, markedFrom) : first;
  const grades = from > 1 || last < LAST_GRADE ? ([from, last] as const) : undefined;
  if (!grades && !only) return null;
  return { ...(grades ? { grades } : {}), ...(only ? { only } : {}) };
}

/** Whether nobody asks for a row: its classes or its words are none of those that are asked for. */
export function isSparedRow(form: Form, spared: SparedRows, cells: Readonly<Record<string, Cell>>): boolean {
  const { grades, only = {} } = spared;
  const classes = grades && readClassSet(textOf(cells.grade), textOf(cells.letter));
  if (grades && classes && (classes.to < grades[0] || classes.from > grades[1])) return true;
  return Object.entries(only).some(([key, words]) => {
    const typed = textOf(cells[key]);
    return typed !== '' && !words.includes(listedWord(form.fields[key]!, typed)?.word ?? typed);
  });
}

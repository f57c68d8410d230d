import { dueDayOf, isDue, mostDue, sparedOf, wholeSchoolForms } from '../domain';
import type { PeriodKey, Programme, School } from '../model';
import type { Settings, TabFacts } from '../workbook';

/** What a school's tab needs to know for being checked without any other tab. */
export function factsOf(programme: Programme, settings: Settings, school: School, period = settings.period): TabFacts {
  return {
    group: school.group,
    partner: school.partner,
    ...(school.partnerName ? { partnerName: school.partnerName } : {}),
    due: dueForms(programme, settings, school, period),
    spared: sparedOf(programme, period, school, settings.values),
    wholeSchool: wholeSchoolForms(programme, period, school),
    listed: mostDue(programme, school, settings.values),
    deadline: dueDayOf(period, settings.values, school),
    settings: ownSettings(programme, settings),
  };
}

const dueForms = (programme: Programme, { values }: Settings, school: School, period: PeriodKey): string[] =>
  programme.forms.filter((form) => isDue(form, period, school, values)).map(({ key }) => key);

/** Numbers that the district has set otherwise than the programme. */
const ownSettings = (programme: Programme, { values }: Settings): Record<string, string | number> =>
  Object.fromEntries(
    programme.settings
      .filter(({ key, value }) => typeof value === 'number' && values[key] !== undefined && values[key] !== value)
      .map(({ key }) => [key, values[key]!]),
  );

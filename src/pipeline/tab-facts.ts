import { deadlineOf, isDue } from '../domain';
import type { PeriodKey, Programme, School } from '../model';
import type { Settings, TabFacts } from '../workbook';

/** What a school's tab needs to know for being checked without any other tab. */
export function factsOf(programme: Programme, settings: Settings, school: School, period = settings.period): TabFacts {
  return {
    group: school.group,
    partner: school.partner,
    due: dueForms(programme, school, period),
    deadline: deadlineOf(period, settings.values),
    settings: ownSettings(programme, settings),
  };
}

const dueForms = (programme: Programme, school: School, period: PeriodKey): string[] =>
  programme.forms.filter((form) => isDue(form, period, school)).map(({ key }) => key);

/** Numbers that the district has set otherwise than the programme. */
const ownSettings = (programme: Programme, { values }: Settings): Record<string, string | number> =>
  Object.fromEntries(
    programme.settings
      .filter(({ key, value }) => typeof value === 'number' && values[key] !== undefined && values[key] !== value)
      .map(({ key }) => [key, values[key]!]),
  );

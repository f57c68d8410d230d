import { type Form, type PeriodKey, type School, yearAndQuarter } from '../model';

/** What decides of a school whether a form is asked of it; what is not known does not decide. */
export type Asked = Partial<Pick<School, 'group' | 'type'>>;

/** Whether a form is asked for in a period: of this school, or of anybody when none is named. */
export function isDue(form: Form, period: PeriodKey, school: Asked = {}): boolean {
  const { quarter } = yearAndQuarter(period);
  return form.due.some(
    ({ quarters, groups, types }) =>
      quarters.includes(quarter) &&
      (groups === undefined || school.group === undefined || groups.includes(school.group)) &&
      (types === undefined || school.type === undefined || types.includes(school.type)),
  );
}

import { type PeriodKey, type Seen, type SeenRow, shiftPeriod, yearAndQuarter } from '../model';
import { isDue } from './due';
import { identityOf } from './identity';

/** Its rows are classes, so a summer later the same name is that of other children. */
export const isOfClasses = ({ form }: Pick<Seen, 'form'>): boolean =>
  form.identity.includes('grade') && form.identity.includes('letter');

/** Whether a summer lies between a period and the last one in which the form was asked for. */
function isAfterSummer({ form, school, period }: Seen): boolean {
  for (let back = 0; back < 4; back += 1) {
    const at: PeriodKey = shiftPeriod(period, -back);
    if (back > 0 && isDue(form, at, school)) return false;
    if (yearAndQuarter(at).quarter === 3) return true;
  }
  return true;
}

/** The grades that people leave school after: who goes on to the next is another class. */
const LEAVING = 9;

/** The row of the last period about the same children: under the name of the grade below when a summer lies between. */
export function sameChildren(seen: Seen): (row: SeenRow) => SeenRow | undefined {
  const movedUp = isAfterSummer(seen);
  return (row) => {
    const { classes } = row;
    if (!classes) return undefined;
    const isSeveral = classes.from !== classes.to || (classes.from === classes.to && classes.letters.length > 1);
    if (!movedUp || isSeveral) return seen.before(row);
    const grade = classes.from - 1;
    if (grade < 1 || grade === LEAVING) return undefined;
    const texts = { ...row.entry.texts, grade: String(grade) };
    return seen.before(row, identityOf(seen.form, { texts }, { ...classes, from: grade, to: grade }));
  };
}

import type { Entry, Form, School } from '../../model';
import { type ClassSet, classTitle, covers, overlaps, readClassSet } from '../class-set';
import { type Finding, found } from './finding';

export const classSetOf = (entry: Entry): ClassSet | null =>
  readClassSet(entry.texts.grade ?? '', entry.texts.letter ?? '');

/** A row of totals among the classes would count everybody twice. */
const TOTAL = /итог|всего|сумма/i;

/** The grade's spelling, and grades that a school of this type does not have. */
export function checkGrade(form: Form, entry: Entry, school: Pick<School, 'type'>): Finding[] {
  if (!('grade' in form.fields) || !entry.texts.grade) return [];
  const set = classSetOf(entry);
  const typed = entry.texts.grade;
  if (TOTAL.test(typed)) return [found('cell/total-row', 'error', { found: typed.slice(0, 40) }, 'grade')];
  if (!set) return [found('cell/unknown-grade', 'warning', { found: entry.texts.grade.slice(0, 40) }, 'grade')];
  return school.type === 'ООШ' && set.to > 9 && set.from > 9
    ? [found('row/grade-not-taught', 'warning', { found: entry.texts.grade, type: school.type }, 'grade')]
    : [];
}

/** The row's number of pupils against the class list. */
export function checkAgainstClassList(form: Form, entry: Entry, classList: readonly Entry[]): Finding[] {
  const set = classSetOf(entry);
  const enrolled = entry.numbers.enrolled;
  if (!form.followsClassList || !set || classList.length === 0) return [];
  const sets = classList.map(classSetOf);
  const listed = classList.filter((_, index) => sets[index] && covers(set, sets[index]));
  const name = classTitle(entry.texts.grade ?? '', entry.texts.letter ?? '');
  // «2-4» beside a listed «1-4»: the same children, but their number cannot be compared.
  if (listed.length === 0 && sets.some((own) => own && overlaps(set, own))) return [];
  if (listed.length === 0) return [found('row/class-not-listed', 'warning', { class: name }, 'grade')];
  const expected = listed.reduce((sum, item) => sum + (item.numbers.enrolled ?? 0), 0);
  if (enrolled === null || enrolled === undefined || enrolled === expected) return [];
  return [found('row/enrolled-differs', 'warning', { class: name, enrolled, expected }, 'enrolled')];
}

/** Classes of the list that no row of the form speaks of. */
export function checkMissingClasses(form: Form, entries: readonly Entry[], classList: readonly Entry[]): Finding[] {
  const classwise = form.followsClassList && form.identity.every((key) => key === 'grade' || key === 'letter');
  if (!classwise || entries.length === 0) return [];
  const sets = entries.map(classSetOf).filter((set) => set !== null);
  const missing = classList.filter((item) => {
    const own = classSetOf(item);
    const first = form.firstGrade ?? 1;
    if (own === null || own.to < first) return false;
    const asked = { ...own, from: Math.max(own.from, first) };
    return !sets.some((set) => covers(set, asked));
  });
  if (missing.length === 0) return [];
  const names = missing.map((item) => classTitle(item.texts.grade ?? '', item.texts.letter ?? ''));
  return [found('form/missing-classes', 'warning', { classes: names.join(', ') })];
}

/** A small group with a filled sensitive number tells on single children. */
export function checkSmallGroup(form: Form, entry: Entry): Finding[] {
  const enrolled = entry.numbers.enrolled;
  if (form.smallGroup === undefined || enrolled === null || enrolled === undefined || enrolled >= form.smallGroup)
    return [];
  const field = Object.keys(form.fields).find((key) => form.fields[key]!.sensitive && entry.numbers[key] !== null);
  return field === undefined ? [] : [found('row/small-group', 'warning', { enrolled, limit: form.smallGroup }, field)];
}

/** True when the two rows may speak of the same pupils. */
export function sameClasses(a: Entry, b: Entry): boolean {
  const one = classSetOf(a);
  const two = classSetOf(b);
  return one !== null && two !== null && overlaps(one, two);
}

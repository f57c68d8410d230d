import { type Check, type Form, isKept, type Needs, type Programme } from '../model';
import { checks as everyForm } from './checks';
import { CLASS_LIST } from './class-list';
import { foundOnce } from './found-once';

/** The checks that look at a form: those that every form has, then the programme's own. */
export function checksOf({ checks }: Pick<Programme, 'checks'>): (form: Form) => readonly Check[] {
  return ({ key }) =>
    foundOnce(checks, key, () => [...everyForm, ...checks].filter(({ form }) => form === undefined || form === key));
}

/** Ids of the checks that the school's word about a whole form answers. */
export const answeredByForm = ({ checks }: Pick<Programme, 'checks'>): ReadonlySet<string> =>
  new Set([...everyForm, ...checks].filter((check) => check.answeredByForm).map(({ id }) => id));

/** What each check needs that is not made at every edit, by its id. */
export const keptChecks = ({ checks }: Pick<Programme, 'checks'>): ReadonlyMap<string, Needs> =>
  new Map([...everyForm, ...checks].filter(isKept).map(({ id, needs }) => [id, needs]));

/** Keys of the other forms of which a form's checks look only at the rows that share a class with its own. */
export function looksByClassAt(programme: Pick<Programme, 'forms' | 'checks'>, form: Form): string[] {
  const own = programme.checks.filter((check) => check.needs === 'tab' && (!check.form || check.form === form.key));
  const isByClass = (other: string): boolean =>
    !(form.followsClassList && other === CLASS_LIST) &&
    own.every(({ sameClass, beside }) => sameClass || beside?.includes(other) === false);
  return looksAt(programme, form).filter(isByClass);
}

/** Keys of the other forms whose rows the checks of a form look at. */
export function looksAt({ forms, checks }: Pick<Programme, 'forms' | 'checks'>, form: Form): string[] {
  const wanted = new Set(form.followsClassList ? [CLASS_LIST] : []);
  for (const { needs, form: of, beside } of checks) {
    if (needs !== 'tab' || (of !== undefined && of !== form.key)) continue;
    if (beside === undefined) return forms.flatMap(({ key }) => (key === form.key ? [] : [key]));
    for (const key of beside) wanted.add(key);
  }
  // Most forms are compared with none, and this is asked of each at every edit.
  if (wanted.size === 0) return [];
  return forms.flatMap(({ key }) => (key !== form.key && wanted.has(key) ? [key] : []));
}

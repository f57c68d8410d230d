import type { Check, Form, Programme } from '../model';
import { checks as everyForm } from './checks';
import { CLASS_LIST } from './class-list';

/** The checks that look at a form: those that every form has, then the programme's own. */
export function checksOf({ checks }: Pick<Programme, 'checks'>): (form: Form) => readonly Check[] {
  const all = [...everyForm, ...checks];
  return ({ key }) => all.filter(({ form }) => form === undefined || form === key);
}

/** Ids of the checks that the school's word about a whole form answers. */
export const answeredByForm = ({ checks }: Pick<Programme, 'checks'>): ReadonlySet<string> =>
  new Set([...everyForm, ...checks].filter((check) => check.answeredByForm).map(({ id }) => id));

/** Keys of the other forms whose rows the checks of a form look at. */
export function looksAt(
  { forms, checks }: Pick<Programme, 'forms' | 'checks'>,
  { key, followsClassList }: Form,
): string[] {
  const all = forms.map((form) => form.key);
  const isOwn = (check: Check): boolean => check.needs === 'tab' && (check.form === undefined || check.form === key);
  const others = checks.filter(isOwn).flatMap(({ beside = all }) => beside);
  const wanted = new Set(followsClassList ? [...others, CLASS_LIST] : others);
  return all.filter((other) => other !== key && wanted.has(other));
}

import type { Check, Form, Programme } from '../model';
import { checks as everyForm } from './checks';

/** The checks that look at a form: those that every form has, then the programme's own. */
export function checksOf({ checks }: Pick<Programme, 'checks'>): (form: Form) => readonly Check[] {
  const all = [...everyForm, ...checks];
  return ({ key }) => all.filter(({ form }) => form === undefined || form === key);
}

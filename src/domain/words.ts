import { type Check, type Form, type Issue, type Programme, quoted, type Titles } from '../model';
import { checks as everyForm } from './checks';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const byId = (checks: readonly Check[]): ReadonlyMap<string, Check> =>
  new Map(checks.map((check) => [check.id, check]));
const GENERIC = byId(everyForm);

/** Said of what an older version has found and no check finds any more. */
const FORGOTTEN = 'Замечание прежней версии, теперь это не проверяется';

const NO_FORM: Form = { key: '', title: '', help: '', fields: {}, identity: [], due: [], sums: [] };

function titlesOf(form: Form, field: string | undefined): Titles {
  const title = field === undefined ? undefined : form.fields[field]?.title;
  return { form, ...(field === undefined ? {} : { field }), column: title === undefined ? 'графа' : quoted(title) };
}

/** What is wrong and what to do, without the place: «„5“: пусто; если таких нет, поставьте 0». */
export function wordsOf({ forms, checks }: Pick<Programme, 'forms' | 'checks'>): (issue: Issue) => string {
  const own = byId(checks);
  const byKey = new Map(forms.map((form) => [form.key, form]));
  return ({ id, form, field, details }) => {
    const check = GENERIC.get(id) ?? own.get(id);
    return check ? capital(check.words(details, titlesOf(byKey.get(form) ?? NO_FORM, field))) : FORGOTTEN;
  };
}

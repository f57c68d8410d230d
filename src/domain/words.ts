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

/** Longer than anybody reads, in a margin or a list. */
const LONGEST = 200;
/** How a list says where it is, before the words. */
const placeOf = ({ title }: Form): string => `Форма «${title}», строка № 9999. .`;
/** Names, lists and typed words are shortened to so many letters, the next fewer where the sentence is still too long. */
const SHORTER = [60, 40, 28, 20, 14] as const;

/** Of what is only looked up nothing may be missing. */
const isCode = (text: string): boolean => /^[a-z\d/-]+$/i.test(text);
const cut = (text: string, most: number): string =>
  text.length <= most || isCode(text) ? text : `${text.slice(0, most - 1).trimEnd()}…`;

function fitting(check: Check, details: Issue['details'], titles: Titles): string {
  const room = LONGEST - placeOf(titles.form).length;
  let words = check.words(details, titles);
  for (const most of SHORTER) {
    if (words.length <= room) break;
    const shorter = Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' ? cut(value, most) : value,
    ]);
    const column = titles.column.replace(/^«(.*)»$/, (_, title: string) => `«${cut(title, most)}»`);
    words = check.words(Object.fromEntries(shorter), { ...titles, column });
  }
  return words;
}

/** What is wrong and what to do, without the place: «„5“: пусто; если таких нет, поставьте 0». */
export function wordsOf({ forms, checks }: Pick<Programme, 'forms' | 'checks'>): (issue: Issue) => string {
  const own = byId(checks);
  const byKey = new Map(forms.map((form) => [form.key, form]));
  return ({ id, form, field, details }) => {
    const check = GENERIC.get(id) ?? own.get(id);
    return check ? capital(fitting(check, details, titlesOf(byKey.get(form) ?? NO_FORM, field))) : FORGOTTEN;
  };
}

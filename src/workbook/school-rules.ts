import { canonicalText, type Programme, quoted, type School } from '../model';
import { BEFORE_REPAIR, schoolTabName, serviceTabNames, UNFINISHED } from './names';

/** Why a row of the register names no school, in Russian: where in the row, what is wrong and what to do. */
export interface SchoolTrouble {
  readonly field: 'key' | 'name';
  readonly words: string;
}

type Told = (school: Pick<School, 'key' | 'name'>) => SchoolTrouble | null;

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
/** Two tabs whose names look the same are one to whoever looks for a school. */
const looksOf = (tab: string): string => canonicalText(tab) || tab;
/** By these the add-on knows its own tabs while it is at work on them. */
const OWN_MARKS = [UNFINISHED.slice(0, 1), BEFORE_REPAIR.trim()];

/**
 * The rules of the register, told row by row in its order: of two schools with one key or one tab the first is right. One
 * place for the workbook and for files.
 */
export function schoolRules(programme: Pick<Programme, 'forms' | 'registers'>): Told {
  const services = new Map(serviceTabNames(programme).map((name) => [looksOf(name), name]));
  const keys = new Set<string>();
  const tabs = new Map<string, string>();
  const ofKey = (key: string): string | null => {
    if (key === '') return 'нет ключа – впишите латинские буквы, цифры и дефис';
    // What every object of JavaScript has is found in any list by key.
    if (!/^[\w-]+$/.test(key) || key in {})
      return `ключ ${quoted(short(key))} не годится – нужны латинские буквы, цифры и дефис; русские «а», «с», «о» выглядят так же`;
    return keys.has(key) ? `ключ ${quoted(short(key))} уже занят другой школой – дайте каждой свой` : null;
  };
  const ofName = (name: string, looks: string): string | null => {
    const tab = schoolTabName(name);
    if (tab === '') return 'нет названия школы – впишите его';
    const service = services.get(looks);
    if (service !== undefined) return `так называется служебная вкладка ${quoted(service)} – назовите школу иначе`;
    if (OWN_MARKS.some((mark) => tab.includes(mark)))
      return `знаки «⏳» и «(до починки» надстройка ставит на свои вкладки – назовите школу без них`;
    const other = tabs.get(looks);
    return other === undefined
      ? null
      : `школа с названием ${quoted(short(other))} уже есть, вкладки ${quoted(short(name))} и ${quoted(short(other))} не различить – назовите школы по-разному`;
  };
  return ({ key, name }) => {
    const looks = looksOf(schoolTabName(name));
    const aboutKey = ofKey(key);
    const words = aboutKey ?? ofName(name, looks);
    if (words !== null) return { field: aboutKey === null ? 'name' : 'key', words };
    keys.add(key);
    tabs.set(looks, name);
    return null;
  };
}

/** The setting that declares the groups of a district. */
export const GROUPS_SETTING = 'groups';

export const groupsIn = (declared: string): string[] =>
  declared
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** The district's own word where only case, spaces or look-alike letters differ. */
export const groupOf = (word: string, groups: readonly string[]): string =>
  groups.find((group) => canonicalText(group) === canonicalText(word)) ?? word;

/** What is said of a group that is none of the district's: such a school is in no table of its group. */
export function groupRemark(group: string, groups: readonly string[]): string | null {
  if (group === '' || groups.includes(group)) return null;
  const near = groups.find((word) => beginsAlike(word, group));
  const offer = near === undefined ? `выберите из списка: ${groups.join(', ')}` : `возможно, ${quoted(near)}`;
  return `группы ${quoted(short(group))} в районе нет – ${offer}; новую группу впишите в «Настройки»`;
}

/** «ведущий» is «ведущая», «участники» is «участник»: endings differ. */
function beginsAlike(a: string, b: string): boolean {
  const [one, other] = [canonicalText(a), canonicalText(b)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= 4 && same >= Math.max(one.length, other.length) / 2;
}

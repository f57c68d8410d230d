import { type Figure, type School, type SchoolGroup, shortName } from '../model';
import { widthOfWords } from './column-widths';
import { type TabColumn, wordsColumn as words } from './keyed-tab';
import { TABS } from './names';
import { PERIOD_IN_WORDS, type Table } from './table';

/** Whose figures have a column of their own: the district, its groups, its schools. */
export type Owner = Pick<Figure, 'scope' | 'school' | 'group'>;

export const ownerColumn = ({ scope, school, group }: Owner): string =>
  scope === 'district' ? 'district' : scope === 'group' ? `group:${group}` : `school:${school}`;

/** Null for a column that is nobody's. */
export function ownerOfColumn(key: string): Owner | null {
  if (key === 'district') return { scope: 'district' };
  const [, scope, name] = /^(group|school):(.+)$/.exec(key) ?? [];
  return scope === 'group' ? { scope, group: name! } : scope === 'school' ? { scope, school: name! } : null;
}

/** Room for «12 из 345» and for a share with its mark. */
const NARROWEST = 75;

const ownColumn = (owner: Owner, title: string): TabColumn =>
  words(ownerColumn(owner), title, Math.max(NARROWEST, widthOfWords(title)));

/** Those of the district whose columns the tab has. */
export interface Owners {
  readonly groups: readonly Pick<SchoolGroup, 'key' | 'short'>[];
  readonly schools: readonly Pick<School, 'key' | 'name'>[];
}

/**
 * «Показатели» as people read them: a row for each indicator, the district, its groups and its schools beside each other.
 * A school that has come gets its column at the right, one that has gone keeps it.
 */
export const overviewTable = ({ groups, schools }: Owners): Table => ({
  key: 'overview',
  name: TABS.overview,
  help: 'Строка – показатель, столбец – чей он. «*» – от 5 до 9 человек, меньше – числом, «н/д» – нет данных. Точные значения, по предметам и классам – на скрытой вкладке «Сводные данные. Показатели».',
  frozenColumns: 5,
  identity: ['indicator', 'slice'],
  columns: [
    ...PERIOD_IN_WORDS,
    words('indicator', 'Ключ показателя', 140, true),
    words('slice', 'Разрез, служебные данные', 140, true),
    words('title', 'Показатель', 260),
    words('section', 'Раздел', 150),
    words('from', 'Данные за', 150),
    ownColumn({ scope: 'district' }, 'Район'),
    ...groups.map(({ key, short }) => ownColumn({ scope: 'group', group: key }, short)),
    ...schools.map(({ key, name }) => ownColumn({ scope: 'school', school: key }, shortName(name))),
  ],
});

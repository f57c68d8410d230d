import {
  type Grid,
  type InputRule,
  type KnownSchool,
  type Patch,
  type Programme,
  type School,
  type SchoolGroup,
  type TabDesign,
  textOf,
} from '../model';
import { columnPatch } from './column-patch';
import { type KeyedTab, keyedDesign, layoutOf, readKeyed, type TabColumn, wordsColumn } from './keyed-tab';
import { TABS } from './names';
import { type Addresses, addressesIn, extensionIn } from './school-cells';
import { groupOf, groupRemark, type SchoolTrouble, schoolRules } from './school-rules';

const words = (key: string, title: string, width: number, help = ''): TabColumn => ({
  ...wordsColumn(key, title, width),
  ...(help === '' ? {} : { help }),
});

const REMARK = 'remark';
const EDITORS = 'editors';
const EXTENDED = 'extended';
const MAIL = 'mail';
const UNMARKED = 'unmarked-second';

/** The list of a column that follows the groups of the district. */
export const groupRule = (groups: readonly string[]): InputRule => ({
  kind: 'list',
  choices: groups,
  help: 'Группа программы. Новую впишите в «Настройки».',
});

export const keysOf = (groups: readonly SchoolGroup[]): string[] => groups.map(({ key }) => key);

export const SCHOOL_TYPES: readonly string[] = ['СОШ', 'ООШ', 'НОШ'];

/** The register's tab; whoever keeps it may add schools below. */
export const schoolsTab: KeyedTab = {
  key: 'schools',
  name: TABS.schools,
  help: 'Школы района: по строке на школу. Новые школы вписывайте ниже.',
  columns: [
    words('key', 'Ключ', 130, 'Латинские буквы, цифры, дефис. Не меняйте: по ключу хранится история школы.'),
    words('name', 'Название', 320),
    { ...words('type', 'Тип', 70), rule: { kind: 'list', choices: SCHOOL_TYPES, help: 'Тип школы' } },
    {
      ...words('group', 'Группа', 110, 'Группа программы: одно из слов, перечисленных в «Настройках».'),
    },
    words('partner', 'Ключ школы-партнёра', 150),
    {
      ...words(
        UNMARKED,
        'Во 2 классе нет отметок за I полугодие',
        130,
        '«да», если по локальному акту школы во 2 классе за I полугодие отметок не ставят: тогда они не спрашиваются.',
      ),
      rule: { kind: 'list', choices: ['да'], help: '«да» или пусто' },
    },
    words(MAIL, 'Почта школы', 220, 'Только официальный ящик школы.'),
    words(
      EDITORS,
      'Редакторы вкладки',
      260,
      'Почта тех, кто заполняет вкладку школы, через запятую: остальные править её не смогут. Пусто – её правят все, кому открыта книга. После изменения нажмите «Создать или починить вкладки».',
    ),
    words(
      EXTENDED,
      'Отсрочка до',
      110,
      'День, до которого школе продлён срок сдачи, цифрами: ДД.ММ.ГГГГ. Стоит в шапке её вкладки, от него считаются дни опоздания. Когда сдают следующий период, отсрочка кончается.',
    ),
    words(REMARK, 'Замечания', 320, 'Пишет надстройка: что исправить в этой строке.'),
    words('login', 'Логин ФИС ОКО', 110, 'edu и шесть цифр. По нему узнаётся школа в файлах ВПР.'),
    words('oldLogin', 'Прежний логин', 110, 'sch и шесть цифр, если цифры другие, чем в нынешнем.'),
    words('code', 'Код РЦОИ', 90, 'По нему узнаётся школа в протоколах ОГЭ и ЕГЭ.'),
    words('names', 'Другие названия', 320, 'Как ещё называют школу в файлах, через точку с запятой.'),
  ],
  spare: 30,
};

/** The group's list begins with the words of the programme; later it follows Настройки. */
export const schoolsDesign = ({ schools, groups }: Pick<Programme, 'schools' | 'groups'>): TabDesign =>
  keyedDesign(
    {
      ...schoolsTab,
      columns: schoolsTab.columns.map((column) =>
        column.key === 'group' ? { ...column, rule: groupRule(keysOf(groups)) } : column,
      ),
    },
    schools.map(({ key, name, type, group, partner }) => ({ key, name, type, group, partner })),
  );

/** Something to be said beside a row of the register. */
export interface SchoolRemark {
  /** Of the tab, from 1. */
  readonly row: number;
  readonly words: string;
}

export interface Register {
  readonly schools: readonly School[];
  /** Rows that cannot be used: each may be a school that is not counted. */
  readonly trouble: readonly string[];
  /** What leaves the school in but is wrong. */
  readonly doubts: readonly string[];
  /** Addresses of those who fill a school's tab, by school; none of a school whose tab is open to all. Not kept anywhere else. */
  readonly editors: ReadonlyMap<string, readonly string[]>;
  /** Where a school is written to, by school; none of a school that gave no address. Not kept anywhere else. */
  readonly mails: ReadonlyMap<string, string>;
  /** Both beside their rows. */
  readonly remarks: readonly SchoolRemark[];
}

const FIELDS = ['key', 'name', 'type', 'group', 'partner'] as const;
/** Keys that somebody has cleared: `keyOf` gives what the tab of a school's name says. One that another row has is no row's. */
export function planSchoolKeys(
  grid: Grid,
  keyOf: (name: string) => string,
): { readonly patch: Patch; readonly count: number } | null {
  const column = layoutOf(schoolsTab, grid)?.order.indexOf('key') ?? -1;
  if (column < 0) return null;
  const { rows, rowNumbers } = readKeyed(schoolsTab, grid);
  const taken = new Set(rows.map(({ key }) => textOf(key)));
  const keys = new Map<number, string>();
  rows.forEach(({ key, name }, index) => {
    if (textOf(key) !== '' || textOf(name) === '') return;
    const own = keyOf(textOf(name));
    if (!taken.has(own)) keys.set(rowNumbers[index]!, own);
    taken.add(own);
  });
  const patch = columnPatch(schoolsTab.key, grid, column, (standing, row) => keys.get(row) ?? standing);
  return patch && { patch, count: keys.size };
}

type FieldTexts = [key: string, name: string, type: string, group: string, partner: string];

/** Whose tab is there already is not to get another key. */
const wordsAbout = ({ key }: School, trouble: SchoolTrouble | null): string | null =>
  trouble && key === ''
    ? 'нет ключа – новой школе впишите латинские буквы, цифры и дефис, прежней его вернёт «Создать или починить вкладки»'
    : (trouble?.words ?? null);

/** Reads the register; a row that cannot be used is named and left out. `groups` are those of the district. */
export function readSchools(
  programme: Pick<Programme, 'forms' | 'registers' | 'groups'>,
  grid: Grid,
  groups: readonly string[] = keysOf(programme.groups),
): Register {
  const told = schoolRules(programme);
  const found: FoundSchool[] = [];
  const { rows, rowNumbers } = readKeyed(schoolsTab, grid);
  rows.forEach((cells, index) => {
    const [key, name, type, group, partner] = FIELDS.map((field) => textOf(cells[field])) as FieldTexts;
    // What the add-on has written beside a row that was cleared since.
    if (Object.entries(cells).every(([column, cell]) => column === REMARK || textOf(cell) === '')) return;
    const unmarked = textOf(cells[UNMARKED]).toLowerCase() === 'да';
    const school = {
      ...{ key, name, type, group: groupOf(group, groups), partner },
      ...(unmarked ? { unmarkedSecond: true } : {}),
      ...extensionIn(cells[EXTENDED]),
    };
    const editors = addressesIn(textOf(cells[EDITORS]));
    const mails = addressesIn(textOf(cells[MAIL]));
    const late = textOf(cells[EXTENDED]) !== '' && !school.extended;
    found.push({
      row: rowNumbers[index]!,
      school,
      editors,
      mails,
      noDay: late,
      wrong: wordsAbout(school, told(school)),
    });
  });
  const counted = found.filter(({ wrong }) => wrong === null).map(({ school }) => school);
  const nameOf = new Map(counted.map((school) => [school.key, school.name]));
  const schools = counted.map((school) => {
    const partnerName = nameOf.get(school.partner);
    return partnerName === undefined ? school : { ...school, partnerName };
  });
  const wrong = found.flatMap((at) => (at.wrong === null ? [] : [{ row: at.row, words: at.wrong }]));
  const doubtful = found.flatMap((at) =>
    at.wrong === null ? doubtsOf(at, schools, groups).map((words) => ({ row: at.row, words })) : [],
  );
  const listed = found.filter(({ wrong: why, editors }) => why === null && editors.good.length > 0);
  return {
    schools,
    trouble: wrong.map(placed),
    doubts: doubtful.map(placed),
    editors: new Map(listed.map(({ school, editors }) => [school.key, editors.good])),
    mails: new Map(
      found.flatMap(({ school, mails, wrong: why }) =>
        why === null && mails.good.length > 0 ? [[school.key, mails.good.join(',')] as const] : [],
      ),
    ),
    remarks: [...wrong, ...doubtful],
  };
}

/** The same schools as other systems name them; tabs of older workbooks have no columns for that yet. */
export function readKnownSchools(schools: readonly School[], grid: Grid): KnownSchool[] {
  const { rows } = readKeyed(schoolsTab, grid);
  return schools.map(({ key, name }) => {
    const cells = rows.find((row) => textOf(row.key) === key) ?? {};
    const { login, oldLogin, code, names } = cells;
    return {
      ...{ key, name, login: textOf(login), oldLogin: textOf(oldLogin), code: textOf(code) },
      names: otherNames(textOf(names)),
    };
  });
}

export const otherNames = (text: string): string[] =>
  text
    .split(/[;|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const placed = ({ row, words }: SchoolRemark): string => `Вкладка «${TABS.schools}», строка ${row}: ${words}.`;

interface FoundSchool {
  readonly row: number;
  readonly school: School;
  readonly editors: Addresses;
  readonly mails: Addresses;
  /** Something else than a day stands where its deadline is put off. */
  readonly noDay: boolean;
  readonly wrong: string | null;
}

function doubtsOf(
  { school, editors, mails, noDay }: FoundSchool,
  schools: readonly School[],
  groups: readonly string[],
): string[] {
  const { group, partner } = school;
  const ofGroup = groupRemark(group, groups);
  const known = partner === '' || schools.some(({ key }) => key === partner);
  return [
    ...(ofGroup === null ? [] : [ofGroup]),
    ...editors.bad.map((word) => `«${word}» в «Редакторах вкладки» – не адрес почты, исправьте его`),
    ...mails.bad.map((word) => `«${word}» в «Почте школы» – не адрес почты, исправьте его`),
    ...(noDay ? ['в «Отсрочке до» не день – напишите его цифрами: ДД.ММ.ГГГГ'] : []),
    ...(known ? [] : [`школы с ключом «${partner}» нет – исправьте ключ школы-партнёра`]),
    ...(partner !== '' && partner === school.key
      ? ['школа названа своим же партнёром – исправьте ключ школы-партнёра']
      : []),
  ];
}

/** What is said beside the rows, as it is to stand; null where it does, or where the tab has no column for it yet. */
export function schoolRemarksPatch(grid: Grid, { remarks }: Register): Patch | null {
  const layout = layoutOf(schoolsTab, grid);
  const column = layout?.order.indexOf(REMARK) ?? -1;
  if (!layout || column < 0) return null;
  const first = layout.keysRow + 2;
  const wanted = Array.from({ length: Math.max(0, grid.length - first + 1) }, (_, index) =>
    remarks.flatMap(({ row, words }) => (row === first + index ? [words] : [])).join('; '),
  );
  const same = wanted.every((words, index) => words === String(grid[first - 1 + index]?.[column] ?? ''));
  if (same) return null;
  return {
    kind: 'values',
    tab: schoolsTab.key,
    row: first,
    column: column + 1,
    values: wanted.map((words) => [words]),
  };
}

import {
  type Cell,
  type Grid,
  type Patch,
  type Programme,
  quoted,
  type Setting,
  type SetUpDraft,
  type SetUpSchool,
  type SetUpWrong,
} from '../model';
import {
  addressesIn,
  extensionIn,
  FIRST_ROW,
  groupRemark,
  layoutOf,
  readKeyed,
  SCHOOL_TYPES,
  schoolKeyOf,
  schoolRules,
  schoolsTab,
  settingPlaces,
  settingsTab,
  settingValues,
  written,
} from '../workbook';

/** What the panel edits of a school's row, by column. */
const EDITED = [
  'key',
  'name',
  'type',
  'group',
  'partner',
  'mail',
  'editors',
  'extended',
] as const satisfies readonly (keyof SetUpSchool)[];

/** The draft with keys for its new schools; `keyOf` gives the one that a school of this name has already. */
export function withKeys(draft: SetUpDraft, keyOf: (name: string) => string = () => ''): SetUpDraft {
  const taken = new Set(draft.schools.map(({ key }) => key).filter((key) => key !== ''));
  const schools = draft.schools.map((school) => {
    if (school.key !== '') return school;
    const own = keyOf(school.name);
    const key = own === '' || taken.has(own) ? schoolKeyOf(school.name, taken) : own;
    taken.add(key);
    return { ...school, key };
  });
  return { ...draft, schools };
}

const words = (cell: unknown): string => (typeof cell === 'string' ? cell.trim() : '');

/** What came of a page, of which nothing is known: texts, and nothing else. */
export function draftOf(given: SetUpDraft): SetUpDraft {
  const list = <T>(items: readonly T[]): readonly T[] => (Array.isArray(items) ? items : []);
  const schools = list(given.schools).map((school) => ({
    ...{ key: words(school.key), name: words(school.name), type: words(school.type) },
    ...{
      group: words(school.group),
      partner: words(school.partner),
      mail: words(school.mail),
      editors: words(school.editors),
      extended: words(school.extended),
    },
  }));
  const deadlines = Object.entries(given.deadlines ?? {}).map(([key, value]) => [key, words(value)]);
  return {
    period: words(given.period),
    schools,
    closed: list(given.closed).map(words),
    deadlines: Object.fromEntries(deadlines) as SetUpDraft['deadlines'],
  };
}

/** Why the draft cannot be saved: each with the school it is about, in Russian. */
export function wrongIn(programme: Programme, draft: SetUpDraft, groups: readonly string[]): SetUpWrong[] {
  const told = schoolRules(programme);
  const keys = new Set(draft.schools.map(({ key }) => key));
  const ofSchools = draft.schools.flatMap((row, school): SetUpWrong[] => {
    const bad = [row.mail, row.editors].flatMap((addresses) => addressesIn(addresses).bad);
    const group = row.group === '' ? null : groupRemark(row.group, groups);
    const found = [
      told(row)?.words ?? null,
      SCHOOL_TYPES.includes(row.type) ? null : `тип не выбран – нужен один из: ${SCHOOL_TYPES.join(', ')}`,
      group,
      row.partner === '' || keys.has(row.partner) ? null : 'школа-партнёр закрыта – выберите другую',
      row.extended === '' || dayShown(row.extended) !== null
        ? null
        : `отсрочка ${quoted(row.extended)} – не день, выберите день или очистите`,
      bad.length === 0 ? null : `${bad.map(quoted).join(', ')} – не адрес почты, исправьте его`,
    ];
    return found.flatMap((sentence) => (sentence === null ? [] : [{ school, words: `${sentence}.` }]));
  });
  const none = draft.schools.length === 0 ? [{ words: 'Школ нет: добавьте хотя бы одну.' }] : [];
  return [...none, ...ofSchools, ...settingsWrong(programme.settings, draft)];
}

function settingsWrong(settings: readonly Setting[], { period, deadlines }: SetUpDraft): SetUpWrong[] {
  const typed = new Map<string, string>([['period', period], ...Object.entries(deadlines)]);
  const declared = settings.filter(({ key }) => typed.has(key));
  return settingValues(declared, typed).wrong.map((sentence) => ({ words: `${sentence}.` }));
}

/** The draft's settings as they are to stand; what stands so already is not written. */
export function settingPatches(
  programme: Pick<Programme, 'settings'>,
  grid: Grid,
  { period, deadlines }: SetUpDraft,
): Patch[] {
  return Object.entries({ ...deadlines, period }).flatMap(([key, value]) =>
    settingPlaces(programme, grid, key)
      .filter(({ row, column }) => grid[row - 1]?.[column - 1] !== value)
      .map(
        (place): Patch => ({
          kind: 'values',
          tab: settingsTab.key,
          ...place,
          values: [[written(value, 'General')]],
        }),
      ),
  );
}

/** Rows of «Школы», from 1 and from below, whose schools are closed. */
export function closedRows(grid: Grid, closed: readonly string[]): number[] {
  const { rows, rowNumbers } = readKeyed(schoolsTab, grid);
  const found = rows.flatMap((row, index) => (closed.includes(words(row.key)) ? [rowNumbers[index]!] : []));
  return found.sort((a, b) => b - a);
}

/** The draft's schools in their rows, new ones below; a column a write. What else stands in the rows is left alone. */
export function schoolPatches(grid: Grid, { schools }: SetUpDraft): Patch[] {
  const layout = layoutOf(schoolsTab, grid);
  const { rows, rowNumbers } = readKeyed(schoolsTab, grid);
  const first = (layout?.keysRow ?? FIRST_ROW - 2) + 2;
  const rowOf = new Map(rows.map((row, index) => [words(row.key), rowNumbers[index]!]));
  const filled = rows.flatMap((row, index) => (words(row.name) + words(row.key) === '' ? [] : [rowNumbers[index]!]));
  let next = Math.max(first - 1, ...filled) + 1;
  const placed = schools.map((school) => {
    const row = rowOf.get(school.key) ?? next++;
    return { school, row };
  });
  return EDITED.flatMap((key): Patch[] => {
    const column = layout?.order.indexOf(key) ?? -1;
    if (column < 0) return [];
    const standing = (row: number): Cell => grid[row - 1]?.[column] ?? '';
    const news = new Map(placed.map(({ school, row }) => [row, cellFor(school, key, standing(row))]));
    const last = Math.max(...news.keys());
    if ([...news].every(([row, value]) => standing(row) === value)) return [];
    const values = Array.from({ length: last - first + 1 }, (_, index) => {
      const row = first + index;
      return [written(news.get(row) ?? standing(row), '@')];
    });
    return [{ kind: 'values', tab: schoolsTab.key, row: first, column: column + 1, values }];
  });
}

/** «30.06.2023» of an ISO day; null of what is none. */
function dayShown(iso: string): string | null {
  const shown = iso.split('-').reverse().join('.');
  return extensionIn(shown).extended === iso ? shown : null;
}

/** A day that stands there already, however it was typed, stays as it is. */
function cellFor(school: SetUpSchool, key: (typeof EDITED)[number], standing: Cell): Cell {
  if (key !== 'extended') return school[key];
  return (extensionIn(standing).extended ?? '') === school.extended && school.extended !== ''
    ? standing
    : (dayShown(school.extended) ?? '');
}

/** The schools of «Школы» as the panel edits them; rows that cannot be read are among them, to be put right there. */
export const draftSchools = (grid: Grid): SetUpSchool[] =>
  readKeyed(schoolsTab, grid).rows.flatMap((row) => {
    const cells = Object.fromEntries(EDITED.map((column) => [column, words(row[column])]));
    const extended = extensionIn(row.extended).extended ?? words(row.extended);
    const school = { ...cells, extended } as unknown as SetUpSchool;
    return school.key + school.name === '' ? [] : [school];
  });

import {
  type Cell,
  canonicalText,
  DUE,
  type Due,
  dueKey,
  dueWords,
  type Form,
  type Grid,
  isDueIn,
  type Programme,
  type QuarterNumber,
  quoted,
  type SettingValues,
  type TabDesign,
  textOf,
} from '../model';
import { type DeclaredLines, declaredLines, lineTrouble } from './declared-lines';
import { type KeyedRow, type KeyedTab, keyedDesign, type TabColumn } from './keyed-tab';
import { TABS } from './names';
import { groupOf } from './school-rules';

/** In the order in which a school year's results come in. */
const QUARTERS: readonly (readonly [QuarterNumber, string])[] = [
  [4, 'IV квартал (I полугодие)'],
  [1, 'I квартал (III четверть)'],
  [2, 'II квартал (учебный год)'],
  [3, 'III квартал (начало года)'],
];
const HELP = 'Кто какую форму сдаёт. Меняет район: «да», «нет», годы через запятую или «кроме» с годами.';
const quarterColumn = (quarter: QuarterNumber): string => `q${quarter}`;

/** What the district asks for, form by form and group by group; what it changes there holds from the next run on. */
export const dueTab: KeyedTab = {
  key: 'due',
  name: TABS.due,
  help: HELP,
  columns: [
    { key: 'form', title: 'Ключ', width: 120, format: '@', hidden: true },
    { key: 'title', title: 'Форма', width: 280, format: '@' },
    { key: 'group', title: 'Группа', width: 110, format: '@' },
    ...QUARTERS.map(
      ([quarter, title]): TabColumn => ({
        key: quarterColumn(quarter),
        title,
        width: 120,
        format: '@',
        help: `${HELP} Закрытые формы откроются, ненужные скроются при следующем своде.`,
        rule: { kind: 'list', choices: [DUE.yes, DUE.no], help: HELP },
      }),
    ),
    { key: 'note', title: 'Что спрашивается не всегда', width: 420, format: '@' },
  ],
  spare: 0,
};

/** «Что и когда сдаётся» line by line. */
export const dueLines = ({ forms }: Pick<Programme, 'forms'>): DeclaredLines => ({
  tab: dueTab,
  key: 'form',
  titles: new Map(forms.map(({ key, title }) => [key, title])),
  beside: 'group',
  filled: 'group',
  meaning: ({ key, cells }) => {
    const { due } = forms.find((form) => form.key === key)!;
    const said = QUARTERS.map(
      ([quarter]) => wordsIn(cells[quarterColumn(quarter)] ?? '') || dueWords(due, textOf(cells.group), quarter),
    );
    return said.join('|');
  },
});

const dueRow = (form: Form, group: string): KeyedRow => ({
  form: form.key,
  title: form.title,
  group,
  ...Object.fromEntries(QUARTERS.map(([quarter]) => [quarterColumn(quarter), dueWords(form.due, group, quarter)])),
  note: [...new Set(form.due.flatMap(limitsOf)), ...fieldNotes(form), ...handNotes(form)].join('; '),
});

/** «I квартал: 2-9 классы; Русский язык, Математика» */
function limitsOf({ quarters, types, grades, years = [], only = {} }: Due): string[] {
  const limits = [...(grades ? [`${grades[0]}-${grades[1]} классы`] : []), ...Object.values(only).flat()].join(', ');
  const named = quarters.map((quarter) => QUARTERS.find(([own]) => own === quarter)![1]);
  const when = [...named, ...years].join(', ');
  return [...(types ? [`только ${types.join(', ')}`] : []), ...(limits === '' ? [] : [`${when}: ${limits}`])];
}

const fieldNotes = ({ fields }: Form): string[] =>
  Object.values(fields).flatMap(({ title, due }) =>
    due?.quarters
      ? [
          `${quoted(title)} – ${due.quarters.map((quarter) => QUARTERS.find(([own]) => own === quarter)![1]).join(', ')}`,
        ]
      : [],
  );

const handNotes = ({ byDistrict }: Form): string[] => {
  if (!byDistrict) return [];
  const words = byDistrict === true ? [] : Object.values(byDistrict).flat();
  return [words.length === 0 ? 'вносит район, школа подтверждает' : `вносит район: ${words.join(', ')}`];
};

const dueRows = ({ forms }: Pick<Programme, 'forms'>, groups: readonly string[]): KeyedRow[] =>
  forms.flatMap((form) => groups.map((group) => dueRow(form, group)));

export const dueDesign = (programme: Pick<Programme, 'forms'>, groups: readonly string[]): TabDesign =>
  keyedDesign(dueTab, dueRows(programme, groups));

const placeOf = (form: string, { group }: KeyedRow): string => `${form}|${canonicalText(textOf(group))}`;

/** Rows for forms and groups that the tab says nothing of; nothing that stands there is changed. */
export function missingDueRows(programme: Pick<Programme, 'forms'>, groups: readonly string[], grid: Grid): KeyedRow[] {
  const standing = new Set(declaredLines(dueLines(programme), grid).map(({ key, cells }) => placeOf(key, cells)));
  return dueRows(programme, groups).filter((row) => !standing.has(placeOf(textOf(row.form), row)));
}

export interface DueChoices {
  /** Where the district says otherwise than the declarations, by `dueKey`. */
  readonly values: SettingValues;
  /** Russian sentences about cells that say nothing. */
  readonly trouble: readonly string[];
}

/** What the district has decided; a tab that is not there yet and a blank cell are as declared. `groups` are those of the district. */
export function readDue({ forms }: Pick<Programme, 'forms'>, grid: Grid, groups: readonly string[] = []): DueChoices {
  const byKey = new Map(forms.map((form) => [form.key, form]));
  const values: Record<string, string> = {};
  const trouble: string[] = [];
  const lines = dueLines({ forms });
  for (const { key, cells, row } of declaredLines(lines, grid)) {
    const form = byKey.get(key);
    if (!form) continue;
    const group = groupOf(textOf(cells.group), groups);
    for (const [quarter, title] of QUARTERS) {
      const words = wordsIn(cells[quarterColumn(quarter)] ?? '');
      if (words === '' || words === dueWords(form.due, group, quarter)) continue;
      if (isDueIn(words, 0) === null) trouble.push(unclear(row, title, words));
      else values[dueKey(form.key, group, quarter)] = words;
    }
  }
  return { values, trouble: [...lineTrouble(lines, grid), ...trouble] };
}

/** A single year is a number to Sheets. */
const wordsIn = (cell: Cell): string => textOf(cell).toLowerCase();

const unclear = (row: number, title: string, words: string): string =>
  `Вкладка ${quoted(TABS.due)}, строка ${row}, ${quoted(title)}: указано ${quoted(words.slice(0, 40))}, нужно «да», «нет», годы через запятую или «кроме» с годами.`;

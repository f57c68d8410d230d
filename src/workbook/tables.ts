import {
  type AnyIndicator,
  asOf,
  type Cell,
  type Figure,
  type Form,
  isNumeric,
  type Programme,
  type School,
  sliceTitle,
} from '../model';
import { widthOfWords } from './column-widths';
import { CORRECTION, CORRECTIONS } from './corrections';
import { type TabColumn, wordsColumn as words } from './keyed-tab';
import { rowsTab, rowsTabName, TABS } from './names';
import { type Owners, overviewTable } from './overview-table';
import { ROW_DATA } from './row-data';
import { PERIOD_COLUMN, PERIOD_IN_WORDS, type Table } from './table';
import { targetsTable } from './targets-table';

const number = (key: string, title: string, format = '0.######', width = 110): TabColumn => ({
  key,
  title,
  width,
  format,
});

const SCHOOL_COLUMNS = [words('school', 'Ключ школы', 110, true), words('school-name', 'Школа', 260)];

/** All schools' rows of a form, as the schools typed them; out of sight, one is shown when a closed number is to be corrected. */
export const rowsTable = (form: Form): Table => ({
  key: rowsTab(form),
  name: rowsTabName(form),
  ...(form.formerTitle ? { formerName: rowsTabName({ title: form.formerTitle }) } : {}),
  hidden: true,
  help: `Строки всех школ по форме «${form.title}». Заполняется сводом; строка с ошибкой показана, но в показатели не входит.`,
  columns: [
    PERIOD_COLUMN,
    ...SCHOOL_COLUMNS,
    number('row', '№ строки', '0', 70),
    ...Object.entries(form.fields).map(
      ([key, field]): TabColumn =>
        isNumeric(field) ? number(`field:${key}`, field.title, 'General') : words(`field:${key}`, field.title, 110),
    ),
    words('explanation', 'Пояснение', 220),
    words('counted', 'Учтено', 70),
    words('remark', 'Замечания', 360),
    words(CORRECTION, 'Исправлено после закрытия', 360),
    words(CORRECTIONS, 'Исправления, служебные данные', 100, true),
    words(ROW_DATA, 'Служебные данные', 100, true),
  ],
});

/** All figures one under another, read by key; people look at the overview. */
export const figuresTable: Table = {
  key: 'figures',
  name: TABS.figures,
  formerName: TABS.overview,
  hidden: true,
  help: 'Показатели школ, групп и района без округления, интервал 95 % (Уилсона, у разрыва – Ньюкомба). Год назад – за тот же вид итогов. «За период» – когда форму спрашивали последний раз, если не сейчас.',
  columns: [
    ...PERIOD_IN_WORDS,
    words('indicator', 'Ключ показателя', 140, true),
    words('title', 'Показатель', 240),
    words('scope', 'Уровень', 80),
    words('school', 'Ключ школы', 110, true),
    words('owner', 'Школа, группа', 260),
    words('slice', 'Предмет, класс', 180),
    number('value', 'Значение', '0.00'),
    words('from', 'За период', 190),
    number('numerator', 'Числитель'),
    number('denominator', 'Знаменатель'),
    number('low', 'Не ниже', '0.0'),
    number('high', 'Не выше', '0.0'),
    number('rows', 'Строк учтено', '0'),
    number('left-out', 'Строк не учтено', '0'),
    words('reason', 'Почему нет значения', 240),
    number('year-ago', 'Год назад', '0.00'),
    number('change', 'Изменение за год', '+0.00;−0.00;0.00'),
    words('years', 'По годам, тот же вид итогов', 300),
  ],
};

/** What the run found of the school's tab, as data: nothing is read from the words. */
export const SUBMISSION = 'submission';

export const statusTable = (forms: readonly Form[]): Table => ({
  key: 'status',
  name: TABS.status,
  help: 'Кто что сдал: по строке на школу.',
  columns: [
    ...PERIOD_IN_WORDS,
    ...SCHOOL_COLUMNS,
    words('state', 'Состояние, ключ', 110, true),
    words('status', 'Статус', 190),
    ...forms.map((form) => words(`form:${form.key}`, form.title, Math.max(110, widthOfWords(form.title)))),
    number('errors', 'Ошибок', '0', 80),
    number('warnings', 'Без пояснения', '0', 110),
    words('timeliness', 'Срок', 160),
    words('trouble', 'Что мешает прочитать вкладку', 360),
    words(SUBMISSION, 'Служебные данные', 100, true),
  ],
});

/** Tables that show what came of the rows: people look at them, nothing is computed from them. */
export const shownTables = (
  programme: Programme,
  owners: Owners = { groups: programme.groups, schools: [] },
): Table[] => [targetsTable(programme), figuresTable, overviewTable(owners), statusTable(programme.forms)];

/** Every table a consolidation writes; `owners` are those whose columns a new one begins with. */
export const publishedTables = (programme: Programme, owners?: Owners): Table[] => [
  ...programme.forms.map(rowsTable),
  ...shownTables(programme, owners),
];

/** The level of the row that tells how far the groups are apart. */
export const GAP_SCOPE = 'разрыв';

const SCOPES = { school: 'школа', group: 'группа', district: 'район' } as const;

export function figureRow(
  figure: Figure,
  indicators: ReadonlyMap<string, AnyIndicator>,
  schools: ReadonlyMap<string, School>,
): Record<string, Cell> {
  return {
    indicator: figure.indicator,
    title: indicators.get(figure.indicator)?.title ?? figure.indicator,
    scope: SCOPES[figure.scope],
    school: figure.school ?? '',
    owner: figure.school === undefined ? (figure.group ?? '') : (schools.get(figure.school)?.name ?? figure.school),
    slice: sliceTitle(figure.slice),
    value: figure.value ?? '',
    from: figure.from === undefined ? '' : asOf(figure.from),
    numerator: figure.numerator,
    denominator: figure.denominator,
    low: figure.low ?? '',
    high: figure.high ?? '',
    rows: figure.rows,
    'left-out': figure.rowsLeftOut,
    reason: figure.reason ?? '',
  };
}

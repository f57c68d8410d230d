import {
  type Cell,
  type Decoration,
  type Grid,
  type InputRule,
  type PeriodKey,
  type Programme,
  quarterTitle,
  quoted,
  type SettingValues,
  shiftPeriod,
  type TabDesign,
  textOf,
} from '../model';
import { type DeclaredLines, declaredLines, lineTrouble } from './declared-lines';
import { type KeyedRow, type KeyedTab, keyedDesign, layoutOf, readKeyed } from './keyed-tab';
import { TABS } from './names';
import { settingMeaning, settingValues } from './setting-values';

/** What a run needs to know from the tab «Настройки». */
export interface Settings {
  readonly period: PeriodKey;
  /** What is declared, by key; one that is missing or cannot be used is as declared. */
  readonly values: SettingValues;
  /** Russian sentences about settings that cannot be used. */
  readonly trouble: readonly string[];
}

export const settingsTab: KeyedTab = {
  key: 'settings',
  name: TABS.settings,
  help: 'Настройки книги. Меняйте столбец «Значение».',
  columns: [
    { key: 'key', title: 'Ключ', width: 120, format: '@', hidden: true },
    { key: 'title', title: 'Настройка', width: 420, format: '@' },
    { key: 'value', title: 'Значение', width: 420, format: 'General' },
    { key: 'help', title: 'Пояснение', width: 420, format: '@' },
  ],
  spare: 0,
};

/** «Настройки» line by line. */
export const settingLines = ({ settings }: Pick<Programme, 'settings'>): DeclaredLines => ({
  tab: settingsTab,
  key: 'key',
  titles: new Map(settings.map(({ key, title }) => [key, title])),
  filled: 'help',
  meaning: ({ key, cells }) => settingMeaning(settings.find((setting) => setting.key === key)!, cells.value ?? ''),
});

const settingRows = ({ settings }: Programme): KeyedRow[] =>
  settings.map(({ key, title, value, help }) => ({ key, title, value, help }));

export function settingsDesign(programme: Programme, period: PeriodKey): TabDesign {
  const rows = settingRows(programme).map((row) => (row.key === 'period' ? { ...row, value: period } : row));
  const design = keyedDesign(settingsTab, rows);
  const place = settingPlace(design.section.values, 'period');
  if (!place) return design;
  const offered: Decoration = { ...place, rows: 1, columns: 1, rule: periodRule(period) };
  return { ...design, section: { ...design.section, decorations: [...design.section.decorations, offered] } };
}

const AROUND = 4;

/** The periods to choose from: a year before the open one, as far as none of it is closed, and a year after it. */
export function periodRule(open: PeriodKey, closed: readonly PeriodKey[] = []): InputRule {
  const last = [...closed].sort().pop() ?? '';
  const around = Array.from({ length: 2 * AROUND + 1 }, (_, index) => shiftPeriod(open, index - AROUND));
  const choices = around.filter((period) => period > last);
  return { kind: 'list', choices, help: `Выберите квартал из списка: ${open} – ${quarterTitle(open)}` };
}

/**
 * Rows for settings that the programme has and the tab does not; nothing that stands there is changed. `period` gives what
 * the one of the reporting period is to say.
 */
export function missingSettings(
  programme: Programme,
  grid: Grid,
  period: () => PeriodKey | null = () => null,
): KeyedRow[] {
  const present = valuesOf(programme, grid);
  const missing = settingRows(programme).filter(({ key }) => !present.has(textOf(key)));
  return missing.map((row) => (row.key === 'period' ? { ...row, value: period() ?? row.value! } : row));
}

/** Where the value stands of the setting that has this key, from 1; null for one that is not there. */
export function settingPlace(grid: Grid, key: string): { readonly row: number; readonly column: number } | null {
  const { rows, rowNumbers } = readKeyed(settingsTab, grid);
  const index = rows.findIndex((row) => textOf(row.key) === key);
  const column = layoutOf(settingsTab, grid)?.order.indexOf('value') ?? -1;
  return index < 0 || column < 0 ? null : { row: rowNumbers[index]!, column: column + 1 };
}

/** Where a setting's value stands: in one place, unless its line was copied; whoever writes it writes all. */
export function settingPlaces(
  programme: Pick<Programme, 'settings'>,
  grid: Grid,
  key: string,
): { readonly row: number; readonly column: number }[] {
  const column = layoutOf(settingsTab, grid)?.order.indexOf('value') ?? -1;
  const lines = declaredLines(settingLines(programme), grid).filter((line) => line.key === key);
  return column < 0 ? [] : lines.map(({ row }) => ({ row, column: column + 1 }));
}

/** Values as they stand, by the setting's key. */
const valuesOf = (programme: Programme, grid: Grid): Map<string, Cell> =>
  new Map(declaredLines(settingLines(programme), grid).map(({ key, cells }) => [key, cells.value ?? '']));

export function readSettings(programme: Programme, grid: Grid): Settings {
  const typed = valuesOf(programme, grid);
  // A line that somebody deleted cannot be filled.
  const lost = programme.settings.filter(({ kind, key }) => kind === 'period' && !typed.has(key));
  const standing = programme.settings.filter((setting) => !lost.includes(setting));
  const { values } = settingValues(programme.settings, typed);
  return {
    period: String(values.period),
    values,
    trouble: [
      ...lineTrouble(settingLines(programme), grid),
      ...lost.map(
        ({ title }) =>
          `Вкладка «${TABS.settings}»: нет строки ${quoted(title)}. Нажмите «Настройка», «Создать или починить вкладки»: она вернётся.`,
      ),
      ...settingValues(standing, typed).wrong.map((words) => `Вкладка «${TABS.settings}», ${words}.`),
    ],
  };
}

import { type Grid, type PeriodKey, type Programme, type SettingValues, type TabDesign, textOf } from '../model';
import { LOOK } from './look';
import { TABS } from './names';
import { settingValues } from './setting-values';

const COLUMNS = ['Ключ', 'Настройка', 'Значение', 'Пояснение'];
const VALUE_COLUMN = 3;

/** What a run needs to know from the tab «Настройки». */
export interface Settings {
  readonly period: PeriodKey;
  /** What is declared, by key; one that is missing or cannot be used is as declared. */
  readonly values: SettingValues;
  /** Russian sentences about settings that cannot be used. */
  readonly trouble: readonly string[];
}

export function settingsDesign(programme: Programme, period: PeriodKey): TabDesign {
  const rows = programme.settings.map((setting) => [
    setting.key,
    setting.title,
    setting.key === 'period' ? period : setting.value,
    setting.help,
  ]);
  const count = rows.length;
  return {
    key: 'settings',
    name: TABS.settings,
    section: {
      values: [COLUMNS, ...rows],
      decorations: [
        { row: 1, column: 1, rows: 1, columns: 4, ...LOOK.header },
        { row: 2, column: 2, rows: count, columns: 3, border: true, wrap: true },
        { row: 2, column: VALUE_COLUMN, rows: 1, columns: 1, format: '@' },
        { row: 2, column: VALUE_COLUMN, rows: count, columns: 1, align: 'left' },
        { row: 2, column: 4, rows: count, columns: 1, ...LOOK.help },
      ],
    },
    rows: count + 1,
    columns: 4,
    frozenRows: 1,
    frozenColumns: 0,
    hiddenColumns: [1],
    widths: [120, 420, 420, 420],
    hidden: false,
    protect: { description: `Служебная вкладка: ${TABS.settings}`, warningOnly: false },
  };
}

/** Rows for settings that the programme has and the tab does not; nothing that stands there is changed. */
export function missingSettings(programme: Programme, grid: Grid): Grid {
  const present = new Set(grid.map((row) => textOf(row[0])));
  return programme.settings
    .filter((setting) => !present.has(setting.key))
    .map((setting) => [setting.key, setting.title, setting.value, setting.help]);
}

/** The row of a setting's value, from 1. */
export const settingRow = (grid: Grid, key: string): number => grid.findIndex((row) => textOf(row[0]) === key) + 1;
export const SETTING_VALUE_COLUMN = VALUE_COLUMN;

export function readSettings(programme: Programme, grid: Grid): Settings {
  const typed = new Map(grid.map((row) => [textOf(row[0]), row[VALUE_COLUMN - 1] ?? '']));
  const { values, wrong } = settingValues(programme.settings, typed);
  return {
    period: String(values.period),
    values,
    trouble: wrong.map((words) => `Вкладка «${TABS.settings}», ${words}.`),
  };
}

import {
  type DerivedSettings,
  type Grid,
  isPeriod,
  type PeriodKey,
  type Programme,
  type TabDesign,
  textOf,
} from '../model';
import { LOOK } from './look';
import { TABS } from './names';

const COLUMNS = ['Ключ', 'Настройка', 'Значение', 'Пояснение'];
const VALUE_COLUMN = 3;

/** What a run needs to know from the tab «Настройки». */
export interface Settings {
  readonly period: PeriodKey;
  readonly derived: DerivedSettings;
  /** Working days after the quarter in which tabs are handed in. */
  readonly deadlineDays: number;
  /** By key; a blank or missing one is ''. */
  readonly texts: Readonly<Record<string, string>>;
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
  const values = new Map(grid.map((row) => [textOf(row[0]), row[VALUE_COLUMN - 1] ?? '']));
  const trouble: string[] = [];
  const period = textOf(values.get('period'));
  if (!isPeriod(period)) {
    trouble.push(`Вкладка «${TABS.settings}», «Отчётный период»: указано «${period}», нужен квартал вида 2023-Q2.`);
  }
  const share = (key: string, title: string, fallback: number): number => {
    const value = values.get(key) ?? '';
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    trouble.push(`Вкладка «${TABS.settings}», «${title}»: указано «${textOf(value)}», нужно число от 0 до 1.`);
    return fallback;
  };
  const weights: Record<string, number> = {};
  const anchors: Record<string, readonly [number, number]> = {};
  for (const [key, weight] of Object.entries(programme.derived.weights)) {
    weights[key] = share(`weight:${key}`, `ИСБШ, вес (${key})`, weight);
    const [low, high] = programme.derived.anchors[key]!;
    const own = [
      share(`low:${key}`, `ИСБШ, нижняя граница (${key})`, low),
      share(`high:${key}`, `ИСБШ, верхняя граница (${key})`, high),
    ] as const;
    if (own[0] >= own[1])
      trouble.push(`Вкладка «${TABS.settings}», ИСБШ (${key}): нижняя граница должна быть меньше верхней.`);
    anchors[key] = own[0] < own[1] ? own : [low, high];
  }
  const deadlineDays = Number(values.get('deadline-days') ?? 5);
  if (!Number.isInteger(deadlineDays) || deadlineDays < 0 || deadlineDays > 90) {
    const found = textOf(values.get('deadline-days'));
    trouble.push(
      `Вкладка «${TABS.settings}», «Срок сдачи»: указано «${found}», нужно целое число рабочих дней от 0 до 90.`,
    );
  }
  const texts = Object.fromEntries([...values].map(([key, value]) => [key, textOf(value)]));
  return { period, derived: { weights, anchors }, deadlineDays, texts, trouble };
}

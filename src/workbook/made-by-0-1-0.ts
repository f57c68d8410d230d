/**
 * What version 0.1.0 wrote into service tabs, for the one time that they are brought to the form of today. It kept as
 * words what is data now, so here, and nowhere else, words are read.
 */
import { type Cell, type Form, type Grid, isNumeric, quoted, textOf } from '../model';
import { type Correction, correctionsCell } from './corrections';
import type { KeyedTab } from './keyed-tab';
import { type RowData, rowDataCell } from './row-data';

/** Titles of the columns of tabs that had no keys. */
const TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  settings: { key: 'Ключ', title: 'Настройка', value: 'Значение', help: 'Пояснение' },
  schools: {
    key: 'Ключ',
    name: 'Название',
    type: 'Тип',
    group: 'Группа',
    partner: 'Ключ школы-партнёра',
    mail: 'Почта школы',
  },
  journal: { when: 'Когда', who: 'Кто', what: 'Что', stamp: 'Номер свода', details: 'Подробности' },
  periods: { period: 'Период', 'closed-at': 'Закрыт', hash: 'Контрольная сумма' },
};
const SNAPSHOT_PART = /^Снимок, часть (\d+)$/;

/** The key of a column by its title; '' for a column of somebody's own. */
export function keyOfTitle(tab: KeyedTab, title: string): string {
  const part = tab.key === 'periods' ? SNAPSHOT_PART.exec(title)?.[1] : undefined;
  if (part) return `part-${part}`;
  const old = Object.entries(TITLES[tab.key] ?? {}).find(([, words]) => words === title)?.[0];
  return old ?? tab.columns.find((column) => column.title === title)?.key ?? '';
}

/** True for a column that a tab without keys had. */
export const hadTitle = ({ key }: KeyedTab, column: string): boolean => column in (TITLES[key] ?? {});

const BLANK = 'пусто';
const CORRECTION_LINE = /^(\d\d\.\d\d\.\d{4}): .+? \[(\w+)\] – было (.*?), стало (\d+(?:,\d+)?)\. Причина: (.+)$/;

/** The corrections of a row, which stood there as sentences; what is none is left out. */
export function correctionsInWords(cell: Cell): Correction[] {
  return String(cell)
    .split('\n')
    .flatMap((line) => {
      const [, day, field, was, became, reason] = CORRECTION_LINE.exec(line) ?? [];
      if (!day) return [];
      const number = Number(became!.replace(',', '.'));
      return [{ day, field: field!, was: was === BLANK ? '' : was!, became: number, reason: reason! }];
    });
}

const MISPLACED = /[Яя]чейки строки сдвинуты: «(.*?)» стоит не в своём столбце/;

/** What the remark of a frozen row says of its cells. */
function dataInRemark(form: Form, remark: string): RowData {
  const misplaced = MISPLACED.exec(remark)?.[1];
  const percent = Object.entries(form.fields)
    .filter(([, field]) => isNumeric(field))
    .filter(([, { title }]) => remark.toLowerCase().includes(`${quoted(title)}: введено в процентах`.toLowerCase()))
    .map(([key]) => key);
  return { percent, ...(misplaced === undefined ? {} : { misplaced }) };
}

/** The data cells of a consolidated row: what was known of it, and its corrections. */
export function dataOfRow(form: Form, cells: Readonly<Record<string, Cell>>): { data: string; corrections: string } {
  const known = correctionsInWords(cells.correction ?? '').filter(({ field }) => field in form.fields);
  return { data: rowDataCell(dataInRemark(form, textOf(cells.remark))), corrections: correctionsCell(known) };
}

/** The row with the titles of a tab without keys, from 1; 0 when there is none. */
export function titlesRow(tab: KeyedTab, grid: Grid): number {
  const known = (cells: readonly Cell[]): number => cells.filter((cell) => keyOfTitle(tab, textOf(cell)) !== '').length;
  return grid.slice(0, 10).findIndex((cells) => known(cells) >= Math.min(3, tab.columns.length)) + 1;
}

/** A moment as it is kept today: «12.01.2023 03:10» is «2023-01-12T03:10». */
export function momentOf(when: string): string {
  const [, day, month, year, time] = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d)/.exec(when) ?? [];
  return day ? `${year}-${month}-${day}T${time}` : when;
}

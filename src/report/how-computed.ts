import { formulaText, type Measure, NBSP, quarterTitle } from '../model';
import type { PartBlock, PartTable, UsedFiguresHere } from './kind';
import { isPublic, knownIndicator, type ReportData } from './report-data';
import { centredColumn, leftColumn, textCell } from './texts';
import { periodsOf, rangeOf, titleOfIndicator, type UsedFigure, usedFigures } from './used-figures';
import { quartersTitle } from './words/quarters';

/** Stands in a part where «Как рассчитано» is to stand: what figures there are is known when the whole is written. */
export const HOW_COMPUTED: UsedFiguresHere = { kind: 'used-figures' };

/** A block that waits for nothing. */
export type WholeBlock = Exclude<PartBlock, UsedFiguresHere>;

/** The place taken by the table; nothing where the document has no figure. */
export function withHowComputed(
  all: readonly PartBlock[],
  data: ReportData,
): (block: PartBlock) => readonly WholeBlock[] {
  const used = usedFigures(all);
  return (block) => {
    if (block.kind !== 'used-figures') return [block];
    return used.length === 0 ? [] : [tableOf(used, data)];
  };
}

/** A line for each indicator: formula, where it comes from, and the numbers of its figures. */
function tableOf(used: readonly UsedFigure[], data: ReportData): PartTable {
  const byIndicator = new Map<string, UsedFigure[]>();
  for (const one of used)
    byIndicator.set(one.figure.indicator, [...(byIndicator.get(one.figure.indicator) ?? []), one]);
  const rows = [...byIndicator].map(([key, own]) => [
    titleOfIndicator(data, key),
    formulaOf(data, key),
    sourceOf(data, key, own),
    tablesOf(own),
  ]);
  const table = { kind: 'table', key: 'how-computed', title: 'Как рассчитано', dense: true } as const;
  // Whoever reads it on a site has no workbook to look a number up in.
  if (isPublic(data))
    return {
      ...table,
      columns: columnsOf([0.27, 0.49, 0.16, 0.08]),
      rows: rows.map((cells) => cells.map(textCell)),
      note: ofPeriod(data),
    };
  const numbers = [...byIndicator.values()].map(rangeOf);
  return {
    ...table,
    columns: [...columnsOf([0.22, 0.38, 0.18, 0.08]), centredColumn('Номера цифр', 0.14)],
    rows: rows.map((cells, index) => [...cells, numbers[index]!].map(textCell)),
    note: `${ofPeriod(data)} Номера идут внутри показателя в том порядке, в каком цифры стоят в таблицах. Панель «Откуда цифра?» показывает по номеру строки школ, из которых цифра сложена.`,
  };
}

const ofPeriod = ({ period }: ReportData): string => `Где период не назван, данные за ${quarterTitle(period)}`;

const columnsOf = ([title, formula, source, tables]: readonly [number, number, number, number]) => [
  leftColumn('Показатель', title),
  leftColumn('Формула', formula),
  leftColumn('Источник', source),
  centredColumn('Где', tables),
];

const measureOf = ({ scores }: ReportData, key: string): Measure | undefined => {
  const by = scores.find((line) => line.by.key === key)?.by;
  return by && !('kind' in by) ? by : undefined;
};

function formulaOf(data: ReportData, key: string): string {
  const indicator = knownIndicator(data, key);
  return indicator ? formulaText(indicator) : (measureOf(data, key)?.formula ?? '');
}

function sourceOf(data: ReportData, key: string, own: readonly UsedFigure[]): string {
  const form = knownIndicator(data, key)?.from.title ?? 'реестры и формы';
  const periods = periodsOf(own);
  return periods.some((period) => period !== data.period) ? `${form}; ${quartersTitle(periods)}` : form;
}

function tablesOf(own: readonly UsedFigure[]): string {
  const numbers = [...new Set(own.flatMap(({ tables }) => tables))].sort((a, b) => a - b);
  return numbers.length === 0 ? 'в тексте' : `табл.${NBSP}${numbers.join(', ')}`;
}

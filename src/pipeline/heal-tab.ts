import { isDue } from '../domain';
import {
  type Cell,
  counted,
  type Grid,
  isNumeric,
  type PeriodKey,
  type Programme,
  type School,
  type TabDesign,
} from '../model';
import { blockColumns, schoolTabDesign, written } from '../workbook';
import { recognise } from './recognise';

/** A new tab in place of a damaged one, and what will become of the old one's contents, for the coordinator to agree to. */
export interface Healing {
  readonly design: TabDesign;
  readonly preview: string;
}

/** Nothing is guessed and nothing is lost: what has no certain place goes to the block «Не распознано». */
export function planHealing(programme: Programme, school: School, period: PeriodKey, grid: Grid): Healing {
  const { rows, leftovers } = recognise(programme, grid);
  const start = Object.fromEntries(
    programme.forms.map((form) => {
      const columns = blockColumns(form, programme.indicators);
      const format = (index: number): string => {
        const column = columns[index]!;
        if (column.kind === 'field') return isNumeric(column.field) ? 'General' : '@';
        return column.kind === 'explanation' ? '@' : 'General';
      };
      const cells = (rows[form.key] ?? []).map((row) => row.map((cell, index): Cell => written(cell, format(index))));
      return [form.key, cells];
    }),
  );
  const design = schoolTabDesign(
    programme,
    school,
    period,
    (form) => isDue(form, period) || (rows[form.key]?.length ?? 0) > 0,
    start,
    leftovers,
  );
  const kept = programme.forms
    .filter((form) => (rows[form.key]?.length ?? 0) > 0)
    .map((form) => `«${form.title}» – ${counted(rows[form.key]!.length, 'строка', 'строки', 'строк')}`);
  const cells = leftovers.reduce((sum, leftover) => sum + leftover.cells.length, 0);
  const parts = [
    kept.length > 0 ? `сохранятся: ${kept.join(', ')}` : 'в формах данных не найдено',
    ...(cells > 0 ? [`в блок «Не распознано» попадут ${counted(cells, 'ячейка', 'ячейки', 'ячеек')}`] : []),
  ];
  return { design, preview: `${school.name}: ${parts.join('; ')}.` };
}

import { readClassSet } from '../domain';
import { type Form, type RawRow, textOf } from '../model';
import { BLANK_MEMORY, type SchoolTab, type StartingRow } from '../workbook';
import { controlOf } from './remember';
import { rememberedRows } from './tab-rows';

/** The upper grade of «1-4»; 0 where there is none, as in a row of totals. */
const lastGrade = ({ cells }: RawRow): number => readClassSet(textOf(cells.grade), textOf(cells.letter))?.to ?? 0;

/** A form with one row for a class starts from the class list; no rows for any other, and for one that is not asked for. */
export function prefilled(tab: SchoolTab, form: Form, due: boolean): StartingRow[] {
  const list = tab.blocks.get('classes');
  const classwise = form.followsClassList && form.identity.every((key) => key === 'grade' || key === 'letter');
  if (!list || !classwise || !due) return [];
  const keys = ['grade', 'letter', 'enrolled'].filter((key) => key in form.fields);
  return rememberedRows(tab, list, () => undefined)
    .filter(({ raw }) => lastGrade(raw) >= (form.firstGrade ?? 1))
    .map(({ raw, identity }) => {
      const cells = Object.fromEntries(keys.map((key) => [key, raw.cells[key] ?? '']));
      return { cells, memory: { ...BLANK_MEMORY, identity, control: controlOf(form, cells) } };
    });
}

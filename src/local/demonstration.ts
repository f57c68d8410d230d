import { isDue } from '../domain';
import type { Form, School } from '../model';
import type { DataRow, Dataset } from './demo/dataset';
import { type Cells, PERIODS, SCHOOLS, type TrainingSchool } from './demonstration/district';
import { mistakeIn } from './demonstration/mistakes';
import { PLAN } from './demonstration/plan';
import { ROWS } from './demonstration/rows';

/**
 * The demonstration district («учебные данные»): the seven schools the order names, four quarters of the school year
 * 2022/23. **Every figure is invented**; only names, types and groups come from the order. Each form has rows in the
 * quarters it is due in, the same at every call; a form the generator does not know has none.
 */
export function demonstration(forms: readonly Form[]): Dataset {
  return {
    schools: SCHOOLS.map(registered),
    rows: forms.flatMap(rowsOf),
    registers: { plan: PLAN },
    periods: [...PERIODS],
    notes: ['Учебные данные: все числа вымышлены, с настоящими школами совпадают только названия.'],
    training: true,
  };
}

const registered = ({ key, name, type, group, partner }: TrainingSchool): School => ({
  key,
  name,
  type,
  group,
  partner,
});

function rowsOf(form: Form): DataRow[] {
  const rows = PERIODS.flatMap((period) =>
    SCHOOLS.filter((school) => isDue(form, period, school)).flatMap((school) =>
      typed(form.key, school, period).map((cells) => ({ period, school: school.key, cells: inFields(form, cells) })),
    ),
  );
  return rows.map((row, i) => ({ ...row, form: form.key, row: i + 1 }));
}

const typed = (form: string, school: TrainingSchool, period: string): Cells[] =>
  (ROWS[form]?.(school, period) ?? []).flatMap(
    (cells) => mistakeIn(period, school.key, form, cells)?.make(cells) ?? [cells],
  );

const inFields = (form: Form, cells: Cells): Record<string, string> =>
  Object.fromEntries(Object.keys(form.fields).map((key) => [key, cells[key] ?? '']));

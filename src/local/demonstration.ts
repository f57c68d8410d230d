import { isConfirmed, isDue, isSparedRow, sparedOf } from '../domain';
import { type Form, type School, shiftPeriod } from '../model';
import { programme } from '../programme';
import type { DataRow, Dataset } from './demo/dataset';
import { type Cells, PERIODS, SCHOOLS, type TrainingSchool } from './demonstration/district';
import { mistakeIn } from './demonstration/mistakes';
import { REGISTERS } from './demonstration/registers';
import { ROWS } from './demonstration/rows';

/**
 * The demonstration district («учебные данные»): the seven schools the order names, the quarters of 2020-2023. **Every
 * figure is invented**; only names, types and groups come from the order. Each form has rows in the quarters it is due in
 * and its procedure was held, the same at every call; a form the generator does not know has none.
 */
export function demonstration(forms: readonly Form[], periods: readonly string[] = PERIODS): Dataset {
  return {
    schools: SCHOOLS.map(registered),
    rows: forms.flatMap((form) => rowsOf(form, periods)),
    registers: REGISTERS,
    periods: [...periods],
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

function rowsOf(form: Form, periods: readonly string[]): DataRow[] {
  const rows = periods.flatMap((period) =>
    SCHOOLS.filter((school) => isDue(form, period, school) && !isAsBefore(form, period, school)).flatMap((school) =>
      asked(form, school, period).map((cells) => ({ period, school: school.key, cells: inFields(form, cells) })),
    ),
  );
  return rows.map((row, i) => ({ ...row, form: form.key, row: i + 1 }));
}

/** What a school has given within the year and has but to confirm; of classes it is given anew. */
const isAsBefore = (form: Form, period: string, school: TrainingSchool): boolean =>
  form.lasting === true &&
  !form.followsClassList &&
  isConfirmed(form, period, school) &&
  PERIODS.some((given) => given < period && given >= shiftPeriod(period, -3) && isDue(form, given, school));

/** What schools type in, without rows and fields that nobody asks for. */
function asked(form: Form, school: TrainingSchool, period: string): Cells[] {
  const { rows, fields } = sparedOf({ forms: [form], settings: programme.settings }, period, school, {});
  const spared = rows[form.key];
  const left = typed(form.key, school, period).filter((cells) => !spared || !isSparedRow(form, spared, cells));
  const blanks = fields.map((key) => [key.split('.')[1]!, '']);
  return left.map((cells) => ({ ...cells, ...Object.fromEntries(blanks) }));
}

const typed = (form: string, school: TrainingSchool, period: string): Cells[] =>
  (ROWS[form]?.(school, period) ?? []).flatMap(
    (cells) => mistakeIn(period, school.key, form, cells)?.make(cells) ?? [cells],
  );

const inFields = (form: Form, cells: Cells): Record<string, string> =>
  Object.fromEntries(Object.keys(form.fields).map((key) => [key, cells[key] ?? '']));

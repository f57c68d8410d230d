import { type CheckedForm, computeForm, isDue, settingNumbers, validateSchool } from '../domain';
import type { Figure, Issue, PeriodKey, Programme, RawRow, School, SettingValues } from '../model';

/** Everything that is computed from one period's rows. */
export interface PeriodResults {
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  readonly figures: readonly Figure[];
  readonly issues: readonly Issue[];
  /** By school. */
  readonly checked: ReadonlyMap<string, readonly CheckedForm[]>;
}

/**
 * The same rows, register and settings always give the same results: for tabs just read and for closed periods alike.
 * Schools whose rows are `known` to be checked are not checked again.
 */
export function periodResults(
  programme: Programme,
  rows: readonly RawRow[],
  context: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
  known: ReadonlyMap<string, readonly CheckedForm[]> = new Map(),
): PeriodResults {
  const bySchool = new Map<string, RawRow[]>(context.schools.map((school) => [school.key, []]));
  for (const row of rows) bySchool.get(row.school)?.push(row);
  const checked = new Map<string, readonly CheckedForm[]>();
  for (const school of context.schools) {
    const own = known.get(school.key);
    checked.set(school.key, own ?? validateSchool(programme, school, context.period, bySchool.get(school.key) ?? []));
  }
  return {
    period: context.period,
    schools: context.schools,
    figures: figuresOf(programme, checked, context),
    issues: [...checked.values()].flat().flatMap((form) => form.issues),
    checked,
  };
}

function figuresOf(
  programme: Programme,
  checked: ReadonlyMap<string, readonly CheckedForm[]>,
  context: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
): Figure[] {
  const setting = settingNumbers(programme.settings, context.settings);
  return programme.forms.flatMap((form) => {
    const rows = [...checked.values()].flatMap((forms) => forms.find((item) => item.form.key === form.key)?.rows ?? []);
    // Nobody is asked and nobody answered: no figures, rather than a page of «нет данных».
    if (rows.length === 0 && !isDue(form, context.period)) return [];
    return computeForm(form, programme.indicators, rows, { ...context, setting });
  });
}

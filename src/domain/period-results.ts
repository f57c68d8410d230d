import type { Figure, Form, Issue, PeriodKey, Programme, RawRow, School, SettingValues } from '../model';
import { FormFigures } from './compute';
import { isDue } from './due';
import type { CountedRow } from './pool';
import { settingNumbers } from './settings';
import { askedOf, type CheckedForm, validateSchool } from './validate';

/** Everything that is computed from one period's rows. */
export interface PeriodResults {
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  readonly figures: readonly Figure[];
  /** Those of one indicator without slices. */
  readonly totalsOf: (indicator: string) => readonly Figure[];
  /** Those of one indicator, or of the district alone. What is not asked for is not worked out, here and above. */
  readonly figuresOf: (indicator: string, scope?: Figure['scope']) => readonly Figure[];
  /** Gathered when they are asked for. */
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
  const checkedNow = (school: School): readonly CheckedForm[] => {
    const asked = askedOf(programme, school, context.period, context.settings);
    return validateSchool(programme, school, context.period, bySchool.get(school.key) ?? [], { asked });
  };
  const checked = new Map<string, readonly CheckedForm[]>();
  for (const school of context.schools) {
    const own = known.get(school.key);
    checked.set(school.key, own ?? checkedNow(school));
  }
  const byForm = formsOf(programme, checked, context);
  const byIndicator = new Map(byForm.flatMap((form) => form.keys.map((key) => [key, form] as const)));
  let figures: readonly Figure[] | undefined;
  return {
    period: context.period,
    schools: context.schools,
    // Of an earlier period often only the rows are looked at.
    get figures() {
      figures ??= byForm.flatMap((form) => form.all());
      return figures;
    },
    totalsOf: (indicator) => byIndicator.get(indicator)?.totals(indicator) ?? [],
    figuresOf: (indicator, scope) => byIndicator.get(indicator)?.of(indicator, scope) ?? [],
    get issues() {
      return [...checked.values()].flat().flatMap((form) => form.issues);
    },
    checked,
  };
}

const isAskedOfAny = (
  form: Form,
  { period, schools, settings }: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
): boolean => schools.some((school) => isDue(form, period, school, settings));

function formsOf(
  programme: Programme,
  checked: ReadonlyMap<string, readonly CheckedForm[]>,
  context: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
): FormFigures[] {
  const setting = settingNumbers(programme.settings, context.settings);
  return programme.forms.map((form) => {
    const rowsOf = (): CountedRow[] => {
      const rows: CountedRow[] = [];
      for (const forms of checked.values())
        for (const row of forms.find((item) => item.form.key === form.key)?.rows ?? []) rows.push(row);
      return rows;
    };
    // Nobody is asked and nobody answered: no figures, rather than a page of «нет данных».
    return new FormFigures(form, programme.indicators, rowsOf, { ...context, setting }, () =>
      isAskedOfAny(form, context),
    );
  });
}

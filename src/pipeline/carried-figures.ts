import { isConfirmed, isDue } from '../domain';
import {
  type Figure,
  type Form,
  figureId,
  type PeriodKey,
  type Programme,
  type School,
  type SettingValues,
  shiftPeriod,
} from '../model';
import type { StoredPeriod } from './stored-periods';

/** For how many quarters what a form says holds. */
const HOLDS = 4;

type Totals = Pick<StoredPeriod, 'key' | 'totalsOf'>;
interface Open extends Totals {
  readonly schools: readonly School[];
  readonly settings: SettingValues;
}

/**
 * Figures of forms that describe what lasts, where nobody asks for them in a period: those of the last time, within a year.
 * Each says which period it is from; a school that owes the form and has not given it gets none. Where a quarter asks some
 * of the schools alone, or some alone give anew what all have but to confirm, that is no figure of the district: that of the
 * last quarter that all have given holds.
 */
export function carriedFigures(programme: Programme, periods: readonly Totals[], period: Open): Figure[] {
  const earlier = latestFirst(periods, period.key);
  if (earlier.length === 0) return [];
  const lasting = programme.indicators.flatMap(({ key, from }) => {
    const form = programme.forms.find((one) => one.key === from.key && one.lasting);
    return form ? [{ indicator: key, form }] : [];
  });
  const carried = new Map<string, Figure>();
  for (const { indicator, form } of lasting) {
    const given = new Set(
      period.totalsOf(indicator).flatMap((figure) => (figure.value === null ? [] : [figureId(figure)])),
    );
    for (const { key, figure } of earlier.flatMap((one) =>
      one.totalsOf(indicator).map((figure) => ({ key: one.key, figure })),
    )) {
      const now = { ...figure, period: period.key, from: key };
      const id = figureId(now);
      const isDistrict = figure.scope === 'district';
      if (figure.value === null || carried.has(id)) continue;
      const isPart = figure.scope !== 'school' && given.has(id) && someConfirm(form, period, figure, given);
      if (given.has(id) && !isDistrict && !isPart) continue;
      if (isDistrict && asksSome(form, { ...period, key })) continue;
      const isSparedToAll = () => ownersOf(period, figure).every((school) => isSpared(form, period, school));
      if ((isDistrict && asksSome(form, period)) || isPart || (!given.has(id) && isSparedToAll())) carried.set(id, now);
    }
  }
  return [...carried.values()];
}

/** The periods whose figures may still hold in a period. */
export const holdUntil = (until: PeriodKey): PeriodKey[] =>
  Array.from({ length: HOLDS - 1 }, (_, index) => shiftPeriod(until, -(index + 1)));

const latestFirst = (periods: readonly Totals[], until: PeriodKey): Totals[] =>
  periods.filter(({ key }) => key < until && key > shiftPeriod(until, -HOLDS)).sort((a, b) => (a.key < b.key ? 1 : -1));

/** The schools that a figure is of. */
const ownersOf = ({ schools }: Open, { scope, school, group }: Figure): School[] =>
  schools.filter((one) => scope === 'district' || one.key === school || (scope === 'group' && one.group === group));

/** Whether a period asks some schools for a form and others not: even what is but confirmed is given anew by some. */
function asksSome(form: Form, { key, schools, settings }: Open): boolean {
  const asked = schools.filter((school) => isDue(form, key, school, settings)).length;
  return asked > 0 && asked < schools.length;
}

/** Whether of those that have but to confirm a form some give it anew and others do not. */
const someConfirm = (form: Form, period: Open, figure: Figure, given: ReadonlySet<string>): boolean =>
  ownersOf(period, figure).some((school) => {
    const { group: _, ...own } = figure;
    const id = figureId({ ...own, period: period.key, scope: 'school', school: school.key });
    return isSpared(form, period, school) && !given.has(id);
  });

const isSpared = (form: Form, { key, settings }: Open, school: School): boolean =>
  !isDue(form, key, school, settings) || isConfirmed(form, key, school);

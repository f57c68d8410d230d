import {
  type Amount,
  type AnyIndicator,
  type Baseline,
  isDerived,
  type Measure,
  type RegisterRow,
  type School,
  type YearResult,
} from '../model';
import { valueOfSums } from './figure-of-sums';
import { normalText } from './identity';

const KIND = 'исходное значение';
const DISTRICT = 'район';

/** Values from before the programme of an indicator as a whole, or of the part of it that `of` names. */
function baselineRows(references: References, by: Pick<AnyIndicator, 'key' | 'title'>, of?: string): RegisterRow[] {
  const named = [by.key, by.title].map((name) => normalText(of === undefined ? name : `${name}: ${of}`));
  return references.filter(
    (row) => words(row.kind) === normalText(KIND) && named.includes(words(row.indicator)) && !row.subject && !row.grade,
  );
}

type References = readonly RegisterRow[];
const words = (value: string | number | null | undefined): string => normalText(String(value ?? ''));

/**
 * How to find the latest values that the register «references» gives of an indicator before the programme: of one school, of several
 * pooled, or, where no school's stand there, of the district. Null where there are none.
 */
export function baselinesOf(
  references: References,
  by: Pick<AnyIndicator, 'key' | 'title'> & (AnyIndicator | Measure),
  of?: string,
): (schools: readonly School[], whole: boolean) => Baseline | null {
  const own = baselineRows(references, by, of);
  const ofDistrict = own.filter((row) => ['', normalText(DISTRICT)].includes(words(row.school)));
  return (schools, whole) => {
    const ofSchools = own.filter((row) => schools.some((school) => isOf(row, school)));
    return pooledOf(ofSchools, by) ?? (whole ? pooledOf(ofDistrict, by) : null);
  };
}

/** What the register gives of a school's results in school years before the programme, by the quarter that ends the year. */
export function earlierResults(references: References, by: AnyIndicator, school: School): YearResult[] {
  return baselineRows(references, by)
    .filter((row) => isOf(row, school))
    .flatMap((row): YearResult[] => {
      const [, until] = /^20\d\d\s*[/–-]\s*(20\d\d)$/.exec(String(row.year ?? '').trim()) ?? [];
      const sums = sumsOf(row, by);
      return until && sums && sums.denominator > 0 ? [{ period: `${until}-Q2`, ...sums, fromOutside: true }] : [];
    });
}

const isOf = (row: RegisterRow, { key, name }: School): boolean =>
  [normalText(key), normalText(name)].includes(words(row.school));

function pooledOf(rows: References, by: AnyIndicator | Measure): Baseline | null {
  const amounts = rows.flatMap((row) => {
    const sums = sumsOf(row, by);
    return sums && sums.denominator > 0 ? [{ year: String(row.year ?? ''), ...sums }] : [];
  });
  const year = amounts
    .map((amount) => amount.year)
    .sort()
    .pop();
  if (year === undefined) return null;
  const last = amounts.filter((amount) => amount.year === year);
  const [numerator, denominator] = (['numerator', 'denominator'] as const).map((key) =>
    last.reduce((total, amount) => total + amount[key], 0),
  ) as [number, number];
  const { value } = valueOfSums({ kind: 'mean', scale: scaleOf(by) }, numerator, denominator);
  return { year, numerator, denominator, value };
}

const isIndicator = (by: AnyIndicator | Measure): by is AnyIndicator => 'kind' in by;

const scaleOf = (by: AnyIndicator | Measure): number => {
  if (isIndicator(by) && !isDerived(by)) return by.scale;
  return by.unit === 'percent' ? 100 : 1;
};

/** Part and whole as they stand, or what the marks of the row add up to by the indicator's own weights. */
function sumsOf(row: RegisterRow, by: AnyIndicator | Measure): Pick<Amount, 'numerator' | 'denominator'> | null {
  const { numerator, denominator } = row;
  if (typeof numerator === 'number' && typeof denominator === 'number') return { numerator, denominator };
  if (!isIndicator(by) || isDerived(by)) return null;
  const [top, bottom] = [weighed(row, by.numerator), weighed(row, by.denominator)];
  return top === null || bottom === null ? null : { numerator: top, denominator: bottom };
}

function weighed(row: RegisterRow, weights: Readonly<Record<string, number>>): number | null {
  let sum = 0;
  for (const [key, weight] of Object.entries(weights)) {
    const number = row[key === 'participants' ? 'n' : key];
    if (typeof number !== 'number') return null;
    sum += weight * number;
  }
  return sum;
}

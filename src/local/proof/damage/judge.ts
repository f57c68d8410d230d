import { periodResults } from '../../../domain';
import type { Cell, Figure, School } from '../../../model';
import type { Results } from '../../../pipeline';
import { programme } from '../../../programme';
import { PERIOD } from './district';
import { fits, likeness, rawOf, said, type TrueRow, type Truth } from './truth';

/** A row as the add-on counted it. */
export interface CountedRow {
  readonly form: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** What the school and the coordinator are told about it. */
  readonly remark: string;
  readonly counted: boolean;
}

/** What came of a consolidation, as far as one school goes. */
export interface Outcome {
  /** Why the school was not counted; '' when it was. */
  readonly stopped: string;
  /** Another tab that says it is the school's is named to the coordinator. */
  readonly astray: boolean;
  readonly rows: readonly CountedRow[];
  readonly figures: readonly Figure[];
  readonly issues: Results['issues'];
}

export interface Verdict {
  readonly kind: 'right' | 'named' | 'silent';
  /** What is wrong and said nowhere. */
  readonly places: readonly string[];
}

interface Match {
  readonly found: ReadonlyMap<TrueRow, CountedRow>;
  readonly strange: readonly CountedRow[];
  readonly missing: readonly TrueRow[];
}

/** Each entered row is found among the counted ones at most once. */
function match(truth: Truth, counted: readonly CountedRow[]): Match {
  const left = new Set(counted);
  const found = new Map<TrueRow, CountedRow>();
  const rows = [...truth.rows.values()];
  for (const row of [...rows.filter((one) => !one.optional), ...rows.filter((one) => one.optional)]) {
    const same = [...left].find((one) => one.form === row.form && fits(row, one.cells));
    if (!same) continue;
    left.delete(same);
    found.set(row, same);
  }
  return { found, strange: [...left], missing: rows.filter((row) => !row.optional && !found.has(row)) };
}

const figureKey = ({ scope, indicator, slice }: Figure): string =>
  `${scope} ${indicator} ${JSON.stringify(slice ?? '')}`;

const byKey = (figures: readonly Figure[], school: School): Map<string, Figure> =>
  new Map(figures.filter((figure) => figure.school === school.key).map((figure) => [figureKey(figure), figure]));

const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) < 1e-9;

/** Figures that are not what the truth gives; a figure that is not there and one without a value are the same. */
function wrongFigures(expected: ReadonlyMap<string, Figure>, actual: ReadonlyMap<string, Figure>): string[] {
  const keys = [...new Set([...expected.keys(), ...actual.keys()])];
  return keys.filter((key) => {
    const [a, b] = [expected.get(key), actual.get(key)];
    if (!near(a?.value ?? null, b?.value ?? null)) return true;
    return (a?.value ?? null) !== null && (a!.numerator !== b!.numerator || a!.denominator !== b!.denominator);
  });
}

function expectedFigures(truth: Truth, { found }: Match, school: School): Map<string, Figure> {
  const rows = [...truth.rows.values()].filter((row) => !row.optional || found.has(row));
  const raw = rows.map((row, index) =>
    rawOf(row, { period: PERIOD, school: school.key, row: index + 1, explanation: '' }, found.get(row)?.cells),
  );
  const context = { period: PERIOD, schools: [school], settings: {} };
  return byKey(periodResults(programme, raw, context).figures, school);
}

const shown = (row: TrueRow): string => `${row.form}: ${[...row.cells.values()].map(([cell]) => said(cell)).join(' ')}`;
const seen = (row: CountedRow): string => `${row.form}: ${Object.values(row.cells).map(said).join(' ')}`;

/**
 * Right when every figure is; named when every row that is not as entered has a remark; else silent. A row that is not
 * among the counted ones at all must be seen in one that is like it and has a remark, or in a remark on its form.
 */
export function judge(truth: Truth, outcome: Outcome, school: School): Verdict {
  if (outcome.stopped !== '') return { kind: 'named', places: [] };
  const matched = match(truth, outcome.rows);
  const wrong = wrongFigures(expectedFigures(truth, matched, school), byKey(outcome.figures, school));
  if (wrong.length === 0) return { kind: 'right', places: [] };
  const unnamed = matched.strange.filter((row) => row.remark === '').map((row) => `not as entered – ${seen(row)}`);
  const told = matched.strange.filter((row) => row.remark !== '');
  const lost = matched.missing.filter((row) => {
    const like = told.find((one) => likeness(row, one) > 0);
    const formTold = outcome.issues.some((one) => one.school === school.key && one.form === row.form && one.row === 0);
    return !like && !formTold && !outcome.astray;
  });
  const places = [...unnamed, ...lost.map((row) => `not counted – ${shown(row)}`)];
  const leftOut = [...matched.found.values()].some((row) => !row.counted && row.remark !== '');
  if (!leftOut && matched.strange.length + matched.missing.length === 0)
    places.push(`without a cause – ${wrong.slice(0, 3).join('; ')}`);
  return places.length > 0 ? { kind: 'silent', places } : { kind: 'named', places: [] };
}

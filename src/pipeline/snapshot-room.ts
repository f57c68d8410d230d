import { type AnyIndicator, type Figure, isDerived, type Programme, type School, type Submission } from '../model';
import { type FrozenScores, publishedTables, type Settings, type Snapshot } from '../workbook';
import { frozenRegisters, type RegisterRows } from './frozen-registers';
import { frozenTotals } from './frozen-totals';

const LARGEST = 9_999_999.123456789;
const LONG_WORDS = 'я'.repeat(200);

/** A snapshot of the open period at least as long as any that can come of it: it tells beforehand whether there is room. */
export function widestSnapshot(
  programme: Programme,
  settings: Settings,
  schools: readonly School[],
  registers: RegisterRows = {},
): Snapshot {
  const { period, values } = settings;
  const groups = [...new Set(schools.map(({ group }) => group))];
  const owners: Pick<Figure, 'scope' | 'school' | 'group'>[] = [
    ...schools.map(({ key }) => ({ scope: 'school' as const, school: key })),
    ...groups.map((group) => ({ scope: 'group' as const, group })),
    { scope: 'district' },
  ];
  const figures = owners.flatMap((owner) =>
    programme.indicators.map((indicator): Figure => ({ period, ...owner, ...widestFigure(indicator) })),
  );
  return {
    period,
    schools,
    settings: values,
    statuses: Object.fromEntries(schools.map(({ key }) => [key, widestSubmission(programme)])),
    trouble: {},
    version: LONG_WORDS,
    totals: frozenTotals(programme, figures),
    scores: widestScores(programme, schools),
    registers: frozenRegisters(programme, registers, []),
    tabs: Object.fromEntries(publishedTables(programme).map(({ key }) => [key, LONG_WORDS])),
    when: LONG_WORDS,
  };
}

const widestFigure = (indicator: AnyIndicator): Omit<Figure, 'period' | 'scope'> => ({
  indicator: indicator.key,
  numerator: LARGEST,
  denominator: LARGEST,
  value: isDerived(indicator) ? null : 1,
  rows: 99_999,
  rowsLeftOut: 99_999,
  reason: LONG_WORDS,
});

const MOST = 9_999_999;

const widestSubmission = ({ forms }: Programme): Submission => ({
  state: LONG_WORDS,
  at: '2023-06-25T10:00',
  by: 'coordinator',
  errors: MOST,
  unexplained: MOST,
  forms: Object.fromEntries(forms.map(({ key }) => [key, { filled: MOST, expected: MOST }])),
});

const widestScores = (programme: Programme, schools: readonly School[]): FrozenScores => {
  const amount = [LARGEST, LARGEST, LARGEST] as const;
  const each = Object.fromEntries(schools.map(({ key }) => [key, amount] as const));
  return Object.fromEntries(
    [...programme.indicators, ...(programme.measures ?? [])].flatMap((by) =>
      by.targets.map(({ id }) => [id, 'bySchool' in by && !by.bySchool ? { '': amount } : { '': amount, ...each }]),
    ),
  );
};

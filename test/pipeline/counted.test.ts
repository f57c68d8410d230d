import { periodResults } from '../../src/domain';
import type { School, Submission } from '../../src/model';
import { countedPeriods, type StoredPeriod } from '../../src/pipeline';
import { countedSchools } from '../../src/pipeline/counted';
import { withFigures } from '../../src/pipeline/period-figures';
import { MARKS_A, PERIOD, rawRow } from '../build';
import { programme } from '../four-forms';

const school = (key: string): School => ({ key, name: key, type: 'СОШ', group: '', partner: '' });
const SCHOOLS = ['a', 'b', 'c'].map(school);
const as = (state: string): Submission => ({ state, at: '2023-06-10T09:00', by: 'school' });
const STATUSES = { a: as('accepted'), b: as('submitted'), c: as('draft') };

test.each([
  ['все', null],
  [undefined, null],
  ['сданные', ['a', 'b']],
  ['принятые', ['a']],
])('by «%s» these schools count: %j', (rule, expected) => {
  expect(countedSchools(SCHOOLS, STATUSES, rule)?.schools ?? null).toEqual(expected);
});

test('where the state of a tab was never kept its school counts', () => {
  expect(countedSchools(SCHOOLS, { ...STATUSES, c: 'сдано' }, 'сданные')).toBeNull();
});

test('the figures shown of a period are those of the schools that count; what is stored holds all', () => {
  const rows = SCHOOLS.map(({ key }, at) =>
    rawRow('marks', 1, { ...MARKS_A, five: 2 + at, four: 5 - at }, { school: key }),
  );
  const about = {
    ...{ key: PERIOD, closed: false, schools: SCHOOLS, settings: { counts: 'сданные' }, statuses: STATUSES },
    ...{ trouble: {}, when: '2023-06-10T10:00', corrections: [], uncorrected: () => [], changed: () => [] },
  };
  const stored: StoredPeriod = withFigures(about, () =>
    periodResults(programme, rows, { period: PERIOD, schools: SCHOOLS, settings: {} }),
  );
  const [shown] = countedPeriods(programme, [stored]);
  const rowsIn = (period: StoredPeriod) =>
    period.totals.find(({ indicator, scope }) => indicator === 'quality-rate' && scope === 'district')!.rows;
  expect([rowsIn(stored), rowsIn(shown!)]).toEqual([3, 2]);
});

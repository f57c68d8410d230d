import { periodResults } from '../../../src/domain';
import { measuredDistrict, PERIOD } from '../../../src/local/bench/measured-district';
import { plainResults } from '../../../src/local/bench/plain-loops';
import { programme } from '../../../src/local/bench/programme';
import type { RawRow } from '../../../src/model';

const data = measuredDistrict(programme, 4, 60);
const rows = data.rows.map(({ cells, ...place }): RawRow => {
  const { fields } = programme.forms.find(({ key }) => key === place.form)!;
  const typed = Object.entries(cells).map(([key, text]) => [key, fields[key]!.kind === 'count' ? Number(text) : text]);
  return { ...place, cells: Object.fromEntries(typed), explanation: '' };
});
const settings = Object.fromEntries(programme.settings.map(({ key, value }) => [key, value]));
const results = periodResults(programme, rows, { period: PERIOD, schools: data.schools, settings });

test('twenty-one forms with some eighty indicators are measured, none of them empty', () => {
  expect(programme.forms).toHaveLength(21);
  expect(programme.indicators.length).toBeGreaterThanOrEqual(75);
  const filled = new Set(rows.map(({ form }) => form));
  expect(programme.forms.filter(({ key }) => !filled.has(key)).map(({ key }) => key)).toEqual([]);
});

test('nothing is to be remarked on in what is measured', () => {
  expect(results.issues).toEqual([]);
});

test('plain loops come to the same rates as the core', () => {
  const plain = plainResults(
    rows.filter(({ form }) => form === 'classes' || form === 'marks'),
    data.schools,
  );
  const rates = {
    'pass-rate': 'pass',
    'quality-rate': 'quality',
    'fail-rate': 'fail',
    sou: 'sou',
    'mean-mark': 'mean',
  };
  for (const [indicator, rate] of Object.entries(rates)) {
    const totals = results.figures.filter((figure) => figure.indicator === indicator && !figure.slice);
    for (const { scope, school, group, value } of totals) {
      const owner = { school: `school ${school}`, group: `group ${group}`, district: 'district' }[scope];
      expect([owner, rate, plain.get(`${owner}|`)![rate as 'pass']]).toEqual([owner, rate, value]);
    }
    expect(totals).toHaveLength(4 + 2 + 1);
  }
});

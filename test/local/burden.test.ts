import { type Burden, burdens } from '../../src/local/demonstration/burden';
import { programme } from '../../src/programme';

const all = burdens(programme);
const of = (school: string): Burden[] => all.filter((burden) => burden.school.key === school);
const notAbove = (counts: readonly number[], bounds: readonly number[]): boolean[] =>
  counts.map((count, index) => count <= bounds[index]!);
const FOUR_TIMES = [true, true, true, true];

// Half-year, третья четверть, school year, beginning of the year.
test('an ООШ of about 30 pupils, a participant, types no more than it was promised', () => {
  const cells = of('gudachi').map((burden) => burden.cells);
  expect(notAbove(cells, [210, 130, 215, 70])).toEqual(FOUR_TIMES);
});

test('an ООШ of about 30 pupils sees no more rows of its tab than it was promised', () => {
  const rows = of('gudachi').map((burden) => burden.rows);
  expect(notAbove(rows, [160, 110, 160, 80])).toEqual(FOUR_TIMES);
});

test('a leading СОШ of about 435 pupils types no more than it was promised', () => {
  const cells = of('magdagachi-1').map((burden) => burden.cells);
  expect(notAbove(cells, [180, 110, 730, 80])).toEqual(FOUR_TIMES);
});

test('what stands there from the start, what is only confirmed and what the district enters is not typed', () => {
  const [halfYear] = of('gudachi');
  expect(halfYear!.byForm).toMatchObject({ classes: 0 });
  expect(Object.keys(halfYear!.byForm)).not.toContain('context');
  expect(Object.keys(of('gudachi')[2]!.byForm)).not.toContain('vpr');
});

import type { RawRow } from '../../../src/model';
import type { Results } from '../../../src/pipeline';

type Row = Pick<RawRow, 'period' | 'school' | 'form' | 'cells'>;

/** What reports tell of rows and classes, counted from what was typed: results.json does not hold it. */
export function countedIn(rows: readonly Row[], { issues, schools }: Results, period: string): Set<string> {
  const counted = new Set<string>();
  const own = rows.filter((row) => row.period === period && Object.values(row.cells).some((cell) => cell !== ''));
  const wrong = new Set(
    issues
      .filter((issue) => issue.period === period && issue.severity === 'error' && issue.row > 0)
      .map(({ school, form, row }) => [school, form, row].join()),
  );
  for (const whose of [null, ...schools.map(({ key }) => key)]) {
    const of = own.filter(({ school }) => whose === null || school === whose);
    const left = [...wrong].filter((at) => whose === null || at.startsWith(`${whose},`)).length;
    const classes = of.filter(({ form }) => form === 'classes');
    const pupils = classes.reduce((sum, { cells }) => sum + Number(cells.enrolled), 0);
    for (const count of [of.length, of.length - left, left, classes.length, pupils]) counted.add(String(count));
  }
  return counted;
}

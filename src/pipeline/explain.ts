import type { Explained, Explanation } from '../model';
import { explainExpected } from './explain-expected';
import { type Explaining, explainFigure } from './explain-figure';
import { explainGap } from './explain-gap';
import { explainRow } from './explain-row';
import { explainTarget } from './explain-target';

/** How something was made; null where nothing is known of it any more. */
export function explain(explaining: Explaining, of: Explained): Explanation | null {
  switch (of.kind) {
    case 'figure': {
      const { kind: _, ...key } = of;
      return explainFigure(explaining, key);
    }
    case 'gap':
      return explainGap(explaining, of.period, of.indicator);
    case 'target':
      return explainTarget(explaining, of);
    case 'expected':
      return explainExpected(explaining, of);
    case 'row':
      return storedRow(explaining, of);
  }
}

/** A row as the last consolidation took it, or as it was frozen and corrected since. */
function storedRow({ programme, periods }: Explaining, of: Extract<Explained, { kind: 'row' }>): Explanation | null {
  const period = periods.find(({ key }) => key === of.period);
  const school = period?.schools.find(({ key }) => key === of.school);
  const checked = period?.results.checked.get(of.school)?.find(({ form }) => form.key === of.form);
  if (!period || !school || !checked) return null;
  const note = period.closed ? 'Строка закрытого периода, с исправлениями.' : 'Строка, как её взял последний свод.';
  return explainRow({ programme, school, checked, note }, of);
}

import { defineCheck } from '../../../src/model';

/** A check that looks at another form of the tab. */
export const moreTwosThanFailing = defineCheck<{ two: number; failing: number }>({
  id: 'row/more-twos-than-failing',
  needs: 'tab',
  form: 'marks',
  severity: 'warning',
  find({ rows, tab }) {
    const failing = new Map(tab('pupils').map((row) => [row.classKey, row.entry.numbers.failing]));
    return rows.flatMap((at) => {
      const [two, known] = [at.entry.numbers.two, failing.get(at.classKey)];
      return two != null && known != null && two > known
        ? [{ at, field: 'two', details: { two, failing: known } }]
        : [];
    });
  },
  words: ({ two, failing }, { column }) => `${column}: по предмету ${two}, а неуспевающих в классе ${failing}`,
  cases: [],
});

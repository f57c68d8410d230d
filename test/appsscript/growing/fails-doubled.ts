import { defineCheck } from '../../../src/model';

/** A check that looks at the same row in the last period. */
export const failsDoubled = defineCheck<{ was: number; is: number }>({
  id: 'row/fails-doubled',
  needs: 'before',
  form: 'pupils',
  severity: 'warning',
  find: ({ rows, before }) =>
    rows.flatMap((at) => {
      const [was, is] = [before(at)?.entry.numbers.failing, at.entry.numbers.failing];
      return was != null && is != null && is > 2 * was + 3 ? [{ at, field: 'failing', details: { was, is } }] : [];
    }),
  words: ({ was, is }, { column }) => `${column}: было ${was}, стало ${is}; проверьте или напишите пояснение`,
  cases: [],
});

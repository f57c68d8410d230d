import { type Case, type Check, defineCheck, type SeenRow } from '../../model';

/** Exchanged, the numbers are so much likelier than as they stand: 20 to 1. */
const LIKELIER = Math.log(20);
/** One more of each: that a mark was never given does not make it impossible. */
const SMOOTHED = 1;

type Exchanged = Readonly<Record<'five' | 'two' | 'fiveBefore' | 'twoBefore', number>>;

const sumOf = (rows: readonly SeenRow[], key: string): number =>
  rows.reduce((sum, { entry }) => sum + (entry.numbers[key] ?? 0), 0);

/** «5» and «2» of a work or an exam, all rows together: by what the same ones gave before they have changed places. */
export const marksExchanged = (form: string, row: Case['rows'][number]): Check =>
  defineCheck<Exchanged>({
    id: `form/${form.toLowerCase()}-marks-exchanged`,
    needs: 'year',
    form,
    severity: 'warning',
    find({ rows, yearAgo, before }) {
      const pairs = rows.flatMap((at) => {
        const earlier = yearAgo(at) ?? before(at);
        return earlier ? [{ at, earlier }] : [];
      });
      const [now, then] = [pairs.map(({ at }) => at), pairs.map(({ earlier }) => earlier)];
      const [five, two] = [sumOf(now, 'five'), sumOf(now, 'two')];
      const [fiveBefore, twoBefore] = [sumOf(then, 'five'), sumOf(then, 'two')];
      const ratio = Math.log((fiveBefore + SMOOTHED) / (twoBefore + SMOOTHED));
      return (two - five) * ratio > LIKELIER ? [{ details: { five, two, fiveBefore, twoBefore } }] : [];
    },
    words: ({ five, two, fiveBefore, twoBefore }) =>
      `«5» – ${five}, «2» – ${two}, а в прошлый раз ${fiveBefore} и ${twoBefore}; не перепутаны ли графы? Исправьте или напишите причину вверху`,
    cases: [
      {
        form,
        rows: [{ ...row, participants: 20, five: 1, four: 6, three: 8, two: 5 }],
        yearAgo: [{ ...row, participants: 20, five: 6, four: 6, three: 7, two: 1 }],
        says: [
          '0: «5» – 1, «2» – 5, а в прошлый раз 6 и 1; не перепутаны ли графы? Исправьте или напишите причину вверху',
        ],
      },
      {
        form,
        rows: [{ ...row, participants: 20, five: 3, four: 6, three: 8, two: 3 }],
        yearAgo: [{ ...row, participants: 20, five: 6, four: 6, three: 7, two: 1 }],
        says: [],
      },
      // A work that was harder for all than last year's is no exchange, nor is one in which as many had «5» as «2» before.
      {
        form,
        rows: [{ ...row, participants: 20, five: 1, four: 6, three: 8, two: 5 }],
        yearAgo: [{ ...row, participants: 20, five: 6, four: 6, three: 2, two: 6 }],
        says: [],
      },
      {
        form,
        rows: [{ ...row, participants: 20, five: 5, four: 6, three: 8, two: 1 }],
        yearAgo: [{ ...row, participants: 20, five: 1, four: 6, three: 7, two: 6 }],
        says: [
          '0: «5» – 5, «2» – 1, а в прошлый раз 1 и 6; не перепутаны ли графы? Исправьте или напишите причину вверху',
        ],
      },
    ],
  });

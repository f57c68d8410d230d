import { type Case, type Check, defineCheck, type PeriodKey, yearAndQuarter } from '../../model';
import { onLists } from './on-lists';

/** A work about a whole grade that was put off till autumn is written by those who have moved up. */
const movedUp = (period: PeriodKey): number => (yearAndQuarter(period).quarter === 4 ? 1 : 0);

/**
 * Of a work, no more pupils can have written it than are on the lists of the grade. `row` is an example of its row;
 * `yearly`: the work is about the grade's year, and may be written in the autumn after it.
 */
export function writersOnLists(form: string, row: Case['rows'][number], yearly = false): Check {
  const tab = {
    classes: [
      { grade: '5', letter: 'А', enrolled: 4 },
      { grade: '5', letter: 'Б', enrolled: 3 },
    ],
  };
  return defineCheck<{ participants: number; enrolled: number }>({
    id: `row/${form}-more-than-on-lists`,
    needs: 'tab',
    beside: ['classes'],
    form,
    severity: 'warning',
    find: ({ rows, tab: on, period }) =>
      rows.flatMap((at) => {
        const { participants } = at.entry.numbers;
        const later = yearly ? movedUp(period) : 0;
        const of = at.classes && { from: at.classes.from + later, to: at.classes.to + later };
        const enrolled = participants == null || !of ? undefined : onLists(of, on('classes'));
        return enrolled !== undefined && participants! > enrolled
          ? [{ at, field: 'participants', details: { participants: participants!, enrolled } }]
          : [];
      }),
    words: ({ participants, enrolled }, { column }) =>
      `${column}: ${participants}, а в классах по списку ${enrolled}; проверьте или напишите пояснение`,
    cases: [
      {
        form,
        rows: [row],
        tab,
        says: ['1: «Участников»: 8, а в классах по списку 7; проверьте или напишите пояснение'],
      },
      { form, rows: [row], tab: { classes: [...tab.classes, { grade: '5', letter: 'В', enrolled: 5 }] }, says: [] },
      ...(yearly
        ? [
            {
              form,
              rows: [row],
              tab: { classes: [...tab.classes, { grade: '6', letter: '', enrolled: 8 }] },
              period: '2022-Q4',
              says: [],
            },
          ]
        : []),
      // Taught together with others: how many of them are in the grade is not known.
      { form, rows: [row], tab: { classes: [{ grade: '4-5', enrolled: 7 }] }, says: [] },
    ],
  });
}

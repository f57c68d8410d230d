import { type Case, type Check, defineCheck, type SeenRow } from '../../model';

/** How many pupils are on the lists of a grade; unknown while none of its classes stands alone. */
function onTheLists(grade: SeenRow, lists: readonly SeenRow[]): number | undefined {
  const { classes } = grade;
  if (!classes) return undefined;
  const covering = lists.filter(({ classes: of }) => of && of.from <= classes.to && of.to >= classes.from);
  const apart = covering.every(({ classes: of }) => of!.from >= classes.from && of!.to <= classes.to);
  if (covering.length === 0 || !apart) return undefined;
  const known = covering.map(({ entry }) => entry.numbers.enrolled);
  return known.some((count) => count == null) ? undefined : known.reduce<number>((sum, count) => sum + count!, 0);
}

/** Of a work, no more pupils can have written it than are on the lists of the grade. `row` is an example of its row. */
export function writersOnLists(form: string, row: Case['rows'][number]): Check {
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
    find: ({ rows, tab: on }) =>
      rows.flatMap((at) => {
        const { participants } = at.entry.numbers;
        const enrolled = participants == null ? undefined : onTheLists(at, on('classes'));
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
      // Taught together with others: how many of them are in the grade is not known.
      { form, rows: [row], tab: { classes: [{ grade: '4-5', enrolled: 7 }] }, says: [] },
    ],
  });
}

import { dateInFigures, defineRegisterCheck, type RegisterRow } from '../../model';
import { stateOf } from './seen';

/** What is done is not done tomorrow. */
export const doneInFuture = defineRegisterCheck<{ day: string }>({
  id: 'register/done-in-future',
  severity: 'error',
  find({ register, rows, world }) {
    const { done } = register;
    if (!done) return [];
    const isDone = (row: RegisterRow): boolean => !done.planned || done.states.includes(stateOf(register, row));
    return rows.filter(isDone).flatMap((row) => {
      const day = String(row[done.on] ?? '');
      const isLater = /^\d{4}-\d\d-\d\d$/.test(day) && day > world.today;
      return isLater ? [{ row: row.id, field: done.on, details: { day: dateInFigures(day) } }] : [];
    });
  },
  words: ({ day }, { column }) => `${column}: ${day} ещё не наступило; исправьте`,
  cases: [
    {
      rows: [{ signedOn: '2023-06-26' }],
      today: '2023-06-25',
      says: ['Б-101: «Дата»: 26.06.2023 ещё не наступило; исправьте'],
    },
    { rows: [{ signedOn: '2023-06-25' }], today: '2023-06-25', says: [] },
    { rows: [{ signedOn: 'скоро' }], says: [] },
  ],
});

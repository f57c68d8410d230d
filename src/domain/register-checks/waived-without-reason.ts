import { defineRegisterCheck } from '../../model';
import { isFilled, stateOf, stateWords } from './seen';

/** What is not wanted says why. */
export const waivedWithoutReason = defineRegisterCheck<{ state: string }>({
  id: 'register/waived-without-reason',
  severity: 'error',
  find({ register, rows, computed }) {
    const { waived } = register;
    if (!waived) return [];
    return rows
      .filter((row) => waived.states.includes(stateOf(register, row)))
      .filter((row) => !isFilled(row, waived.why) && !computed.has(row.id))
      .map((row) => ({
        row: row.id,
        field: waived.why,
        details: { state: stateWords(register, stateOf(register, row)) },
      }));
  },
  words: ({ state }, { column }) => `${column}: пусто, а статус – «${state}»; напишите, почему`,
  cases: [
    { rows: [{ status: 'нет' }], says: ['Б-101: «Примечание»: пусто, а статус – «нет»; напишите, почему'] },
    { rows: [{ status: 'нет', why: 'не издавался' }, { status: 'проект' }], says: [] },
  ],
});

import { defineRegisterCheck, mayMove } from '../../model';
import { stateOf, stateWords } from './seen';

/** A state is reached from that of the last closed period by the moves of the cycle. */
export const move = defineRegisterCheck<{ from: string; to: string }>({
  id: 'register/move',
  severity: 'warning',
  find({ register, rows, before, computed }) {
    const { status } = register;
    if (!status) return [];
    const known = new Set(status.cycle.states.map(({ key }) => key));
    return rows.flatMap((row) => {
      const earlier = before.get(row.id);
      const [from, to] = [earlier ? stateOf(register, earlier) : '', stateOf(register, row)];
      if (!known.has(from) || !known.has(to) || from === to || computed.has(row.id)) return [];
      if (mayMove(status.cycle, from, to, 'coordinator')) return [];
      return [
        {
          row: row.id,
          field: status.field,
          details: { from: stateWords(register, from), to: stateWords(register, to) },
        },
      ];
    });
  },
  words: ({ from, to }, { column }) =>
    `${column}: в прошлом периоде было «${from}», теперь «${to}»; так не бывает, проверьте`,
  cases: [
    {
      rows: [{ status: 'утверждён' }],
      before: [{ status: 'нет' }],
      says: ['Б-101: «Статус»: в прошлом периоде было «нет», теперь «утверждён»; так не бывает, проверьте'],
    },
    { rows: [{ status: 'проект' }, { status: 'утверждён' }], before: [{ status: 'нет' }], says: [] },
  ],
});

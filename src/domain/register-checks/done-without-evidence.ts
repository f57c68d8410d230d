import { defineRegisterCheck } from '../../model';
import { fieldTitle, isFilled, stateOf, stateWords } from './seen';

/** What is done was done on a day, and something proves it. */
export const doneWithoutEvidence = defineRegisterCheck<{ state: string; lacking: string }>({
  id: 'register/done-without-evidence',
  severity: 'error',
  find({ register, rows, computed }) {
    const { done, status } = register;
    if (!done || !status) return [];
    return rows.flatMap((row) => {
      const state = stateOf(register, row);
      if (!done.states.includes(state) || computed.has(row.id)) return [];
      const evidence = done.evidence.some((key) => isFilled(row, key));
      const lacking = [
        ...(isFilled(row, done.on) ? [] : [fieldTitle(register, done.on)]),
        ...(evidence ? [] : [done.evidence.map((key) => fieldTitle(register, key)).join(' или ')]),
      ];
      if (lacking.length === 0) return [];
      return [
        {
          row: row.id,
          field: status.field,
          details: { state: stateWords(register, state), lacking: lacking.join(' и ') },
        },
      ];
    });
  },
  words: ({ state, lacking }, { column }) =>
    `${column}: указано «${state}», а ${lacking} – пусто; заполните или поставьте другой статус`,
  cases: [
    {
      rows: [{ status: 'утверждён', signedOn: '2023-05-12' }],
      says: ['Б-101: «Статус»: указано «утверждён», а «Реквизиты» – пусто; заполните или поставьте другой статус'],
    },
    {
      rows: [{ status: 'утверждён' }],
      says: [
        'Б-101: «Статус»: указано «утверждён», а «Дата» и «Реквизиты» – пусто; заполните или поставьте другой статус',
      ],
    },
    { rows: [{ status: 'утверждён', signedOn: '2023-05-12', proof: '№ 3' }, { status: 'проект' }], says: [] },
  ],
});

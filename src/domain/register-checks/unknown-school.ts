import { defineRegisterCheck } from '../../model';
import { unknownAmong } from '../named-schools';

/** A school that is named stands on the tab «Школы». */
export const unknownSchool = defineRegisterCheck<{ found: string }>({
  id: 'register/unknown-school',
  severity: 'error',
  find: ({ register, rows, world }) => {
    const unknownIn = unknownAmong(world.schools);
    return Object.entries(register.fields).flatMap(([field, { schools }]) =>
      schools !== 'only'
        ? []
        : rows.flatMap((row) => {
            const [found] = unknownIn(String(row[field] ?? ''));
            return found === undefined ? [] : [{ row: row.id, field, details: { found: found.slice(0, 60) } }];
          }),
    );
  },
  words: ({ found }, { column }) =>
    `${column}: школы «${found}» нет на вкладке «Школы»; выберите из списка, несколько школ – через «;», все – «район»`,
  cases: [
    {
      rows: [{ school: 'Заречная СОШ' }],
      says: [
        'Б-101: «Школа»: школы «Заречная СОШ» нет на вкладке «Школы»; выберите из списка, несколько школ – через «;», все – «район»',
      ],
    },
    { rows: [{ school: 'район' }, { school: '' }], says: [] },
    // Where other words may stand beside schools none is asked for.
    { rows: [{ title: 'Заречная СОШ' }], says: [] },
  ],
});

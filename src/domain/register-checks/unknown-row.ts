import { defineRegisterCheck, handOf } from '../../model';

/** What is referred to stands in its register. */
export const unknownRow = defineRegisterCheck<{ found: string }>({
  id: 'register/unknown-row',
  severity: 'error',
  find: ({ register, rows, world }) =>
    Object.entries(register.fields).flatMap(([field, { kind, ref }]) => {
      const referred = kind === 'ref' ? world.registers[ref!] : undefined;
      if (!referred || handOf(register, field) === 'computed') return [];
      const ids = new Set(referred.map(({ id }) => id));
      return rows
        .filter((row) => row[field] !== '' && !ids.has(String(row[field])))
        .map((row) => ({ row: row.id, field, details: { found: String(row[field]).slice(0, 40) } }));
    }),
  words: ({ found }, { column }) => `${column}: записи «${found}» нет; выберите из списка`,
  cases: [
    { rows: [{ replaces: 'Б-77' }], says: ['Б-101: «Взамен»: записи «Б-77» нет; выберите из списка'] },
    { rows: [{ replaces: 'то самое' }], says: ['Б-101: «Взамен»: записи «то самое» нет; выберите из списка'] },
    { rows: [{ replaces: 'Б-102' }, { replaces: '' }], says: [] },
    {
      rows: [{ replaces: 'распоряжение, которого нигде на этой вкладке нет' }],
      says: ['Б-101: «Взамен»: записи «распоряжение, которого нигде на этой вкл» нет; выберите из списка'],
    },
  ],
});

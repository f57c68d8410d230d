import { defineRegisterCheck, handOf, type Register } from '../../model';
import { personalDataIn } from '../checks/personal-data';

/** Officials whom the order names may stand. */
const withoutOfficials = ({ officials = [] }: Register, text: string): string =>
  officials.reduce((rest, name) => rest.split(name).join(''), text);

/** Names of pupils and teachers, phones and the like have no place in the workbook (152-ФЗ). */
export const personalData = defineRegisterCheck<{ kind: string }>({
  id: 'register/personal-data',
  severity: 'warning',
  find: ({ register, rows }) =>
    Object.entries(register.fields)
      .filter(([key, { kind }]) => (kind === 'text' || kind === 'long-text') && handOf(register, key) === 'coordinator')
      .flatMap(([field]) =>
        rows.flatMap((row) =>
          personalDataIn(withoutOfficials(register, String(row[field] ?? ''))).map((kind) => ({
            row: row.id,
            field,
            details: { kind },
          })),
        ),
      ),
  words: ({ kind }, { column }) => `${column}: похоже на личные данные (${kind}); замените должностью или уберите`,
  cases: [
    {
      rows: [{ why: 'Болела Иванова А. П.' }],
      says: ['Б-101: «Примечание»: похоже на личные данные (фамилия и инициалы); замените должностью или уберите'],
    },
    { rows: [{ why: 'Приказ от 12.05.2023 № 3' }], says: [] },
  ],
});

import { defineRegisterCheck, handOf, type Register } from '../../model';
import { insteadOf, type PersonalKind, personalDataIn } from '../personal-data';
import { remembering } from '../remembering';

/** «Попова Л.А.» in any case, with or without spaces, initials first or last. */
const inAnySpelling = remembering((name): RegExp => {
  const [surname = '', one = '', two = ''] = name.split(/[ .]+/);
  const word = `${surname.replace(/[аоя]$/, '')}[а-яё]{0,2}`;
  const initials = `${one}\\.\\s?${two}\\.`;
  return new RegExp(`${word}\\s+${initials}|${initials}\\s?${word}`, 'g');
});

/** Officials whom the order names may stand. */
const withoutOfficials = ({ officials = [] }: Register, text: string): string =>
  officials.reduce((rest, name) => rest.replace(inAnySpelling(name), ' '), text);

/** Names of pupils and teachers, phones and the like have no place in the workbook (152-ФЗ). */
export const personalData = defineRegisterCheck<{ kind: PersonalKind; title: string }>({
  id: 'register/personal-data',
  severity: 'warning',
  find: ({ register, rows }) =>
    Object.entries(register.fields)
      .filter(
        ([key, { kind }]) =>
          kind !== 'count' && kind !== 'decimal' && kind !== 'ref' && handOf(register, key) === 'coordinator',
      )
      .flatMap(([field]) =>
        rows.flatMap((row) =>
          personalDataIn(withoutOfficials(register, String(row[field] ?? ''))).map(({ kind, title }) => ({
            row: row.id,
            field,
            details: { kind, title },
          })),
        ),
      ),
  words: ({ kind, title }, { column }) => `${column}: похоже на личные данные (${title}); ${insteadOf(kind)}`,
  cases: [
    {
      rows: [{ why: 'Болела Иванова А. П.' }],
      says: [
        'Б-101: «Примечание»: похоже на личные данные (фамилия и инициалы); напишите без имён: «обучающийся 5 класса», «учитель физики», должность',
      ],
    },
    { rows: [{ why: 'Приказ от 12.05.2023 № 3' }], says: [] },
    // What the order itself says is not the coordinator's to change.
    { rows: [{ title: 'Болела Иванова А. П.' }], says: [] },
  ],
});

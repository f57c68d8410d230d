import { defineCheck } from '../../model';

/** An address as a browser opens it; the beginning may be missing. */
const ADDRESS = /^(?:https?:\/\/)?[^\s/\\]+\.[^\s/.\\]{2,}(?:[/?#:]\S*)?$/i;

/** Words where an address belongs: nobody can open it. */
export const notALink = defineCheck<{ found: string }>({
  id: 'cell/not-a-link',
  needs: 'row',
  severity: 'warning',
  find({ form, rows }) {
    const links = Object.keys(form.fields).filter((key) => form.fields[key]!.kind === 'link');
    return links.flatMap((field) =>
      rows.flatMap((at) => {
        const found = at.entry.texts[field] ?? '';
        return found === '' || ADDRESS.test(found) ? [] : [{ at, field, details: { found: found.slice(0, 40) } }];
      }),
    );
  },
  words: ({ found }, { column }) =>
    `${column}: указано «${found}», а нужен адрес, который открывается в браузере; скопируйте его из строки адреса`,
  cases: [
    {
      form: 'staff',
      rows: [
        { category: 'учителя', positions: 2, page: 'на сайте школы' },
        { category: 'прочие педагоги', positions: 2, page: 'C:\\Школа\\план.файл' },
      ],
      says: [
        '1: «Страница»: указано «на сайте школы», а нужен адрес, который открывается в браузере; скопируйте его из строки адреса',
        '2: «Страница»: указано «C:\\Школа\\план.файл», а нужен адрес, который открывается в браузере; скопируйте его из строки адреса',
      ],
    },
    {
      form: 'staff',
      rows: [
        { category: 'учителя', positions: 2, page: 'https://school.example/plan?n=1' },
        { category: 'прочие педагоги', positions: 2, page: 'school.example' },
      ],
      says: [],
    },
  ],
});

import { marksBySchool } from './marks-by-school';

/** A control work of the region or the district, a school a line. */
export const controlWorksBySchool = marksBySchool({
  kind: 'control_works',
  form: 'controlWorks',
  title: 'Контрольная или диагностическая работа: отметки по школам',
  known: /(?:контрольн|диагностическ)[а-я]+ работ|(?<![а-яё])(?:РКР|МКР|РДР|МДР)(?![а-яё])/i,
  about: ({ text, year, date }) => ({
    year,
    date,
    level: /регион|област|края|краев|республик|(?<![а-яё])Р[КД]Р/i.test(text) ? 'региональная' : 'муниципальная',
  }),
});

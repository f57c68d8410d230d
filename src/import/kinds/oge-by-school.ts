import { marksBySchool } from './marks-by-school';

/** The exam after the ninth grade, a school a line: a table of a region or a district. */
export const ogeBySchool = marksBySchool({
  kind: 'oge',
  form: 'oge',
  title: 'ОГЭ: результаты по школам',
  known: /(?<![а-яё])(?:ОГЭ|ГИА-?\s?9)(?![а-яё])|основн[а-я]+ государственн[а-я]+ экзамен/i,
  grade: 9,
  about: ({ year }) => ({ year }),
});

import { defineCheck } from '../../model';

/** What lists several letters: «А, Б», «А-В». */
const APART = /[\s,;/+&-]+/;
const LATIN = /^[A-Za-z]+$/;
/** A letter, also with the number of its class: «5А». */
const LETTER = /^\d{0,2}[А-ЯЁа-яёA-Za-z]{1,2}$/;

/** Something else where the letter of a class belongs: a subject, a surname, a letter of another alphabet. */
export const unknownLetter = defineCheck<{ found: string; latin: number }>({
  id: 'cell/unknown-letter',
  needs: 'row',
  severity: 'warning',
  unlessErrors: true,
  find({ form, rows }) {
    if (!('letter' in form.fields)) return [];
    return rows.flatMap((at) => {
      const found = at.entry.texts.letter ?? '';
      if (found.length < 2 && !LATIN.test(found)) return [];
      const parts = found.split(APART).filter((part) => part !== '');
      const latin = parts.some((part) => LATIN.test(part));
      if (!latin && parts.every((part) => LETTER.test(part))) return [];
      return [{ at, field: 'letter', details: { found: found.slice(0, 40), latin: Number(latin) } }];
    });
  },
  words: ({ found, latin }, { column }) =>
    latin
      ? `${column}: буква набрана латиницей; переключите клавиатуру и введите русскую`
      : `${column}: указано «${found}», нужна одна буква класса (А); если литеры нет, оставьте пустым`,
  cases: [
    {
      form: 'classes',
      rows: [
        { grade: '5', letter: 'Химия', enrolled: 9 },
        { grade: '6', letter: 'A', enrolled: 9 },
      ],
      says: [
        '1: «Литера»: указано «Химия», нужна одна буква класса (А); если литеры нет, оставьте пустым',
        '2: «Литера»: буква набрана латиницей; переключите клавиатуру и введите русскую',
      ],
    },
    {
      form: 'classes',
      rows: [
        { grade: '5', letter: 'А', enrolled: 9 },
        { grade: '6', letter: 'А, Б', enrolled: 9 },
        { grade: '7', letter: 'А-В', enrolled: 9 },
        { grade: '8', letter: '', enrolled: 9 },
      ],
      says: [],
    },
  ],
});

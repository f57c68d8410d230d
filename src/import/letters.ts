const LATIN = 'ABCEHKMOPTXYaceopxy';
const CYRILLIC = 'АВСЕНКМОРТХУасеорху';

/** A Russian text without the Latin letters that only look like its own. */
export const inCyrillic = (text: string): string =>
  /[а-яё]/i.test(text) ? text.replace(/[A-Za-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter) : text;

const NAMES = new Set(
  'loading|calculating|загрузка|загрузка данных|загружается|идет загрузка|идёт загрузка|вычисление|завантаження|chargement|cargando|carregando|caricamento|wird geladen|error|ошибка|null|undefined|nan|infinity'.split(
    '|',
  ),
);

/** «#REF!», «#Н/Д», «#BEZUG!», «####»: what a spreadsheet shows in place of a value, in whatever language. */
export const isShownError = (typed: string): boolean =>
  typed.startsWith('#') && /^#(?:#+|[^\s#]*[^\s\d#!?/_][^\s#]*)$/.test(typed);

/** True for words that a formula, not a person, has left where a value belongs: «Loading…», too. */
export const isErrorWord = (typed: string): boolean => {
  const words = typed.toLowerCase();
  return isShownError(typed) || NAMES.has(ENDS.has(words.slice(-1)) ? words.replace(/[\s.…!:]+$/, '') : words);
};

const ENDS = new Set(' .…!:');

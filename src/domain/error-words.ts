/** «#REF!», «#Н/Д», «#BEZUG!», «####»: what a spreadsheet shows in place of a value, in whatever language. */
const SHOWN = /^#(?:#+|(?=.*\p{L})[\p{L}\p{N}_/]+[!?]?)$/u;
const WAITING =
  /^(?:loading|calculating|загрузка|загружается|ид[её]т загрузка|вычисление|завантаження|chargement|cargando|carregando|caricamento|laden|wird geladen)(?: данных)?\s*(?:\.{2,}|…)?$/i;
const BROKEN = /^(?:error|ошибка|null|undefined|nan|infinity|\[object \w+\])[!.:]*$/i;

/** True for words that a formula, not a person, has left where a value belongs. */
export const isErrorWord = (typed: string): boolean => SHOWN.test(typed) || WAITING.test(typed) || BROKEN.test(typed);

/** In a paragraph «Ошибка» may be what is meant. */
export const isShownError = (typed: string): boolean => SHOWN.test(typed);

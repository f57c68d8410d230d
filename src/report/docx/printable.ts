const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
// With the flag `u`, \p{Cs} matches only a surrogate without its pair.
const NOT_IN_XML = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** The text without the characters XML cannot hold; a tab becomes a space. */
export const printable = (text: string): string => text.replace(/\t/g, ' ').replace(NOT_IN_XML, '');

/** The printable lines of a typed text; at least one, perhaps empty. */
export const printableLines = (text: string): string[] => text.split(LINE_END).map(printable);

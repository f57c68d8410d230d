const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
// With the flag `u`, \p{Cs} matches only a surrogate without its pair.
const NOT_IN_XML = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Spaces at which no line ends: «100 %», «2023 г.», «II квартал», «СОШ № 3», «п. 1.2», «п. п.», and before a dash. */
const NEVER_AN_END =
  /(?<=\d) (?=%|г{1,2}\.)|(?<=×) (?=\d)|(?<=[IV]) (?=квартал|кв\.|четверт|полугоди)|(?<=№) (?=\S)| (?=№)|(?<=\S) (?=– )|(?<=п\.) (?=\d|п\.)/g;

/** The text without the characters XML cannot hold; a tab becomes a space. */
export const printable = (text: string): string => text.replace(/\t/g, ' ').replace(NOT_IN_XML, '');

/** The printable lines of a typed text, what belongs together kept in one; at least one, perhaps empty. */
export const printableLines = (text: string): string[] =>
  text.split(LINE_END).map((line) => printable(line).replace(NEVER_AN_END, '\u00a0'));

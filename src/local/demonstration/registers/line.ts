/** A line of a register as an office typed it; known from the ISO day `since`. **Invented**, as all figures of the district. */
export type Line = Readonly<Record<string, string>> & { readonly since: string };

/** «20.01.2020» is 2020-01-20. */
export const isoOf = (day: string): string => day.split('.').reverse().join('-');

/** What an office knew and wrote on a day («20.01.2020»). */
export const on = (day: string, cells: Readonly<Record<string, string>>): Line => ({ ...cells, since: isoOf(day) });

/** In the order in which they were written. */
export const inTime = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));

export const NOTE = 'учебные данные';

/** Address of a paper in an archive that does not exist. */
export const address = (words: string): string => `https://imc.example/${words}`;

/** The office that keeps the registers. */
export const CENTRE = 'МБУ «ИМЦ»';
export const OFFICE = 'Отдел образования';

/** «дорожная карта, п. 2.2» */
export const roadmapItem = (number: string): string => `дорожная карта, п. ${number}`;

import { handOf, type Register, type School, type SchoolStart, type Start } from '../model';

/** «Д-4002» is row 4 of the order for the second school; rows of people go on where theirs end. */
const SCHOOLS = 1000;
export const FIRST_OWN = 101;
const FIRST_ABOVE_SCHOOLS = 100_000;

export const numberIn = (register: Register, id: string): number =>
  id.startsWith(`${register.prefix}-`) ? Number(id.slice(register.prefix.length + 1)) : Number.NaN;

/** False for numbers of the order's rows. */
export const isOwnNumber = (number: number): boolean =>
  (number >= FIRST_OWN && number < SCHOOLS) || number >= FIRST_ABOVE_SCHOOLS;

export const nextOwnNumber = (last: number): number => {
  const next = Math.max(last + 1, FIRST_OWN);
  return isOwnNumber(next) ? next : FIRST_ABOVE_SCHOOLS;
};

/** A register in which every school has its rows, and the schools in the order in which they got their numbers. */
export interface SchoolsRegister {
  readonly register: Register;
  readonly numbered: readonly string[];
}

/** `numbered` are the schools as far as the tab remembers: a school that leaves keeps its number, a new one gets the next. */
export function withSchoolStarts(
  register: Register,
  schools: readonly School[],
  numbered: readonly string[],
): SchoolsRegister {
  const { schoolStarts, starts } = register;
  if (!schoolStarts) return { register, numbered };
  const all = [...new Set([...numbered, ...schools.map(({ key }) => key)])];
  const places = new Map(all.map((key, index) => [key, index + 1]));
  const own = schoolStarts.flatMap(({ group, start }): Start[] =>
    schools
      .filter((school) => group === undefined || school.group === group)
      .map(({ key }) => {
        const number = numberIn(register, start.id) * SCHOOLS + places.get(key)!;
        return { ...start, id: `${register.prefix}-${number}`, school: key };
      }),
  );
  return { register: { ...register, starts: [...starts, ...own] }, numbered: all };
}

/** What the order says of a row, by its id alone; of a school's row without the school. */
export function orderRowOf(register: Register, id: string): Start | undefined {
  const number = Math.floor(numberIn(register, id) / SCHOOLS);
  const school = ({ start }: SchoolStart): boolean => numberIn(register, start.id) === number;
  return register.starts.find((start) => start.id === id) ?? register.schoolStarts?.find(school)?.start;
}

/** The fields by which a row of the order is known whatever people have filled in. */
export function orderIdentity(register: Register): readonly string[] {
  const fixed = register.identity.filter((key) => handOf(register, key) === 'order');
  return fixed.length > 0 ? fixed : register.identity;
}

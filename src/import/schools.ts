import { canonicalText, type KnownSchool, type RefusalReason, type SchoolAlias } from '../model';
import { type NameParts, partsOf, sameMunicipality, samePlaces } from './place-names';

/** The district's schools, and the municipality they lie in. */
export interface Directory {
  readonly schools: readonly KnownSchool[];
  readonly municipality: string;
  /** What a person has said of schools that are called otherwise. */
  readonly aliases?: readonly SchoolAlias[];
  /** Schools that are none of ours: a person has said so. */
  readonly foreign?: readonly Pick<SchoolAlias, 'by' | 'value'>[];
  /** Key of the school of sheets that are about one school and do not say which: a person has said so. */
  readonly unnamed?: string;
}

/** What a file says of a school; whether it lies in our municipality where the file tells. */
export interface SchoolWords {
  readonly login?: string;
  readonly code?: string;
  readonly name?: string;
  readonly ours?: boolean;
}

export type SchoolAnswer = KnownSchool | RefusalReason;

export const isSchool = (answer: SchoolAnswer): answer is KnownSchool => typeof answer === 'object';

/** Digits of a login of ФИС ОКО, old or new, in either alphabet; `''` where there is none. */
export const loginDigits = (text: string): string => /(?:[eе]du|s[cс]h)\s*(\d{4,8})(?!\d)/i.exec(text)?.[1] ?? '';

/** A name without the login that ФИС ОКО writes beside it. */
export const withoutLogin = (text: string): string =>
  text.replace(/\(?\s*(?:[eе]du|s[cс]h)\s*\d{4,8}\s*\)?\s*\|?/gi, ' ');

const digitsOnly = (text: string): string => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');

interface Named {
  readonly school: KnownSchool;
  readonly parts: NameParts;
}

const sameNumbers = (a: NameParts, b: NameParts): boolean => a.numbers.join(' ') === b.numbers.join(' ');

const schoolsOf = (found: readonly Named[]): KnownSchool[] => [...new Set(found.map(({ school }) => school))];

export class SchoolFinder {
  private readonly named: readonly Named[];

  constructor(private readonly directory: Directory) {
    this.named = directory.schools.flatMap((school) =>
      this.namesOf(school).map((name) => ({ school, parts: partsOf(name) })),
    );
  }

  private called(by: SchoolAlias['by'], { key }: KnownSchool): string[] {
    const said = (this.directory.aliases ?? []).filter((alias) => alias.by === by && alias.school === key);
    return said.map(({ value }) => value);
  }

  private namesOf(school: KnownSchool): string[] {
    return [school.name, ...school.names, ...this.called('name', school)];
  }

  /** By login, then by code, then by name; whatever of these a file has decides alone. */
  find({ login = '', code = '', name = '', ours = false }: SchoolWords): SchoolAnswer {
    const digits = loginDigits(login) || loginDigits(name);
    if (digits !== '') return this.byLogin(digits);
    if (code !== '') return this.byCode(code);
    return this.byName(withoutLogin(name), ours);
  }

  isForeign(called: Pick<SchoolAlias, 'by' | 'value'>): boolean {
    return (this.directory.foreign ?? []).some(({ by, value }) => by === called.by && value === called.value);
  }

  /** The school of a sheet that names none. */
  unnamed(): SchoolAnswer {
    return this.directory.schools.find(({ key }) => key === this.directory.unnamed) ?? 'unknown_school';
  }

  private byLogin(digits: string): SchoolAnswer {
    const logins = (school: KnownSchool) =>
      [school.login, school.oldLogin, ...this.called('login', school)].map(loginDigits);
    return only(this.directory.schools.filter((school) => logins(school).includes(digits)));
  }

  private byCode(code: string): SchoolAnswer {
    const codes = (school: KnownSchool) => [school.code, ...this.called('code', school)].map(digitsOnly);
    return only(this.directory.schools.filter((school) => codes(school).includes(digitsOnly(code))));
  }

  private byName(name: string, ours: boolean): SchoolAnswer {
    const spelt = canonicalText(name);
    const exact = this.directory.schools.filter((school) =>
      this.namesOf(school).some((known) => canonicalText(known) === spelt),
    );
    if (exact.length > 0) return only(exact);
    const parts = partsOf(name);
    if (parts.places.length === 0) return ours && parts.numbers.length > 0 ? this.byNumber(parts) : 'unknown_school';
    const there = this.named.filter((known) => samePlaces(known.parts.places, parts.places));
    const fitting = schoolsOf(there.filter((known) => sameNumbers(known.parts, parts)));
    if (fitting.length > 0) return only(fitting);
    return parts.numbers.length === 0 && schoolsOf(there).length > 1 ? 'ambiguous_school' : 'unknown_school';
  }

  /** Inside our municipality a number may tell a school without its place. */
  private byNumber(parts: NameParts): SchoolAnswer {
    return only(schoolsOf(this.named.filter((known) => sameNumbers(known.parts, parts))));
  }

  /** Which of the municipalities of a file is ours: the one we are told, otherwise the one with the most schools of ours. */
  ownMunicipality(lines: readonly (SchoolWords & { readonly municipality: string })[]): string {
    const told = lines.find(({ municipality }) => sameMunicipality(municipality, this.directory.municipality));
    if (told) return told.municipality;
    const known = new Map<string, number>();
    for (const { municipality, ...words } of lines) {
      if (isSchool(this.find(words))) known.set(municipality, (known.get(municipality) ?? 0) + 1);
    }
    return [...known].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  }
}

function only(schools: readonly KnownSchool[]): SchoolAnswer {
  if (schools.length === 0) return 'unknown_school';
  return schools.length === 1 ? schools[0]! : 'ambiguous_school';
}

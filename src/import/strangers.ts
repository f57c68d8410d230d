import type { LeftOut, RefusalReason, SchoolAlias } from '../model';
import { namesSchool } from './groups';
import { loginDigits, type SchoolFinder, type SchoolWords, withoutLogin } from './schools';

/** A school of a file that is none of the district's as far as it is known: a person may say which one it is. */
export interface Stranger {
  /** What it is called by; `sheet` where the file names no school at all, so that there is nothing to remember. */
  readonly by: SchoolAlias['by'] | 'sheet';
  readonly value: string;
  /** As it is shown. */
  readonly text: string;
  readonly rows: number;
}

/** By what a school is found, in the order in which that is tried; null where it may be no school's name but a person's. */
function calledBy({ login = '', code = '', name = '' }: SchoolWords): Pick<SchoolAlias, 'by' | 'value'> | null {
  const digits = loginDigits(login) || loginDigits(name);
  if (digits !== '') return { by: 'login', value: `edu${digits}` };
  if (code !== '') return { by: 'code', value: code };
  const bare = withoutLogin(name).replace(/\s+/g, ' ').trim();
  return namesSchool(bare) ? { by: 'name', value: bare } : null;
}

/** Words that name no school: where columns have slipped, they may be a person's name. */
export const mayBePerson = (said: SchoolWords): boolean => (said.name ?? '') !== '' && calledBy(said) === null;

/** Whether a person has said that a school of a file is none of ours. */
export function isForeign(schools: SchoolFinder, said: SchoolWords | 'nothing'): boolean {
  const called = said === 'nothing' ? null : calledBy(said);
  return called !== null && schools.isForeign(called);
}

interface Unknown extends LeftOut<RefusalReason> {
  readonly said?: SchoolWords | 'nothing';
}

/** Each once, with how many rows of the file wait for it. */
export function strangersIn(refused: readonly Unknown[]): Stranger[] {
  const found = new Map<string, Stranger>();
  for (const { said, text } of refused) {
    if (said === undefined) continue;
    const called = said === 'nothing' ? ({ by: 'sheet', value: '' } as const) : calledBy(said);
    if (!called) continue;
    const key = `${called.by} ${called.value}`;
    found.set(key, { ...called, text, rows: (found.get(key)?.rows ?? 0) + 1 });
  }
  return [...found.values()];
}

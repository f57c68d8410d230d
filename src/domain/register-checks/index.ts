import type { Register, RegisterCheck, RowFinding, SeenRegister } from '../../model';
import { doneInFuture } from './done-in-future';
import { doneWithoutEvidence } from './done-without-evidence';
import { move } from './move';
import { personalData } from './personal-data';
import { repeated } from './repeated';
import { unknownRow } from './unknown-row';
import { unknownSchool } from './unknown-school';
import { waivedWithoutReason } from './waived-without-reason';

/** The checks that every register has, in the order in which they speak of a row. */
export const registerChecks: readonly RegisterCheck[] = [
  doneWithoutEvidence,
  doneInFuture,
  waivedWithoutReason,
  unknownRow,
  unknownSchool,
  repeated,
  move,
  personalData,
];

const checksOf = ({ checks = [] }: Register): readonly RegisterCheck[] => [...registerChecks, ...checks];

/** What all checks find in a register: those of every register and its own. */
export const checkRegister = (seen: SeenRegister): RowFinding[] =>
  checksOf(seen.register).flatMap(({ id, severity, find }) => find(seen).map((found) => ({ ...found, id, severity })));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of what a check of registers has found; null for what is wrong in a cell itself. */
export function registerWords(register: Register, { id, field, details }: RowFinding): string | null {
  const check = checksOf(register).find((item) => item.id === id);
  const column = `«${register.fields[field ?? '']?.title ?? ''}»`;
  return check ? capital(check.words(details, { register, column })) : null;
}

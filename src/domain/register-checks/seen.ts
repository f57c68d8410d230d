import { type Register, type RegisterRow, stateTitle } from '../../model';

export const isFilled = (row: RegisterRow, key: string): boolean =>
  row[key] !== '' && row[key] !== null && row[key] !== undefined;

export const fieldTitle = (register: Register, key: string): string => `«${register.fields[key]?.title ?? key}»`;

/** Key of the row's state; '' in a register without states. */
export const stateOf = ({ status }: Register, row: RegisterRow): string =>
  status ? String(row[status.field] ?? '') : '';

export const stateWords = (register: Register, state: string): string =>
  register.status ? stateTitle(register.status.cycle, state) : state;

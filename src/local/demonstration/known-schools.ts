import type { KnownSchool } from '../../model';
import { SCHOOLS } from './district';

/** Invented: what other systems call the schools of the demonstration district. */
export const KNOWN_SCHOOLS: readonly KnownSchool[] = SCHOOLS.map(({ key, name }, index) => ({
  key,
  name,
  login: `edu${280121 + index}`,
  oldLogin: `sch${280121 + index}`,
  code: String(180001 + index),
  names: [],
}));

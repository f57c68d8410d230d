import type { KnownSchool } from '../../model';
import { readKnownSchools } from '../../pipeline';
import { readNeeded } from '../book';
import type { Command } from '../command';
import { openForRun } from '../opened-book';

/** For panels: the schools as other systems name them, by which files are read in the browser. */
export const knownSchools: Command<[], KnownSchool[]> = {
  name: 'knownSchools',
  run() {
    const { book, register } = openForRun();
    return readKnownSchools(register.schools, readNeeded(book, 'schools'));
  },
};

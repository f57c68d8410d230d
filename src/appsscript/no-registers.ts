import type { Register } from '../model';

/** What stands for `programme/registers` in the code that runs at every keystroke: a school's tab has nothing of them. */
export const registers: readonly Register[] = [];

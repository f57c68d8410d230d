import type { SchoolGroup } from '../model';

/** Group Б of the order: the schools with low results. */
export const PARTICIPANT = 'участник';
/** Group А: those that help them. */
export const LEADING = 'ведущая';

export const groups: readonly SchoolGroup[] = [
  {
    key: LEADING,
    title: 'Ведущие школы',
    short: 'Ведущие',
    genitive: 'ведущих школ',
    within: 'в ведущих школах',
    together: 'с ведущими школами',
    role: 'leading',
  },
  {
    key: PARTICIPANT,
    title: 'Школы – участницы программы',
    short: 'Участницы',
    genitive: 'школ-участниц программы',
    within: 'в школах-участницах программы',
    together: 'со школами-участницами программы',
    role: 'participants',
  },
];

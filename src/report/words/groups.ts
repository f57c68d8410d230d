import { LEADING, PARTICIPANT } from '../../model';

/** «в школах – участницах программы» */
export const inGroup = (group: string): string =>
  group === PARTICIPANT
    ? 'в школах-участницах программы'
    : group === LEADING
      ? 'в ведущих школах'
      : `в школах группы «${group}»`;

/** «с ведущими школами» */
export const withGroup = (group: string): string =>
  group === PARTICIPANT
    ? 'со школами-участницами программы'
    : group === LEADING
      ? 'с ведущими школами'
      : `со школами группы «${group}»`;
